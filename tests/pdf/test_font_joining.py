"""A joined book has each face once, and says and shows what its chapters did."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import Any
from unittest.mock import patch

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guidebook.cli.paths import cache_folder
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.typefaces import WEIGHTS, install
from guidebook.pdf import joining as joining
from guidebook.pdf.joining import join
from guidebook.render.book.laid_out import LaidOut
from tests.books.test_assembly import METADATA, chapter, press
from tests.design import INK
from tests.paths import PACKAGES
from tests.pdf.engines import apart, by_pdfium


def letters() -> list[str]:
    """Every character of the fonts that a reader of PDF can tell: no other has its glyph, and it has no double."""
    faces, _ = install(cache_folder(), PACKAGES)
    assert faces is not None
    drawn: dict[str, tuple[str, str]] = {}
    for family, weight, path in faces.files:
        if weight == WEIGHTS[0][0]:
            with TTFont(path, lazy=True) as font:
                for code, glyph in font.getBestCmap().items():
                    drawn.setdefault(chr(code), (family, glyph))
    count = Counter(drawn.values())
    return sorted(
        letter
        for letter, glyph in drawn.items()
        if count[glyph] == 1
        and unicodedata.category(letter)[0] in "LNPS"
        and unicodedata.normalize("NFKC", letter) == letter
    )


LETTERS = letters()
SAID = ("가나다 <b>굵게</b> 公暇 ㎡", "다라마 é ü <b>바사</b>", "아자차 300㎡ 暇", "Ångström é 가")


@pytest.fixture(scope="module")
def chapters() -> list[LaidOut]:
    shop = press()
    laid_out = [shop.lay_out(chapter(f"<h1>{words}</h1><p>{words}</p>", f"c{n}"))[0] for n, words in enumerate(SAID)]
    return [one for one in laid_out if one is not None]


@pytest.fixture(scope="module")
def whole(chapters: list[LaidOut]) -> bytes:
    return join(chapters, METADATA, INK)[0].pdf


def fonts_of(octets: bytes) -> dict[str, list[Any]]:
    found: dict[str, dict[tuple[int, int], Any]] = {}
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        for page in pdf.pages:
            for font in page.obj.Resources.Font.values():
                found.setdefault(str(font.BaseFont), {})[font.objgen] = (
                    font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes(),
                    {int(first) for first in list(font.DescendantFonts[0].W)[::2]},
                )
    return {name: list(those.values()) for name, those in found.items()}


def words(octets: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(octets)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_each_face_is_there_once_with_every_glyph_that_any_chapter_shows(whole: bytes) -> None:
    fonts = fonts_of(whole)
    assert len(fonts) >= 3
    for name, those in fonts.items():
        ((file, glyphs),) = those
        with TTFont(io.BytesIO(file)) as font:
            drawn = {glyph for glyph in glyphs if font["glyf"][font.getGlyphName(glyph)].numberOfContours}
            assert len(drawn) >= len(glyphs) - 2, f"{name}: all but the space have an outline"
            for glyph in drawn:
                outline = font["glyf"][font.getGlyphName(glyph)]
                for part in outline.getComponentNames(font["glyf"]):
                    assert font["glyf"][part].numberOfContours, f"{name}: what a glyph is composed of is there"


def test_it_says_and_shows_what_the_chapters_did(
    chapters: list[LaidOut], whole: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(joining, "join_fonts", lambda book: None)
    apart_from_each_other = join(chapters, METADATA, INK)[0].pdf
    assert len(fonts_of(apart_from_each_other)["/HQCGHZ+Pretendard-GOV"]) == len(SAID)
    assert words(whole) == words(apart_from_each_other)
    assert len(whole) < len(apart_from_each_other)
    for page in range(len(SAID)):
        assert apart(by_pdfium(whole, page), by_pdfium(apart_from_each_other, page)) < 0.05
    assert apart(by_pdfium(whole, 0), by_pdfium(whole, 1)) > 0.2, "the measure can tell two pages apart"


def test_the_same_chapters_give_the_same_bytes(chapters: list[LaidOut], whole: bytes) -> None:
    assert join(chapters, METADATA, INK)[0].pdf == whole


@pytest.fixture(scope="module")
def sheets() -> LayoutEngine:
    return press()


def shown(regular: str, bold: str) -> str:
    words = [f"<i>{escape(letter)}</i>" for letter in regular], [f"<b>{escape(letter)}</b>" for letter in bold]
    return f"<p>{' '.join(words[0])} {' '.join(words[1])}</p>"


RUNS = st.lists(
    st.tuples(
        st.text(st.sampled_from(LETTERS), min_size=1, max_size=60), st.text(st.sampled_from(LETTERS), max_size=40)
    ),
    min_size=2,
    max_size=4,
)


@settings(max_examples=12)
@example(runs=[("”", ""), ("“", "")])
@example(runs=[("‘ ʻ", "”"), ("ʻ ‘…⋯", "나"), ("힣", "”⋯…")])
@given(runs=RUNS)
def test_any_characters_in_any_chapter_and_weight_join(sheets: LayoutEngine, runs: Sequence[tuple[str, str]]) -> None:
    joins_as_laid_out(sheets, runs)


def joins_as_laid_out(sheets: LayoutEngine, runs: Sequence[tuple[str, str]]) -> None:
    """A book of one chapter a run, its first half regular, its second bold, says and shows what its chapters did."""
    laid_out = [
        one
        for number, run in enumerate(runs)
        if (one := sheets.lay_out(chapter(shown(*run), f"r{number}"))[0]) is not None
    ]
    assert len(laid_out) == len(runs)
    book = join(laid_out, METADATA, INK)[0].pdf
    with patch.object(joining, "join_fonts", lambda book: None):
        as_laid_out = join(laid_out, METADATA, INK)[0].pdf
    joined = words(book)
    assert joined == words(as_laid_out)
    said = "".join(joined)
    assert [letter for run in runs for letter in "".join(run) if letter not in said] == []
    for page in range(len(joined)):
        assert apart(by_pdfium(book, page), by_pdfium(as_laid_out, page)) < 0.05
    for those in fonts_of(book).values():
        assert len({file for file, _ in those}) == 1


@pytest.mark.long
def test_every_character_of_the_fonts_joins_in_both_weights(sheets: LayoutEngine) -> None:
    chunks = [LETTERS[start : start + 3000] for start in range(0, len(LETTERS), 3000)]
    laid_out = [
        one
        for number, (regular, bold) in enumerate(zip(chunks, reversed(chunks), strict=True))
        if (one := sheets.lay_out(chapter(f"<p>{spaced(regular)}</p><p><b>{spaced(bold)}</b></p>", f"e{number}"))[0])
    ]
    assert len(laid_out) == len(chunks)
    book = words(join(laid_out, METADATA, INK)[0].pdf)
    with patch.object(joining, "join_fonts", lambda book: None):
        assert book == words(join(laid_out, METADATA, INK)[0].pdf)
    assert set(LETTERS) <= set("".join(book))


def spaced(letters: Sequence[str]) -> str:
    return escape(" ".join(letters))
