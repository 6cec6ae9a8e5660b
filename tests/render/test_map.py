"""The map: numbers equal the list's, nothing covers a number, and the same stops give the same drawing."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.load.boundaries import load_boundaries
from guidebook.model.boundary import Boundaries
from guidebook.render.design.values import Size
from guidebook.render.map.drawing import draw_map, outline_map
from guidebook.render.map.placing import Box, place
from guidebook.render.map.projection import Extent, Projection
from guidebook.render.map.shapes import line
from guidebook.render.map.subject import Around, Marker
from guidebook.render.map.ties import Tie
from tests.conftest import CITIES
from tests.design import MAP, OUTLINE

SIZE = Size(330, 300)
WORDS = gettext.NullTranslations()
SVG = "{http://www.w3.org/2000/svg}"
TOWNS = load_boundaries(CITIES / "dasom", "towns.geojson")[0]
POINTS = st.tuples(st.floats(36.39, 36.68), st.floats(127.32, 127.71))


def drawn(
    markers: list[Marker], boundaries: Boundaries | None = TOWNS, around: Around | None = None
) -> ElementTree.Element:
    more = around or Around()
    made = draw_map(boundaries, markers, SIZE, MAP, WORDS, title="<지도>", description="설명", ident="m", around=more)
    return ElementTree.fromstring(str(made))


def markers(points: list[tuple[float, float]]) -> list[Marker]:
    return [Marker(number, point, f"곳 {number}", False) for number, point in enumerate(points, start=1)]


def circles(svg: ElementTree.Element) -> list[tuple[float, float]]:
    """Where the markers are."""
    groups = [group for group in svg.iter(f"{SVG}g") if (group.get("class") or "").startswith("map-marker")]
    found = [group.find(f"{SVG}circle") for group in groups]
    return [(float(one.get("cx", "")), float(one.get("cy", ""))) for one in found if one is not None]


def numbers(svg: ElementTree.Element) -> list[str]:
    groups = [group for group in svg.iter(f"{SVG}g") if (group.get("class") or "").startswith("map-marker")]
    return [text.text or "" for group in groups for text in group.iter(f"{SVG}text")]


@settings(max_examples=60, deadline=None)
@given(st.lists(POINTS, min_size=1, max_size=14))
def test_every_stop_has_its_number_inside_the_frame_and_none_covers_another(points: list[tuple[float, float]]) -> None:
    svg = drawn(markers(points))
    assert sorted(numbers(svg), key=int) == [str(number) for number in range(1, len(points) + 1)]
    at = circles(svg)
    for x, y in at:
        assert MAP.marker - 0.1 <= x <= SIZE.width - MAP.marker + 0.1
        assert MAP.marker - 0.1 <= y <= SIZE.height - MAP.foot - MAP.marker + 1.1
    for one in range(len(at)):
        for other in range(one):
            assert max(abs(at[one][0] - at[other][0]), abs(at[one][1] - at[other][1])) >= 2 * MAP.marker - 0.05


def test_stops_at_one_place_stand_side_by_side() -> None:
    svg = drawn(markers([(36.52, 127.51), (36.51, 127.64), (36.52, 127.51)]))
    assert numbers(svg) == ["1", "3", "2"]
    (x1, y1), (x3, y3), _ = circles(svg)
    assert (round(x3 - x1, 1), y1) == (2 * MAP.marker, y3)


def test_a_rough_point_is_hollow_its_way_dashed_and_the_legend_says_so() -> None:
    stops = markers([(36.52, 127.51), (36.51, 127.64)])
    exact, rough = drawn(stops), drawn([stops[0], Marker(2, stops[1].point, "곳", True)])

    def fills(svg: ElementTree.Element) -> list[str]:
        groups = [group for group in svg.iter(f"{SVG}g") if (group.get("class") or "").startswith("map-marker")]
        return [group.findall(f"{SVG}circle")[1].get("fill", "") for group in groups]

    def dashes(svg: ElementTree.Element) -> list[str | None]:
        return [path.get("stroke-dasharray") for path in svg.iter(f"{SVG}path") if path.get("class") == "map-route"]

    assert (fills(exact), fills(rough)) == (["#0b4f6c", "#0b4f6c"], ["#0b4f6c", "#ffffff"])
    assert (dashes(exact), dashes(rough)) == ([None], ["4 3"])
    assert "대략 위치" in "".join(rough.itertext())
    assert "대략 위치" not in "".join(exact.itertext())


def test_names_of_towns_never_lie_on_a_number_or_on_each_other() -> None:
    assert TOWNS is not None
    svg = drawn(markers([(outline.label[1], outline.label[0]) for outline in TOWNS.outlines]))
    names = next(group for group in svg.iter(f"{SVG}g") if group.get("class") == "map-names")
    boxes = []
    for text in names.iter(f"{SVG}text"):
        said, x, y = text.text or "", float(text.get("x", "")), float(text.get("y", ""))
        boxes.append(Box(x - 3.75 * len(said), y - 7, 7.5 * len(said), 8))
    assert len(boxes) >= 5
    for x, y in circles(svg):
        assert not any(box.meets(Box.around((x, y), 2 * MAP.marker - 1, 2 * MAP.marker - 1)) for box in boxes)
    assert not any(boxes[one].meets(boxes[other]) for one in range(len(boxes)) for other in range(one))


def name_places(svg: ElementTree.Element) -> dict[str, tuple[float, float]]:
    names = next(group for group in svg.iter(f"{SVG}g") if group.get("class") == "map-names")
    return {text.text or "": (float(text.get("x", "")), float(text.get("y", ""))) for text in names.iter(f"{SVG}text")}


@settings(max_examples=40, deadline=None)
@given(st.lists(POINTS, min_size=2, max_size=8))
def test_a_town_s_name_without_a_leader_stands_in_its_own_town(points: list[tuple[float, float]]) -> None:
    assert TOWNS is not None
    links = tuple((outline.name, "towns/") for outline in TOWNS.outlines)
    svg = drawn(markers(points), around=Around(links=links))
    for link in svg.iter(f"{SVG}a"):
        hit, text = link.find(f"{SVG}path"), link.find(f"{SVG}text")
        if hit is not None and text is not None and link.find(f"{SVG}circle") is None:
            area = [tuple(places_along(ring)) for ring in hit.get("d", "").split("z")[:-1]]
            assert odd_crossings(area, (float(text.get("x", "")), float(text.get("y", "")) - 2.7)), text.text


def places_along(path: str) -> Iterator[tuple[float, float]]:
    """The places of path data that says where to start and then only steps."""
    x, y, *steps = map(float, re.findall(r"-?(?:\d+\.?\d*|\.\d+)", path))
    yield x, y
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x, y


PLACES = st.integers(-30000, 30000).map(lambda value: value / 100)


@given(st.lists(st.tuples(PLACES, PLACES), min_size=2, max_size=30))
def test_steps_lead_to_the_places_that_were_meant(points: list[tuple[float, float]]) -> None:
    drawing = re.search(r' d="([^"]*)"', line(points, MAP.ink, 1, "map-way"))
    assert drawing is not None
    assert tenths(places_along(drawing[1])) == tenths(points)


def tenths(points: Iterable[tuple[float, float]]) -> list[tuple[int, int]]:
    """Places to a tenth, each once however often it follows itself."""
    return [place for place, _ in groupby((round(x * 10), round(y * 10)) for x, y in points)]


def odd_crossings(rings: list[tuple[tuple[float, float], ...]], at: tuple[float, float]) -> bool:
    """Whether a ray from the point crosses the rings an odd number of times: it lies inside."""
    crossings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            crossings += (y1 > at[1]) != (y2 > at[1]) and at[0] < x1 + (at[1] - y1) * (x2 - x1) / (y2 - y1)
    return crossings % 2 == 1


def test_names_keep_off_the_way_where_there_is_room() -> None:
    assert TOWNS is not None
    label = next(outline.label for outline in TOWNS.outlines if outline.name == "노을면")
    west, east = (label[1], label[0] - 0.05), (label[1], label[0] + 0.05)
    svg = drawn(markers([west, east]))
    (_, way), _ = circles(svg)
    assert abs(name_places(svg)["노을면"][1] - 2.7 - way) >= 5


def test_a_town_is_named_where_a_corner_of_it_is_shown() -> None:
    svg = drawn(markers([(36.515, 127.643), (36.514, 127.646)]))
    assert {"바람면", "별빛동"} <= set(name_places(svg))


def test_no_leader_and_no_dot_lies_over_a_number() -> None:
    svg = drawn(markers([(36.5199 + 0.0005 * step, 127.4996) for step in range(8)] + [(36.51, 127.64)]))
    parts = [kind for part in svg.iter() if (kind := part.get("class", "")) in ("map-leader", "map-marker")]
    assert "map-leader" in parts
    assert parts == sorted(parts)


def test_it_has_title_description_scale_and_north_and_no_style() -> None:
    svg = drawn(markers([(36.52, 127.51), (36.51, 127.64)]))
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "m-title m-desc"
    said = "".join(svg.itertext())
    assert all(words in said for words in ("<지도>", "설명", "km", "북", "방문지", "바람면"))
    source = ElementTree.tostring(svg, encoding="unicode")
    assert not re.search(r"style=|var\(|<ns0:(style|image|linearGradient|pattern|filter)", source)


def test_the_scale_bar_is_as_long_as_it_says() -> None:
    stops = markers([(36.52, 127.47), (36.52, 127.67)])
    svg = drawn(stops)
    bar = next(path for path in svg.iter(f"{SVG}path") if path.get("class") == "map-scale")
    length = float(re.findall(r"h([\d.]+)", bar.get("d", ""))[0])
    texts = [text.text or "" for text in svg.iter(f"{SVG}text")]
    said = next(float(text.removesuffix("km")) for text in texts if text.endswith("km"))
    (x1, _), (x2, _) = circles(svg)
    kilometres = 0.2 * 111.32 * 0.79968
    assert abs(length / said - (x2 - x1) / kilometres) < 0.15


def test_the_same_stops_give_the_same_drawing_and_no_outlines_still_a_map() -> None:
    stops = markers([(36.52, 127.51), (36.51, 127.64)])
    assert ElementTree.tostring(drawn(stops)) == ElementTree.tostring(drawn(stops))
    assert numbers(drawn(stops, None)) == ["1", "2"]
    assert numbers(drawn([], None)) == []


def test_outlines_alone_fill_the_town_that_is_meant() -> None:
    assert TOWNS is not None
    svg = ElementTree.fromstring(str(outline_map(TOWNS, SIZE, OUTLINE.home, OUTLINE, "바람면")))
    groups = [(group.get("fill"), len(list(group))) for group in svg.iter(f"{SVG}g")]
    assert groups == [("none", 5), ("#0b4f6c", 1)]


def test_a_full_frame_has_no_room() -> None:
    frame = Box(0, 0, 20, 20)
    assert place((10, 10), 18, 18, frame, []) is not None
    assert place((10, 10), 18, 18, frame, [Box(0, 0, 20, 20)]) is None


@given(st.floats(36.43, 36.63), st.floats(127.37, 127.67))
def test_what_a_frame_shows_is_the_projection_backwards(lat: float, lon: float) -> None:
    projection = Projection.fitting(Extent(36.33, 127.27, 36.73, 127.77), 0, 0, 300, 300)
    x, y = projection.at((lat, lon))
    seen = projection.seen(x, y, 10, 10)
    assert abs(seen.north - lat) < 1e-6
    assert abs(seen.west - lon) < 1e-6


CLOSE = [(36.5153, 127.6434), (36.523, 127.69)]


def kinds(svg: ElementTree.Element) -> set[str]:
    return {element.get("class") or "" for element in svg.iter()}


def test_stops_close_together_are_seen_close_but_a_town_is_shown_in_its_city() -> None:
    assert "map-key" in kinds(drawn(markers(CLOSE)))
    shown = kinds(drawn(markers(CLOSE), around=Around(False, "바람면")))
    assert "map-key" not in shown
    assert "map-here" in shown


def test_places_that_are_no_stops_are_not_joined() -> None:
    assert "map-route" in kinds(drawn(markers(CLOSE)))
    assert "map-route" not in kinds(drawn(markers(CLOSE), around=Around(False)))


def test_an_unknown_town_fills_nothing() -> None:
    assert "map-here" not in kinds(drawn([], around=Around(False, "없는면")))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(POINTS, min_size=1, max_size=4), min_size=1, max_size=6), st.lists(POINTS, max_size=6))
def test_numbers_of_ties_never_cover_one_another_nor_a_marker(
    ties: list[list[tuple[float, float]]], stops: list[tuple[float, float]]
) -> None:
    tied = tuple(Tie(number, tuple(points), "함께") for number, points in enumerate(ties, start=1))
    svg = drawn(markers(stops), around=Around(False, ties=tied))
    knots = [group for group in svg.iter(f"{SVG}g") if group.get("class") == "map-knot"]
    assert len(knots) == len(ties)
    squares = [rect for group in knots if (rect := group.find(f"{SVG}rect")) is not None]
    boxes = [Box(*(float(rect.get(name, "")) for name in ("x", "y", "width", "height"))) for rect in squares]
    boxes += [Box.around(at, 2 * MAP.marker - 2, 2 * MAP.marker - 2) for at in circles(svg)]
    for one in range(len(boxes)):
        for other in range(one):
            assert not boxes[one].meets(boxes[other])
    lines = [path for path in svg.iter(f"{SVG}path") if path.get("class") == "map-tie"]
    every = sum(len(points) for points in ties if len(points) > 1)
    assert len(lines) <= every, "one that lies within a name is left out"
    bare = drawn(markers(stops), around=Around(False, ties=tied, named=False))
    assert len([path for path in bare.iter(f"{SVG}path") if path.get("class") == "map-tie"]) == every


def test_neighbours_are_tinted_as_one_area() -> None:
    assert TOWNS is not None
    towns = tuple(outline.name for outline in TOWNS.outlines)

    def rings(tinted: tuple[str, ...], css_class: str) -> int:
        svg = drawn([], around=Around(tinted=tinted, named=False))
        return sum(
            (path.get("d") or "").count("z") for path in svg.iter(f"{SVG}path") if path.get("class") == css_class
        )

    assert rings(towns, "map-tinted") == rings(towns, "map-land")
    assert rings(towns[:1], "map-tinted") >= 1
    apart = sum(rings((town,), "map-tinted") for town in towns)
    assert rings(towns, "map-tinted") < apart
    assert rings((), "map-tinted") == 0
