"""The configuration by which nginx shows a published site: kinds of files, caching, compression, headers, the 404 page.

Its text is a template (`templates/hosting/nginx.conf.j2`); here stand the values, and what may not stand in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text
from guidebook.render.addresses import FEED, MANIFEST
from guidebook.render.templates import strict_environment
from guidebook.words import catalogue

TEMPLATE = "nginx.conf.j2"
FOLDER = "hosting"
TYPES: Mapping[str, str] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "json": "application/json",
    "geojson": "application/geo+json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "txt": "text/plain",
    "yml": "text/yaml",
    "csv": "text/csv",
    "ics": "text/calendar",
    "gpx": "application/gpx+xml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "woff": "font/woff",
    "wasm": "application/wasm",
    "pdf": "application/pdf",
    "hwpx": "application/hwp+zip",
    "hwp": "application/x-hwp",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "zip": "application/zip",
}
"""What a site may hold: ending of the name → kind. All else is a file to keep."""
SQUEEZED = ("css", "js", "json", "geojson", "webmanifest", "xml", "txt", "csv", "ics", "gpx", "svg", "wasm")
"""What grows smaller by compression; HTML always does in nginx, and the rest is compressed already."""
ATOM = "application/atom+xml"
"""Of the feed alone; other files that end with `xml` are of no such kind."""
ASKED_ANEW = ("worker.js", MANIFEST, FEED, "sitemap.xml", "robots.txt")
"""Files that keep their names while their content changes, and that programs read."""
_PREFIX = re.compile(r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*")
_SERVER = re.compile(r"[A-Za-z0-9._-]+|_")
_PATH = re.compile(r"""[^"'\\$;{}\x00-\x1f\x7f]+""")


@dataclass(frozen=True, slots=True)
class Hosted:
    """Where a site lies on the server, and by which address visitors ask for it."""

    current: Path
    """The link to the release that is shown."""
    prefix: str = "/"
    server: str | None = None
    """The name of the server; None for locations alone, to be put into a server that is there."""
    listen: str = "80"


def unfit(hosted: Hosted) -> Diagnostic | None:
    """What cannot be written into a configuration."""
    span = Span("nginx.conf")
    if not _PREFIX.fullmatch(hosted.prefix):
        return Diagnostic(
            span,
            "bad-prefix",
            text("'{prefix}'{은} 누리집을 둘 하위 주소로 쓸 수 없습니다.", prefix=hosted.prefix),
            text("--prefix에 '/'로 시작하고 끝나는 주소를 적으세요. 예: /jumin/"),
        )
    if hosted.server is not None and not _SERVER.fullmatch(hosted.server):
        return Diagnostic(
            span,
            "bad-server-name",
            text("'{name}'{은} 서버 이름으로 쓸 수 없습니다.", name=hosted.server),
            text("--server-name에 도메인만 적으세요. 예: jumin.example.kr"),
        )
    if not _PATH.fullmatch(str(hosted.current)):
        return Diagnostic(
            span,
            "bad-path",
            text("'{path}' 경로에 설정 파일에 적을 수 없는 글자가 있습니다.", path=str(hosted.current)),
            text("--to에 따옴표, 역슬래시, $, 중괄호가 없는 폴더를 적으세요."),
        )
    return None


def nginx_configuration(hosted: Hosted, templates: Path, language: str) -> str:
    """The text of the file. `hosted` is fit."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for ending, kind in TYPES.items():
        kinds[kind].append(ending)
    jinja = strict_environment(templates / FOLDER, f"{TEMPLATE} {language}")
    jinja.autoescape = False
    jinja.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]  # by its i18n
    return jinja.get_template(TEMPLATE).render(
        current=hosted.current,
        prefix=hosted.prefix,
        server=hosted.server,
        listen=hosted.listen,
        types=[(kind, " ".join(endings)) for kind, endings in kinds.items()],
        squeezed=" ".join(sorted({ATOM, *(TYPES[ending] for ending in SQUEEZED)})),
        asked_anew=ASKED_ANEW,
        feed=FEED,
        atom=ATOM,
    )
