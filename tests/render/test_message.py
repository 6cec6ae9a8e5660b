"""What is sent before the day: right people, places and times, and what is not certain is asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.model.clock import clock
from guidebook.plan.visiting import plan_visit
from guidebook.render.visit.messages import message
from guidebook.words import catalogue
from tests.conftest import CITIES, TWO_COACHES, Change
from tests.export.conftest import planned

PLAN = planned(CITIES / "maru")
SAID = message(PLAN.visit, PLAN.itinerary, PLAN.site, catalogue("ko"))
HEADS = ("[방문단께]", "[버스 기사님께]", "[해설 담당자께]", "[음식점 담당자께]")


def said_by(content: Path) -> str:
    return message_of(content, "ko")


def message_of(content: Path, language: str) -> str:
    plan = planned(content)
    return message(plan.visit, plan.itinerary, plan.site, catalogue(language), language)


def letters(said: str, head: str) -> list[str]:
    """Every letter under a head, as far as the next."""
    return [piece.split("\n[")[0] for piece in said.split(head)[1:]]


@pytest.fixture
def delegation(maru: Path, change: Change) -> str:
    change("visits/hansol.yml", "edition_at", f"{TWO_COACHES}edition_at")
    return said_by(maru)


def test_everyone_has_a_part_with_date_people_and_whom_to_ask() -> None:
    for head in HEADS:
        (letter,) = letters(SAID, head)
        assert "2026. 12. 3.(목)" in letter
        assert "한솔시 주민자치회 28명" in letter
        assert "마루군 마을자치과 043-222-0101로" in letter


def test_the_city_and_the_duty_of_the_host_are_named(maru: Path, change: Change) -> None:
    change("visits/hansol.yml", "department: 마을자치과", "department: 마을자치과\n  duty: 자치 담당")
    change("visits/hansol.yml", "043-222-0101", "043-222-0103")
    for head in HEADS:
        (letter,) = letters(said_by(maru), head)
        assert "안녕하십니까. 마루군 마을자치과 자치 담당입니다." in letter
        assert "마루군 마을자치과 자치 담당 043-222-0103으로" in letter, "the particle follows how three is read"


def test_requests_are_those_of_letters() -> None:
    assert SAID.count("주시기 바랍니다.") >= 6
    assert "부탁드립니다" not in SAID
    assert "하세요" not in SAID
    assert "주세요" not in SAID


def test_the_driver_has_every_stop_with_its_time_and_address() -> None:
    (driver,) = letters(SAID, "[버스 기사님께]")
    for entry in PLAN.itinerary.entries:
        assert f"{clock(entry.arrive)} {entry.spot.name}" in driver
        assert entry.spot.address is None or entry.spot.address in driver
    assert f"{clock(PLAN.itinerary.end)} 일정 종료" in driver


def test_a_stop_without_an_address_names_its_town(maru: Path, change: Change) -> None:
    stops = "stops:\n  - {hall: gaon, stay: 60}\n  - {text: 강가 걷기, town: naru, stay: 60}\n"
    change("visits/hansol.yml", "route: river-day\n", stops)
    (driver,) = letters(said_by(maru), "[버스 기사님께]")
    assert "강가 걷기, 나루면" in driver


def test_each_coach_has_a_text_of_its_own_that_says_who_gets_on_where(delegation: str) -> None:
    first, second = letters(delegation, "[버스 기사님께]")
    assert first.startswith(" 1호차\n")
    assert "한솔시 주민자치회 18명" in first
    assert "- 07:30 한솔시청 앞, 주민자치위원 14명\n- 07:45 한솔역(한솔시 역로 1), 담당 공무원 4명" in first
    assert second.startswith(" 뒤차\n")
    assert "한솔시 주민자치회 10명" in second
    assert "- 07:30 한솔시청 앞, 10명" in second
    assert "한솔역" not in second
    for letter in (first, second):
        assert "휠체어 1명" in letter
        assert "02-2000" not in letter, "no driver needs another's telephone"


def test_the_delegation_is_told_how_it_comes_and_what_is_new(delegation: str) -> None:
    (letter,) = letters(delegation, "[방문단께]")
    assert letter.startswith(" 주민자치과 서무 02-2000-0000\n")
    assert "1판 대비 변경 사항:\n- 점심 장소를 바꾸었습니다\n- 버스를 두 대로 나누었습니다" in letter
    assert "- 1호차 07:30 한솔시청 앞, 주민자치위원 14명\n- 1호차 07:45 한솔역" in letter
    assert "- 뒤차 07:30 한솔시청 앞, 10명" in letter


def test_a_later_edition_tells_everyone_that_something_is_new(delegation: str) -> None:
    assert delegation.count("마을자치과입니다. 내용이 바뀌어 다시 알려 드립니다(2판).") == 5
    assert "다시 알려" not in SAID


def test_without_coaches_the_delegation_is_told_where_it_sets_off(maru: Path, change: Change) -> None:
    change("visits/hansol.yml", "edition_at", 'depart: {place: 한솔시청 앞, time: "07:30"}\nedition_at')
    (letter,), (driver,) = letters(said_by(maru), "[방문단께]"), letters(said_by(maru), "[버스 기사님께]")
    assert "07:30 한솔시청 앞에서 출발" in letter
    assert "탑승 장소:\n- 07:30 한솔시청 앞, 28명" in driver


def test_the_restaurant_knows_the_diet_and_the_guide_who_walks_badly(delegation: str) -> None:
    (restaurant,), (guide,) = letters(delegation, "[음식점 담당자께]"), letters(delegation, "[해설 담당자께]")
    assert "채식 2명" in restaurant
    assert "휠체어" not in restaurant
    assert "휠체어 1명" in guide
    assert "채식" not in guide


def test_lunch_is_called_lunch_with_name_address_and_telephone() -> None:
    (letter,) = letters(SAID, "[방문단께]")
    assert "12:10~13:10 점심 (나룻배 밥상, 가람도 마루군 가온면 강길 20, 043-222-3000)" in letter
    assert "점심 식사를 할 예정입니다." in SAID
    assert "[음식점 담당자께] 나룻배 밥상 043-222-3000" in SAID


def test_who_has_not_said_yes_is_asked_and_who_has_is_not() -> None:
    assert "해설이 가능한지" in SAID
    stops = tuple(
        stop.model_copy(update={"confirmed": True}) for stop in (entry.stop for entry in PLAN.itinerary.entries)
    )
    visit = PLAN.visit.model_copy(update={"stops": stops, "route": None})
    said = message(visit, plan_visit(visit, PLAN.catalogue), PLAN.site, catalogue("ko"))
    assert "[해설 담당자께]" in said
    assert "해설이 가능한지" not in said
    assert "좌석과 식단" in SAID
    assert "좌석과 식단" not in said


def test_an_arranged_lunch_is_not_asked_again(maru: Path, change: Change) -> None:
    change("visits/hansol.yml", "edition_at", "lunch: {text: 갈대식당, phone: 043-222-7777}\nedition_at")
    assert "좌석과 식단" in said_by(maru)
    assert "[음식점 담당자께] 갈대식당 043-222-7777" in said_by(maru)
    change("visits/hansol.yml", "043-222-7777", "043-222-7777, confirmed: true")
    assert "좌석과 식단" not in said_by(maru)


def test_in_english_no_korean_particle_follows_the_number(maru: Path) -> None:
    said = message_of(maru, "en")
    assert "Maru-gun 마을자치과 043-222-0101" in said
    assert not re.search("043-222-0101[가-힣]", said)


def test_a_sample_says_so() -> None:
    assert SAID.rstrip().endswith("견본입니다. 마루군이 운영하거나 발행하지 않습니다.")


def test_what_changed_is_told_to_everyone(maru: Path, change: Change) -> None:
    change("visits/hansol.yml", "edition_at", "edition: 2\nchanged: [점심 장소를 바꾸었습니다.]\nedition_at")
    for head in HEADS:
        (letter,) = letters(said_by(maru), head)
        assert "1판 대비 변경 사항:\n- 점심 장소를 바꾸었습니다." in letter
        assert "변경 사항" not in letters(SAID, head)[0]
