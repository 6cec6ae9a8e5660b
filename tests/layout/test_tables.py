"""Tables on paper: whole words, whole short tables, heads on every page; what cannot be helped is told at its line."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from guidebook.books.assembly import layout_engine
from guidebook.books.print_formats import print_formats
from guidebook.books.style_sheets import print_css
from guidebook.commands.examine import examine
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.tables.arrange import LEAST
from guidebook.model.diagnostic import Diagnostic, has_errors
from guidebook.model.print_format import PrintFormat
from guidebook.pdf.joining import JoinedBook, join
from guidebook.preflight.accessibility import reading_rules
from guidebook.preflight.document import Document, Expected
from guidebook.preflight.typography import headings_have_company, words_are_whole
from guidebook.render.book.chapter import Chapter
from guidebook.render.book.program import program_chapter
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from tests.books.test_assembly import METADATA
from tests.conftest import CITIES
from tests.design import INK
from tests.paths import PACKAGES, TEMPLATES, paths
from tests.wide_tables import ADDRESS, CASE, HANGUL, LATIN, city, table

EDITIONS = ("screen", "office", "office-plain", "press", "large-print")
LONG_CELL = "주민자치회의 회의록과 결정 사항을 적습니다. "


@cache
def rendering() -> RenderContext:
    """What the tiny city is rendered with; its design is read once."""
    return context_of(examine(CITIES / "maru")[0], TEMPLATES, PACKAGES)


@cache
def details() -> str:
    """What the report says in front of its body that it may leave out: figures, comparisons, timetable, partners."""
    report = (CITIES / "maru" / "programs" / "river-path.md").read_text(encoding="utf-8")
    return report[report.index("indicators:") : report.index("\ntowns: [") + 1]


@pytest.fixture(scope="module")
def presses() -> dict[str, tuple[PrintFormat, LayoutEngine]]:
    edition = rendering()
    found, _ = print_formats(EDITIONS, TEMPLATES)
    ready = {}
    for print_format in found:
        css = stylesheet(print_css(TEMPLATES, "guidebook", edition.design), edition.site.palette, print_format)
        press, _ = layout_engine(css, paths(CITIES / "yeoul"), max(LEAST, print_format.least))
        assert press is not None
        ready[print_format.id] = (print_format, press)
    return ready


def report(folder: Path, body: str, print_format: PrintFormat, *changes: tuple[str, str]) -> Chapter:
    """The chapter of the programme with this body."""
    catalogue, faults = examine(city(folder, body, *changes))
    assert not has_errors(faults)
    assert catalogue.site is not None
    context = replace(rendering(), catalogue=catalogue, site=catalogue.site, print_format=print_format)
    return program_chapter(context, catalogue.programs[0])


def bare(folder: Path, body: str, print_format: PrintFormat, *changes: tuple[str, str]) -> Chapter:
    """The same without the details in front, which are laid out again with every table that does not fit."""
    return report(folder, body, print_format, (details(), ""), *changes)


def joined(press: LayoutEngine, chapter: Chapter) -> tuple[JoinedBook, tuple[Diagnostic, ...]]:
    laid_out, faults = press.lay_out(chapter)
    assert laid_out is not None
    book, more = join((laid_out,), METADATA, INK)
    return book, (*faults, *more)


def words(octets: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(octets)
    return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


def sizes(octets: bytes) -> Iterator[float]:
    """The sizes of all type that is shown."""
    with Document(octets, Expected("", "", "", ())) as book:
        for page in range(len(book.pdf.pages)):
            yield from (run.size for run in book.runs(page) if "명" in run.text or "월" in run.text)


BODIES = {
    "case": CASE,
    "eight": table(8),
    "eight long": table(8, cell="142백만원(주민제안)"),
    "twenty": table(20, rows=10, cell="142백만원(주민제안)"),
    "many rows": table(13, rows=18),
    "english": table(7, cell="Residents’ autonomy council"),
    "long words": table(3, rows=1, cell=f"{HANGUL} 1,111명 {ADDRESS} {LATIN[:80]}"),
    "spans of days": table(8, cell="2026. 3. 1.~2026. 12. 31."),
    "addresses": table(3, cell="https://example.go.kr/path/index.do?menuId=0101&seq=12345"),
    "bold and linked": table(9, cell="**1,234**명과 [가온면](town:gaon)"),
}
"""Ten rows are one more than a table that is not torn has; of eighteen some stand on a second turned page."""


SEEN = [
    *((edition, name) for edition in ("screen", "large-print") for name in BODIES),
    *((edition, name) for edition in ("office", "office-plain", "press") for name in ("case", "eight long")),
]


@pytest.mark.parametrize(("edition", "name"), SEEN)
def test_no_word_in_a_cell_is_torn(
    presses: dict[str, tuple[PrintFormat, LayoutEngine]], tmp_path: Path, edition: str, name: str
) -> None:
    print_format, press = presses[edition]
    write = report if name == "case" else bare
    book, faults = joined(press, write(tmp_path, BODIES[name], print_format))
    assert [fault for fault in faults if fault.code != "dead-link"] == []
    with Document(book.pdf, Expected("", "ko", "", ())) as read:
        assert [str(message) for _, message in words_are_whole(read)] == []
        assert list(headings_have_company(read)) == []
        assert [str(message) for _, message in reading_rules(read.pdf)] == []
    least = max(LEAST, print_format.least)
    assert min(sizes(book.pdf)) >= least - 0.05


@pytest.mark.parametrize(
    ("columns", "cell", "turned", "parts"),
    [(4, "1,234명", False, 1), (10, "1,234명", False, 1), (13, "1,234명", True, 1), (20, "1,234,567명", False, 4)],
)
def test_smaller_then_turned_then_parted(
    presses: dict[str, tuple[PrintFormat, LayoutEngine]],
    tmp_path: Path,
    columns: int,
    cell: str,
    turned: bool,
    parts: int,
) -> None:
    print_format, press = presses["screen"]
    book, _ = joined(press, bare(tmp_path, table(columns, cell=cell), print_format))
    text = "".join(words(book.pdf))
    assert text.count("강길제1동") == parts
    assert text.count("(계속)") == parts - 1
    with Document(book.pdf, Expected("", "", "", ())) as read:
        upright = [page for page in range(len(read.pdf.pages)) if _turned_words(read, page)]
    assert bool(upright) == turned


def test_a_span_of_days_may_go_on_in_the_next_line(
    presses: dict[str, tuple[PrintFormat, LayoutEngine]], tmp_path: Path
) -> None:
    print_format, press = presses["large-print"]
    book, _ = joined(press, bare(tmp_path, table(4, cell="2026. 3. 1.~2026. 12. 31."), print_format))
    assert "".join(words(book.pdf)).count("강길제1동") == 1


def _turned_words(book: Document, page: int) -> bool:
    instructions = pikepdf.parse_content_stream(book.pdf.pages[page], "cm")
    return any(abs(float(one.operands[1])) > 0.9 for one in instructions)


def test_every_cell_of_a_parted_and_dealt_out_table_is_there_in_order(
    presses: dict[str, tuple[PrintFormat, LayoutEngine]], tmp_path: Path
) -> None:
    print_format, press = presses["screen"]
    lines = [f"| 줄{row:02} |" + "".join(f" {row:02}{column:02},000명 |" for column in range(12)) for row in range(20)]
    head = "| 곳 |" + "".join(f" {column}월 |" for column in range(1, 13))
    body = "\n".join(("표: 큰 표", "", head, "|" + "---|" * 13, *lines, ""))
    text = "".join(words(joined(press, bare(tmp_path, body, print_format))[0].pdf))
    assert all(f"{row:02}{column:02},000명" in text for row in range(20) for column in range(12))
    assert text.count("12월") >= 2


@pytest.mark.parametrize("rows", [1, 3, 9, 10, 11, 13, 29, 40])
def test_short_tables_stay_together_and_long_ones_keep_three_rows_and_their_head(
    presses: dict[str, tuple[PrintFormat, LayoutEngine]], rows: int
) -> None:
    _, press = presses["screen"]
    for above in range(0, 500, 61):
        cells = "".join(
            f'<tr><th scope="row">줄{row}줄</th><td>{"글 " * (row % 7 * 8)}</td></tr>' for row in range(rows)
        )
        head = '<thead><tr><th scope="col">머리</th><th scope="col">나</th></tr></thead>'
        rest = f"<h2>제목</h2><table><caption>이름표</caption>{head}<tbody>{cells}</tbody></table><p>끝</p>"
        html = f'<html lang="ko"><body><p style="margin:0;height:{above}px">위</p>{rest}</body></html>'
        laid_out, faults = press.lay_out(Chapter.from_html("one", "장", html, "content/test.md"))
        assert faults == ()
        assert laid_out is not None
        shown = words(laid_out.pdf)
        counts = [sum(f"줄{row}줄" in page for row in range(rows)) for page in shown]
        torn = [(count, page) for count, page in zip(counts, shown, strict=True) if count]
        assert all("머리" in page for _, page in torn), above
        assert "이름표" in torn[0][1]
        assert len(torn) == 1 if rows <= 9 else all(count >= 3 for count, _ in torn)
        assert len(torn) >= 3 or rows < 40  # a page between the first and the last
        assert all("제목" in after or "제목" not in before for before, after in pairwise(shown) if "이름표" in after)


@pytest.mark.parametrize("columns", [8, 13, 20])
def test_notes_in_cells_are_shown_once_and_can_be_reached(
    presses: dict[str, tuple[PrintFormat, LayoutEngine]], tmp_path: Path, columns: int
) -> None:
    print_format, press = presses["screen"]
    body = table(columns, rows=2, cell="1,234,567명").replace("표: 모임", "표: 모임[^a]").replace("제1동", "제1동[^b]")
    body = f"글[^d]\n\n{body[: body.rindex(' |')]}[^c] |\n"
    said = "".join(f"  - {{id: {id}, text: 주석{id}의글}}\n" for id in "abcd")
    chapter = bare(tmp_path, body, print_format, ("\ntowns: [", f"\nnotes:\n{said}towns: ["))
    laid_out, faults = press.lay_out(chapter)
    assert [fault for fault in faults if fault.code != "dead-link"] == []
    assert laid_out is not None
    text = "".join(words(laid_out.pdf))
    assert [text.count(f"주석{id}의글") for id in "abcd"] == [1, 1, 1, 1]
    anchors = {f"program-river-path-{kind}-{id}" for kind in ("note", "ref") for id in "abcd"}
    assert anchors <= set(laid_out.anchors)


def test_a_row_higher_than_a_page_is_told_at_its_line(
    presses: dict[str, tuple[PrintFormat, LayoutEngine]], tmp_path: Path
) -> None:
    print_format, press = presses["screen"]
    body = f"{CASE}\n표: 긴 줄\n\n| 가 | 나 |\n|---|---|\n| 하나 | 짧게 |\n| 둘 | {LONG_CELL * 90} |\n"
    _, faults = joined(press, bare(tmp_path, body, print_format))
    [fault] = [fault for fault in faults if fault.code != "dead-link"]
    file = tmp_path / "content" / "programs" / "river-path.md"
    line = next(n for n, said in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1) if "| 둘 |" in said)
    assert (fault.code, Path(fault.span.file).name, fault.span.line) == ("row-too-high", "river-path.md", line)


def test_a_table_that_nothing_makes_fit_is_told_at_its_line(
    presses: dict[str, tuple[PrintFormat, LayoutEngine]], tmp_path: Path
) -> None:
    print_format, press = presses["large-print"]
    wide = "가나다라마바사아자차카타파하가나다라마바"
    body = f"앞 문단\n\n{table(3, rows=1, cell=wide, head=wide)}"
    _, faults = joined(press, bare(tmp_path, body, print_format))
    file = tmp_path / "content" / "programs" / "river-path.md"
    lines = file.read_text(encoding="utf-8").split("\n")
    [fault] = [fault for fault in faults if fault.code == "table-too-wide"]
    assert lines[fault.span.line - 1].startswith(f"| {wide}")
    assert fault.span.file.endswith("river-path.md")


LONG_FIELDS = (
    ("what: 강길 내기", f"what: {LATIN}"),
    ("label: 새로 낸 강길", f"label: {HANGUL}"),
    ("text: 4km", f"text: {ADDRESS}"),
    ("title: 걷기,", f"title: {HANGUL[::-1]},"),
    ("summary: 4km의 강길을 냈습니다.", f"summary: {LATIN[::-1]}"),
)
"""Fields and the words put into them, no two the same."""
LONGEST = (("what: 강길 내기", f"what: {LATIN * 5}"),)
"""What a word costs is squared."""


@pytest.mark.parametrize(
    "changes", [LONG_FIELDS, pytest.param(LONGEST, marks=pytest.mark.long)], ids=["all", "longest"]
)
@pytest.mark.parametrize("edition", ["screen", "large-print"])
def test_long_words_in_fields_wrap_or_are_told_at_their_line(
    presses: dict[str, tuple[PrintFormat, LayoutEngine]],
    tmp_path: Path,
    edition: str,
    changes: tuple[tuple[str, str], ...],
) -> None:
    print_format, press = presses[edition]
    book, faults = joined(press, report(tmp_path, f"{LATIN}\n\n- {HANGUL}\n", print_format, *changes))
    lines = (tmp_path / "content" / "programs" / "river-path.md").read_text(encoding="utf-8").split("\n")
    for fault in faults:
        if fault.code != "dead-link":
            written = lines[fault.span.line - 1]
            assert any(after in written for _, after in changes), fault
            assert str(dict(fault.message.values)["words"]) in written, fault
    text = "".join(words(book.pdf))
    assert all(after.split(": ", 1)[1].rstrip(",")[: len(LATIN)] in text for _, after in changes)
    with Document(book.pdf, Expected("", "ko", "", ())) as read:
        assert [str(message) for _, message in words_are_whole(read)] == []


def test_a_page_turned_for_its_table_is_imposed_like_any_other(
    presses: dict[str, tuple[PrintFormat, LayoutEngine]], tmp_path: Path
) -> None:
    print_format, press = presses["screen"]
    book, _ = joined(press, report(tmp_path, CASE, print_format))
    with pikepdf.open(io.BytesIO(book.pdf)) as pdf:
        boxes = {tuple(round(float(side)) for side in page.mediabox) for page in pdf.pages}
        assert all("/Rotate" not in page.obj for page in pdf.pages)
    assert boxes == {(0, 0, 420, 595)}
