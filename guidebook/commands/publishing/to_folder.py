"""Into the folder of a web server: publish, go back to an earlier release, list them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from guidebook.commands.publishing.ready import Published, changed_meanwhile, disk_refuses, ready_site
from guidebook.load.folders import shown
from guidebook.load.regular_files import Nature, nature
from guidebook.model.diagnostic import Diagnostic, Faults, Span
from guidebook.model.text import Text, text
from guidebook.model.wording.file_sizes import size
from guidebook.model.wording.numbers import number
from guidebook.output.folder_guards import held_folder
from guidebook.output.release_names import Release, before, meant
from guidebook.output.releases import (
    CURRENT,
    RELEASES,
    ChangedError,
    add_release,
    damaged,
    held,
    is_foreign,
    prune,
    record,
    releases,
    show,
    shown_release,
)
from guidebook.storage.paths import Paths


def publish_to_folder(paths: Paths, folder: Path) -> Published:
    """Make a release of the site and show it; nothing where it is shown already."""
    refused = _refusal(paths, folder)
    if refused:
        return Published(refused)
    ready, faults = ready_site(paths)
    if ready is None:
        return Published(faults)

    def publish() -> Published:
        now = shown_release(folder)
        same = now is not None and now in releases(folder) and ready.digest.startswith(now.digest)
        if now is not None and same and damaged(folder, now) is None:
            unchanged = text("바뀐 것이 없습니다. {name} 배포가 그대로 보입니다.", name=now.name)
            return Published(said=(unchanged, *ready.lacks))
        try:
            release = add_release(folder, ready.folder, ready.files, ready.digest)
        except ChangedError as error:
            return Published((changed_meanwhile(paths.output, error),))
        prune(folder)
        octets = sum(octets for octets, _ in ready.files.values())
        return Published(
            said=(
                text(
                    "배포했습니다: {name} (파일 {count}개, {size})",
                    name=release.name,
                    count=number(len(ready.files)),
                    size=size(octets),
                ),
                text("웹 서버의 문서 폴더: {path}", path=shown(folder / CURRENT)),
                *ready.lacks,
            )
        )

    return _while_held(folder, publish)


def roll_back(paths: Paths, folder: Path, asked: str) -> Published:
    """Show an earlier release again: the one that is asked for, else what the present one took the place of."""
    refused = _refusal(paths, folder) or _nothing_there(folder)
    if refused:
        return Published(refused)

    def back() -> Published:
        there, now = releases(folder), shown_release(folder)
        told = record(folder, now) if now else None
        if asked:
            goal = meant(asked, there)
        else:
            goal = before(now, told.replaced if told else None, there) if now else max(there, default=None)
        if goal is None:
            return Published((_no_release(folder, asked, there),))
        if goal == now:
            return Published(said=(text("바뀐 것이 없습니다. {name} 배포가 그대로 보입니다.", name=goal.name),))
        broken = damaged(folder, goal)
        if broken is not None:
            return Published((_damaged(folder, goal, broken),))
        show(folder, goal)
        return Published(said=(text("{name} 배포로 되돌렸습니다.", name=goal.name),))

    return _while_held(folder, back)


def list_releases(paths: Paths, folder: Path) -> Published:
    """The releases that are there, the newest first."""
    refused = _refusal(paths, folder) or _nothing_there(folder)
    if refused:
        return Published(refused)
    now = shown_release(folder)
    return Published(said=tuple(_line(folder, one, one == now) for one in reversed(releases(folder))))


def _line(folder: Path, release: Release, seen: bool) -> Text:
    told = record(folder, release)
    octets = sum(octets for octets, _ in told.files.values()) if told else 0
    values = {"name": release.name, "count": number(len(told.files) if told else 0), "size": size(octets)}
    if seen:
        return text("{name}  파일 {count}개, {size}  ← 지금 보이는 배포", **values)
    return text("{name}  파일 {count}개, {size}", **values)


def _while_held(folder: Path, work: Callable[[], Published]) -> Published:
    """Do `work` while nobody else publishes there; what the disk refuses is a fault."""
    try:
        with held(folder) as ours:
            return work() if ours else Published((_another(folder),))
    except OSError as error:
        hint = text("이 폴더에 쓸 수 있는 사용자로 다시 실행하세요. 이전에 배포한 것은 그대로입니다.")
        return Published((disk_refuses(folder, error, hint),))


def _refusal(paths: Paths, folder: Path) -> Faults:
    """Why nothing may be published into `folder`."""
    span = Span(shown(folder))
    sealed = held_folder(folder, paths.checkout, paths.content, paths.output)
    if sealed is not None:
        message = text(
            "'{path}' 폴더에는 배포할 수 없습니다. '{held}' 폴더와 겹칩니다.", path=shown(folder), held=shown(sealed)
        )
        hint = text("--to에 웹 서버가 읽는 다른 폴더를 적으세요. 예: /srv/www/jumin")
        return (Diagnostic(span, "publish-refused", message, hint),)
    try:
        folder_is_there = nature(folder) is not Nature.MISSING
        if folder_is_there and not folder.is_dir():
            message = text("'{path}' 경로는 폴더가 아닙니다.", path=shown(folder))
            return (
                Diagnostic(
                    span, "publish-refused", message, text("--to에 폴더, git 또는 .zip으로 끝나는 파일을 적으세요.")
                ),
            )
        if is_foreign(folder):
            return (_foreign_current(folder),)
    except OSError as error:
        return (disk_refuses(folder, error, text("--to에 읽을 수 있는 폴더를 적으세요.")),)
    return ()


def _foreign_current(folder: Path) -> Diagnostic:
    place = shown(folder / CURRENT)
    if (folder / CURRENT).is_symlink():
        message = text("'{path}'{은} 이 프로그램이 만들지 않은 링크입니다.", path=place)
    else:
        message = text("'{path}'{은} 링크가 아니라 폴더나 파일입니다. 지우지 않습니다.", path=place)
    hint = text("안에 든 것을 확인한 뒤 이름을 바꾸고 다시 실행하세요. 예: mv '{path}' '{path}.old'", path=place)
    return Diagnostic(Span(place), "foreign-current", message, hint)


def _nothing_there(folder: Path) -> Faults:
    if releases(folder):
        return ()
    message = text("'{path}' 폴더에 배포한 것이 없습니다.", path=shown(folder))
    return (Diagnostic(Span(shown(folder)), "no-release", message, text("--to에 배포한 폴더를 적으세요.")),)


def _no_release(folder: Path, asked: str, there: tuple[Release, ...]) -> Diagnostic:
    names = ", ".join(one.name for one in there)
    if asked:
        message = text("'{asked}' 배포가 없습니다.", asked=asked)
        hint = text("--rollback에 이 가운데 하나를 적으세요: {names}", names=names)
    else:
        message = text("되돌릴 이전 배포가 없습니다.")
        hint = text("남아 있는 배포: {names}. 다른 배포를 보이려면 --rollback 뒤에 이름을 적으세요.", names=names)
    return Diagnostic(Span(shown(folder)), "no-release", message, hint)


def _damaged(folder: Path, release: Release, path: str) -> Diagnostic:
    return Diagnostic(
        Span(shown(folder / RELEASES / release.name / path)),
        "release-damaged",
        text("{name} 배포의 파일이 없거나 배포한 뒤에 바뀌었습니다. 되돌리지 않았습니다.", name=release.name),
        text("--list로 다른 배포를 찾아 --rollback 뒤에 이름을 적으세요."),
    )


def _another(folder: Path) -> Diagnostic:
    return Diagnostic(
        Span(shown(folder)),
        "publish-running",
        text("다른 배포가 '{path}' 폴더에 쓰고 있습니다.", path=shown(folder)),
        text("그 배포가 끝난 뒤 다시 실행하세요."),
    )
