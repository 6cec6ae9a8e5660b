"""Whether the site may go out: it is what the last build made, whole, and nothing private is in it.

Asked before anything is written, by every way of publishing.
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guidebook.load.content import load_content
from guidebook.load.disk_faults import FULL, OF_THE_DISK, reason
from guidebook.load.folders import shown
from guidebook.load.regular_files import Nature, entries, nature, real
from guidebook.model.attachment import FILES
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Faults, Span
from guidebook.model.text import Text, text
from guidebook.output.manifest import NAME, digest_of, foreign_paths, published_files, verify
from guidebook.output.releases import ChangedError, Files
from guidebook.output.swap import JOURNAL, PRINT
from guidebook.render.addresses import GUIDEBOOK_PDF, PERMANENT, VISITS
from guidebook.storage.paths import Paths

SITE = "site"
HOME = "index.html"


@dataclass(frozen=True, slots=True)
class Ready:
    """A site that may go out."""

    folder: Path
    files: Files
    digest: str
    catalogue: Catalogue

    @property
    def lacks(self) -> tuple[Text, ...]:
        """What to say of a site without its guidebook. It may go out: somebody may want just that."""
        if GUIDEBOOK_PDF in self.files:
            return ()
        return (
            text("참고: 이 누리집에는 안내책자(PDF)가 없습니다(--site-only)."),
            text("안내책자도 올리려면 'python3 build.py'로 다시 만든 뒤 배포하세요."),
        )


@dataclass(frozen=True, slots=True)
class Published:
    """The end of publishing: what is wrong, or what to say of what was done."""

    diagnostics: Faults = ()
    said: tuple[Text, ...] = ()


def ready_site(paths: Paths) -> tuple[Ready | None, Faults]:
    """The site of the last build, or every reason why it may not go out."""
    output = paths.output
    files = published_files(output, SITE) or {}
    faults = (*verify(output), *_unfinished(output, files))
    if faults:
        return None, faults
    loaded = load_content(paths.content)
    if loaded.catalogue.site is None:
        return None, loaded.diagnostics
    private = tuple(_private(paths, files, loaded.catalogue))
    if private:
        return None, private
    return Ready(output / SITE, files, digest_of(files), loaded.catalogue), ()


def changed_meanwhile(output: Path, error: ChangedError) -> Diagnostic:
    """A file was not what the manifest says when it was copied: another build was faster."""
    return Diagnostic(
        Span(shown(output / SITE / error.path)),
        "changed-meanwhile",
        text("배포하는 동안 파일이 바뀌었습니다. 배포하지 않았습니다."),
        text("다른 빌드가 끝난 뒤 다시 실행하세요."),
    )


def disk_refuses(place: Path, error: OSError, hint: Text) -> Diagnostic:
    """The diagnostic for an error where it is published. Raises what only a fault in the program can cause."""
    if error.errno not in OF_THE_DISK | {errno.ENOENT}:
        raise error
    full = error.errno in FULL
    emptied = text("공간을 비운 뒤 다시 실행하세요. 이전에 배포한 것은 그대로입니다.")
    code = "disk-full" if full else "output-unwritable"
    return Diagnostic(Span(shown(place)), code, reason(place, error), emptied if full else hint)


def _unfinished(output: Path, files: Files) -> Iterator[Diagnostic]:
    again = text("'python3 build.py'로 다시 만든 뒤 배포하세요.")
    if nature(output / JOURNAL) is not Nature.MISSING:
        message = text("지난 빌드가 끝나지 않았습니다.")
        yield Diagnostic(Span(shown(output)), "build-unfinished", message, again)
    elif HOME not in files and nature(output / NAME) is Nature.FILE:
        message = text("누리집이 없습니다. 첫 페이지(index.html)가 만들어지지 않았습니다.")
        yield Diagnostic(Span(shown(output / SITE)), "no-site", message, again)


def _private(paths: Paths, files: Files, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """What the manifest lists and may not go out: other folders, pages of private visits, files of their packs."""
    for path in foreign_paths(paths.output):
        yield _leak(paths.output / path, text("배포할 수 없는 폴더의 파일이 목록(manifest.json)에 있습니다."))
    private = _private_visits(paths.content, catalogue)
    secret = {digest for id in private for digest in _digests(paths.output / PRINT / id)}
    for path, (_, digest) in sorted(files.items()):
        steps = path.split("/")
        if f"{steps[0]}/" in (VISITS, PERMANENT) and len(steps) > 1 and steps[1] in private:
            yield _leak(paths.output / SITE / path, text("공개하지 않는 방문의 페이지입니다."))
        elif path.startswith(FILES) and digest in secret:
            yield _leak(paths.output / SITE / path, text("공개하지 않는 방문의 자료와 같은 파일입니다."))


def _leak(path: Path, message: Text) -> Diagnostic:
    hint = text("콘텐츠에서 이 파일이나 페이지를 빼고 'python3 build.py'로 다시 만든 뒤 배포하세요.")
    return Diagnostic(Span(shown(path)), "private-file", message, hint)


def _private_visits(content: Path, catalogue: Catalogue) -> frozenset[str]:
    """The ids of all visits that do not say that they are public; of what cannot be read we think the same."""
    kind, site = catalogue.kinds["visit"], catalogue.site
    elsewhere = [content / site.visits_dir] if site and site.visits_dir else []
    folders = (real(folder) for folder in (content / kind.folder, *elsewhere))
    there = (path for folder in folders if nature(folder) is Nature.FOLDER for path in entries(folder, "")[0])
    named = {path.stem for path in there if path.suffix == kind.suffix}
    return frozenset(named - {visit.id for visit in catalogue.visits if visit.public})


def _digests(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")) if nature(folder) is Nature.FOLDER else ():
        if nature(path) is Nature.FILE:
            with path.open("rb") as opened:
                yield hashlib.file_digest(opened, "sha256").hexdigest()
