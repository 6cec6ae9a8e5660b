"""Names on maps: no line strikes one, none covers anything, and every town has its own or is listed as without."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import voronoi_polygons
from shapely.geometry import MultiPoint, Polygon, box

from guidebook.load.boundaries import load_boundaries
from guidebook.model.boundary import Boundaries, Outline
from guidebook.render.design.values import Size
from guidebook.render.map.drawing import draw_map
from guidebook.render.map.subject import Around, Marker
from guidebook.render.map.ties import Tie
from tests.conftest import CITIES
from tests.design import MAP
from tests.render.drawn_names import SIZES, all_of, assert_clear, missing, names

WORDS = gettext.NullTranslations()


def drawn(boundaries: Boundaries, size: Size, around: Around, markers: Iterable[Marker] = ()) -> ElementTree.Element:
    made = draw_map(
        boundaries, tuple(markers), size, MAP, WORDS, title="지도", description="설명.", ident="m", around=around
    )
    return ElementTree.fromstring(str(made))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_town_has_its_name_once_and_nothing_strikes_it(size: Size) -> None:
    boundaries, _ = load_boundaries(CITIES / "dasom", "towns.geojson")
    assert boundaries is not None
    towns = tuple(all_of(boundaries))
    around = Around(tinted=towns, hatched=towns[::2], highlight=towns[1], links=tuple((town, "x/") for town in towns))
    svg = drawn(boundaries, size, around)
    assert sorted(said for said, _ in names(svg)) == list(towns)
    assert missing(svg) == []
    assert_clear(svg, size, MAP.foot)


def a_city(points: list[tuple[float, float]], lengths: list[int]) -> Boundaries:
    """A city of as many towns as there are points: what lies nearest to each."""
    whole = box(127.3, 36.4, 127.7, 36.7)
    parts = voronoi_polygons(MultiPoint(points), extend_to=whole).geoms
    areas = [part for cell in parts if isinstance(part := cell.intersection(whole), Polygon) and part.area > 1e-9]
    outlines = []
    for number, area in enumerate(areas):
        middle = area.representative_point()
        rings = tuple((round(x, 5), round(y, 5)) for x, y in area.exterior.coords)
        name = chr(ord("가") + number) * lengths[number % len(lengths)] + "동"
        outlines.append(Outline(name, ((rings,),), (middle.x, middle.y)))
    return Boundaries("", "", "", tuple(outlines))


LONLAT = st.tuples(st.floats(127.3, 127.7), st.floats(36.4, 36.7))
LATLON = st.tuples(st.floats(36.35, 36.75), st.floats(127.25, 127.75))
RANDOM_CITIES = st.builds(
    a_city,
    st.lists(LONLAT, min_size=2, max_size=16, unique_by=lambda at: (round(at[0], 2), round(at[1], 2))),
    st.lists(st.integers(1, 5), min_size=1, max_size=4),
)
TIES = st.lists(st.lists(LATLON, min_size=1, max_size=3), max_size=3)


@settings(max_examples=25, deadline=None)
@given(RANDOM_CITIES, st.sampled_from(SIZES), st.lists(LATLON, max_size=8), TIES)
def test_in_any_city_every_town_is_named_once_or_listed(
    city: Boundaries, size: Size, stops: list[tuple[float, float]], tied: list[list[tuple[float, float]]]
) -> None:
    ties = tuple(Tie(number, tuple(points), "함께") for number, points in enumerate(tied, start=1))
    markers = [Marker(number, point, "곳", False) for number, point in enumerate(stops, start=1)]
    svg = drawn(city, size, Around(False, ties=ties, whole=True, hatched=tuple(all_of(city)[:3])), markers)
    assert sorted([*(said for said, _ in names(svg)), *missing(svg)]) == all_of(city)
    assert_clear(svg, size, MAP.foot)


@settings(max_examples=15, deadline=None)
@given(RANDOM_CITIES, st.lists(LATLON, min_size=2, max_size=8))
def test_a_map_that_shows_a_part_names_no_town_twice_and_covers_nothing(
    city: Boundaries, stops: list[tuple[float, float]]
) -> None:
    svg = drawn(city, SIZES[2], Around(), [Marker(n, at, "곳", False) for n, at in enumerate(stops, start=1)])
    said = [*(name for name, _ in names(svg)), *missing(svg)]
    assert len(said) == len(set(said))
    assert_clear(svg, SIZES[2], MAP.foot)


def test_a_town_in_which_a_stop_lies_is_named_before_others() -> None:
    """Of sixty-four towns a small map names a dozen: those that a visit goes to are among them."""
    at = [(127.3 + 0.05 * (column + 0.5), 36.4 + 0.0375 * (row + 0.5)) for column in range(8) for row in range(8)]
    city = a_city(at, [7])
    labels = {outline.name: outline.label for outline in city.outlines}
    around = Around(False, whole=True)
    unnamed = missing(drawn(city, SIZES[0], around))[:4]
    assert unnamed
    for town in unnamed:
        lon, lat = labels[town]
        svg = drawn(city, SIZES[0], around, [Marker(1, (lat + 0.012, lon + 0.02), "곳", False)])
        assert town not in missing(svg)
