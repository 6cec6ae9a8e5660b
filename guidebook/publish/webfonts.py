"""The fonts of the website: Pretendard GOV as it is, and the few glyphs it lacks cut from Noto Sans KR.

Separate from `assets`, because only this part knows fontTools and reads fonts.
"""

from __future__ import annotations

import html
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fontTools import subset
from fontTools.ttLib import TTFont

from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text
from guidebook.publish.fonts import INVISIBLE
from guidebook.render.page import Frame, SitePage

FAMILY = "Pretendard GOV"
"""The one family name that our style sheets use; browsers take each glyph from the file that has it."""


@dataclass(frozen=True, slots=True)
class FontFiles:
    """One weight: the main font as WOFF2, and a large TrueType font to take missing glyphs from."""

    name: str
    weight: int
    main: bytes
    spare: bytes


@dataclass(frozen=True, slots=True)
class Typeface:
    """Font files by name, the CSS that loads them (by these names) and the names of those to load first."""

    files: Mapping[str, bytes]
    css: str
    first: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def characters_of(pages: Iterable[SitePage], frame: Frame, others: Mapping[str, str]) -> dict[str, str]:
    """Every character that the site may show, with the first file where it stands.

    `others` are further texts by their file: templates of the frame, style sheets, scripts.
    """
    words = [frame.site_title, frame.short_title, frame.title_suffix, frame.notice, frame.publisher, *frame.footer]
    words += [*(label for _, label in frame.menu), *frame.words.values()]
    words += [label for _, label in frame.links]
    texts = [
        (page.source, "".join((html.unescape(page.body), page.title, page.description, *(at[1] for at in page.trail))))
        for page in pages
    ]
    texts += [*others.items(), ("content/site.yml", "".join(words))]
    found: dict[str, str] = {}
    for source, content in texts:
        for character in sorted(set(content)):
            found.setdefault(character, source)
    return found


def typeface(fonts: Sequence[FontFiles], characters: Mapping[str, str]) -> Typeface:
    """The font files for a site that shows `characters`; those that no font has become errors."""
    files: dict[str, bytes] = {}
    rules: list[str] = []
    without: set[str] = set()
    for font in fonts:
        main = f"PretendardGOV-{font.name}.woff2"
        files[main] = font.main
        rules.append(_rule(font.weight, main))
        covered = _coverage(font.main)
        lacking = {mark for mark in characters if ord(mark) not in covered and _visible(mark)}
        with TTFont(io.BytesIO(font.spare), lazy=True, recalcTimestamp=False) as spare:
            cut = sorted(lacking & {chr(code) for code in spare.getBestCmap()})
            if cut:
                name = f"NotoSansKR-{font.name}.woff2"
                files[name] = _cut(spare, cut)
                rules.append(_rule(font.weight, name, cut))
        without |= lacking.difference(cut)
    first = tuple(f"PretendardGOV-{font.name}.woff2" for font in fonts)
    return Typeface(files, "\n".join(rules), first, _missing(without, characters))


def _visible(mark: str) -> bool:
    return unicodedata.category(mark) not in INVISIBLE and not "\ufe00" <= mark <= "\ufe0f"


def _coverage(font: bytes) -> frozenset[int]:
    with TTFont(io.BytesIO(font), lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def _cut(font: TTFont, characters: Sequence[str]) -> bytes:
    """The glyphs of `characters` as WOFF2: the same bytes every time, licence and copyright kept in the name table."""
    options = subset.Options(flavor="woff2", hinting=False, layout_features=[], name_IDs=[0, 1, 2, 4, 6, 13, 14])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(character) for character in characters])
    cutter.subset(font)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written, reorderTables=False)
    return written.getvalue()


def _rule(weight: int, name: str, characters: Sequence[str] = ()) -> str:
    only = f"unicode-range:{','.join(f'U+{ord(character):X}' for character in characters)};" if characters else ""
    return (
        f'@font-face{{font-family:"{FAMILY}";font-style:normal;font-weight:{weight};font-display:swap;'
        f'src:url("{name}") format("woff2");{only}}}'
    )


def _missing(marks: Iterable[str], characters: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    by_source: dict[str, list[str]] = {}
    for mark in sorted(marks):
        by_source.setdefault(characters[mark], []).append(f"{mark} (U+{ord(mark):04X})")
    return tuple(
        Diagnostic(
            Span(source),
            "missing-glyph",
            text("글꼴에 없는 글자가 있습니다: {marks}", marks=", ".join(named)),
            text("글꼴에 있는 다른 글자나 낱말로 바꾸세요."),
        )
        for source, named in sorted(by_source.items())
    )
