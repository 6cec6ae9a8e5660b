"""The files that every page loads: style sheet, scripts, pictures of the page shell, fonts.

Names carry a hash of the content, so that browsers may keep a file for ever and never show an old one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from guidebook.layout.typefaces import NOTO, PRETENDARD, WEIGHTS, further_faces
from guidebook.load.folders import shown
from guidebook.model.diagnostic import Diagnostic, Faults
from guidebook.render.design.tokens import KRDS, TOKENS, Tokens
from guidebook.storage.program import NOT_KEPT, ProgramSteps
from guidebook.storage.steps import digest_of
from guidebook.web.font_slices import UNKNOWN, Usage
from guidebook.web.styles import condensed, tokens_for, unknown_pictures, unknown_tokens
from guidebook.web.webfonts import FontFiles, Typeface, typeface
from guidebook.words import DEFAULT_LANGUAGE

_COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}|<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class AssetSources:
    """The files that assets are made of, read. Names are without folders."""

    tokens: str
    styles: Mapping[str, str]
    """Our CSS: path as shown in diagnostics → text, in the order of names."""
    scripts: Mapping[str, bytes]
    pictures: Mapping[str, bytes]
    fonts: tuple[FontFiles, ...]


@dataclass(frozen=True, slots=True)
class OwnStyle:
    """Our style sheets made small, and the tokens in them that nobody defines."""

    css: str
    faults: Faults


@dataclass(frozen=True, slots=True)
class Assets:
    """What is published. All paths are relative to the site's root."""

    css: str
    scripts: Mapping[str, str]
    """From a file's name in `js/` to its path."""
    preload: tuple[str, ...]
    """The fonts that every page needs."""
    pictures: Mapping[str, str]
    """From a file's name in `img/` to its path."""
    files: Mapping[str, bytes]
    """From path to bytes: everything above, and the fonts."""
    page_styles: Mapping[str, str] = field(default_factory=dict)
    """From the path of a page that has CSS of its own to that file."""


def read_sources(theme: Path, packages: Path, design: Tokens, language: str = DEFAULT_LANGUAGE) -> AssetSources:
    """Read `theme`'s css, js and img folders, and fonts and KRDS's tokens from `packages` (node_modules).

    A `language` with letters of its own has a font more.
    """
    own = {weight: (path.stem.partition("_")[0], path) for _, weight, path in further_faces(packages, language)}
    sheets = {path: path.read_text(encoding="utf-8") for path in sorted(theme.glob("css/*.css"))}
    ours = {theme.parent / TOKENS: design.modes, **sheets}
    return AssetSources(
        tokens=(packages / KRDS).read_text(encoding="utf-8"),
        styles={shown(path): design.on_screen(css) for path, css in ours.items()},
        scripts=dict(_scripts(theme / "js")),
        pictures={path.name: path.read_bytes() for path in sorted(theme.glob("img/*")) if path.is_file()},
        fonts=tuple(
            FontFiles(
                name,
                weight,
                (packages / PRETENDARD.format(name=name)).read_bytes(),
                (packages / NOTO.format(number=weight, name=name)).read_bytes(),
                (own[weight][0], own[weight][1].read_bytes()) if weight in own else None,
            )
            for weight, name in WEIGHTS
        ),
    )


def _scripts(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Each script, and each folder of scripts as one: what a page needs together travels together."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield f"{path.name}.js", b"".join(part.read_bytes() for part in sorted(path.glob("*.js")))
        elif path.suffix == ".js":
            yield path.name, path.read_bytes()


def texts_of(theme: Path, styles: Mapping[str, str]) -> dict[str, str]:
    """The text of the theme's own files, by file: the fonts must have its characters. `styles` are its CSS."""
    templates, scripts = (
        {shown(path): path.read_text(encoding="utf-8") for path in sorted(theme.glob(pattern))}
        for pattern in ("*.html", "js/*.js")
    )
    texts = {**templates, **styles, **scripts}
    return {name: _COMMENT.sub("", content) for name, content in texts.items()}


def make_assets(
    sources: AssetSources,
    characters: Mapping[str, str],
    usage: Usage = UNKNOWN,
    cache: Path | None = None,
    colours: str = "",
    steps: ProgramSteps = NOT_KEPT,
) -> tuple[Assets, tuple[Diagnostic, ...]]:
    """The assets for a site that uses `characters`: from character to the first file where it stands.

    `usage` says which pages do, so that fonts are cut to fit; `cache` keeps what was cut; `colours` is CSS with the
    city's own.
    """
    files: dict[str, bytes] = {}
    pictures = {name: add_file(files, name, octets) for name, octets in sources.pictures.items()}
    scripts = {name: add_file(files, name, octets) for name, octets in sources.scripts.items()}
    letters: Typeface = typeface(sources.fonts, characters, usage, cache, steps)
    fonts = {name: add_file(files, name, octets) for name, octets in letters.files.items()}
    own = _own_style(sources, colours, steps)
    style = condensed(letters.css).removesuffix("\n") + own.css
    css = add_file(files, "site.css", _with_hashed_names(style, {**pictures, **fonts}).encode())
    assets = Assets(css, scripts, tuple(fonts[name] for name in letters.first), pictures, files)
    lost = unknown_pictures(sources.styles, {*pictures, *fonts})
    return assets, (*own.faults, *lost, *letters.diagnostics)


def _own_style(sources: AssetSources, colours: str, steps: ProgramSteps) -> OwnStyle:
    """Our style sheets with the tokens that they use."""
    inputs = {
        "tokens": digest_of(sources.tokens),
        "colours": digest_of(colours),
        **{name: digest_of(css) for name, css in sources.styles.items()},
    }

    def made() -> OwnStyle:
        own = "\n".join(sources.styles.values())
        css = condensed("\n".join((tokens_for(own, sources.tokens), own, colours)))
        return OwnStyle(css, tuple(unknown_tokens(sources.styles, sources.tokens + colours)))

    return steps.kept("style", "site.css", inputs, OwnStyle, made)


def with_page_styles(assets: Assets, styles: Mapping[str, str]) -> Assets:
    """`assets` and the CSS of single pages, given by their paths."""
    files = dict(assets.files)
    paths = {page: add_file(files, "page.css", css.encode()) for page, css in styles.items()}
    return replace(assets, files=files, page_styles=paths)


def add_file(files: dict[str, bytes], name: str, octets: bytes) -> str:
    """Put a file under a name with the hash of its content; the path it got."""
    stem, dot, suffix = name.rpartition(".")
    path = f"assets/{stem}.{hashlib.sha256(octets).hexdigest()[:8]}{dot}{suffix}"
    files[path] = octets
    return path


def _with_hashed_names(css: str, paths: Mapping[str, str]) -> str:
    """`css` with the files it names by `url(…)` under their published names; it lies in the same folder as they."""

    def renamed(match: re.Match[str]) -> str:
        path = paths.get(match[2].rpartition("/")[2])
        return f"url({match[1]}{path.rpartition('/')[2]}{match[1]})" if path else match[0]

    return re.sub(r"""url\(\s*(["']?)([^"'()\s]+)\1\s*\)""", renamed, css)
