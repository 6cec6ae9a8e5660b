"""TopoJSON → GeoJSON: areas that share their borders as arcs. Bounded, because one arc may be used many times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from guidebook.importers.reading.limits import MOST_LISTS, UnreadableError

Point = tuple[float, float]


def features_of(topology: Mapping[str, Any]) -> tuple[str, tuple[dict[str, Any], ...], tuple[str, ...]]:
    """The object with most areas: its name, its features as GeoJSON, and the names of the other objects.

    Raises LookupError, TypeError, ValueError or AttributeError for what is no topology, and UnreadableError where it
    unpacks to too many points.
    """
    objects: dict[str, list[Any]] = {name: _members(item) for name, item in topology["objects"].items()}
    name = max(objects, key=lambda key: len(objects[key]))
    arcs = [_arc(arc, topology.get("transform")) for arc in topology["arcs"]]
    unpacking = _Unpacking(arcs)
    features = tuple(
        {
            "type": "Feature",
            "properties": {**(item.get("properties") or {}), **({"id": item["id"]} if "id" in item else {})},
            "geometry": unpacking.geometry(item),
        }
        for item in objects[name]
    )
    return name, features, tuple(other for other in objects if other != name)


def _members(item: Any) -> list[Any]:
    return list(item["geometries"]) if item["type"] == "GeometryCollection" else [item]


def _arc(arc: Sequence[Any], transform: Mapping[str, Any] | None) -> list[Point]:
    """The points of an arc: steps from the one before, in the grid of the transform, where there is one."""
    if transform is None:
        return [(float(point[0]), float(point[1])) for point in arc]
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    across, up = accumulate(point[0] for point in arc), accumulate(point[1] for point in arc)
    return [(x * wide + left, y * high + low) for x, y in zip(across, up, strict=True)]


class _Unpacking:
    """Puts arcs together to rings, and counts the points that come of it."""

    def __init__(self, arcs: Sequence[list[Point]]) -> None:
        self._arcs, self._points = arcs, 0

    def geometry(self, item: Mapping[str, Any]) -> dict[str, Any] | None:
        """The geometry of one object; None where it has none."""
        kind = item.get("type")
        if kind == "Polygon":
            return {"type": kind, "coordinates": self._rings(item["arcs"])}
        if kind == "MultiPolygon":
            return {"type": kind, "coordinates": [self._rings(rings) for rings in item["arcs"]]}
        if kind == "GeometryCollection":
            return {"type": kind, "geometries": [self.geometry(inner) for inner in item["geometries"]]}
        return {"type": kind, "coordinates": []} if kind else None

    def _rings(self, rings: Sequence[Sequence[int]]) -> list[list[Point]]:
        return [list(self._ring(ring)) for ring in rings]

    def _ring(self, numbers: Sequence[int]) -> Iterator[Point]:
        """The arcs one after the other; `~3` is the fourth read backwards. Where they meet a point is left out."""
        for position, number in enumerate(numbers):
            arc = self._arcs[number] if number >= 0 else self._arcs[~number][::-1]
            self._points += len(arc)
            if self._points > MOST_LISTS:
                raise UnreadableError("points")
            yield from arc if position == 0 else arc[1:]
