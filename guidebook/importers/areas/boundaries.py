"""Outlines of towns from areas of any make: split, merged, made to fit without gaps, simplified together, labelled."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.errors import GEOSException
from shapely.geometry import MultiPolygon, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import polygonize, polylabel

GRID = 1e-5
"""Degrees to which corners are set: about a metre."""
START, COARSEST, LARGEST = 0.0002, 0.02, 100_000
"""First and last tolerance of the simplification in degrees (20 m, 2 km), and the octets that the file may have."""
SMALLEST_ISLAND = 2e-6
"""Square degrees (some 2 hectares) below which an island is left out."""
MOST_CORNERS = 15_000
"""Of all areas together: the time to fit them grows with the square."""
TOO_DETAILED = "corners"
"""The message of an UnfitError for areas that have more of them however they are thinned."""
PIER = 0.00045
"""Half the width in degrees (some 50 m) of what is left off the shore: breakwaters and piers are installations."""
LEAST_REST = 0.01
"""The share of an area below which what no shape covers is a slip of the drawing: it goes to whoever is beside it."""
MERGED, LEGAL = "행정동 경계", "법정동 경계"


@dataclass(frozen=True, slots=True)
class Area:
    """A named area as GeoJSON geometry in degrees."""

    name: str
    geometry: dict[str, Any]


class UnfitError(Exception):
    """The areas cannot be fitted together; the message is the geometry library's."""


def fitted(
    areas: Sequence[Area], table: Mapping[str, Sequence[str]], credit: str, kind: str, date: str
) -> tuple[tuple[str, ...], dict[str, Any]]:
    """The names of what there is after merging, and its outlines: none where nothing is left. Raises UnfitError."""
    try:
        whole = merged(_thinned(areas), table)
        return tuple(area.name for area in whole), outlines(whole, credit, kind, date) if whole else {"features": []}
    except GEOSException as error:
        raise UnfitError(str(error)) from error


def _thinned(areas: Sequence[Area]) -> Sequence[Area]:
    """The areas with no more corners than can be fitted in seconds; what is left out is finer than the outlines are."""
    corners = _corners(shape(area.geometry) for area in areas)
    tolerance = START / 10
    while corners > MOST_CORNERS and tolerance <= START:
        thin = [shapely.simplify(shape(area.geometry), tolerance, preserve_topology=False) for area in areas]
        corners = _corners(thin)
        if corners <= MOST_CORNERS:
            return [
                Area(area.name, mapping(simplified))
                for area, simplified in zip(areas, thin, strict=True)
                if not simplified.is_empty
            ]
        tolerance *= 2
    if corners > MOST_CORNERS:
        raise UnfitError(TOO_DETAILED)
    return areas


def _corners(shapes: Iterable[BaseGeometry]) -> int:
    return int(sum(shapely.get_num_coordinates(area) for area in shapes))


def merged(areas: Sequence[Area], table: Mapping[str, Sequence[str]]) -> tuple[Area, ...]:
    """The areas, those of each row of the table as one. What encloses nothing is left out."""
    parts = {name: town for town, names in table.items() for name in names}
    groups: dict[str, list[BaseGeometry]] = {}
    for area in areas:
        groups.setdefault(parts.get(area.name, area.name), []).append(_sound(area))
    whole = {name: shapely.union_all(group) for name, group in groups.items()}
    return tuple(Area(name, mapping(area)) for name, area in whole.items() if area.area > 0)


def split(
    areas: Sequence[Area], shapes: Sequence[Area], table: Mapping[str, Sequence[str]]
) -> tuple[tuple[Area, ...], tuple[str, ...]]:
    """The areas, those that the table names cut by its shapes, and the names of shapes that cover nothing of theirs.

    A shape may reach over the area: only what lies within counts. What no shape covers keeps the area's name.
    """
    shaped = {area.name: _sound(area) for area in shapes}
    cutting = {name for names in table.values() for name in names}
    result: list[Area] = []
    empty: list[str] = []
    for area in areas:
        if area.name in table:
            parts = list(_parts(area, [name for name in table[area.name] if name in shaped], shaped))
            result += [part for part, size in parts if size > 0]
            empty += [part.name for part, size in parts if size <= 0 and part.name != area.name]
        elif area.name not in cutting:
            result.append(area)
    return tuple(result), tuple(empty)


def _parts(area: Area, names: Sequence[str], shaped: Mapping[str, BaseGeometry]) -> Iterator[tuple[Area, float]]:
    """The parts of one area with their sizes, the rest last; where shapes overlap, the first has it."""
    rest = whole = _sound(area)
    for name in names:
        part = shapely.intersection(rest, shaped[name])
        rest = shapely.difference(rest, shaped[name])
        yield Area(name, mapping(part)), part.area
    if not names or rest.area >= min(whole.area * LEAST_REST, SMALLEST_ISLAND * 10):
        yield Area(area.name, mapping(rest)), rest.area


