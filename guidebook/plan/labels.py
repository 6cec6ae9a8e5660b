"""Labels of the kinds of places and guides. Separate, because pages, lists and data files all show them."""

from __future__ import annotations

from collections.abc import Mapping

from guidebook.model.records.guide import GuideKind
from guidebook.model.records.place import PlaceKind
from guidebook.model.text import Text, text

PLACE_LABELS: Mapping[PlaceKind, Text] = {
    PlaceKind.CITY_HALL: text("시청"),
    PlaceKind.TOURIST_RESORT: text("관광지"),
    PlaceKind.MUSEUM: text("박물관·전시관"),
    PlaceKind.SHRINE: text("성지"),
    PlaceKind.CHURCH: text("성당"),
    PlaceKind.FORTRESS: text("성곽"),
    PlaceKind.TEMPLE: text("절"),
    PlaceKind.TEMPLE_SITE: text("절터"),
    PlaceKind.ARBORETUM: text("수목원"),
    PlaceKind.VENUE: text("공연장"),
    PlaceKind.VILLAGE: text("체험마을"),
    PlaceKind.PORT: text("항구"),
    PlaceKind.PARK: text("공원"),
    PlaceKind.MARKET: text("시장"),
    PlaceKind.PARKING: text("주차장"),
    PlaceKind.LANDMARK: text("명소"),
}

GUIDE_LABELS: Mapping[GuideKind, Text] = {
    GuideKind.ACTIVIST: text("주민자치 활동가"),
    GuideKind.INTERPRETER: text("문화관광해설사"),
}
