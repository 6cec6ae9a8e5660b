"""A book of fourteen programmes, some with very long names: nothing runs out of its column, and nothing is left out."""

from __future__ import annotations

import pypdfium2
import pytest

from guidebook.books.assembly import layout_engine, well_filled
from guidebook.books.style_sheets import print_css
from guidebook.commands.examine import examine
from guidebook.layout.engine import LayoutEngine
from guidebook.model.diagnostic import has_errors
from guidebook.render.book.chapter import Chapter, page_chapter
from guidebook.render.book.guidebook import manuscript
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES, paths
from tests.programmes import DATE, LONG, UNBROKEN, with_programmes


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> RenderContext:
    content = with_programmes(CITIES / "dasom", tmp_path_factory.mktemp("many") / "content")
    catalogue, faults = examine(content)
    assert not has_errors(faults), faults
    return context_of(catalogue.public(), TEMPLATES, PACKAGES)


@pytest.fixture(scope="module")
def engine(edition: RenderContext, tmp_path_factory: pytest.TempPathFactory) -> LayoutEngine:
    css = stylesheet(print_css(TEMPLATES, "guidebook", edition.design), edition.site.palette, edition.print_format)
    made, _ = layout_engine(css, paths(CITIES / "dasom", tmp_path_factory.mktemp("out")))
    assert made is not None
    return made


def pages_of(engine: LayoutEngine, chapter: Chapter) -> list[str]:
    """The words of each page, line by line."""
    laid_out, faults = well_filled(engine, chapter, chapter.side or "left")
    assert laid_out is not None
    assert [fault for fault in faults if fault.code != "dead-link"] == []
    document = pypdfium2.PdfDocument(laid_out.pdf)
    return [page.get_textpage().get_text_bounded().replace("\u2060", "") for page in document]


def chapter_of(edition: RenderContext, id: str) -> Chapter:
    return next(one for one in manuscript(edition).chapters if one.id == id)


def test_however_long_a_name_is_the_timeline_breaks_no_date(edition: RenderContext, engine: LayoutEngine) -> None:
    page = next(one for one in edition.catalogue.pages if one.id == "overview")
    text = "\n".join(pages_of(engine, page_chapter(edition, page)))
    whole, joined = text.count(DATE), "".join(text.split()).count(DATE.replace(" ", ""))
    assert whole == joined >= 2 * 10, "read without spaces, no further date shows"


def test_the_contents_take_two_facing_pages(edition: RenderContext, engine: LayoutEngine) -> None:
    pages = pages_of(engine, chapter_of(edition, "contents"))
    assert len(pages) == 2
    said = "".join("".join(pages).split())
    assert all("".join(program.name.split()) in said for program in edition.catalogue.programs)


def test_the_opening_page_has_every_emblem(edition: RenderContext, engine: LayoutEngine) -> None:
    (page,) = pages_of(engine, chapter_of(edition, "part-cases"))
    marks = [program.mark or "" for program in edition.catalogue.programs]
    assert len(marks) == 14
    assert [mark for mark in marks if page.count(mark) != 2] == [], "in the list, and large beneath it"


@pytest.mark.parametrize("name", [LONG, UNBROKEN], ids=["of words", "unbroken"])
def test_a_running_head_stays_on_one_line_and_ends_at_a_word(edition: RenderContext, name: str) -> None:
    program = next(one for one in edition.catalogue.programs if one.name == name)
    chapter = chapter_of(edition, f"program-{program.id}")
    (head,) = [title.get("data-running", "") for title in chapter.body.root.iter("h1")]
    assert head.endswith("…")
    assert head.startswith(f"{program.mark} {name[:12]}")
    cut = head.removeprefix(f"{program.mark} ").removesuffix("…")
    assert name.startswith(cut)
    assert " " not in name or name[len(cut)] in " ,"
