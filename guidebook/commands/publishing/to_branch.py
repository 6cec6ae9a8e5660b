"""Onto a branch of the repository that holds the content, for hosts that show what lies on one."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from guidebook.commands.publishing.ready import Published, Ready, changed_meanwhile, ready_site
from guidebook.load.folders import shown
from guidebook.model.diagnostic import Diagnostic, Faults, Span
from guidebook.model.text import Text, printable, text
from guidebook.model.wording.numbers import number
from guidebook.output.git_branch import (
    AUTHOR,
    Branch,
    address_of,
    branch,
    commit_site,
    content_moment,
    is_name,
    is_open,
    person,
    push,
    repository_of,
)
from guidebook.output.git_process import GitError, git_program
from guidebook.output.releases import ChangedError
from guidebook.storage.paths import Paths
from guidebook.words import catalogue

USUAL = "pages"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for."""

    name: str = USUAL
    author: str | None = None
    remote: str | None = None


def publish_to_branch(paths: Paths, asked: Asked, language: str) -> Published:
    """Commit the site to the branch; send it, where a remote is named. The work tree stays as it is."""
    repository, faults = _repository(paths, asked)
    if repository is None:
        return Published(faults)
    ready, faults = ready_site(paths)
    if ready is None:
        return Published(faults)
    at = branch(repository, asked.name)
    if not at.ours:
        return Published((_foreign(at),))
    try:
        commit, said = _committed(at, ready, asked, language)
    except ChangedError as error:
        return Published((changed_meanwhile(paths.output, error),))
    except _UnknownError as unknown:
        return Published((unknown.fault,))
    except GitError as error:
        return Published((_failed(repository, error),))
    said = (*said, *ready.lacks)
    return _sent(at, asked.remote, commit, said) if asked.remote else Published(said=said)


class _UnknownError(Exception):
    """Something that a commit says is not known."""

    def __init__(self, fault: Diagnostic) -> None:
        super().__init__(fault.code)
        self.fault = fault


def _repository(paths: Paths, asked: Asked) -> tuple[Path | None, Faults]:
    """The repository around the content, if the branch may be written there."""
    span = Span(shown(paths.content))
    if git_program() is None:
        message = text("git 프로그램이 없습니다.")
        return None, (
            Diagnostic(span, "no-git", message, text("‘sudo apt-get install git’으로 설치한 뒤 다시 실행하세요.")),
        )
    repository = repository_of(paths.content)
    if repository is None:
        message = text("콘텐츠 폴더가 git 저장소 안에 있지 않습니다.")
        hint = text("저장소를 내려받은 폴더에서 실행하거나, --to에 폴더나 .zip 파일을 적으세요.")
        return None, (Diagnostic(span, "no-repository", message, hint),)
    if not is_name(repository, asked.name):
        message = text("'{name}'{은} 브랜치 이름으로 쓸 수 없습니다.", name=asked.name)
        hint = text("--branch에 영문과 숫자로 된 이름을 적으세요. 예: pages")
        return None, (Diagnostic(span, "bad-branch", message, hint),)
    if is_open(repository, asked.name):
        message = text("'{name}' 브랜치는 지금 열려 있어 누리집을 넣을 수 없습니다.", name=asked.name)
        hint = text("‘git switch main’처럼 콘텐츠의 브랜치로 옮기거나, --branch에 다른 이름을 적으세요.")
        return None, (Diagnostic(span, "branch-open", message, hint),)
    if asked.author is not None and not AUTHOR.fullmatch(asked.author):
        message = text("--author의 형식이 맞지 않습니다: {author}", author=printable(asked.author))
        return None, (
            Diagnostic(
                span, "bad-author", message, text("‘이름 <전자우편>’으로 적으세요. 예: 홍길동 <gildong@example.kr>")
            ),
        )
    return repository, ()


def _committed(at: Branch, ready: Ready, asked: Asked, language: str) -> tuple[str, tuple[Text, ...]]:
    """The commit with the site, and what to say of it; the last one, where the same site lies there already."""
    if at.tip and at.digest == ready.digest:
        return at.tip, (text("바뀐 것이 없습니다. {name} 브랜치는 그대로입니다.", name=at.name),)
    span = Span(shown(at.repository))
    who = asked.author or person(at.repository)
    if who is None:
        hint = text("--author에 ‘이름 <전자우편>’을 적거나, git의 user.name과 user.email을 설정하세요.")
        raise _UnknownError(Diagnostic(span, "no-author", text("누가 배포하는지 알 수 없습니다."), hint))
    when = content_moment(at.repository)
    if when is None:
        hint = text("콘텐츠를 먼저 커밋하세요. 배포의 날짜는 마지막 커밋의 날짜를 따릅니다.")
        raise _UnknownError(Diagnostic(span, "no-commit", text("저장소에 커밋이 없습니다."), hint))
    title = catalogue(language).gettext("누리집 배포")
    commit = commit_site(at, ready.folder, ready.files, ready.digest, who, when, title)
    count = number(len(ready.files))
    return commit, (
        text("{name} 브랜치에 커밋했습니다: {id} (파일 {count}개)", name=at.name, id=commit[:12], count=count),
    )


def _sent(at: Branch, remote: str, commit: str, said: tuple[Text, ...]) -> Published:
    span = Span(shown(at.repository))
    address = address_of(at.repository, remote)
    if address is None:
        message = text("'{remote}' 원격 저장소의 주소가 없습니다.", remote=printable(remote))
        hint = text("‘git remote -v’에 나오는 이름을 --push에 적으세요.")
        return Published((Diagnostic(span, "no-remote", message, hint),), said)
    try:
        with tempfile.TemporaryDirectory(prefix="jumin-") as place:
            push(at, Path(place), address, commit)
    except GitError as error:
        message = text("'{remote}' 저장소로 보내지 못했습니다: {reason}", remote=remote, reason=printable(error.words))
        hint = text(
            "커밋은 {name} 브랜치에 있습니다. 다른 사람이 먼저 배포했다면 ‘git fetch {remote} {name}:{name}’{으로}"
            " 받은 뒤 다시 실행하고, 권한 문제라면 ‘git push {remote} {name}’{으로} 직접 보내세요.",
            name=at.name,
            remote=remote,
        )
        return Published((Diagnostic(span, "push-failed", message, hint),), said)
    return Published(said=(*said, text("'{remote}' 저장소의 {name} 브랜치로 보냈습니다.", remote=remote, name=at.name)))


def _foreign(at: Branch) -> Diagnostic:
    return Diagnostic(
        Span(shown(at.repository)),
        "foreign-branch",
        text("'{name}' 브랜치에는 이 명령이 넣지 않은 파일이 있습니다. 덮어쓰지 않습니다.", name=at.name),
        text("--branch에 새 이름을 적거나, 필요 없는 브랜치라면 지운 뒤 다시 실행하세요."),
    )


def _failed(repository: Path, error: GitError) -> Diagnostic:
    return Diagnostic(
        Span(shown(repository)),
        "git-failed",
        text("git이 커밋하지 못했습니다: {reason}", reason=printable(error.words)),
        text("저장소에 쓸 권한과 빈 공간이 있는지 확인한 뒤 다시 실행하세요. 브랜치는 그대로입니다."),
    )
