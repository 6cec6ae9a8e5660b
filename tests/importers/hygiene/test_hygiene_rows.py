"""Which row belongs to which restaurant, and which to none: the register holds history, neighbours and odd numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guidebook.importers.hygiene.proposal import Proposal
from guidebook.importers.hygiene.proposing import propose, record_id
from guidebook.importers.reading.spreadsheet import Row
from guidebook.load.content import load_content
from guidebook.model.catalogue import Catalogue
from guidebook.model.records.restaurant import Designation, Imported, Restaurant
from guidebook.model.records.sourced import FieldSource
from guidebook.model.settings.showing import Grade

HEAD = ["업소명", "주소", "등급", "지정번호", "유효기간만료일", "인허가번호", "영업상태"]
HERE = "가람도 마루군 가온면 강길 1"
LICENCE, OTHER = "20120107590", "20190203344"


@pytest.fixture
def city(maru: Path) -> Catalogue:
    """A city without a restaurant."""
    return load_content(maru).catalogue.having(Restaurant)


def listed(city: Catalogue, *lines: dict[str, str], file: str = "list.csv", head: list[str] = HEAD) -> Proposal:
    """What is proposed of rows that are 강가식당's where they do not say otherwise."""
    usual = {"업소명": "강가식당", "주소": HERE, "등급": "좋음"}
    table = [Row(1, tuple(head))]
    table += [
        Row(at, tuple({**usual, **line}.get(name, "") for name in head)) for at, line in enumerate(lines, start=2)
    ]
    return propose(table, file, city, {"여울동": "가온면"}, "2026-11-20")


def holding(city: Catalogue, key: str, **designation: str) -> Catalogue:
    """The city with 강가식당 as imported under `key`."""
    known = Restaurant(
        id=record_id(key),
        name="강가식당",
        address=HERE,
        designation=Designation(**{"grade": "good", "checked_on": "2026-11-01", **designation}),
        imported=Imported(key=key, values=("name=강가식당", f"address={HERE}", "grade=good")),
        sources=(FieldSource.model_validate({"kind": "official", "publisher": "마루군", "covers": ["address"]}),),
    )
    return city.having(Restaurant, known)


def said(proposal: Proposal) -> str:
    return " ".join(str(fault.message) for fault in proposal.doubtful)


def test_doubts_about_places_outside_the_city_are_nobodys_business(city: Catalogue) -> None:
    proposal = listed(city, {"주소": "다른도 다른시 먼길 1", "등급": "모름", "유효기간만료일": "언젠가"})
    assert (proposal.outside, proposal.doubtful) == (["강가식당"], [])


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("가람도 마루군 가온면 1", True),
        ("(31774) 가람도 마루 가온면 1", True),
        ("마루군가온면 1", True),
        ("가온면 강길 1", True),
        ("여울동 12", True),
        ("다른도 먼시 마루길 3", False),
        ("다른도 마루길 3", False),
        ("다른도 먼시 가온면 3", False),
    ],
)
def test_a_street_that_sounds_like_the_city_is_not_the_city(city: Catalogue, address: str, inside: bool) -> None:
    assert bool(listed(city, {"주소": address}).new) is inside


@pytest.mark.parametrize(
    ("address", "town"),
    [
        (HERE, "gaon"),
        ("가람도 마루군 강길 1(1층, 여울동)", "gaon"),
        ("가람도 마루군 강길 1(여울동마을)", None),
        ("가람도 마루군 강길 1", None),
    ],
)
def test_the_town_is_left_out_where_the_address_does_not_tell_it(
    city: Catalogue, address: str, town: str | None
) -> None:
    assert listed(city, {"주소": address}).new[0].town == town


