"""Checks the written site: every link that leads nowhere, and every page with faulty HTML, becomes a diagnostic.

Independent of what made the site: it sees files only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import Text, text
from guidebook.web.markup import RESOURCE, Address, Markup, addresses_in_css, read_page

NOT_FOUND = "404.html"
"""The one page whose links begin at the server's root: it is shown at any address."""
LEVELS = 8
"""As deep as an address that does not exist may lie below the site, so that this page finds the site again."""
_INLINE = frozenset({"data", "blob", "about"})
_FOREIGN = frozenset({"http", "https", "ftp", "ws", "wss"})

_Fault = tuple[str, Text]


@dataclass(frozen=True, slots=True)
class _Site:
    """The files of the site, read."""

    files: frozenset[str]
    pages: Mapping[str, Markup]
    drawings: Mapping[str, Markup]
    """SVG files: `#fragment` may point into them."""
    styles: Mapping[str, list[Address]]
    base_url: str | None


def check_links(site: Path, sources: Mapping[str, str], base_url: str | None = None) -> tuple[Diagnostic, ...]:
    """All faults of the site in `site`.

    `sources`: from a page's path (`programs/a/`) to the content file it is made of. `base_url`: where the site will
    be; absolute links to it are followed too.
    """
    read = _read(site, base_url)
    by_file = {path + "index.html" if path.endswith("/") or not path else path: name for path, name in sources.items()}
    faults: list[Diagnostic] = []
    for name, page in sorted(read.pages.items()):
        span = Span(by_file.get(name, name))
        faults += [
            _diagnostic(span, name, *fault) for fault in (*_page_faults(page), *_leading(read, name, page.addresses))
        ]
    for name, addresses in sorted(read.styles.items()):
        faults += [_diagnostic(Span(name), name, *fault) for fault in _leading(read, name, addresses)]
    return (*faults, *_same_titles(read, by_file))


def _read(site: Path, base_url: str | None) -> _Site:
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}

    def texts(suffix: str) -> dict[str, str]:
        return {name: path.read_text(encoding="utf-8") for name, path in files.items() if name.endswith(suffix)}

    return _Site(
        frozenset(files),
        {name: read_page(written) for name, written in texts(".html").items()},
        {name: read_page(written) for name, written in texts(".svg").items()},
        {name: addresses_in_css(written) for name, written in texts(".css").items()},
        base_url,
    )


def _page_faults(page: Markup) -> Iterator[_Fault]:
    """Faults of a page in itself."""
    for name, count in sorted(Counter(page.ids).items()):
        if count > 1:
            yield "duplicate-id", text("id '{id}' 값이 {count}번 나옵니다.", id=name, count=count)
    for name in sorted(page.references.difference(page.ids)):
        yield "unknown-id", text("가리키는 id '{id}' 값이 이 페이지에 없습니다.", id=name)
    if page.headings.count(1) != 1:
        yield "one-h1", text("큰제목(h1)은 하나여야 하는데 {count}개입니다.", count=page.headings.count(1))
    for before, after in zip([1, *page.headings], page.headings, strict=False):
        if after > before + 1:
            yield (
                "skipped-heading",
                text("제목 단계를 건너뜁니다: h{before} 다음에 h{after}", before=before, after=after),
            )
    if not page.language:
        yield "no-language", text("html 요소에 lang 속성이 없습니다.")
    if not page.title.strip():
        yield "no-title", text("페이지 제목(title)이 없습니다.")
    if page.unreadable_data:
        yield "bad-linked-data", text("검색 엔진이 읽는 자료(JSON-LD)가 JSON이 아닙니다.")
    for source in page.nameless_pictures:
        yield "no-alt", text("이미지에 대체 텍스트(alt)가 없습니다: {source}", source=source)


def _same_titles(site: _Site, sources: Mapping[str, str]) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for name, page in sorted(site.pages.items()):
        title = " ".join(page.title.split())
        if page.redirects:  # bears the name of where it leads
            continue
        if title and title in first:
            message = text("페이지 제목이 '{other}' 페이지와 같습니다: {title}", other=first[title], title=title)
            alike = _diagnostic(Span(sources.get(name, name)), name, "same-title", message)
            # Names are the editor's to choose, and what may be called alike in a city is not ours to say.
            yield replace(alike, severity=Severity.WARNING)
        first.setdefault(title, name)


