"""The fact box says what is known in words, and has no line for what is not."""

from __future__ import annotations

import pytest

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.place import Place
from guidebook.plan.spot import spot_of_place
from guidebook.render.text.facts import facts_of

SOURCES = [{"kind": "official", "publisher": "군", "covers": ["coach", "indoor", "parking", "access"]}]


def lines(**values: object) -> dict[str, str]:
    told = {"id": "p", "name": "곳", "kind": "museum", "town": "gaon", "sources": SOURCES, **values}
    place = Place.model_validate(told)
    return {fact.label: fact.value for fact in facts_of(place, spot_of_place(place, Catalogue(site=None)), str)}


def test_what_nobody_knows_has_no_line() -> None:
    assert lines() == {}


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("coach", True, ("버스 주차", "있음")),
        ("coach", False, ("버스 주차", "없음")),
        ("indoor", True, ("실내", "예")),
        ("indoor", False, ("실내", "아니요")),
        ("parking", 2036, ("주차", "2,036면")),
        ("shops", 192, ("점포 수", "192곳")),
        ("access", "ferry", ("가는 길", "배편")),
        ("designated", "1973-07-23", ("지정일", "1973. 7. 23.")),
        ("fee", "무료", ("요금", "무료")),
    ],
)
def test_each_value_is_said_in_words(field: str, value: object, said: tuple[str, str]) -> None:
    assert lines(**{field: value}) == dict([said])


def test_access_by_road_goes_without_saying() -> None:
    assert lines(access="road") == {}
