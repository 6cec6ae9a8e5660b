"""The finished guidebook of a tiny city, read back by other programs than made it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pymupdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from guidebook.books.assembly import lay_out_all
from guidebook.cli.paths import cache_folder
from guidebook.commands.examine import examine
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.typefaces import install
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.wording.sample import notice
from guidebook.pdf.joining import JoinedBook, join
from guidebook.pdf.metadata import BookMetadata
from guidebook.preflight.checks import preflight
from guidebook.preflight.document import Expected
from guidebook.render.book.chapter import Chapter
from guidebook.render.book.guidebook import Manuscript, manuscript
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.text.korean import JOINER
from guidebook.render.text.line_breaks import set_line_breaks
from tests.books.made import made_book, made_guidebook
from tests.conftest import CITIES
from tests.design import BOOK, INK
from tests.look.paper import measured
from tests.paths import PACKAGES, TEMPLATES, paths
from tests.render.fragments import edited

METADATA = BookMetadata("제목", "지은이", "무엇", "ko", "2026-01-05", "{page}쪽")


@pytest.fixture(scope="module")
def edition() -> RenderContext:
    catalogue, faults = examine(CITIES / "yeoul")
    assert faults == ()
    return context_of(catalogue, TEMPLATES, PACKAGES)


@pytest.fixture(scope="module")
def book(edition: RenderContext) -> JoinedBook:
    made, faults = made_guidebook(edition, paths(CITIES / "yeoul"))
    assert faults == ()
    assert made is not None
    return made


@pytest.fixture(scope="module")
def expected(edition: RenderContext, book: JoinedBook) -> Expected:
    said = notice(edition.site, "ko", edition.words)
    return Expected(manuscript(edition).title, "ko", said, book.references)


@pytest.fixture
def seen(book: JoinedBook) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(book.pdf)
    yield document
    document.close()


def words(document: pypdfium2.PdfDocument) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in document]


def press(css: str = "") -> LayoutEngine:
    faces, faults = install(cache_folder(), PACKAGES)
    assert faces is not None, faults
    from guidebook.model.print_format import PrintFormat
    from guidebook.model.settings.showing import Palette

    return LayoutEngine(
        stylesheet(BOOK, Palette(), PrintFormat(id="screen", title="화면용")) + css, faces, (TEMPLATES,)
    )


def chapter(body: str, id: str = "one", references: tuple[str, ...] = ()) -> Chapter:
    html = f'<!doctype html><html lang="ko"><head><title>장</title></head><body>{body}</body></html>'
    return Chapter.from_html(id, "시험 장", html, "content/test.md", references=references)


def test_the_book_says_what_the_content_says(seen: pypdfium2.PdfDocument) -> None:
    whole = "".join(words(seen))
    for passage in ("1,200명", "公暇", "300㎡", "장터에서 <만나다> & 나누다", "2025년 자료 기준", "골목 책방"):
        assert passage in whole


def test_contents_name_the_pages_where_things_are(seen: pypdfium2.PdfDocument, book: JoinedBook) -> None:
    pages = words(seen)
    contents = pages[book.page_of["contents"] - 1]
    for title, number in re.findall(r"(마을 장터|물길 지도|골목 책방|판권지)[ .]*(\d+)", contents):
        opening = {"판권지": "책 제목"}.get(title, title)
        assert opening in pages[int(number) - 1]
    assert dict(book.references)["program-market"] == book.page_of["program-market"]


def test_no_small_table_is_torn_no_note_is_away_and_nothing_is_parted(book: JoinedBook, tmp_path: Path) -> None:
    (tmp_path / "book.pdf").write_bytes(book.pdf)
    found = measured(tmp_path / "book.pdf")
    assert (found.tables, found.notes, found.words, found.bare) == ((), (), (), ())


def test_title_page_and_parts_open_on_right_hand_pages(book: JoinedBook) -> None:
    assert all(book.page_of[id] % 2 == 1 for id in ("title", "part-cases", "part-towns", "part-back"))


def test_reports_begin_on_left_hand_pages_and_contents_on_the_page_behind_the_title(book: JoinedBook) -> None:
    assert all(book.page_of[f"program-{id}"] % 2 == 0 for id in ("market", "watermap", "library"))
    assert book.page_of["contents"] == book.page_of["title"] + 1


def test_notes_stand_at_the_foot_of_the_page_that_points_at_them(
    seen: pypdfium2.PdfDocument, book: JoinedBook, edition: RenderContext
) -> None:
    (program,) = [one for one in edition.catalogue.programs if one.id == "market"]
    pointed = [note for note in program.notes if f"[^{note.id}]" in program.body]
    assert pointed
    for note in pointed:
        page = book.page_of[f"program-market-note-{note.id}"]
        assert page == book.page_of[f"program-market-ref-{note.id}"]
        above, _, below = words(seen)[page - 1].partition(note.text[:8])
        assert len(above) > len(below)


def test_outline_has_every_title_once(seen: pypdfium2.PdfDocument) -> None:
    top = [bookmark.get_title() for bookmark in seen.get_toc() if bookmark.level == 0]
    assert top.count("물길을 그리다") == 1
    assert "차례" in top
    assert not [title for title in top if JOINER in title]


def test_links_go_to_other_chapters(book: JoinedBook) -> None:
    with pikepdf.open(io.BytesIO(book.pdf)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        page = pdf.pages[book.page_of["program-market--성과-및-지역사회-기여"] - 1]
        targets = {numbers[link.Dest[0].objgen] for link in page.obj.Annots if "/Dest" in link}
    assert {book.page_of["town-gangbyeon"], book.page_of["program-watermap"]} <= targets


def test_every_piece_of_tagged_content_knows_its_place_in_the_structure(book: JoinedBook) -> None:
    with pikepdf.open(io.BytesIO(book.pdf)) as pdf:
        pairs = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        keys = [int(key) for key in pairs[::2]]
        assert keys == sorted(set(keys))
        parents = dict(zip(keys, pairs[1::2], strict=True))
        for page in pdf.pages:
            elements = parents[int(page.obj.StructParents)]
            assert all(element is None or element.Type == "/StructElem" for element in elements)
            for annotation in page.obj.get("/Annots", pikepdf.Array()):
                assert parents[int(annotation.StructParent)].Type == "/StructElem"


def test_the_same_content_gives_the_same_bytes(edition: RenderContext, book: JoinedBook) -> None:
    again, _ = made_guidebook(edition, paths(CITIES / "yeoul"))
    assert again is not None
    assert again.pdf == book.pdf


def test_preflight_finds_nothing_wrong(book: JoinedBook, expected: Expected) -> None:
    assert preflight(book.pdf, "guidebook.pdf", expected) == ()


def doctored(book: JoinedBook, change: str) -> bytes:
    with pikepdf.open(io.BytesIO(book.pdf)) as pdf:
        contents = pdf.pages[book.page_of["contents"] - 1]
        if change == "number":
            swapped = [link for link in contents.obj.Annots if "/Dest" in link]
            swapped[0].Dest, swapped[-1].Dest = swapped[-1].Dest, swapped[0].Dest
            swapped[1].Dest, swapped[-2].Dest = swapped[-2].Dest, swapped[1].Dest
        elif change == "link":
            del contents.obj.Annots[0].Dest
        elif change == "title":
            del pdf.docinfo["/Title"]
        elif change == "tags":
            del pdf.Root.StructTreeRoot
        elif change == "page":
            del pdf.pages[3]
        elif change == "font":
            next(iter(contents.obj.Resources.Font.values())).BaseFont = pikepdf.Name("/Helvetica")
        octets = io.BytesIO()
        pdf.save(octets)
        return octets.getvalue()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("number", "wrong-page-number"),
        ("link", "dead-link"),
        ("title", "no-description"),
        ("tags", "no-description"),
        ("page", "wrong-folio"),
        ("font", "foreign-font"),
    ],
)
def test_preflight_finds_what_was_doctored(book: JoinedBook, expected: Expected, change: str, code: str) -> None:
    assert code in {fault.code for fault in preflight(doctored(book, change), "guidebook.pdf", expected)}


def test_preflight_misses_the_notice(book: JoinedBook, expected: Expected) -> None:
    found = preflight(book.pdf, "guidebook.pdf", replace(expected, notice="다른 알림입니다."))
    assert [fault.code for fault in found] == ["no-notice", "no-notice"]


def test_hanja_and_units_are_drawn_alike_by_two_engines(book: JoinedBook, seen: pypdfium2.PdfDocument) -> None:
    number = next(n for n, said in enumerate(words(seen)) if "公暇" in said and "㎡" in said)
    one = seen[number].render(scale=ZOOM).to_pil().convert("L")
    with pymupdf.open(stream=book.pdf, filetype="pdf") as other:
        pixels = other[number].get_pixmap(matrix=pymupdf.Matrix(ZOOM, ZOOM))
        two = Image.frombytes("RGB", (pixels.width, pixels.height), pixels.samples).convert("L").resize(one.size)
    boxes = list(_boxes_of(seen[number], "公暇㎡"))
    assert len(boxes) == 3
    drawn = [(_coarse(one.crop(box)), _coarse(two.crop(box))) for box in boxes]
    for left, right in drawn:
        assert ImageStat.Stat(left).stddev[0] > 20, "the glyph is not blank"
        assert _difference(left, right) < 30, "measured: 6 to 15 for the same character, 83 to 95 for another"
    assert _difference(drawn[0][0], drawn[1][1]) > 60, "the measure can tell two characters apart"


ZOOM = 12


def _coarse(glyph: Image.Image) -> Image.Image:
    """Small enough that the engines' different smoothing of edges does not count."""
    return glyph.resize((16, 16), Image.Resampling.BOX)


