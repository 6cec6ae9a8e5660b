"""Routes as GPX, held against a schema by lxml: named places in order, and no guess among them."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guidebook.export.route_gpx import OWN, route_gpx
from guidebook.model.records.route import Route
from guidebook.model.records.stop import Stop
from guidebook.plan.itinerary import plan_route
from guidebook.plan.spot import Precision
from tests.conftest import CITIES
from tests.export.conftest import City, read

WORDS = gettext.NullTranslations()
SPACE = {"g": "http://www.topografix.com/GPX/1/1"}
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("gpx11.xsd")))
MARU = read(CITIES / "maru")


def written(city: City, route: Route) -> bytes | None:
    return route_gpx(route, plan_route(route, city.catalogue), city.site, WORDS)


def tree(city: City, route: Route) -> etree._Element:
    octets = written(city, route)
    assert octets is not None
    root = etree.fromstring(octets)
    SCHEMA.assertValid(root)
    return root


def texts(root: etree._Element, path: str) -> list[str]:
    return [str(one.text) for one in root.findall(path, SPACE)]


def with_stops(route: Route, *stops: Stop) -> Route:
    return route.model_copy(update={"stops": stops})


def river(city: City) -> Route:
    (route,) = city.catalogue.routes
    return route


def test_every_route_of_the_city_keeps_the_schema(city: City) -> None:
    made = [route for route in city.catalogue.routes if written(city, route)]
    assert made
    for route in made:
        root = tree(city, route)
        assert root.get("version") == "1.1"
        assert texts(root, "g:metadata/g:name") == [f"{route.title} (견본)"]


@pytest.mark.parametrize(
    ("piece", "instead"),
    [
        (b'version="1.1"', b'version="1.0"'),
        (b'lat="36.5"', b'lat="136.5"'),
        (b"<wpt lat", b"<way lat"),
        (b"<metadata>", b"<metadata><time>2026-11-02</time>"),
        (b' lon="127.9"', b""),
    ],
)
def test_the_schema_is_not_blind(small: City, piece: bytes, instead: bytes) -> None:
    octets = written(small, river(small))
    assert octets is not None
    assert piece in octets
    broken = octets.replace(piece, instead, 1).replace(b"</wpt>", b"</way>" if instead == b"<way lat" else b"</wpt>", 1)
    assert not SCHEMA.validate(etree.fromstring(broken))


def test_waypoints_are_named_and_say_what_one_needs_there(small: City) -> None:
    root = tree(small, river(small))
    assert texts(root, "g:wpt/g:name") == [
        "1. 가온면 행정복지센터",
        "2. 강 박물관",
        "3. 나룻배 밥상",
        "4. 갈대 체험마을",
        "5. 나루면 행정복지센터",
    ]
    said = texts(root, "g:wpt/g:desc")
    assert said[0] == "강길 이야기, 60분\n가람도 마루군 가온면 마루로 10\n전화 043-222-1000"
    assert said[3].endswith("갈대길 3 (확인 필요)\n위치 확인 필요")
    assert not any("확인 필요" in one for one in (*said[:3], said[4]))


def test_the_route_leads_through_the_points_in_order(small: City) -> None:
    root = tree(small, river(small))
    points = [(one.get("lat"), one.get("lon")) for one in root.findall("g:rte/g:rtept", SPACE)]
    assert points[:2] == [("36.5", "127.9"), ("36.51", "127.91")]
    assert len(points) == 5
    assert texts(root, "g:rte/g:name") == ["강길을 따라 하루"]


@pytest.mark.parametrize(
    ("stop", "reason"),
    [
        ({"site": "old-fort"}, "6. 옛 성터(대략 위치만 확인)"),
        ({"text": "점심", "town": "naru"}, "6. 점심(읍면동만 확인)"),
        ({"text": "쉬는 시간"}, "6. 쉬는 시간(위치 미확인)"),
    ],
)
def test_a_place_that_is_not_known_exactly_is_left_out_and_said(small: City, stop: dict[str, str], reason: str) -> None:
    route = river(small)
    root = tree(small, with_stops(route, *route.stops, Stop.model_validate({**stop, "stay": 30})))
    assert len(root.findall("g:wpt", SPACE)) == len(root.findall("g:rte/g:rtept", SPACE)) == 5
    assert f"정확한 좌표를 몰라 제외한 곳: {reason}\n" in texts(root, "g:metadata/g:desc")[0]


def test_a_route_with_every_place_known_speaks_of_none_left_out(small: City) -> None:
    assert "넣지 않은" not in texts(tree(small, river(small)), "g:metadata/g:desc")[0]


def test_the_same_place_twice_in_a_row_is_one_waypoint_and_two_points(small: City) -> None:
    route = river(small)
    first, second, *_ = route.stops
    again = first.model_copy(update={"text": "물음과 답"})
    root = tree(small, with_stops(route, first, again, second, first))
    assert texts(root, "g:wpt/g:name") == [
        "1·2. 가온면 행정복지센터",
        "3. 강 박물관",
        "4. 가온면 행정복지센터",
    ]
    assert texts(root, "g:wpt/g:desc")[0].startswith("강길 이야기, 60분\n물음과 답, 60분\n")
    assert len(root.findall("g:rte/g:rtept", SPACE)) == 4


def test_fewer_than_two_known_places_make_no_file(small: City, dasom: City) -> None:
    route = river(small)
    assert written(small, with_stops(route, route.stops[0], Stop(text="점심", stay=30))) is None
    rope = dasom.catalogue.route("rope")
    assert rope is not None
    assert written(dasom, rope) is None


def test_the_file_is_as_old_as_the_site_and_knows_no_clock(small: City) -> None:
    root = tree(small, river(small))
    assert texts(root, ".//g:time") == ["2026-11-02T00:00:00Z"]
    assert written(small, river(small)) == written(small, river(small))


def test_names_with_signs_of_markup_are_read_back_as_they_are(small: City) -> None:
    awkward = "A & \"B\" <c> 'd' ]]>"
    site = small.site.model_copy(
        update={"publisher": small.site.publisher.model_copy(update={"name": awkward}), "title_en": awkward}
    )
    route = river(small).model_copy(update={"title": awkward, "summary": awkward})
    root = tree(City(small.catalogue, site), route)
    assert texts(root, "g:metadata/g:author/g:name") == texts(root, "g:rte/g:name") == [awkward]


STOPS: Sequence[Stop] = (
    *MARU.catalogue.routes[0].stops,
    Stop(site="old-fort", stay=10),
    Stop(text="점심", town="naru", stay=60),
    Stop(text="쉬는 시간", stay=5),
)


@given(st.lists(st.sampled_from(STOPS), max_size=10))
def test_whatever_the_order_of_stops_the_route_keeps_it(stops: list[Stop]) -> None:
    route = with_stops(MARU.catalogue.routes[0], *stops)
    placed = [one for one in plan_route(route, MARU.catalogue).entries if one.spot.precision in OWN]
    if len(placed) < 2:
        assert written(MARU, route) is None
        return
    root = tree(MARU, route)
    points = [(one.get("lat"), one.get("lon")) for one in root.findall("g:rte/g:rtept", SPACE)]
    assert points == [tuple(map(str, one.spot.point or ())) for one in placed]
    assert texts(root, "g:rte/g:rtept/g:name") == [f"{one.number}. {one.spot.name}" for one in placed]
    in_a_row = [next(stay) for _, stay in groupby(points)]
    assert [(one.get("lat"), one.get("lon")) for one in root.findall("g:wpt", SPACE)] == in_a_row


def test_own_points_are_the_exact_and_the_doubtful() -> None:
    assert set(Precision) - set(OWN) == {Precision.NEARBY, Precision.TOWN, Precision.NONE}
