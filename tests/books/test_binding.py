"""Books of any length, bound: every number right, every page once, every booklet within what the stapler takes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebook.books.assembly import metadata_of
from guidebook.books.binding import BoundBook, bind
from guidebook.books.kept_books import kept_books
from guidebook.books.print_formats import print_formats
from guidebook.commands.examine import examine
from guidebook.layout.engine import LayoutEngine
from guidebook.model.placeholder import page_ref
from guidebook.model.print_format import PrintFormat
from guidebook.pdf.folding import spreads
from guidebook.preflight.checks import preflight
from guidebook.preflight.document import Expected
from guidebook.preflight.numbers import references_are_right
from guidebook.render.book.chapter import Chapter, Entry, Side, memo_chapter
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.volumes import VOLUME_NAME
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from tests.books.test_assembly import chapter, press
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES, paths

OFFICE, PLAIN, PRINTERS = print_formats(("office", "office-plain", "press"), TEMPLATES)[0]
SIDES: tuple[Side | None, ...] = (None, "right", "left")
WORDS = st.sampled_from(["글", "주민자치회와 함께 ", "https://example.org/" + "a" * 90 + " ", "긴낱말" * 20 + " "])
BODIES = st.one_of(
    st.builds(lambda word, count: f"<p>{word * count}</p>", WORDS, st.integers(1, 120)),
    st.builds(
        lambda rows: (
            "<table><thead><tr><th>이름</th><th>값</th></tr></thead><tbody>"
            + "<tr><td>가</td><td>1</td></tr>" * rows
            + "</tbody></table>"
        ),
        st.integers(1, 70),
    ),
    st.just("<ul></ul><p>볼거리가 없습니다.</p>"),
)


@pytest.fixture(scope="module")
def edition() -> RenderContext:
    return context_of(examine(CITIES / "yeoul")[0], TEMPLATES, PACKAGES)


@pytest.fixture(scope="module")
def shop() -> LayoutEngine:
    return press()


def written(edition: RenderContext, bodies: list[str], sides: list[int]) -> Manuscript:
    """A cover, contents that name every chapter's page, a chapter for each body, a last page."""
    count = len(bodies)
    lines = "".join(f"<p>{number} {page_ref(f'c{number}', number)}</p>" for number in range(count))
    listed = replace(chapter(f"<h1>차례</h1>{lines}", "list"), references=tuple(f"c{n}" for n in range(count)))
    told = [
        replace(chapter(f'<h1 id="c{number}">장 {number}</h1>{body}', f"c{number}"), side=SIDES[sides[number] % 3])
        for number, body in enumerate(bodies)
    ]
    cover = chapter(f'<section id="cover"><h1>표지</h1><!--{VOLUME_NAME}--></section>', "cover")
    chapters: tuple[Chapter, ...] = (cover, listed, *told, chapter("<h1>끝</h1>", "end"))
    entries = tuple(Entry(f"c{number}", f"장 {number}", opens=number % 3 == 0) for number in range(count))
    return Manuscript("책", chapters, memo_chapter(edition, "x.md"), entries)


def bound_as(
    edition: RenderContext, print_format: PrintFormat, shop: LayoutEngine, book: Manuscript, limit: int = 15
) -> BoundBook:
    printing = edition.site.printing.model_copy(update={"staple_sheets": limit})
    site = edition.site.model_copy(update={"printing": printing})
    asked = replace(edition, print_format=print_format, site=site)
    books = kept_books(paths(CITIES / "maru"))
    made, faults = bind(asked, book, shop, metadata_of(asked, book.title), books)
    assert made is not None, [str(fault.message) for fault in faults]
    return made


def check_numbers(made: BoundBook) -> None:
    assert made.book.pages == sum(made.pages)
    assert all(made.book.page_of[anchor] == number for anchor, number in made.book.references)
    found = preflight(made.book.pdf, "x.pdf", Expected("책", "ko", "", made.book.references), (references_are_right,))
    assert found == ()


def check_folding(made: BoundBook, limit: int) -> None:
    laid: list[int] = []
    for first, pages in zip(made.firsts, made.pages, strict=True):
        assert pages % 4 == 0
        assert pages <= limit * 4
        laid += [first + page for side in spreads(pages) for page in side]
    assert sorted(laid) == list(range(1, made.book.pages + 1))


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(BODIES, min_size=1, max_size=10), st.lists(st.integers(0, 2), min_size=10, max_size=10))
def test_any_book_can_be_folded_and_its_numbers_are_right(
    edition: RenderContext, shop: LayoutEngine, bodies: list[str], sides: list[int]
) -> None:
    made = bound_as(edition, OFFICE, shop, written(edition, bodies, sides))
    check_folding(made, 15)
    check_numbers(made)
    for number in range(len(bodies)):
        wanted = SIDES[sides[number] % 3]
        assert wanted is None or (made.book.page_of[f"c{number}"] % 2 == 1) == (wanted == "right")


@pytest.mark.parametrize(("print_format", "multiple"), [(PRINTERS, 4), (PLAIN, 2)], ids=["press", "office-plain"])
@pytest.mark.parametrize("count", [1, 6])
def test_what_is_not_folded_fills_its_leaves(
    edition: RenderContext, shop: LayoutEngine, print_format: PrintFormat, multiple: int, count: int
) -> None:
    made = bound_as(edition, print_format, shop, written(edition, ["<p>글</p>"] * count, [0] * count))
    assert len(made.pages) == 1
    assert made.book.pages % multiple == 0
    check_numbers(made)


def long_book(edition: RenderContext, shop: LayoutEngine, count: int) -> None:
    made = bound_as(edition, OFFICE, shop, written(edition, ["<p>글</p>"] * count, [n % 3 for n in range(count)]), 6)
    assert len(made.pages) >= count // 24
    check_folding(made, 6)
    check_numbers(made)


def test_sixty_chapters_become_several_booklets(edition: RenderContext, shop: LayoutEngine) -> None:
    long_book(edition, shop, 60)


@pytest.mark.long
def test_two_hundred_chapters_become_many(edition: RenderContext, shop: LayoutEngine) -> None:
    long_book(edition, shop, 200)
