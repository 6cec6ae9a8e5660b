"""The fonts of the book: ours and no others, the same on every machine.

WeasyPrint would silently take fonts of the system; an empty fontconfig configuration keeps them out of sight. The
configuration is written here; the layout engine puts it in force while it works, and only then. fontTools and
HarfBuzz are imported where they are used: most websites are made without opening a font.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text
from guidebook.storage.cached_files import kept_file
from guidebook.words import languages, traits

FOLDER = "fonts"
"""Of the cache."""
PRETENDARD_FILE = "PretendardGOV-{name}"
PRETENDARD = f"krds-uiux/resources/fonts/{PRETENDARD_FILE}.subset.woff2"
NOTO = "@expo-google-fonts/noto-sans-kr/{number}{name}/NotoSansKR_{number}{name}.ttf"
INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""Categories of characters that need no glyph: controls, joiners, spaces."""
WEIGHTS = ((400, "Regular"), (700, "Bold"))
FAMILIES = ("Pretendard GOV", "Noto Sans KR")
EAST_ASIAN = "U+3000-312F,U+31F0-31FF,U+3400-9FFF,U+F900-FAFF,U+FF00-FFEF"
"""What the font of a further language is used for, and looks otherwise there: its letters and marks, but no Hangul."""

_NO_SYSTEM_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><cachedir>{cache}</cachedir></fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Faces:
    """The font files of the book, TrueType all."""

    files: tuple[tuple[str, int, Path], ...]
    """Family, weight, file."""
    fontconfig: Path
    """A configuration of fontconfig that knows no font of the system."""

    @property
    def css(self) -> str:
        """The `@font-face` rules."""
        return "".join(
            f'@font-face{{font-family:"{family}";font-weight:{weight};src:url({path.as_uri()})'
            f"{'' if family in FAMILIES else f';unicode-range:{EAST_ASIAN}'}}}"
            for family, weight, path in self.files
        )


def install(cache: Path, packages: Path, css: str = "") -> tuple[Faces | None, tuple[Diagnostic, ...]]:
    """The fonts as files: Pretendard unpacked to TrueType once (WOFF2 would cost a second at each start).

    Those of further languages are with them only where `css` names their family.
    """
    further = [face for face in further_faces(packages) if face[0] in css]
    missing = [path for path in (*_own_files(packages), *(path for _, _, path in further)) if not path.is_file()]
    if missing:
        return None, tuple(_missing(path) for path in missing)
    files: list[tuple[str, int, Path]] = []
    for weight, name in WEIGHTS:
        packed = (packages / PRETENDARD.format(name=name)).read_bytes()
        files.append((FAMILIES[0], weight, unpacked(packed, PRETENDARD_FILE.format(name=name), cache)))
        files.append((FAMILIES[1], weight, packages / NOTO.format(number=weight, name=name)))
    return Faces((*files, *further), _without_system_fonts(cache / FOLDER)), ()


def further_faces(packages: Path, language: str | None = None) -> tuple[tuple[str, int, Path], ...]:
    """Family, weight and file of the fonts that catalogues name for their language, or for one language alone."""
    named = (traits(one).typeface for one in (languages() if language is None else (language,)))
    return tuple(
        (typeface[0], weight, packages / typeface[1].format(number=weight, name=name))
        for typeface in named
        if typeface is not None
        for weight, name in WEIGHTS
    )


def family_of(language: str | None) -> str:
    """The family of a language that has a font of its own; else empty."""
    typeface = traits(language).typeface if language else None
    return typeface[0] if typeface else ""


def package_files(packages: Path) -> tuple[Path, ...]:
    """The font files that books and website are made with, as they are installed."""
    further = (path for _, _, path in further_faces(packages))
    return (*_own_files(packages), *(path for path in further if path.is_file()))


def _own_files(packages: Path) -> tuple[Path, ...]:
    return tuple(
        path
        for weight, name in WEIGHTS
        for path in (packages / PRETENDARD.format(name=name), packages / NOTO.format(number=weight, name=name))
    )


def coverage(faces: Faces, weight: int = WEIGHTS[0][0]) -> frozenset[int]:
    """The code points that a weight can set."""
    return frozenset().union(*(code_points_of(path) for _, heavy, path in faces.files if heavy == weight))


def code_points_of(font: Path) -> frozenset[int]:
    """The code points that a TrueType file has glyphs for; HarfBuzz reads them forty times as fast as fontTools."""
    from uharfbuzz import Blob, Face

    return frozenset(Face(Blob.from_file_path(font)).unicodes)


def unpacked(woff2: bytes, name: str, cache: Path) -> Path:
    """The font as a TrueType file, kept in the cache for books and website."""
    digest = hashlib.sha256(woff2).hexdigest()[:12]
    return kept_file(cache / FOLDER / f"{name}.{digest}.ttf", lambda: unpacked_octets(woff2))


@lru_cache(maxsize=4)
def unpacked_octets(woff2: bytes) -> bytes:
    """The font as TrueType. Kept, because several sites of one process are set in the same fonts."""
    from fontTools.ttLib import TTFont

    written = io.BytesIO()
    with TTFont(io.BytesIO(woff2), recalcTimestamp=False) as font:
        font.flavor = None
        font.save(written)
    return written.getvalue()


def _without_system_fonts(folder: Path) -> Path:
    configuration = _NO_SYSTEM_FONTS.format(cache=folder / "fontconfig").encode()
    return kept_file(folder / "fonts.conf", lambda: configuration)


def _missing(path: Path) -> Diagnostic:
    return Diagnostic(
        Span(path.name),
        "no-font",
        text("글꼴 파일이 없습니다."),
        text("node_modules 폴더를 지우고 ‘python3 build.py’를 다시 실행하세요."),
    )
