"""Mistakes that were found by reading the pages against their sources stay put right."""

from __future__ import annotations

import re

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.page import Page
from guidebook.plan.itinerary import plan_route
from tests.conftest import ROOT

TAEAN = "041-675-3636"
"""A number that stands for a farm in another county as well."""
SAID = "문장과 수치를 옮기고 제목과 표기를 다듬었습니다"
ANNOUNCED = ("우강면", "당진2동", "신평면", "송산면", "송악읍", "석문면", "순성면", "당진1동", "합덕읍")


def page(content: Catalogue, id: str) -> Page:
    return next(page for page in content.pages if page.id == id)


def note(content: Catalogue, id: str) -> str:
    return next(note.text for note in page(content, "tour").notes if note.id == id)


def test_a_telephone_that_is_probably_wrong_is_kept_out_and_the_file_says_why(content: Catalogue) -> None:
    place = content.place("baekseok-olmi")
    assert place is not None
    assert place.phone is None
    assert all(TAEAN not in words for _, words in content.passages())
    written = (ROOT / "content" / "sites" / "baekseok-olmi.yml").read_text(encoding="utf-8")
    assert re.search(rf"^#.*{TAEAN}", written, re.MULTILINE)


def test_no_report_names_a_day_for_songsan(content: Catalogue) -> None:
    rows = re.findall(r"^\| (\S+[읍면동]) \| (.+) \| \d\d:\d\d \|$", page(content, "tour").body, re.MULTILINE)
    assert tuple(town for town, _ in rows) == ANNOUNCED
    assert dict(rows)["송산면"] == "보도에 없음"
    said = note(content, "dates")
    assert all(words in said for words in ("세 건 모두 송산면은 날짜 없이", "14개 읍면동 가운데 9곳", "당진3동은 8월"))


def test_those_who_came_from_sejong_were_a_committee(content: Catalogue) -> None:
    assert "소담동 주민자치위원회" in note(content, "agenda")


def test_the_route_along_the_coast_eats_where_restaurants_are_known(content: Catalogue) -> None:
    route = next(route for route in content.routes if route.id == "coast")
    (lunch,) = [entry.spot.town for entry in plan_route(route, content).entries if entry.stop.lunch]
    assert lunch in {restaurant.town for restaurant in content.restaurants}


def test_what_was_done_to_the_source_document_is_said_as_it_was(content: Catalogue) -> None:
    assert content.site is not None
    assert SAID in content.site.description
    assert SAID in page(content, "about").body
    assert all("출처 문서 그대로" not in words for _, words in content.passages())
