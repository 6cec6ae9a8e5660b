"""Rules over points and outlines: a point lies in the town of its record, and every outline has a town."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.record import Record
from guidebook.model.records.place_kinds import PlaceKind
from guidebook.model.text import text
from guidebook.model.wording.numbers import number
from guidebook.model.wording.order import natural
from guidebook.plan.area import outside_by
from guidebook.plan.spot import LatLon

TOLERANCE = 100
"""Metres that a point may lie outside: shores are simplified."""

Path = tuple[str, ...]


def points_lie_in_their_towns(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No point of a hall, site or restaurant lies far outside its town."""
    if catalogue.boundaries is None:
        return
    names = {town.id: town.name for town in catalogue.towns}
    for record, path, town, point in _points(catalogue):
        outline = catalogue.boundaries.outline(names.get(town, ""))
        if outline is None or (metres := outside_by(point, outline)) <= TOLERANCE:
            continue
        really = next((other.name for other in catalogue.boundaries.outlines if not outside_by(point, other)), None)
        yield Diagnostic(
            catalogue.where(record, *path),
            "point-outside-town",
            text("좌표가 {town} 경계에서 {metres}m 벗어나 있습니다.", town=outline.name, metres=number(metres, 0)),
            text("좌표는 {town} 안에 있습니다. 좌표나 town을 고치세요.", town=really)
            if really
            else text("lat과 lon이 바뀌지 않았는지, 다른 곳의 좌표가 아닌지 확인하세요."),
        )


def outlines_have_towns(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Every town has an outline and every outline a town, where there are outlines at all."""
    if catalogue.boundaries is None or not catalogue.towns:
        return
    towns = {town.name for town in catalogue.towns}
    outlined = {outline.name for outline in catalogue.boundaries.outlines}
    for town in catalogue.towns:
        if town.name not in outlined:
            yield Diagnostic(
                catalogue.where(town, "name"),
                "no-outline",
                text("'{name}' 읍면동의 경계가 지도에 없습니다.", name=town.name),
                text("이름이 경계 파일과 같은지 보고, map/merge.yml을 고친 뒤 경계를 다시 가져오세요."),
                Severity.WARNING,
            )
    for name in sorted(outlined - towns, key=natural):
        yield Diagnostic(
            Span(catalogue.boundaries.file),
            "no-town",
            text("경계 파일의 '{name}' 읍면동에 맞는 파일이 없습니다.", name=name),
            text("towns 폴더에 그 읍면동을 더하거나, map/merge.yml에서 합치세요."),
            Severity.WARNING,
        )


def _points(catalogue: Catalogue) -> Iterator[tuple[Record, Path, str, LatLon]]:
    for town in catalogue.towns:
        if town.hall.point:
            yield town, ("hall", "point"), town.id, (town.hall.point.lat, town.hall.point.lon)
    for place in catalogue.sites:
        if place.kind == PlaceKind.LANDMARK:
            continue  # a bridge stands in the sea, where no town reaches
        for key, point in (("point", place.point), ("approx", place.approx)):
            if point:
                yield place, (key,), place.town, (point.lat, point.lon)
    for restaurant in catalogue.restaurants:
        if restaurant.point and restaurant.town:
            yield restaurant, ("point",), restaurant.town, (restaurant.point.lat, restaurant.point.lon)