def _leading(site: _Site, name: str, addresses: list[Address]) -> Iterator[_Fault]:
    """Faults of the addresses in the file `name`, each told once."""
    for address in dict.fromkeys(addresses):
        try:
            parts = urlsplit(address.url)
        except ValueError:
            yield "bad-link", text("주소를 읽을 수 없습니다: {url}", url=address.url)
            continue
        fault = _fault(site, name, address, parts)
        if fault is not None:
            yield fault


def _fault(site: _Site, name: str, address: Address, parts: SplitResult) -> _Fault | None:
    scheme, url = parts.scheme.lower(), address.url
    if scheme in ("javascript", "vbscript"):
        return "script-link", text("스크립트를 실행하는 링크는 쓸 수 없습니다: {url}", url=url)
    if site.base_url is not None and url.startswith(site.base_url):
        return _inside(site, name, urlsplit("/" + url.removeprefix(site.base_url)), url)
    if scheme in _FOREIGN or parts.netloc:
        if address.kind == RESOURCE:
            return "foreign-request", text("다른 서버에서 파일을 불러옵니다: {url}", url=url)
        return None
    if scheme:
        return None if address.kind != RESOURCE or scheme in _INLINE else ("bad-link", _leads_nowhere(url))
    if parts.path.startswith("/"):
        root = urlsplit(site.base_url or "/").path or "/"
        if name != NOT_FOUND:
            return "absolute-link", text("'/'로 시작하는 링크는 하위 주소에서 끊어집니다: {url}", url=url)
        if not parts.path.startswith(root):
            return "broken-link", _leads_nowhere(url)
        return _inside(site, name, parts._replace(path="/" + parts.path.removeprefix(root)), url)
    if name == NOT_FOUND and parts.path:
        if _at_each_level(site.pages[name], address):
            return _inside(site, name, urlsplit("/" + _above(parts.path)), url)
        return "relative-link", text("404 페이지의 링크는 사이트의 최상위 주소에서 시작해야 합니다: {url}", url=url)
    return _inside(site, name, parts, url)


def _above(path: str) -> str:
    """A relative path without its steps up."""
    while path.startswith("../"):
        path = path.removeprefix("../")
    return path


def _at_each_level(page: Markup, address: Address) -> bool:
    """Whether the page asks for one file beside itself and at every level above: so it finds where the site begins."""
    asked = {one.url for one in page.addresses if one.kind == RESOURCE}
    return all("../" * step + _above(address.url) in asked for step in range(LEVELS))


def _inside(site: _Site, name: str, parts: SplitResult, url: str) -> _Fault | None:
    """Whether a file of the site, and the place in it, is there."""
    target = _target(name, unquote(parts.path))
    if target not in site.files:
        return "broken-link", _leads_nowhere(url)
    place = unquote(parts.fragment)
    page = site.pages.get(target) or site.drawings.get(target)
    if not place or place == "top" or page is None or place in page.ids or place in page.names:
        return None
    return "broken-anchor", text(
        "'{target}' 페이지에 '#{place}' 위치가 없습니다: {url}", target=target, place=place, url=url
    )


def _target(name: str, path: str) -> str:
    """The file that `path`, met in the file `name`, asks a plain web server for; `..` where it leaves the site."""
    if not path:
        return name
    steps = [] if path.startswith("/") else name.split("/")[:-1]
    for step in path.split("/"):
        if step == ".." and not steps:
            return ".."
        if step == "..":
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    folder = path.endswith("/") or path.rpartition("/")[2] in (".", "..")
    return "/".join([*steps, "index.html"] if folder else steps)


def _leads_nowhere(url: str) -> Text:
    return text("링크가 가리키는 파일이 없습니다: {url}", url=url)


def _diagnostic(span: Span, name: str, code: str, message: Text) -> Diagnostic:
    where = text("만들어진 '{page}' 파일을 확인하고, 콘텐츠나 템플릿을 수정하세요.", page=name)
    return Diagnostic(span, code, message, where)
