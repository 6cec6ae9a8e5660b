"""A route as a book of its own: what belongs to it, and nothing that leads out of it."""

from __future__ import annotations

import re

import pytest

from guidebook.plan.related import programs_of_route, towns_of_route
from guidebook.publish.pipeline import edition_of, examine
from guidebook.render.book import Manuscript
from guidebook.render.chapter import anchors_in
from guidebook.render.edition import Edition
from guidebook.render.route_book import route_book
from tests.conftest import CITIES


@pytest.fixture(scope="module")
def edition() -> Edition:
    return edition_of(examine(CITIES / "maru")[0], None, None)


@pytest.fixture(scope="module")
def book(edition: Edition) -> Manuscript:
    return route_book(edition, edition.catalogue.routes[0])


def test_it_holds_the_route_its_towns_and_the_reports_told_of_on_it(edition: Edition, book: Manuscript) -> None:
    (route, *_), there = edition.catalogue.routes, anchors_in(book.chapters)
    assert f"route-{route.id}" in there
    towns = {town.id for town in towns_of_route(edition.catalogue, route)}
    assert {one.removeprefix("town-") for one in there if one.startswith("town-")} == towns
    told = {f"program-{program.id}" for program in programs_of_route(edition.catalogue, route)}
    assert told == {f"program-{one.id}" for one in edition.catalogue.programs if f"program-{one.id}" in there}


def test_no_link_or_line_of_contents_leads_out_of_it(book: Manuscript) -> None:
    there = anchors_in(book.chapters)
    for one in book.chapters:
        assert set(re.findall(r'href="book:([^"]+)"', one.html)) <= there, one.id
    assert {entry.anchor for entry in book.entries} <= there
