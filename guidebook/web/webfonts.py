"""The fonts of the website: Pretendard GOV in slices, and the few glyphs it lacks cut from Noto Sans KR.

Separate from `assets`, because only this part knows what the fonts of a site are.
"""

from __future__ import annotations

import html
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby
from pathlib import Path

from guidebook.layout.typefaces import INVISIBLE, PRETENDARD_FILE, unpacked, unpacked_octets
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text
from guidebook.render.web.page import PageShell, SitePage
from guidebook.storage.program import NOT_KEPT, ProgramSteps
from guidebook.web.font_cutting import cut_slice, cut_slices, digest_of_font, kept_slice
from guidebook.web.font_slices import UNKNOWN, Slice, Usage, slices

FAMILY = "Pretendard GOV"
"""The one family name that our style sheets use; browsers take each glyph from the file that has it."""
EAST_ASIAN = re.compile("[\u3000-\u312f\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""What looks otherwise in Korea, Japan and China: Hangul is not among it."""
BOLD = 600
"""From this weight on a font is used for headings."""
TYPED = "".join(map(chr, range(0x21, 0x7F))) + "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
"""What readers type themselves: into search, into fields."""

STAND_INS = ("Noto Sans KR {}", "NotoSansKR-{}", "Noto Sans CJK KR {}", "NotoSansCJKkr-{}")
"""Full and PostScript names of the font that our spare one is cut from, as phones have it."""
STAND_IN_RANGES = (("가", "U+AC00-D7A3"), (" ", "U+20"), ("0", "U+30-39"), ("n", "U+41-5A,U+61-7A"))
"""A character by which to measure, and those that are about as wide against ours."""


@dataclass(frozen=True, slots=True)
class FontFiles:
    """One weight: the main font as WOFF2, and a large TrueType font to take missing glyphs from."""

    name: str
    weight: int
    main: bytes
    spare: bytes
    own: tuple[str, bytes] | None = None
    """What its files are called, and a font like the spare one, of a language that has letters of its own."""


@dataclass(frozen=True, slots=True)
class FontFacts:
    """What of a font is asked in every build, and takes a tenth of a second to be read out of it."""

    characters: str
    """All that it has."""
    widths: tuple[float, ...]
    """How wide it sets the characters by which stand-ins are measured, in ems; 0 where it has none."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """Font files by name, the CSS that loads them (by these names) and the names of those to load first."""

    files: Mapping[str, bytes]
    css: str
    first: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def characters_of(pages: Iterable[SitePage], shell: PageShell, others: Mapping[str, str]) -> dict[str, str]:
    """Every character that the site may show, with the first file where it stands.

    `others` are further texts by their file: templates of the page shell, style sheets, scripts.
    """
    texts = [
        (page.source, "".join((html.unescape(page.body), page.title, page.description, *(at[1] for at in page.trail))))
        for page in pages
    ]
    texts += [*others.items(), ("content/site.yml", shell.text)]
    first_file: dict[str, str] = {}
    for source, content in texts:
        first_file |= dict.fromkeys(sorted(set(content).difference(first_file)), source)
    return first_file


def typeface(
    fonts: Sequence[FontFiles],
    characters: Mapping[str, str],
    usage: Usage = UNKNOWN,
    cache: Path | None = None,
    steps: ProgramSteps = NOT_KEPT,
) -> Typeface:
    """The font files for a site that shows `characters`, in slices by `usage`; what no font has becomes errors.

    Cut files are kept in `cache`, under a name that says what they were cut from and which glyphs they hold.
    """
    files: dict[str, bytes] = {}
    rules: list[str] = []
    stand_ins: list[str] = []
    first: list[str] = []
    without: set[str] = set()
    for font in fonts:
        facts = _facts(font.main, steps), _facts(font.spare, steps)
        main, spare = (frozenset(one.characters) for one in facts)
        needed_characters = {mark for mark in characters if _visible(mark)} | set(TYPED)
        pages = usage.bold if font.weight >= BOLD else usage.regular
        for name, octets, held in _own_letters(font, needed_characters, main, pages, (cache, steps)):
            files[name] = octets
            rules.append(_rule(font.weight, name, held))
            needed_characters -= set(held)
        wanted = slices(needed_characters & main, pages)
        cut = cut_slices(cache, font.main, wanted, partial(_unpacked, font, cache))
        for number, (held, octets) in enumerate(zip(wanted, cut, strict=True)):
            # Named after what it holds, not by its place: a slice that moves up stays in the caches of browsers.
            name = f"PretendardGOV-{font.name}-{f'{ord(held[0]):X}' if number else 0}.woff2"
            files[name] = octets
            rules.append(_rule(font.weight, name, held))
            first += [name] if number == 0 else []
        lacking = needed_characters - main
        spared = tuple(sorted(lacking & spare))
        if spared:
            name = f"NotoSansKR-{font.name}.woff2"
            files[name] = kept_slice(cache, font.spare, spared, partial(cut_slice, font.spare, spared))
            rules.append(_rule(font.weight, name, spared))
        without |= lacking.difference(spared, TYPED)
        stand_ins += _stand_ins(font, *facts)
    rules += stand_ins
    return Typeface(files, "\n".join(rules), tuple(first), _missing(without, characters))


def _own_letters(
    font: FontFiles,
    needed: set[str],
    main: frozenset[str],
    pages: Sequence[frozenset[str]],
    kept: tuple[Path | None, ProgramSteps],
) -> Iterator[tuple[str, bytes, Slice]]:
    """The slices of a language's own font: what the main one lacks, and East Asian letters and marks in any case."""
    if font.own is None:
        return
    cache, steps = kept
    called, octets = font.own
    has = frozenset(_facts(octets, steps).characters)
    wanted = slices({mark for mark in needed & has if mark not in main or EAST_ASIAN.match(mark)}, pages)
    for held, cut in zip(wanted, cut_slices(cache, octets, wanted, lambda: octets), strict=True):
        yield f"{called}-{font.name}-{ord(held[0]):X}.woff2", cut, held


def _visible(mark: str) -> bool:
    return unicodedata.category(mark) not in INVISIBLE and not "\ufe00" <= mark <= "\ufe0f"


def _facts(font: bytes, steps: ProgramSteps) -> FontFacts:
    return steps.kept("font", "", {"font": digest_of_font(font)}, FontFacts, lambda: _read(font))


@lru_cache(maxsize=8)
def _read(font: bytes) -> FontFacts:
    """The facts of a font. Kept, because several sites of one process are set in the same fonts."""
    from fontTools.ttLib import TTFont

    with TTFont(io.BytesIO(font), lazy=True) as opened:
        glyphs = opened.getBestCmap()
        advances, ems = opened["hmtx"], float(opened["head"].unitsPerEm)
        known = (glyphs.get(ord(sample)) for sample, _ in STAND_IN_RANGES)
        widths = tuple(advances[glyph][0] / ems if glyph else 0.0 for glyph in known)
        return FontFacts("".join(map(chr, sorted(glyphs))), widths)


def _unpacked(font: FontFiles, cache: Path | None) -> bytes:
    """The main font as TrueType, from the cache that it shares with books."""
    name = PRETENDARD_FILE.format(name=font.name)
    return unpacked(font.main, name, cache).read_bytes() if cache else unpacked_octets(font.main)


def _stand_ins(font: FontFiles, main: FontFacts, spare: FontFacts) -> Iterator[str]:
    """Faces of the Korean font that phones have, stretched to our widths: no line jumps when ours arrives."""
    for ours, theirs, (_, only) in zip(main.widths, spare.widths, STAND_IN_RANGES, strict=True):
        sources = ",".join(f'local("{name.format(font.name)}")' for name in STAND_INS)
        yield (
            f'@font-face{{font-family:"{FAMILY} stand-in";font-weight:{font.weight};src:{sources};'
            f"size-adjust:{ours / theirs:.1%};unicode-range:{only};}}"
        )


def _rule(weight: int, name: str, characters: Slice) -> str:
    only = f"unicode-range:{','.join(_ranges(characters))};"
    return (
        f'@font-face{{font-family:"{FAMILY}";font-style:normal;font-weight:{weight};font-display:swap;'
        f'src:url("{name}") format("woff2");{only}}}'
    )


def _ranges(characters: Slice) -> list[str]:
    """`U+30-39` where characters follow one another."""
    codes, ranges = sorted(map(ord, characters)), []
    for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0]):
        these = [code for _, code in run]
        ranges.append(f"U+{these[0]:X}" + (f"-{these[-1]:X}" if len(these) > 1 else ""))
    return ranges


def _missing(marks: Iterable[str], characters: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    by_source: dict[str, list[str]] = {}
    for mark in sorted(marks):
        by_source.setdefault(characters[mark], []).append(f"{mark} (U+{ord(mark):04X})")
    return tuple(
        Diagnostic(
            Span(source),
            "missing-glyph",
            text("글꼴에 없는 글자가 있습니다: {marks}", marks=", ".join(labels)),
            text("글꼴에 있는 다른 글자나 단어로 바꾸세요."),
        )
        for source, labels in sorted(by_source.items())
    )
