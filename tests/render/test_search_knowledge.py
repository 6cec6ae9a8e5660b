"""What search is told of records: their further words, telephone numbers, synonyms, books and data files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from guidebook.export.downloads import data_files
from guidebook.load.content import load_content
from guidebook.render.context import BookFile, RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.web.search import indexed, search_index
from guidebook.render.web.search_knowledge import knowledge
from guidebook.render.web.site import site_pages
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES


@pytest.fixture(scope="module")
def edition() -> RenderContext:
    made = context_of(load_content(CITIES / "maru").catalogue.public(), TEMPLATES, PACKAGES)
    downloads = data_files(made.catalogue, made.site, made.words)
    papers = (BookFile("guidebook/river-day.pdf", 2, 90_000), BookFile("guidebook/river-path.pdf", 4, 120_000))
    return replace(made, downloads=downloads, book=BookFile("guidebook/guidebook.pdf", 30, 1_300_000), papers=papers)


def test_further_words_lead_to_the_page_of_their_record(edition: RenderContext) -> None:
    words = knowledge(edition).search_words
    assert {"물 박물관", "江博物館", "River Museum"} <= set(words["sites/river-museum/"])
    assert {"산책로", "강길 내기"} <= set(words["programs/river-path/"])
    assert "버스" in words["visit/"]
    read = json.loads(search_index(indexed(site_pages(edition)), knowledge(edition)))
    museum = next(one for one in read["pages"] if one[0] == "sites/river-museum/")
    assert "江博物館" in museum[3].split("\n")


def test_numbers_are_known_by_the_names_that_people_use(edition: RenderContext) -> None:
    phones = knowledge(edition).phones
    by_name = {name: one.number for one in reversed(phones) for name in one.names}
    assert phones[0].number == "043-222-0000"
    assert by_name["마루군청"] == by_name["군청"] == "043-222-0000"
    assert by_name["강 박물관"] == "043-222-1100"
    assert by_name["나룻배 밥상"] == "043-222-3000"
    assert by_name["나루면"] == by_name["나루면사무소"] == by_name["나루면 주민센터"] == "043-222-2000"


def test_books_and_data_files_are_found(edition: RenderContext) -> None:
    files = {one.path: one for one in knowledge(edition).files}
    assert {"guidebook/guidebook.pdf", "guidebook/river-day.pdf", "guidebook/river-path.pdf"} <= set(files)
    assert {f"data/{one.path}" for one in edition.downloads} <= set(files)
    assert "PDF" in files["guidebook/guidebook.pdf"].about
    assert "강길" in files["guidebook/river-day.pdf"].title


def test_words_that_mean_the_same_come_from_the_site_and_its_glossary(edition: RenderContext) -> None:
    assert ("음식점", "맛집", "밥집") in knowledge(edition).same


def test_a_visit_that_is_not_public_is_unknown(edition: RenderContext) -> None:
    said = repr(knowledge(edition))
    hidden = (CITIES / "maru" / "visits" / "hansol.yml").read_text(encoding="utf-8")
    assert "한솔" in hidden
    assert "한솔" not in said


def test_a_city_of_reports_alone_has_an_index(tmp_path: Path) -> None:
    made = context_of(load_content(CITIES / "yeoul").catalogue.public(), TEMPLATES, PACKAGES)
    read = json.loads(search_index(indexed(site_pages(made)), knowledge(made)))
    assert read["pages"]
    assert read["grams"]
