"""Reads a drawn map: its names with the room they take, what they must not cover, and whether they are clear of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import combinations
from xml.etree import ElementTree

from shapely.geometry import LineString, box

from guidebook.model.boundary import Boundaries
from guidebook.render.design.values import Size
from guidebook.render.map.placing import Box
from guidebook.render.map.shapes import text_width
from tests.design import MAP
from tests.render.test_map import places_along

SVG = "{http://www.w3.org/2000/svg}"
STRIKING = {"map-border", "map-coast", "map-hatch", "map-part", "map-here-line"}
SIZES = (Size(160, 150), Size(250, 224), Size(330, 180), Size(330, 424))


def names(svg: ElementTree.Element) -> list[tuple[str, Box]]:
    """The names with the boxes that their letters take."""
    group = next(group for group in svg.iter(f"{SVG}g") if group.get("class") == "map-names")
    found = []
    for text in group.iter(f"{SVG}text"):
        said, x, y = text.text or "", float(text.get("x", "")), float(text.get("y", ""))
        size = text_width(said, MAP.type_name), MAP.type_name
        found.append((said, Box.around((x, y - 0.36 * MAP.type_name), *size)))
    return found


def missing(svg: ElementTree.Element) -> list[str]:
    description = svg.find(f"{SVG}desc")
    listed = re.search(
        "표시하지 못한 곳: (.*)", html.unescape((description.text or "") if description is not None else "")
    )
    return listed[1].split(", ") if listed else []


def lines(svg: ElementTree.Element, kinds: set[str]) -> Iterator[LineString]:
    for path in svg.iter(f"{SVG}path"):
        if path.get("class") in kinds:
            for part in re.findall(r"M[^M]*", path.get("d", "")):
                points = list(places_along(part.rstrip("z")))
                yield LineString([*points, *points[:1]] if part.endswith("z") else points)


def things(svg: ElementTree.Element) -> Iterator[Box]:
    """Discs, the squares of ties, dots, and the small map of the city."""
    for group in svg.iter(f"{SVG}g"):
        kind = group.get("class") or ""
        if kind.startswith("map-marker"):
            disc = group.find(f"{SVG}circle")
            assert disc is not None
            side = 2 * float(disc.get("r", ""))
            yield Box.around((float(disc.get("cx", "")), float(disc.get("cy", ""))), side, side)
        if kind in ("map-knot", "map-key"):
            square = group.find(f"{SVG}rect")
            assert square is not None
            yield Box(*(float(square.get(name, "")) for name in ("x", "y", "width", "height")))
    for dot in svg.iter(f"{SVG}circle"):
        if dot.get("class") == "map-dot":
            side = 2 * float(dot.get("r", ""))
            yield Box.around((float(dot.get("cx", "")), float(dot.get("cy", ""))), side, side)


def assert_clear(svg: ElementTree.Element, size: Size, foot: float) -> None:
    named = names(svg)
    frame = Box(0, 0, size.width, size.height - foot)
    polygons = {said: box(at.left, at.top, at.left + at.width, at.top + at.height) for said, at in named}
    for said, at in named:
        assert frame.holds(at), f"{said} is clipped by the frame"
        assert not any(at.meets(thing) for thing in things(svg)), f"{said} lies under a disc"
    for (one, first), (other, second) in combinations(named, 2):
        assert not first.meets(second), f"{one} lies on {other}"
    for line in lines(svg, STRIKING):
        for said, area in polygons.items():
            assert line.intersection(area).length < 0.15, f"{said} is struck through"
    for line in lines(svg, {"map-lead"}):
        crossed = [said for said, area in polygons.items() if line.intersection(area.buffer(-0.5)).length > 0.1]
        assert len(crossed) <= 0, f"a leader runs through {crossed}"


def all_of(boundaries: Boundaries) -> list[str]:
    return sorted(outline.name for outline in boundaries.outlines)
