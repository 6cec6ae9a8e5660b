"""What TourAPI calls a place → our kinds of places, where its classification names one of them and nothing else.

Types of content alone tell too little: a 관광지 (12) is a mountain as well as a temple. What no code decides is asked.
"""

from __future__ import annotations

from collections.abc import Mapping

from guidebook.importers.tourapi.replies import Item
from guidebook.model.records.place_kinds import PlaceKind
from guidebook.model.text import Text, text

RESTAURANT = "39"
TYPES: Mapping[str, Text] = {
    "12": text("관광지"),
    "14": text("문화시설"),
    "15": text("축제·공연·행사"),
    "25": text("여행 코스"),
    "28": text("레포츠"),
    "32": text("숙박"),
    "38": text("쇼핑"),
    RESTAURANT: text("음식점"),
}
"""Types of content, by `contenttypeid`."""
NO_PLACES = frozenset({"15", "25", "32"})
"""Types that are no places of ours: an event, a route, a bed for the night."""
_CODES: Mapping[str, PlaceKind] = {
    "HS010200": PlaceKind.FORTRESS,  # 성·산성·성곽
    "HS030100": PlaceKind.TEMPLE,  # 불교(사찰)
    "VE070100": PlaceKind.MUSEUM,  # 박물관
    "VE070200": PlaceKind.MUSEUM,  # 기념관
    "VE070300": PlaceKind.MUSEUM,  # 전시관
    "VE070600": PlaceKind.MUSEUM,  # 미술관·화랑
    "VE060100": PlaceKind.VENUE,  # 공연장
    "VE050100": PlaceKind.TOURIST_RESORT,  # 관광단지
    "NA020700": PlaceKind.PORT,  # 항구·포구
    "NA040700": PlaceKind.ARBORETUM,  # 수목원
    "VE03": PlaceKind.PARK,  # 도시공원
    "SH06": PlaceKind.MARKET,  # 시장
    # the classification before lclsSystm
    "A02010200": PlaceKind.FORTRESS,
    "A02010800": PlaceKind.TEMPLE,
    "A02060100": PlaceKind.MUSEUM,
    "A02060200": PlaceKind.MUSEUM,
    "A02060300": PlaceKind.MUSEUM,
    "A02060500": PlaceKind.MUSEUM,
    "A02060600": PlaceKind.VENUE,
    "A02020200": PlaceKind.TOURIST_RESORT,
    "A01011400": PlaceKind.PORT,
    "A01010700": PlaceKind.ARBORETUM,
    "A02020700": PlaceKind.PARK,
    "A04010100": PlaceKind.MARKET,
    "A04010200": PlaceKind.MARKET,
}
"""Codes of the classification, the newer `lclsSystm` and the older `cat3`; a short one stands for all below it."""


def kind_of(item: Item, decided: Mapping[str, str]) -> str | None:
    """The kind of a place: as decided for it or its code, else by its code, else as decided for its type."""
    codes = [item.get("lclsSystm3", ""), item.get("lclsSystm2", ""), item.get("cat3", "")]
    answers = [decided.get(code) for code in (item.get("contentid", ""), *codes) if code]
    known = [str(_CODES[code]) for code in codes if code in _CODES]
    found = [*answers, *known, decided.get(item.get("contenttypeid", ""))]
    return next((kind for kind in found if kind), None)
