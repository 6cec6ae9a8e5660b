"""What a run of a forge is asked for, and whether it may: visits are made in private repositories alone.

A forge tells by its environment and, but for GitLab, by a file that describes the event. What does not say that the
repository is private counts as public.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guidebook.load.regular_files import read_octets
from guidebook.model.diagnostic import Diagnostic, Faults, Span
from guidebook.model.record import SLUG
from guidebook.model.text import Text, printable, text

HERE = ".ci/pack"
EVENT = "GITHUB_EVENT_PATH"
"""GitHub's name for the file of the event; Forgejo has kept it."""
MOST_OCTETS = 20_000_000
"""Of such a file: a push names its commits with their files."""
COMMIT = r"(?!0+$)[0-9a-f]{40}(?:[0-9a-f]{24})?"
"""A commit by its whole name. Forges write only zeros where there is none."""
GUIDE = "docs/ko/from-form-to-paper.md"


@dataclass(frozen=True, slots=True)
class Asked:
    """A visit by hand, or all that a save changed."""

    visit: str = ""
    before: str = ""
    """The commit that the branch had before the save; empty where there was none, or nobody knows."""


def asked_by(environment: Mapping[str, str]) -> tuple[Asked | None, Faults]:
    """What the forge asks for, or why not."""
    event = _event(environment)
    refused = refusal(environment, event)
    if refused is not None:
        return None, (refused,)
    by_hand, before = _by_hand(environment, event), _before(environment, event)
    if not by_hand:
        return Asked(before=before), ()
    id = by_hand.rpartition("/")[2].removesuffix(".yml")
    if not re.match(SLUG, id):
        return None, (_no_id(by_hand),)
    return Asked(visit=id), ()


def refusal(environment: Mapping[str, str], event: Mapping[str, Any]) -> Diagnostic | None:
    """Why nothing of a visit is made in this repository; None where it is private."""
    if environment.get("GITLAB_CI") == "true":
        seen = environment.get("CI_PROJECT_VISIBILITY", "")
    else:
        seen = _seen(event.get("repository"))
    if seen == "private":
        return None
    return Diagnostic(Span(HERE), "repository-not-private", *_REFUSED.get(seen, _UNKNOWN))


def _seen(repository: object) -> str:
    """Who sees a repository, as its description in an event says."""
    if not isinstance(repository, dict):
        return ""
    visibility, private = repository.get("visibility"), repository.get("private")
    if private is False or visibility == "public":
        return "public"
    if visibility == "internal" or repository.get("internal") is True:
        return "internal"
    return "private" if private is True and visibility in (None, "private") else ""


def _event(environment: Mapping[str, str]) -> Mapping[str, Any]:
    try:
        event: object = json.loads(read_octets(Path(environment.get(EVENT, "")), MOST_OCTETS))
    except (OSError, ValueError, RecursionError):
        return {}
    return event if isinstance(event, dict) else {}


def _by_hand(environment: Mapping[str, str], event: Mapping[str, Any]) -> str:
    """The visit that a person named."""
    if environment.get("GITLAB_CI") == "true":
        return environment.get("VISIT", "").strip()
    inputs = event.get("inputs")
    named = inputs.get("visit") if isinstance(inputs, dict) else None
    return named.strip() if isinstance(named, str) else ""


def _before(environment: Mapping[str, str], event: Mapping[str, Any]) -> str:
    found = environment.get("CI_COMMIT_BEFORE_SHA") if environment.get("GITLAB_CI") == "true" else event.get("before")
    return found if isinstance(found, str) and re.fullmatch(COMMIT, found) else ""


def base_of(environment: Mapping[str, str]) -> str:
    """The commit that a proposal is held against; empty where nobody says it."""
    if environment.get("GITLAB_CI") == "true":
        found: object = environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA")
    else:
        proposal = _event(environment).get("pull_request")
        base = proposal.get("base") if isinstance(proposal, dict) else None
        found = base.get("sha") if isinstance(base, dict) else None
    return found if isinstance(found, str) and re.fullmatch(COMMIT, found) else ""


def _no_id(named: str) -> Diagnostic:
    return Diagnostic(
        Span(HERE),
        "bad-id",
        text("'{id}'{은} 방문 파일의 이름이 아닙니다.", id=printable(named)[:60]),
        text("visits 폴더에 있는 파일의 이름을 ‘.yml’ 없이 적으세요. 예: hansol"),
    )


_REFUSED: Mapping[str, tuple[Text, Text]] = {
    "public": (
        text("공개 저장소에서는 방문 자료를 만들지 않습니다. 누구나 내려받을 수 있기 때문입니다."),
        text(
            "저장소를 비공개로 바꾼 뒤 다시 실행하세요({guide}). 이미 올린 방문 파일은 이력에서도 지우세요.",
            guide=GUIDE,
        ),
    ),
    "internal": (
        text("방문을 맡지 않은 사람도 볼 수 있는 저장소(internal)에서는 방문 자료를 만들지 않습니다."),
        text("저장소의 공개 범위를 ‘비공개(private)’로 바꾼 뒤 다시 실행하세요({guide}).", guide=GUIDE),
    ),
}
_UNKNOWN = (
    text("저장소가 비공개인지 알 수 없어 방문 자료를 만들지 않았습니다."),
    text(
        "GitHub, GitLab, Forgejo의 비공개 저장소에서 자동으로 실행되는 명령입니다({guide}). "
        "컴퓨터에서는 ‘python3 build.py guidebook --visit 이름 --zip’을 쓰세요.",
        guide=GUIDE,
    ),
)