def _sound(area: Area) -> BaseGeometry:
    return shapely.make_valid(shape(area.geometry), method="structure", keep_collapsed=False)


def outlines(areas: Sequence[Area], credit: str, kind: str, date: str) -> dict[str, Any]:
    """The GeoJSON of `content/map/towns.geojson`, as fine as its size allows.

    An area of which its neighbours leave nothing is not in it. Raises shapely's GEOSException for what cannot be
    fitted.
    """
    fitting = _fitting(_without_piers({area.name: shape(area.geometry) for area in areas}))
    tolerance = START
    while True:
        simple = shapely.coverage_simplify(list(fitting.values()), tolerance)
        kept = {name: area for name, area in zip(fitting, simple, strict=True) if area.area > 0}
        collection = _collection(kept, credit, kind, date)
        if len(json.dumps(collection, ensure_ascii=False).encode()) < LARGEST or tolerance > COARSEST:
            return collection
        tolerance *= 1.5


def square_kilometres(geometry: dict[str, Any]) -> float:
    """The area of a GeoJSON geometry, flat at its own latitude: right to a part in a thousand for a town."""
    shaped = shape(geometry)
    return float(shaped.area) * 111.32 * 110.99 * _cosine(shaped)


def _cosine(shaped: BaseGeometry) -> float:
    return math.cos(math.radians(shaped.centroid.y))


def _without_piers(areas: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The same areas without what is thin and stands in the sea; inner borders stay as they are."""
    closed = shapely.union_all(list(areas.values())).buffer(GRID * 10).buffer(-GRID * 10)
    land = closed.buffer(-PIER, join_style="mitre").buffer(PIER, join_style="mitre")
    return {name: area if (kept := area & land).is_empty else kept for name, area in areas.items()}


def _fitting(areas: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The same areas without gaps or overlaps: slivers go to the neighbour with which they share most of their edge."""
    edges = shapely.union_all([shapely.set_precision(area, GRID).boundary for area in areas.values()], grid_size=GRID)
    whole = shapely.union_all(list(areas.values()))
    faces: dict[str, list[Polygon]] = {name: [] for name in areas}
    slivers: list[Polygon] = []
    for face in polygonize(edges):
        inside = face.representative_point()
        owner = next((name for name, area in areas.items() if area.contains(inside)), None)
        if owner is None and face.area >= SMALLEST_ISLAND * 10:  # the point lies on a seam of two parts of one town
            owner = next((name for name, area in areas.items() if shapely.dwithin(area, inside, GRID)), None)
        if owner is not None:
            faces[owner].append(face)
        elif whole.convex_hull.contains(inside) and face.area < SMALLEST_ISLAND * 10:
            slivers.append(face)
    joined: dict[str, BaseGeometry] = {}
    for name, parts in ((name, parts) for name, parts in faces.items() if parts):
        joined[name], specks = _without_specks(shapely.coverage_union_all(parts))
        slivers += specks
    for sliver in slivers:
        shared = {name: area.boundary.intersection(sliver.boundary).length for name, area in joined.items()}
        nearest = max(shared, key=lambda name: shared[name], default="")
        if nearest and shared[nearest] > 0:  # else an islet, which is left out
            joined[nearest] = shapely.coverage_union(joined[nearest], sliver)
    return joined


def _without_specks(area: BaseGeometry) -> tuple[BaseGeometry, list[Polygon]]:
    """The area without its tiny parts, and these: islets, and pieces cut off inside a neighbour."""
    if not isinstance(area, MultiPolygon):
        return area, []
    least = min(SMALLEST_ISLAND, max(part.area for part in area.geoms))
    kept = MultiPolygon([part for part in area.geoms if part.area >= least])
    return kept, [part for part in area.geoms if part.area < least]


def _collection(areas: Mapping[str, BaseGeometry], credit: str, kind: str, date: str) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "credit": credit,
        "kind": kind,
        "source_date": date,
        "features": [_feature(name, area) for name, area in areas.items()],
    }


def _feature(name: str, area: BaseGeometry) -> dict[str, Any]:
    parts = [part for part in getattr(area, "geoms", [area]) if isinstance(part, Polygon)]
    label = polylabel(max(parts, key=lambda part: part.area), 0.0005)
    return {
        "type": "Feature",
        "properties": {"name": name, "label_lon": round(label.x, 5), "label_lat": round(label.y, 5)},
        "geometry": _rounded(mapping(area)),
    }


def _rounded(geometry: Mapping[str, Any]) -> dict[str, Any]:
    def near(value: Any) -> Any:
        return round(value, 5) if isinstance(value, float) else [near(inner) for inner in value]

    return {"type": geometry["type"], "coordinates": near(geometry["coordinates"])}
