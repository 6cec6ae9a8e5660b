"""Asks git whether a visit lies in the repository, where it may be published with it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from guidebook.load.content import VISITS, shown
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import text

SAMPLE = "sample.yml"
SECONDS = 5


def tracked_visits(content: Path) -> tuple[Diagnostic, ...]:
    """A warning for every visit but the sample that git tracks. Without git or repository there is nothing to say."""
    folder = content / VISITS
    if not folder.is_dir():
        return ()
    try:
        asked = subprocess.run(
            ["git", "-C", str(folder), "ls-files", "-z", "--", "."],
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    names = asked.stdout.decode("utf-8", "replace").split("\0") if asked.returncode == 0 else []
    return tuple(
        Diagnostic(
            Span(shown(folder / name)),
            "visit-tracked",
            text("방문 자료가 저장소에 올라 있습니다. 저장소가 공개라면 누구나 볼 수 있습니다."),
            text(
                "저장소를 비공개로 두거나, visits_dir로 저장소 밖에 두고 ‘git rm --cached {name}’을 실행하세요.",
                name=shown(folder / name),
            ),
            Severity.WARNING,
        )
        for name in sorted(names)
        if name.endswith(".yml") and name != SAMPLE
    )