def _difference(one: Image.Image, other: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


def _boxes_of(page: pypdfium2.PdfPage, letters: str) -> Iterator[tuple[int, int, int, int]]:
    text_page, height = page.get_textpage(), page.get_height()
    for index in range(text_page.count_chars()):
        if text_page.get_text_range(index, 1) in letters:
            left, bottom, right, top = text_page.get_charbox(index)
            yield round(left * ZOOM), round((height - top) * ZOOM), round(right * ZOOM), round((height - bottom) * ZOOM)


@pytest.mark.parametrize("pages", [9, 11, 105])
def test_numbers_of_one_two_and_three_digits_are_stamped(pages: int) -> None:
    from guidebook.model.placeholder import page_ref

    first = chapter(f'<h1 id="a">가</h1><p>{page_ref("end", 0)}쪽을 보세요.</p>', references=("end",))
    last = chapter(
        "".join('<p style="break-after:page">글</p>' for _ in range(pages - 2)) + '<h1 id="end">끝</h1>', "two"
    )
    laid_out, faults = lay_out_all(Manuscript("제목", (first, last), first), press())
    assert faults == ()
    made, faults = join(laid_out, METADATA, INK)
    assert faults == ()
    assert made.page_of["end"] == pages
    found = preflight(made.pdf, "x.pdf", Expected("제목", "ko", "", made.references, frozenset()))
    assert found == ()


def faults_of(body: str) -> list[Diagnostic]:
    _, faults = press().lay_out(chapter(body))
    return list(faults)


def test_a_glyph_that_no_font_has_is_named() -> None:
    (fault,) = faults_of("<p>웃음 \U0001f600</p>")
    assert fault.code == "missing-glyph"
    assert fault.span.file == "content/test.md"
    assert "\U0001f600" in str(fault.message) or "1F600" in str(fault.message).upper()


@pytest.mark.parametrize(
    "address", ["https://example.com/a.png", "file:///etc/passwd", "http://127.0.0.1:1/a.png", "ftp://example.com/a"]
)
def test_nothing_is_read_from_outside_the_fence(address: str) -> None:
    (fault,) = faults_of(f'<p><img src="{address}" alt=""></p>')
    assert fault.code == "forbidden-file"
    assert address in str(fault.message)


def test_a_missing_picture_is_a_fault(tmp_path: Path) -> None:
    (fault,) = faults_of(f'<p><img src="{(TEMPLATES / "none.png").as_uri()}" alt=""></p>')
    assert fault.code == "forbidden-file"


def test_data_in_the_document_is_allowed() -> None:
    pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    assert faults_of(f'<p><img src="{pixel}" alt="점"></p>') == []


def test_text_that_sticks_out_is_a_fault() -> None:
    (fault,) = faults_of('<p style="white-space:nowrap">' + "가나다라 " * 40 + "</p>")
    assert fault.code == "overflow"


def test_a_link_to_nowhere_is_a_fault() -> None:
    laid_out, _ = press().lay_out(chapter('<h1>가</h1><p><a href="book:none">어디</a></p>'))
    assert laid_out is not None
    _, faults = join((laid_out,), METADATA, INK)
    assert [(fault.code, fault.span.file) for fault in faults] == [("dead-link", "content/test.md")]


def test_without_the_font_packages_the_remedy_is_named(tmp_path: Path, edition: RenderContext) -> None:
    made, faults = made_book(manuscript(edition), "", METADATA, INK, replace(paths(tmp_path), packages=tmp_path))
    assert made is None
    assert {fault.code for fault in faults} == {"no-font"}


def test_a_line_before_a_remark_is_filled() -> None:
    said = (
        "출처 문서가 시작한 날로 적은 2019년 7월 21일은 일요일이었습니다. 시 누리집과 언론에는 7월 22일부터 8월 "
        "2일까지로 나오고, 첫 주민총회도 7월 22일(보람면)로 예고되었습니다. 7월 21일부터 8월 2일까지는 13일입니다."
    )
    remark = '<span class="note-source">출처: 다솜시, 「2019 다솜시 주민자치 정책박람회」, 2019. 8. 2.</span>'
    style = "font:400 7pt/10pt 'Pretendard GOV';padding-left:15pt"
    one = chapter(edited(f'<p style="{style}">{said} {remark}</p>', set_line_breaks))
    laid_out, _ = press().lay_out(one)
    assert laid_out is not None
    lines = pypdfium2.PdfDocument(laid_out.pdf)[0].get_textpage().get_text_bounded().splitlines()
    assert lines[1].startswith("8월 2일까지로 나오고,")
