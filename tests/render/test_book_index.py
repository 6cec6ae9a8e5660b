"""The index of a book: every name once, in 가나다 order, with the places that the book really has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guidebook.commands.examine import examine
from guidebook.model.records.page import Page
from guidebook.render.book.chapter import Chapter
from guidebook.render.book.guidebook import manuscript
from guidebook.render.book.index import index_lines
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES


@pytest.fixture(scope="module")
def edition() -> RenderContext:
    catalogue, _ = examine(CITIES / "dasom")
    return context_of(catalogue.public(), TEMPLATES, PACKAGES)


def test_the_bodies_of_the_first_report_lead_to_where_they_are_named(edition: RenderContext) -> None:
    lines = dict(index_lines(edition, manuscript(edition).chapters))
    (report,) = [program for program in edition.catalogue.programs if program.id == "leave"]
    bodies = [name for group in report.bodies for name in group.names]
    assert len(bodies) == 7
    assert all(lines[name] == ("program-leave-bodies",) for name in bodies)


def test_words_of_the_field_lead_to_glossary_and_reports(edition: RenderContext) -> None:
    lines = dict(index_lines(edition, manuscript(edition).chapters))
    assert lines["주민총회"] == ("program-assembly", "term-residents-assembly"), "from front to back"
    assert lines["주민세 개인분"] == lines["개인균등분 주민세"]


def test_names_stand_in_the_order_of_the_alphabet(edition: RenderContext) -> None:
    names = [name for name, _ in index_lines(edition, manuscript(edition).chapters)]
    assert names == sorted(set(names))
    assert names[0].startswith("가")


def test_a_book_of_one_report_has_an_index_of_that_report(edition: RenderContext) -> None:
    (one,) = [chapter for chapter in manuscript(edition).chapters if chapter.id == "program-visitors"]
    anchors = {anchor for _, anchors in index_lines(edition, [one]) for anchor in anchors}
    assert anchors == {"program-visitors"}


def test_latin_names_follow_hangul_and_numbers_come_last(edition: RenderContext) -> None:
    page = edition.catalogue.pages[0]
    renamed = [page.model_copy(update={"id": id, "title": title}) for id, title in (("a", "MOU"), ("b", "2019"))]
    catalogue = edition.catalogue.having(Page, *edition.catalogue.pages, *renamed)
    chapters = [Chapter.from_html("x", "x", '<p id="page-a"></p><p id="page-b"></p><p id="page-about"></p>', "f")]
    names = [name for name, _ in index_lines(replace(edition, catalogue=catalogue), chapters)]
    assert names == ["자료와 출처", "MOU", "2019"]
