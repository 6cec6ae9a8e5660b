"""The shipped places, guides, routes and the sample visit: each value with its source, nothing invented."""

from __future__ import annotations

import pytest

from guidebook.load.content import Loaded
from guidebook.model.clock import minutes
from guidebook.model.records.guide import Guide, GuideKind
from guidebook.model.records.place import Place
from guidebook.model.records.place_kinds import PlaceKind
from guidebook.plan.itinerary import plan_route, plan_visit
from guidebook.plan.leg import Basis
from guidebook.plan.local_words import sights
from tests.conftest import ROOT

CONTENT = ROOT / "content"


def test_there_are_sixty_one_places(loaded: Loaded) -> None:
    kinds = [place.kind for place in loaded.catalogue.sites]
    assert len(loaded.catalogue.towns) + len(kinds) == 61
    assert [kinds.count(kind) for kind in (PlaceKind.CITY_HALL, PlaceKind.LANDMARK, PlaceKind.PARK)] == [1, 1, 12]
    assert [kinds.count(kind) for kind in (PlaceKind.PORT, PlaceKind.MARKET, PlaceKind.PARKING)] == [4, 3, 6]
    assert len(sights(loaded.catalogue)) == 47 - 2 - 12 - 4 - 3 - 6


def test_every_value_names_where_it_was_seen(loaded: Loaded) -> None:
    for record in (*loaded.catalogue.sites, *loaded.catalogue.guides, *loaded.catalogue.restaurants):
        for name in record.needing_source:
            assert record.sources_of(name), f"{record.id}: {name}"


def place(loaded: Loaded, id: str) -> Place:
    found = loaded.catalogue.place(id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("id", "doubtful", "certain"),
    [
        ("sinri", ["hours", "closed", "phone", "point"], []),
        ("solmoe", ["point"], ["address", "phone"]),
        ("sapgyoho", [], ["address", "point", "phone", "parking"]),
        ("baekseok-olmi", ["address"], ["summary"]),
        ("weights-museum", ["hours"], ["address"]),
        ("ami-museum", ["hours", "fee"], []),
        ("anguksaji", ["phone"], ["address"]),
        ("samseonsan-arboretum", ["closed", "phone"], ["hours", "fee"]),
        ("hapdeok-suri", ["hours", "closed"], []),
        ("myeoncheon-fortress", ["phone"], ["address"]),
    ],
)
def test_what_rests_on_a_blog_or_nobody_is_doubtful(
    loaded: Loaded, id: str, doubtful: list[str], certain: list[str]
) -> None:
    record = place(loaded, id)
    assert all(record.doubtful(name) for name in doubtful)
    assert not any(record.doubtful(name) for name in certain)


def test_places_that_moved_have_no_point_and_no_old_address(loaded: Loaded) -> None:
    for id, address in (("songak", "반촌로 59"), ("dangjin1", "당진중앙1로 57")):
        town = loaded.catalogue.town(id)
        assert town is not None
        assert address in town.hall.address
        assert town.hall.point is None
    assert sum(town.hall.point is not None for town in loaded.catalogue.towns) == 12


def test_fees_that_are_out_of_date_are_not_printed() -> None:
    text = (CONTENT / "sites" / "hamsang-park.yml").read_text(encoding="utf-8")
    assert "6,000" not in text
    assert "fee:" not in text


def test_thirty_five_names_of_the_press_and_none_of_them_graded(loaded: Loaded) -> None:
    (names,) = loaded.catalogue.lists
    assert len(names.rows) == 35
    assert "현재 지정 여부는 식품안전나라에서 확인" in names.text
    assert all(restaurant.designation is None for restaurant in loaded.catalogue.restaurants)


def test_seven_sites_have_interpreters_and_the_five_model_towns_activists(loaded: Loaded) -> None:
    guides = loaded.catalogue.guides
    assert sum(guide.kind is GuideKind.INTERPRETER and guide.site is not None for guide in guides) == 7
    activists = {guide.town for guide in guides if guide.kind is GuideKind.ACTIVIST}
    assert activists == {town.id for town in loaded.catalogue.towns if town.model}


def test_a_guide_has_no_field_for_a_persons_name() -> None:
    assert not {field for field in Guide.model_fields if "name" in field or "person" in field}


def test_five_routes_are_suggestions_with_a_programme_part_and_times_that_work(loaded: Loaded) -> None:
    assert len(loaded.catalogue.routes) == 5
    for route in loaded.catalogue.routes:
        plan = plan_route(route, loaded.catalogue)
        assert "이 코스는 제안입니다" in route.body
        assert any(stop.program for stop in route.stops)
        assert any("질의응답" in (stop.text or "") for stop in route.stops)
        assert plan.end <= minutes("17:00")
        assert all(
            entry.leg.basis is not Basis.UNKNOWN and entry.leg.minutes <= 60 for entry in plan.entries if entry.leg
        )
        assert all(minutes("11:30") <= entry.arrive <= minutes("13:30") for entry in plan.entries if entry.stop.lunch)


def test_every_programme_has_three_to_five_questions(loaded: Loaded) -> None:
    for program in loaded.catalogue.programs:
        assert 3 <= len(program.questions) <= 5
        assert len({question.topic for question in program.questions}) == len(program.questions)
        assert all(question.text.endswith("?") for question in program.questions)


def test_the_sample_visit_is_a_thursday_that_ends_in_time_and_its_name_stands_nowhere_else(loaded: Loaded) -> None:
    (visit,) = loaded.catalogue.visits
    assert (visit.people, visit.copies) == (27, 40)
    plan = plan_visit(visit, loaded.catalogue)
    assert plan.start == minutes("10:30")
    assert visit.end is not None
    assert plan.end <= minutes(visit.end)
    for path in CONTENT.rglob("*"):
        if path.is_file() and path.parent.name != "visits":
            assert "새벽빛시" not in path.read_text(encoding="utf-8", errors="replace"), path


def test_the_outlines_are_those_of_the_fourteen_towns(loaded: Loaded) -> None:
    boundaries = loaded.catalogue.boundaries
    assert boundaries is not None
    assert {outline.name for outline in boundaries.outlines} == {town.name for town in loaded.catalogue.towns}
    assert boundaries.kind == "행정동 경계"
    assert "국토지리정보원" in boundaries.credit
    assert (CONTENT / "map" / "towns.geojson").stat().st_size < 100_000
