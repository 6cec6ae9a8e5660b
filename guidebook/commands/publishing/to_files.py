"""Into single files: a ZIP for who only takes files, and the configuration of a web server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from guidebook.commands.publishing.ready import Published, changed_meanwhile, disk_refuses, ready_site
from guidebook.load.content import load_content
from guidebook.load.folders import shown
from guidebook.load.regular_files import Nature, nature, real
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text
from guidebook.model.wording.file_sizes import size
from guidebook.output.folder_guards import held_folder
from guidebook.output.nginx import Hosted, nginx_configuration, unfit
from guidebook.output.releases import CURRENT, ChangedError
from guidebook.output.site_archive import is_ours, site_archive
from guidebook.storage.atomic import write_atomically
from guidebook.storage.paths import Paths
from guidebook.words import catalogue


def publish_to_archive(paths: Paths, file: Path, language: str) -> Published:
    """Write the site into one ZIP. The same site gives the same bytes."""
    refused = _refusal(paths, file)
    if refused is None and nature(file) is not Nature.MISSING and not is_ours(file):
        message = text("'{path}'{은} 이 명령이 만들지 않은 파일입니다. 덮어쓰지 않습니다.", path=shown(file))
        refused = Diagnostic(Span(shown(file)), "foreign-file", message, text("--to에 다른 이름을 적으세요."))
    if refused is not None:
        return Published((refused,))
    ready, faults = ready_site(paths)
    if ready is None:
        return Published(faults)
    words, site = catalogue(language), ready.catalogue.site
    title = site.titled(language) if site else ""
    try:
        octets = site_archive(ready.folder, ready.files, ready.digest, title, words)
    except ChangedError as error:
        return Published((changed_meanwhile(paths.output, error),))

    def write() -> Published:
        if nature(file) is Nature.FILE and file.read_bytes() == octets:
            unchanged = text("바뀐 것이 없습니다. {path} 파일은 그대로입니다.", path=shown(file))
            return Published(said=(unchanged, *ready.lacks))
        write_atomically(file, octets)
        written = text("압축 파일을 만들었습니다: {path} ({size})", path=shown(file), size=size(len(octets)))
        return Published(said=(written, *ready.lacks))

    return _told(file, write)


def write_nginx(
    paths: Paths, folder: Path, file: Path, prefix: str | None, server: str | None, language: str
) -> Published:
    """Write the configuration that shows what is published into `folder`. A file that is there stays."""
    refused = _refusal(paths, file)
    if refused is not None:
        return Published((refused,))
    site = load_content(paths.content).catalogue.site
    usual = urlsplit(site.base_url).path if site and site.base_url else "/"
    hosted = Hosted(real(folder.parent) / folder.name / CURRENT, prefix or usual or "/", server)
    wrong = unfit(hosted)
    if wrong is not None:
        return Published((wrong,))
    written = nginx_configuration(hosted, paths.templates, language).encode()

    def write() -> Published:
        if nature(file) is Nature.FILE and file.read_bytes() == written:
            return Published(said=(text("바뀐 것이 없습니다. {path} 파일은 그대로입니다.", path=shown(file)),))
        if nature(file) is not Nature.MISSING:
            message = text("'{path}' 파일이 이미 있습니다. 덮어쓰지 않습니다.", path=shown(file))
            hint = text("--nginx에 다른 이름을 적고, 두 파일을 비교하세요.")
            return Published((Diagnostic(Span(shown(file)), "file-exists", message, hint),))
        write_atomically(file, written)
        return Published(said=(text("엔진엑스(nginx) 설정을 만들었습니다: {path}", path=shown(file)),))

    return _told(file, write)


def _refusal(paths: Paths, file: Path) -> Diagnostic | None:
    sealed = held_folder(file, paths.checkout, paths.content, paths.output)
    if sealed is None:
        return None
    message = text("'{path}' 파일은 '{held}' 폴더에 만들 수 없습니다.", path=shown(file), held=shown(sealed))
    return Diagnostic(Span(shown(file)), "publish-refused", message, text("다른 폴더의 파일 이름을 적으세요."))


def _told(file: Path, work: Callable[[], Published]) -> Published:
    """What the disk refuses, as a fault."""
    try:
        return work()
    except OSError as error:
        hint = text("쓸 수 있는 다른 폴더의 파일 이름을 적고 다시 실행하세요.")
        return Published((disk_refuses(file, error, hint),))
