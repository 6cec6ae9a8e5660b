"""What the columns of tables are called: the names of our fields, and headings of public data that mean the same.

The headings are those of 공공데이터 표준 and of lists that offices keep. A part of a heading never suffices, because
tables hold columns with the same words that mean something else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guidebook.importers.hygiene.columns import ALIASES
from guidebook.importers.reading.heading import Dialect
from guidebook.importers.records.fields import fields_of
from guidebook.model.catalogue import Catalogue
from guidebook.model.kinds import Kind
from guidebook.model.settings.column_names import ID
from guidebook.model.text import Text, text

_ANYWHERE: Mapping[str, str] = {
    "town": "읍면동명 행정동 소재읍면동",
    "point.lat": "위도 위도좌표 LAT LATITUDE",
    "point.lon": "경도 경도좌표 LON LNG LONGITUDE",
    "closed": "휴무 휴관일 쉬는날 정기휴무일 휴무정보 휴관정보",
    "hours": "이용시간 영업시간 관람시간 개방시간",
    "remark": "특이사항 참고사항",
    "fee": "이용요금 입장료 관람료 이용료",
    "parking": "주차가능수 주차가능대수 주차대수 주차구획수 주차면수",
    "shops": "점포수",
    "seats": "좌석수",
    "postcode": "소재지우편번호",
    "dishes": "대표메뉴 주메뉴 주요메뉴 대표음식 메뉴",
}
_OF_KIND: Mapping[str, Mapping[str, str]] = {
    "site": {"name": "시설명 관광지명 장소명 명칭 시설명칭 박물관미술관명 공원명 시장명 주차장명"},
    "restaurant": {"name": " ".join(ALIASES["name"]), "kind": "업종명 업태 업태명 업태구분명 위생업태명"},
    "guide": {"ask.department": "담당부서 문의부서", "ask.phone": "문의전화"},
    "visit": {
        "delegation": "방문단체 단체명 방문단명 신청단체 방문기관",
        "people": "방문인원 인원수 참석인원",
        "date": "방문일 방문일자 방문날짜",
        "start": "도착시간 방문시간 방문시각 시작시각 시작시간",
        "end": "종료시간",
        "host.department": "담당부서",
    },
}
_SHARED = ("address", "phone")
"""Fields that stand under the same headings in lists of hygiene designations."""
IDENTITY: Mapping[str, tuple[str, ...]] = {
    "site": ("name",),
    "restaurant": ("name",),
    "guide": ("kind",),
    "visit": ("date", "delegation"),
}
"""Kind → fields that a row needs so that it can be told which record it means. An id says it as well."""
KINDS_OF_TABLES = tuple(IDENTITY)
IDS = ("id", "아이디")
STATUS, CLOSED_DOWN = "gone.status", "gone.closed"
"""Columns that are no field of ours and say that a place is no more: public lists keep closed restaurants for years."""
OVER: Mapping[str, Text] = {STATUS: text("영업 상태"), CLOSED_DOWN: text("폐업일")}
"""What people call them."""
WITH_STATUS = ("site", "restaurant")
LEAST = 2
"""Columns that a heading has at least."""


def dialect_of(kind: Kind, catalogue: Catalogue) -> Dialect:
    """The headings of one kind; those of the city's `site.yml` come first."""
    of_kind = _OF_KIND.get(kind.key, {})
    names: dict[str, Sequence[str]] = {ID: IDS}
    for name, field in fields_of(kind).items():
        known = (of_kind.get(name) or "", _ANYWHERE.get(name, ""))
        shared = ALIASES[name] if name in _SHARED and name in fields_of(kind) else ()
        names[name] = tuple(dict.fromkeys((*field.titles, *" ".join(known).split(), *shared)))
    if kind.key in WITH_STATUS:
        names |= {STATUS: ALIASES["status"], CLOSED_DOWN: ALIASES["closed"]}
    own = getattr(catalogue.site.columns, kind.key) if catalogue.site else {}
    several = frozenset({"address"} & set(names))
    return Dialect(names, (), several, by_part=False, least=LEAST).with_own(own)
