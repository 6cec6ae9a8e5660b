"""Line ends, heading ends and missing glyphs as the finished file shows them, broken on purpose and sound."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from guidebook.books.assembly import lay_out_all
from guidebook.commands.examine import examine
from guidebook.layout.engine import LayoutEngine
from guidebook.model.text import Text
from guidebook.pdf.joining import join
from guidebook.preflight.checks import BUG, preflight
from guidebook.preflight.document import MM, Check, Document, Expected
from guidebook.preflight.drawn_numbers import drawn_numbers_are_whole
from guidebook.preflight.file import boxes_are_right, file_is_light, file_is_whole
from guidebook.preflight.fonts import every_letter_has_a_glyph
from guidebook.preflight.typography import headings_have_company, marks_stand_right, words_are_whole
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.origin import Origins
from guidebook.render.text.korean import JOINER, bind_words
from tests.books.test_assembly import METADATA, chapter, press
from tests.conftest import CITIES
from tests.design import INK

SAID = "다솜시 주민자치협의회는 근로자가 공가(公暇)를 활용하도록 12개 기관과 2,948명이 참여하는 업무협약을 맺었습니다."
LONG = "아주긴주민자치협의회업무협약체결식추진단장회의록입니다."
A5 = (148.0, 210.0)
NOTHING = Expected("제목", "ko", "", ())


@pytest.fixture(scope="module")
def sheets() -> LayoutEngine:
    return press()


def narrow(words: str, width: str = "30mm") -> str:
    return f'<p style="width:{width};overflow-wrap:anywhere">{words}</p>'


def printed(press: LayoutEngine, *bodies: str) -> bytes:
    one = chapter(f'<h1 id="a">가</h1>{"".join(bodies)}')
    laid_out, _ = lay_out_all(Manuscript("제목", (one,), one), press)
    made, faults = join(laid_out, METADATA, INK)
    assert faults == ()
    return made.pdf


def found(octets: bytes, check: Check, expected: Expected = NOTHING) -> list[tuple[str, Text]]:
    with Document(octets, expected) as document:
        return list(check(document))


@pytest.mark.parametrize(
    ("words", "torn"),
    [
        (SAID, "주민자치협의회|는"),
        (SAID, "12|개"),
        (SAID, "공가(公|暇)를"),
        (bind_words(SAID).replace(JOINER, "", 8), "주민자치협의|회는"),
    ],
)
def test_a_word_broken_between_lines_is_found(sheets: LayoutEngine, words: str, torn: str) -> None:
    told = found(printed(sheets, narrow(words)), words_are_whole)
    assert torn in [f"{dict(message.values)['before']}|{dict(message.values)['after']}" for _, message in told]


@pytest.mark.parametrize("words", [bind_words(SAID), bind_words(LONG), bind_words(f"{SAID} {LONG}"), "한마디", LONG])
def test_whole_words_and_words_wider_than_their_line_are_sound(sheets: LayoutEngine, words: str) -> None:
    assert found(printed(sheets, narrow(words)), words_are_whole) == []


CELL = (
    "<table><caption>표</caption><tr><th>곳</th>"
    '<td style="overflow-wrap:anywhere"><div style="{}">{}</div></td></tr></table>'
)


@pytest.mark.parametrize(
    ("words", "width", "torn"),
    [
        ("1,111명", "8mm", True),
        ("142백만원(주민제안)", "14mm", True),
        ("강길", "4mm", True),
        ("가온면 강길", "4mm", True),
        ("2026년 3월", "12mm", False),
        ("2026 2027", "9mm", False),
        ("주민자치회", "40mm", False),
        ("주민자치협의회업무협약체결식추진단장회의록", "20mm", False),
        ("https://example.go.kr/path/index.do?menuId=0101&seq=12345", "20mm", False),
    ],
)
def test_a_word_torn_in_a_cell_is_found_however_narrow_the_cell(
    sheets: LayoutEngine, words: str, width: str, torn: bool
) -> None:
    table = CELL.format(f"width:{width};font-size:8.5pt", bind_words(words))
    told = found(printed(sheets, table), words_are_whole)
    assert {code for code, _ in told} == ({"broken-word"} if torn else set())


def test_a_raised_sign_ends_the_line_that_it_stands_on(sheets: LayoutEngine) -> None:
    held = f"{bind_words('일요일, 추석')}{JOINER}"
    line = '<span style="display:block">{}<sup><span>°</span></sup></span>'
    table = CELL.format("width:60mm;font-size:8.5pt", line.format(held) + line.format(bind_words("위치 확인 필요")))
    assert found(printed(sheets, table), words_are_whole) == []


def test_what_preflight_finds_is_told_where_its_words_come_from(sheets: LayoutEngine) -> None:
    catalogue, _ = examine(CITIES / "maru")
    [path] = catalogue.programs
    words = bind_words("달마다 강길 고치기")
    one = chapter(CELL.format("width:4mm", words))
    one = replace(one, source=catalogue.source_map(path).file, origins=Origins(catalogue))
    laid_out, _ = lay_out_all(Manuscript("제목", (one,), one), sheets)
    book, _ = join(laid_out, METADATA, INK)
    expected = replace(NOTHING, references=book.references, origin=book.origin)
    told = preflight(book.pdf, "site/guidebook.pdf", expected, (words_are_whole,))
    assert told
    assert {fault.span.file for fault in told} == {catalogue.source_map(path).file}
    assert BUG not in {fault.hint for fault in told}
    offer = catalogue.where(path, "offer")
    assert offer in {fault.span for fault in told}


@pytest.mark.parametrize(
    ("lines", "faults"),
    [(("1,234,", "567명"), 1), (("1,300,000", "명"), 1), (("1,234", "567명"), 0), (("1,234명", "56명"), 0)],
)
def test_a_number_cut_in_a_drawing_is_found(sheets: LayoutEngine, lines: tuple[str, str], faults: int) -> None:
    words = "".join(
        f'<text x="5" y="{15 + 12 * place}" font-size="10">{line}</text>' for place, line in enumerate(lines)
    )
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="90" height="60"><title>수</title>{words}</svg>'
    )
    assert len(found(printed(sheets, drawing), drawn_numbers_are_whole)) == faults


def test_a_held_word_that_was_torn_although_it_fits_is_found(sheets: LayoutEngine) -> None:
    torn = f"{bind_words('주민자치')}{JOINER}<br>{JOINER}{bind_words('협의회')}"
    assert [code for code, _ in found(printed(sheets, narrow(torn, "60mm")), words_are_whole)] == []
    beside = f"{bind_words('긴 줄이 위에 있습니다 그리고')}<br>{torn}"
    assert [code for code, _ in found(printed(sheets, narrow(beside, "90mm")), words_are_whole)] == ["broken-word"]


@pytest.mark.parametrize(("words", "faults"), [("가나 (<br>다라", 1), ("가나<br>) 다라", 1), ("가나 (다)<br>라", 0)])
def test_marks_at_the_wrong_edge_of_a_line_are_found(sheets: LayoutEngine, words: str, faults: int) -> None:
    assert len(found(printed(sheets, narrow(bind_words(words))), marks_stand_right)) == faults


@pytest.mark.parametrize(
    ("after", "faults"),
    [
        ('<h2>외톨이</h2><p style="break-before:page">글</p>', 1),
        ("<h2>제목</h2><p>글</p>", 0),
        ('<h2>제목</h2><p>글</p><p style="break-before:page">글</p>', 0),
        ('<h2>외톨이</h2><h3 style="break-before:page">다음</h3><p>글</p>', 1),
        ('<h2>쓸 곳</h2><h2 style="break-before:page">다음</h2><p>글</p>', 0),
        ("<h2>끝</h2>", 0),
    ],
)
def test_a_heading_alone_at_the_end_of_its_page_is_found(sheets: LayoutEngine, after: str, faults: int) -> None:
    style = "<style>h2{break-after:auto!important}</style>"
    assert len(found(printed(sheets, style, "<p>글</p>", after), headings_have_company)) == faults


def changed(octets: bytes, change: str) -> bytes:
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        page = pdf.pages[0]
        first = next(iter(page.obj.Resources.Font.keys()))
        empty = f"BT {first} 9 Tf <02d00000> Tj ET".encode()
        if change == "glyph":
            page.contents_add(empty)
        elif change == "form":
            form = pdf.make_stream(empty)
            form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Array([0, 0, 9, 9])
            form.Resources = pikepdf.Dictionary(Font=page.obj.Resources.Font)
            page.obj.Resources.XObject = pikepdf.Dictionary(F=form)
        elif change == "halves":
            page.contents_add(f"BT {first} 9 Tf <02000001> Tj ET".encode())
        elif change in ("MediaBox", "TrimBox", "CropBox"):
            page.obj[f"/{change}"] = pikepdf.Array([0, 0, 148 * MM, 211 * MM])
        elif change == "photograph":
            picture = pdf.make_stream(bytes(300), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
            picture.Width, picture.Height, picture.BitsPerComponent = 300, 1, 8
            picture.ColorSpace = pikepdf.Name.DeviceGray
            page.obj.Resources.XObject = pikepdf.Dictionary(P=picture)
        saved = io.BytesIO()
        pdf.save(saved)
        return saved.getvalue()


@pytest.fixture(scope="module")
def plain(sheets: LayoutEngine) -> bytes:
    return printed(sheets, f"<p>{bind_words(SAID)}</p>")


@pytest.mark.parametrize(("change", "faults"), [("glyph", 1), ("form", 1), ("halves", 0), ("none", 0)])
def test_a_missing_glyph_is_found_on_pages_and_in_forms(plain: bytes, change: str, faults: int) -> None:
    assert len(found(changed(plain, change), every_letter_has_a_glyph)) == faults


@pytest.mark.parametrize(
    ("change", "bleed", "faults"),
    [("MediaBox", False, 1), ("TrimBox", False, 1), ("CropBox", False, 1), ("TrimBox", True, 1), ("MediaBox", True, 0)],
)
def test_boxes_that_do_not_fit_the_edition_are_found(plain: bytes, change: str, bleed: bool, faults: int) -> None:
    expected = Expected("제목", "ko", "", (), trim=A5, bleed=bleed)
    assert found(plain, boxes_are_right, expected) == []
    told = found(changed(plain, change), boxes_are_right, expected)
    assert len({dict(message.values)["box"] for _, message in told} & {change}) == faults


@pytest.mark.parametrize(("change", "limit", "faults"), [("none", 100, 1), ("none", 9**9, 0), ("photograph", 100, 0)])
def test_a_heavy_book_without_photographs_is_found(plain: bytes, change: str, limit: int, faults: int) -> None:
    expected = Expected("제목", "ko", "", (), limit=limit)
    assert len(found(changed(plain, change), file_is_light, expected)) == faults


def test_a_file_that_cannot_be_read_whole_is_found(plain: bytes) -> None:
    assert found(plain, file_is_whole) == []
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        pdf.pages[0].obj.Contents = pdf.make_stream(b"not deflated", Filter=pikepdf.Name.FlateDecode)
        saved = io.BytesIO()
        pdf.save(saved, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    assert {code for code, _ in found(saved.getvalue(), file_is_whole)} == {"broken-file"}


def test_the_whole_preflight_tells_of_what_is_new(sheets: LayoutEngine) -> None:
    made = printed(sheets, narrow(SAID))
    expected = Expected("제목", "ko", "", (), frozenset(), trim=(148.0, 200.0), limit=10)
    codes = {fault.code for fault in preflight(made, "x.pdf", expected)}
    assert {"broken-word", "wrong-size", "too-heavy"} <= codes