def test_a_place_that_is_closed_without_a_date_is_not_new_and_its_record_is_closed_once(city: Catalogue) -> None:
    row = {"인허가번호": LICENCE, "영업상태": "폐업"}
    assert listed(city, row).ended == ["강가식당"]
    assert listed(holding(city, LICENCE), row).changed[0].changes == (("cancelled", "", "2026-11-20"),)
    closed = holding(city, LICENCE, cancelled="2026-11-02", checked_on="2026-11-20")
    assert listed(closed, row).changed == []
    assert len(listed(city, {"영업상태": "정상"}).new) == 1


def test_an_ended_designation_of_a_place_never_replaces_the_one_it_has_now(city: Catalogue) -> None:
    old = {"지정번호": "제1호", "유효기간만료일": "20250101", "인허가번호": LICENCE}
    now = {"지정번호": "제7호", "유효기간만료일": "20280101", "인허가번호": LICENCE}
    first = listed(city, old, now)
    assert (first.ended, [one.values["number"] for one in first.new], first.doubtful) == (["강가식당"], ["제7호"], [])
    again = listed(holding(city, LICENCE, number="제7호", end="2028-01-01", checked_on="2026-11-20"), old, now)
    assert (again.ended, again.changed, len(again.unchanged)) == (["강가식당"], [], 1)


def test_two_licences_at_one_place_are_two_records_at_every_import(city: Catalogue) -> None:
    rows = ({"인허가번호": LICENCE}, {"인허가번호": OTHER})
    assert [one.key for one in listed(city, *rows).new] == [LICENCE, OTHER]
    one_known = listed(holding(city, OTHER), *rows)
    assert [one.key for one in one_known.new] == [LICENCE]
    assert [one.key for one in one_known.changed] == [OTHER]


@pytest.mark.parametrize("number", ["1", "2.01E+10", "-"])
def test_a_running_number_and_what_excel_made_of_a_licence_tell_no_two_places_apart(
    city: Catalogue, number: str
) -> None:
    rows = ({"인허가번호": number}, {"업소명": "언덕집", "인허가번호": number})
    assert [one.key for one in listed(city, *rows).new] == [f"강가식당 {HERE}", f"언덕집 {HERE}"]


def test_a_record_that_lost_its_mark_of_import_is_not_written_over(city: Catalogue) -> None:
    held = holding(city, LICENCE)
    edited = held.restaurants[0].model_copy(update={"imported": None, "name": "강가식당 본점"})
    proposal = listed(city.having(Restaurant, edited), {"인허가번호": LICENCE})
    assert proposal.new == []
    assert proposal.changed[0].kept == (("name", "강가식당 본점", "강가식당"),)


def test_a_list_older_than_what_the_record_says_changes_nothing(city: Catalogue) -> None:
    proposal = listed(holding(city, LICENCE, checked_on="2026-12-01"), {"인허가번호": LICENCE, "지정번호": "제1호"})
    assert (proposal.empty, "2026-12-01에 확인" in said(proposal)) == (True, True)


def test_a_list_without_grades_is_taken_where_its_title_names_the_single_label(city: Catalogue) -> None:
    assert city.site is not None
    head = [name for name in HEAD if name != "등급"]
    grades = (*city.site.grades, Grade(id="safe", label="식품안심업소"))
    labelled = replace(city, site=city.site.model_copy(update={"grades": grades}))
    proposal = listed(labelled, {}, file="식품안심업소 현황.xlsx", head=head)
    assert (proposal.new[0].values["grade"], proposal.label) == ("safe", "식품안심업소")
    assert "등급 열을 찾지 못했습니다" in said(listed(labelled, {}, head=head))


def test_broken_letters_and_a_repeated_heading_do_not_become_restaurants(city: Catalogue) -> None:
    assert "깨진 글자" in said(listed(city, {"업소명": "강가\ufffd당"}))
    table = [Row(1, tuple(HEAD)), Row(2, tuple(HEAD))]
    proposal = propose(table, "list.csv", city, {}, "2026-11-20")
    assert (proposal.outside, proposal.doubtful) == ([], [])
