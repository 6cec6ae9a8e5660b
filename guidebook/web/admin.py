"""The page with the forms of the browser: Sveltia CMS with its configuration, in a folder that asks no other server.

Apart from the website: other people use it, under another policy, and it is published with the site only where
`site.yml` says so. Nothing of the content goes into it but the names of the fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from guidebook.forms.cms.block_yaml import block_yaml
from guidebook.forms.cms.config import config, title_of
from guidebook.layout.typefaces import PRETENDARD
from guidebook.model.diagnostic import Diagnostic, Faults, Span
from guidebook.model.print_format import parsed
from guidebook.model.settings.cms import Cms
from guidebook.model.site import Site
from guidebook.model.text import text
from guidebook.render.templates import strict_environment
from guidebook.storage.paths import Paths

FOLDER, PAGE = "admin", "index.html"
SVELTIA = "@sveltia/cms"
ICONS = "@fontsource-variable/material-symbols-outlined"
PROGRAM = f"{SVELTIA}/dist/sveltia-cms.js"
VERSION = "0.221.1"
"""Of Sveltia, as `package.json` names it: the program looks for its words in a folder of that name."""
HERE: Mapping[bytes, bytes] = {
    b"https://cdn.jsdelivr.net/fontsource/fonts/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": (
        b"fonts/icons.woff2"
    ),
    b"https://cdn.jsdelivr.net/fontsource/fonts/source-sans-3:vf@5.3.0/latin-wght-normal.woff2": b"fonts/regular.woff2",
    b"https://cdn.jsdelivr.net/fontsource/fonts/noto-mono@5.3.0/latin-400-normal.woff2": b"fonts/regular.woff2",
    b"https://www.githubstatus.com/api/v2/status.json": b"sveltia/nothing.json",
    b"https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7": b"sveltia/nothing.json",
    b"https://unpkg.com/@sveltia/cms": b"sveltia/cms",
}
"""What the program would ask of other servers → what lies beside it. The policy forbids the rest."""
WORDS, OUR_WORDS = f"{SVELTIA}/locales/ko.json", "words.json"
PLAIN = {"엔트리": "자료", "에셋": "파일", "파일으로": "파일로", "슬러그": "아이디", "컬렉션": "묶음"}
"""Words of Sveltia's Korean that nobody in an office knows → those for them, which take the same particles."""
COPIES: Mapping[str, str] = {
    "sveltia/LICENSE.txt": f"{SVELTIA}/LICENSE.txt",
    "fonts/icons.woff2": f"{ICONS}/files/material-symbols-outlined-latin-wght-normal.woff2",
    "fonts/icons-LICENSE.txt": f"{ICONS}/LICENSE",
    "fonts/regular.woff2": PRETENDARD.format(name="Regular"),
    "fonts/bold.woff2": PRETENDARD.format(name="Bold"),
}
"""Files of packages by their place in the folder."""
OURS = ("admin.css", "admin.js")


def write_admin(site: Site, paths: Paths, staging: Path) -> Faults:
    """Write the folder into the new output: beside the site, or into it where the city wants that."""
    cms = site.cms or Cms()
    missing = [path for path in program_files(paths.packages) if not path.is_file()]
    if missing:
        return tuple(_missing(path) for path in missing)
    folder = (staging / "site" if cms.admin == "public" else staging) / FOLDER
    for path, octets in _files(site, cms, paths):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(octets)
    return ()


def program_files(packages: Path) -> tuple[Path, ...]:
    """The files of packages that the folder is made of, as they are installed."""
    return tuple(packages / path for path in (PROGRAM, WORDS, *COPIES.values()))


def _files(site: Site, cms: Cms, paths: Paths) -> Iterator[tuple[str, bytes]]:
    yield "config.yml", block_yaml(config(site, _formats(paths.templates))).encode()
    yield PAGE, page(site, cms, paths.templates).encode()
    yield from ((name, (paths.templates / FOLDER / name).read_bytes()) for name in OURS)
    yield "sveltia/sveltia-cms.js", program((paths.packages / PROGRAM).read_bytes())
    ours = (paths.templates / FOLDER / OUR_WORDS).read_text(encoding="utf-8")
    theirs = (paths.packages / WORDS).read_text(encoding="utf-8")
    yield f"sveltia/cms@{VERSION}/locales/ko.json", words(theirs, ours).encode()
    yield "sveltia/cms/package.json", f'{{"version": "{VERSION}"}}\n'.encode()
    yield "sveltia/nothing.json", b"{}\n"
    yield from ((name, (paths.packages / source).read_bytes()) for name, source in COPIES.items())


def page(site: Site, cms: Cms, templates: Path) -> str:
    """The page around the program."""
    template = strict_environment(templates / FOLDER, FOLDER).get_template(PAGE)
    return template.render(policy=policy(cms), title=title_of(site)) + "\n"


def policy(cms: Cms) -> str:
    """What the page may load: files beside it, and the server of the repository. Sveltia writes styles as it runs."""
    servers = [server for server in (cms.address, "https://api.github.com" if _hosted(cms) else None) if server]
    asked = " ".join(servers if cms.repo else ())
    directives = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": f"'self' data: blob: {asked}",
        "font-src": "'self'",
        "media-src": "'self' blob:",
        "connect-src": f"'self' data: blob: {asked}",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "form-action": "'none'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {sources.strip()}" for name, sources in directives.items())


def program(octets: bytes) -> bytes:
    """Sveltia as it is published, but for the addresses of other servers that it asks by itself."""
    for there, here in HERE.items():
        octets = octets.replace(there, here)
    return octets


def words(theirs: str, ours: str) -> str:
    """Sveltia's words in plain Korean, with those that its translation lacks. Both are JSON."""
    for foreign, plain in PLAIN.items():
        theirs = theirs.replace(foreign, plain)
    return json.dumps(_over(json.loads(theirs), json.loads(ours)), ensure_ascii=False)


def _over(below: Any, above: Any) -> Any:
    """The values of two trees, those `above` first."""
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return {**below, **{key: _over(below.get(key), value) for key, value in above.items()}}


def _hosted(cms: Cms) -> bool:
    return cms.backend == "github" and cms.host is None


def _formats(templates: Path) -> Mapping[str, str]:
    """The titles of print formats; one that cannot be read is told of where it is printed."""
    found: dict[str, str] = {}
    for path in sorted((templates / "print" / "formats").glob("*.toml")):
        try:
            found[path.stem] = parsed(path.stem, path.read_text(encoding="utf-8")).title
        except (OSError, ValueError):
            continue
    return found


def _missing(path: Path) -> Diagnostic:
    return Diagnostic(
        Span(path.name),
        "no-admin",
        text("편집 양식의 파일이 없습니다."),
        text("node_modules 폴더를 지우고 ‘python3 build.py’를 다시 실행하세요."),
    )
