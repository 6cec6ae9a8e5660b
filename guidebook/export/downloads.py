"""The registry of data files in `data/`: path, format, title and documentation of each."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guidebook.export.places_geojson import FIELDS as PLACE_FIELDS
from guidebook.export.places_geojson import places_geojson
from guidebook.export.places_geojson import schema as places_schema
from guidebook.export.programs_json import FIELDS as PROGRAM_FIELDS
from guidebook.export.programs_json import programs_json
from guidebook.export.programs_json import schema as programs_schema
from guidebook.export.restaurants_csv import COLUMNS, restaurants_csv
from guidebook.export.route_calendar import route_calendar
from guidebook.export.route_gpx import route_gpx
from guidebook.model.catalogue import Catalogue
from guidebook.model.download import DataFile
from guidebook.model.records.route import Route
from guidebook.model.site import Site
from guidebook.model.text import Text, text
from guidebook.plan.example_day import example_day
from guidebook.plan.itinerary import plan_route

Translations = gettext.NullTranslations
Maker = Callable[[Catalogue, Site, Translations], bytes | None]
RouteMaker = Callable[[Route, Catalogue, Site, Translations], bytes | None]
"""Makers return None where there is nothing to say, and no file is made."""


@dataclass(frozen=True, slots=True)
class Format:
    """A line of the table: a file about everything, or one for each route."""

    path: str
    """`{route}` stands for the id of the route."""
    media_type: str
    title: Text
    """`{route}` stands for the title of the route."""
    about: Text
    fields: tuple[tuple[str, Text], ...] = ()
    whole: Maker | None = None
    of_route: RouteMaker | None = None


def _gpx(route: Route, catalogue: Catalogue, site: Site, translations: Translations) -> bytes | None:
    return route_gpx(route, plan_route(route, catalogue), site, translations)


def _calendar(route: Route, catalogue: Catalogue, site: Site, translations: Translations) -> bytes | None:
    itinerary = plan_route(route, catalogue)
    if not itinerary.entries:
        return None
    return route_calendar(route, itinerary, site, example_day(itinerary, site), translations)


FORMATS: tuple[Format, ...] = (
    Format(
        "programs.json",
        "application/json",
        text("주민자치 사업(JSON)"),
        text("사업별 개요, 수치, 비교 수치, 주석과 출처입니다. 사례 보고의 본문은 없습니다."),
        PROGRAM_FIELDS,
        whole=programs_json,
    ),
    Format(
        "programs.schema.json",
        "application/schema+json",
        text("주민자치 사업의 형식(JSON Schema)"),
        text("programs.json에 있는 항목의 뜻과 값의 형식입니다. 판(version)이 같으면 같은 뜻으로 읽을 수 있습니다."),
        whole=programs_schema,
    ),
    Format(
        "places.geojson",
        "application/geo+json",
        text("장소(GeoJSON)"),
        text(
            "볼거리, 시설, 행정복지센터, 음식점의 위치와 정보입니다. "
            "정확한 좌표를 모르는 곳은 좌표 없이 넣었습니다. 출처마다 그 출처에서 확인한 값을 적었습니다."
        ),
        PLACE_FIELDS,
        whole=places_geojson,
    ),
    Format(
        "places.schema.json",
        "application/schema+json",
        text("장소의 형식(JSON Schema)"),
        text("places.geojson에 있는 항목의 뜻과 값의 형식입니다. 판(version)이 같으면 같은 뜻으로 읽을 수 있습니다."),
        whole=places_schema,
    ),
    Format(
        "restaurants.csv",
        "text/csv; charset=utf-8",
        text("음식점(CSV)"),
        text(
            "음식점의 주소와 전화번호, 발행일 현재 유효한 위생등급입니다. 표 계산 프로그램에서 한글이 깨지지 않습니다. "
            "언론에 이름만 보도된 업소는 제외했습니다."
        ),
        tuple((column.heading, column.meaning) for column in COLUMNS),
        whole=restaurants_csv,
    ),
    Format(
        "routes/{route}.gpx",
        "application/gpx+xml",
        text("{route}: 경로 파일(GPX)"),
        text("방문지의 이름과 좌표를 순서대로 담았습니다. 정확한 좌표를 모르는 곳은 제외하고, 제외한 곳을 적었습니다."),
        of_route=_gpx,
    ),
    Format(
        "routes/{route}.ics",
        "text/calendar; charset=utf-8",
        text("{route}: 일정(iCalendar)"),
        text("추천 코스를 평일 하루에 배치한 예시입니다. 예약이 아니며, 운영 여부는 전화로 확인하세요."),
        of_route=_calendar,
    ),
)
"""In the order of the list."""


def data_files(catalogue: Catalogue, site: Site, translations: Translations) -> tuple[DataFile, ...]:
    """All files of `data/` in the order of the table. `catalogue` is the public one; visits are in none of them."""
    return tuple(file for format in FORMATS for file in _files(format, catalogue, site, translations))


def _files(format: Format, catalogue: Catalogue, site: Site, translations: Translations) -> Iterator[DataFile]:
    if format.whole and (octets := format.whole(catalogue, site, translations)):
        yield DataFile(format.path, format.media_type, format.title, format.about, format.fields, octets)
    for route in catalogue.routes if format.of_route else ():
        if format.of_route and (octets := format.of_route(route, catalogue, site, translations)):
            yield DataFile(
                format.path.format(route=route.id),
                format.media_type,
                Text(format.title.wording, (("route", route.title),)),
                format.about,
                format.fields,
                octets,
                route.id,
            )
