"""Areas from a map file of any office: GeoJSON or TopoJSON, with what names and encoding ever. What is left is said.

Separate from `boundaries`, which makes outlines of areas: this only reads them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guidebook.importers.areas.boundaries import LEGAL, Area
from guidebook.importers.areas.coordinates import Misplaced, misplaced
from guidebook.importers.areas.geometry import polygons_of
from guidebook.importers.areas.names import OURS, City, Naming, city_of, is_legal, name_of, shown_fields
from guidebook.importers.areas.topojson import features_of
from guidebook.importers.reading.limits import UnreadableError, check_json
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import Text, text
from guidebook.model.wording.suggestion import closest

MOST_AREAS = 400
"""Of one city. Korea has some 3,500 administrative towns: a file of all of them is sifted by the names of cities."""
MOST_FIELDS, FEW_FIELDS = 100, 20
"""Properties of areas that are remembered, and that are shown."""
MOST_POINTS = 400_000
"""Of one city."""
ANOTHER = text(
    "읍면동마다 이름(name, adm_nm, EMD_KOR_NM 등)과 Polygon 좌표(WGS84 경위도)가 든 GeoJSON이나 TopoJSON을 적으세요."
)
BROKEN: Mapping[str, Text] = {
    "size": text("경계 파일이 너무 큽니다."),
    "values": text("경계 파일에 좌표가 너무 많습니다. 우리 시군만 남기거나 단순하게 만든 파일을 적으세요."),
    "points": text("경계 파일에 좌표가 너무 많습니다. 우리 시군만 남기거나 단순하게 만든 파일을 적으세요."),
}


@dataclass(frozen=True, slots=True)
class Areas:
    """What a map file holds of the city."""

    areas: tuple[Area, ...]
    credit: str = ""
    date: str = ""
    kind: str = ""


def read_areas(
    octets: bytes, file: str, city: City, naming: Naming = OURS
) -> tuple[Areas | None, tuple[Diagnostic, ...]]:
    """The areas of the city, or None with the reasons. `file` is shown in them."""
    try:
        check_json(octets)
    except UnreadableError as error:
        return None, (_fault(file, BROKEN[str(error)]),)
    decoded, faults = _decoded(octets, file)
    try:
        read = json.loads(decoded)
        features, more = _features(read, file)
        return _areas(read, features, _Reading(file, city, naming, [*faults, *more]))
    except json.JSONDecodeError as error:
        return None, (Diagnostic(Span(file, error.lineno, error.colno), "bad-boundaries", _NO_JSON, ANOTHER),)
    except UnreadableError as error:
        return None, (_fault(file, BROKEN[str(error)]),)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError, OverflowError):
        return None, (_fault(file, text("읍면동 경계 파일 형식이 아닙니다.")),)


_NO_JSON = text("JSON 문법에 맞지 않습니다. 파일이 잘렸을 수 있습니다.")


def _decoded(octets: bytes, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text, in whatever encoding a desk of an office saved it; that it was not UTF-8 is said."""
    if octets[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return octets.decode("utf-16", "replace"), ()
    try:
        return octets.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        message = text("UTF-8이 아니어서 CP949(EUC-KR)로 읽었습니다.")
        return octets.decode("cp949", "replace"), (_warning(file, message, text("이름이 깨지지 않았는지 보세요.")),)


def _features(read: Any, file: str) -> tuple[Sequence[Any], tuple[Diagnostic, ...]]:
    kind = read["type"]
    if kind == "Topology":
        name, features, others = features_of(read)
        if not others:
            return features, ()
        message = text("TopoJSON에서 도형이 가장 많은 '{name}' 레이어를 읽었습니다.", name=name)
        hint = text("다른 레이어({others})가 읍면동이면 그 레이어만 남긴 파일을 적으세요.", others=", ".join(others))
        return features, (_warning(file, message, hint),)
    return ([read] if kind == "Feature" else list(read["features"])), ()


@dataclass
class _Reading:
    """What is gathered over the features of one file."""

    file: str
    city: City
    naming: Naming
    faults: list[Diagnostic]
    parts: dict[str, list[Any]] = field(default_factory=dict)
    """Name → its polygons, each a list of rings."""
    counts: Counter[str] = field(default_factory=Counter)
    """Name → how many features have it."""
    outside: int = 0
    named: int = 0
    """How many features have a name."""
    legal: bool = True
    """Whether all names are those of legal areas."""
    fields: dict[str, str] = field(default_factory=dict)
    """The properties that there are, each with the first thing that it says."""

    def take(self, number: int, feature: Any) -> None:
        """One feature, counted from 1."""
        properties = feature.get("properties") or {}
        name, of_city = name_of(properties, self.naming), city_of(properties, self.naming)
        for key, value in shown_fields(properties).items() if len(self.fields) < MOST_FIELDS else ():
            self.fields[key] = self.fields.get(key) or value
        self.named += bool(name)
        if of_city and not self.city.is_named(of_city):
            self.outside += 1
            return
        polygons, remarks = polygons_of(feature.get("geometry"))
        called = name or text("{number}번째 도형", number=number)
        for remark in remarks:
            self._warn(text("'{name}': {remark}", name=called, remark=remark))
        if not name:
            self._warn(text("{number}번째 도형에 이름이 없어 읽지 않았습니다.", number=number))
        elif polygons:
            self.legal = self.legal and is_legal(properties, self.naming)
            self.parts.setdefault(name, []).extend(polygons)
            self.counts[name] += 1

    def _warn(self, message: Text) -> None:
        self.faults.append(_warning(self.file, message, text("나머지는 읽었습니다. 필요한 곳이면 파일을 고치세요.")))


def _areas(
    read: Mapping[str, Any], features: Sequence[Any], reading: _Reading
) -> tuple[Areas | None, tuple[Diagnostic, ...]]:
    file, before = reading.file, tuple(reading.faults)
    for number, feature in enumerate(features, start=1):
        reading.take(number, feature)
    if reading.fields and not reading.named:
        return None, (*before, _nameless(reading))
    reading.faults += _said(reading)
    if sum(1 for _ in _all_points(reading.parts)) > MOST_POINTS:
        return None, (*reading.faults, _fault(file, BROKEN["points"]))
    where = misplaced(_all_points(reading.parts), read.get("crs"))
    if where is not None:
        return None, (*reading.faults, _misplaced(file, where))
    if not reading.parts or len(reading.parts) > MOST_AREAS:
        too_many = text("도형이 {count}개입니다. 한 시군의 읍면동으로는 너무 많습니다.", count=len(reading.parts))
        none = text("읽을 수 있는 읍면동 경계가 하나도 없습니다.")
        return None, (*reading.faults, _fault(file, too_many if reading.parts else none))
    areas = tuple(Area(name, {"type": "MultiPolygon", "coordinates": parts}) for name, parts in reading.parts.items())
    about = {key: str(read.get(key) or "")[:200] for key in ("credit", "source_date", "kind")}
    kind = about["kind"] or (LEGAL if reading.legal else "")
    return Areas(areas, about["credit"], about["source_date"], kind), tuple(reading.faults)


def _nameless(reading: _Reading) -> Diagnostic:
    """That no area has a name where one was looked for, with what there is instead."""
    there = [f"{key}({value})" if value else key for key, value in list(reading.fields.items())[:FEW_FIELDS]]
    named = reading.naming.field
    message = (
        text("'{field}' 항목에 이름이 든 도형이 없습니다.", field=named[:40])
        if named
        else text("도형의 이름이 든 항목을 알 수 없습니다.")
    )
    hint = text(
        "파일에 있는 항목 가운데 이름이 든 것을 골라 ‘--name-field 항목’처럼 적으세요: {fields}",
        fields=", ".join(there),
    )
    near = closest(named, reading.fields) if named else None
    if near:
        hint = text("'{near}' 항목을 뜻하셨나요? 파일에 있는 항목: {fields}", near=near, fields=", ".join(there))
    return _fault(reading.file, message, hint)


def _said(reading: _Reading) -> Iterator[Diagnostic]:
    for name, count in reading.counts.items():
        if count > 1:
            yield _warning(
                reading.file,
                text("'{name}' 이름의 도형이 {count}개여서 하나로 합쳤습니다.", name=name, count=count),
                text("섬처럼 나뉜 곳이면 그대로 두고, 이름이 잘못되었으면 파일을 고치세요."),
            )
    if reading.outside:
        yield _warning(
            reading.file,
            text("다른 시군의 도형 {count}개는 읽지 않았습니다.", count=reading.outside),
            text("빠진 곳이 있으면 site.yml의 city.name이 파일의 시군 이름과 같은지 보세요."),
        )


def _all_points(parts: Mapping[str, Sequence[Any]]) -> Iterator[tuple[float, float]]:
    for polygons in parts.values():
        for rings in polygons:
            yield from (point for ring in rings for point in ring)


def _misplaced(file: str, where: Misplaced) -> Diagnostic:
    if where.swapped:
        message = text("좌표의 위도와 경도가 바뀌어 있습니다(첫 좌표 {point}).", point=where.point)
        return _fault(file, message, text("[경도, 위도] 순서로 된 GeoJSON(WGS84, EPSG:4326)으로 다시 내려받으세요."))
    if where.system:
        message = text(
            "좌표가 경위도가 아니라 {system} 평면 좌표입니다(첫 좌표 {point}).", system=where.system, point=where.point
        )
    else:
        message = text("좌표가 우리나라의 경위도가 아닙니다(첫 좌표 {point}).", point=where.point)
    hint = text(
        "QGIS에서 레이어를 ‘다른 이름으로 저장’할 때 좌표계를 WGS84(EPSG:4326)로 고르거나, "
        "경위도(WGS84)로 된 파일을 내려받으세요."
    )
    return _fault(file, message, hint)


def _fault(file: str, message: Text, hint: Text = ANOTHER) -> Diagnostic:
    return Diagnostic(Span(file), "bad-boundaries", message, hint)


def _warning(file: str, message: Text, hint: Text) -> Diagnostic:
    return Diagnostic(Span(file), "boundary-remark", message, hint, Severity.WARNING)
