"""The restaurants as CSV for spreadsheets: UTF-8 with a byte order mark, no cell can be taken for a formula.

Only records: names from newspapers are no restaurants of today and stay out.
"""

from __future__ import annotations

import csv
import gettext
import io
from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import dataclass

from guidebook.model.catalogue import Catalogue
from guidebook.model.cell import harmless
from guidebook.model.label import label_of
from guidebook.model.record import SubRecord
from guidebook.model.records.place import Point
from guidebook.model.records.restaurant import Designation, Restaurant
from guidebook.model.settings.showing import Grade
from guidebook.model.site import Site
from guidebook.model.source import UNTITLED, Source
from guidebook.model.text import Text, text
from guidebook.plan.designation import grade_on

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class _Row:
    """A restaurant with what its cells are made of."""

    restaurant: Restaurant
    town: str | None
    grade: Grade | None
    held: Designation | None
    """The designation, only while it gives a grade."""
    site: Site


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, which is the same in every language, and its cells."""

    heading: str
    meaning: Text
    cell: Callable[[_Row], Cell]
    field: str | None = None
    """The field of the record, where its value may need confirming."""


def restaurants_csv(catalogue: Catalogue, site: Site, translations: gettext.NullTranslations) -> bytes | None:
    """The file; None without restaurants. It is the same in every language."""
    if not catalogue.restaurants:
        return None
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(column.heading for column in COLUMNS)
    for restaurant in catalogue.restaurants:
        row = _row(restaurant, catalogue, site)
        writer.writerow(_safe(column.cell(row)) for column in COLUMNS)
    return BOM_UTF8 + table.getvalue().encode()


def _safe(cell: Cell) -> Cell:
    """Numbers stay as they are: only words can be taken for a formula."""
    return harmless(cell) if isinstance(cell, str) else cell


def _row(restaurant: Restaurant, catalogue: Catalogue, site: Site) -> _Row:
    town = catalogue.town(restaurant.town) if restaurant.town else None
    grade = grade_on(restaurant.designation, site, site.published)
    return _Row(restaurant, town.name if town else None, grade, restaurant.designation if grade else None, site)


def _title(model: type[SubRecord], field: str) -> str:
    """What pages call a field too."""
    return str(label_of(model, field).title)


def _named(model: type[SubRecord], name: str, cell: Callable[[_Row], Cell], field: str | None = None) -> Column:
    """A column of which the heading says all."""
    return Column(_title(model, name), label_of(model, name).title, cell, field)


def _to_confirm(row: _Row) -> str:
    headings = [column.heading for column in COLUMNS if column.field and column.cell(row) not in (None, "")]
    doubtful = {column.heading for column in COLUMNS if column.field and row.restaurant.doubtful(column.field)}
    return ", ".join(heading for heading in headings if heading in doubtful)


def _cited(source: Source) -> str:
    """`마루군 「누리집 자료」(2023-04)`."""
    title = f" 「{source.title}」" if source.title and source.title != UNTITLED else ""
    dates = (source.date, source.kept and f"{source.kept} 보존본")
    return f"{source.publisher}{title}" + "".join(f"({date})" for date in dates if date)


def _sources(row: _Row) -> str:
    return "; ".join(dict.fromkeys(_cited(source) for source in row.restaurant.sources))


COLUMNS: tuple[Column, ...] = (
    Column(_title(Restaurant, "id"), text("음식점의 아이디. 누리집 주소에도 씁니다."), lambda row: row.restaurant.id),
    Column("업소명", text("음식점의 이름"), lambda row: row.restaurant.name),
    Column(_title(Restaurant, "kind"), text("영업 신고 업종"), lambda row: row.restaurant.kind, "kind"),
    _named(Restaurant, "dishes", lambda row: ", ".join(row.restaurant.dishes), "dishes"),
    _named(Restaurant, "town", lambda row: row.town),
    _named(Restaurant, "address", lambda row: row.restaurant.address, "address"),
    _named(Restaurant, "phone", lambda row: row.restaurant.telephone, "phone"),
    Column(
        _title(Point, "lat"), text("위도(WGS84). 정확한 좌표를 알 때만 있습니다."), lambda row: _point(row)[0], "point"
    ),
    Column(
        _title(Point, "lon"), text("경도(WGS84). 정확한 좌표를 알 때만 있습니다."), lambda row: _point(row)[1], "point"
    ),
    Column("운영시간", text("운영시간, 출처에 적힌 그대로"), lambda row: row.restaurant.hours, "hours"),
    Column(
        _title(Restaurant, "closed"), text("휴무일, 출처에 적힌 그대로"), lambda row: row.restaurant.closed, "closed"
    ),
    Column(_title(Restaurant, "seats"), text("좌석 수"), lambda row: row.restaurant.seats, "seats"),
    Column(_title(Restaurant, "group"), text("단체 예약"), lambda row: row.restaurant.group, "group"),
    Column(
        _title(Restaurant, "designation"),
        text("위생등급. 발행일 현재 지정이 유효한 곳에만 있습니다."),
        lambda row: row.grade.label if row.grade else None,
        "designation",
    ),
    Column(_title(Designation, "number"), text("위생등급 지정번호"), lambda row: row.held.number if row.held else None),
    Column(_title(Designation, "start"), text("지정일"), lambda row: row.held.start if row.held else None),
    Column(_title(Designation, "end"), text("지정 만료일"), lambda row: row.held.end if row.held else None),
    Column(
        _title(Designation, "checked_on"),
        text("명부에서 지정을 확인한 날짜"),
        lambda row: row.held.checked_on if row.held else None,
    ),
    Column(_title(Restaurant, "remark"), text("비고"), lambda row: row.restaurant.remark),
    Column(
        "확인 필요",
        text("확인이 필요한 항목의 이름. 블로그나 출처 미상의 자료에만 있거나 오류로 보이는 값입니다."),
        _to_confirm,
    ),
    Column(_title(Restaurant, "sources"), text("출처와 그 날짜"), _sources),
    Column("발행일", text("이 자료의 발행일"), lambda row: row.site.published),
)
"""In the order of the file."""


def _point(row: _Row) -> tuple[float, float] | tuple[None, None]:
    point = row.restaurant.point
    return (point.lat, point.lon) if point else (None, None)
