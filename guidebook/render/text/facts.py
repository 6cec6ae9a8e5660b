"""The fact box of a place or restaurant: what is known of it, in words. What nobody knows has no line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from guidebook.model.records.place import Access, Place
from guidebook.model.records.restaurant import Restaurant
from guidebook.plan.spot import Spot
from guidebook.render.text.dates import written


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the box."""

    field: str
    label: str
    words: str
    doubtful: bool


def facts_of(
    item: Place | Restaurant, spot: Spot, words: Callable[[str], str], language: str = "ko"
) -> tuple[Fact, ...]:
    """The lines in their order. The city hall's hours are those of all offices, so hours come from the spot."""
    values: dict[str, Any] = {name: getattr(item, name, None) for name in _labels(words)}
    values["hours"] = spot.hours
    facts = []
    for field, label in _labels(words).items():
        said = _said(field, values[field], words, language)
        if said:
            facts.append(Fact(field, label, said, item.doubtful(field)))
    return tuple(facts)


def _labels(words: Callable[[str], str]) -> Mapping[str, str]:
    return {
        "address": words("주소"),
        "phone": words("전화"),
        "hours": words("여는 때"),
        "closed": words("쉬는 날"),
        "fee": words("요금"),
        "group": words("단체"),
        "seats": words("좌석"),
        "shops": words("점포 수"),
        "parking": words("주차"),
        "coach": words("버스 댈 곳"),
        "toilet": words("화장실"),
        "wheelchair": words("휠체어로 다니기"),
        "indoor": words("실내"),
        "access": words("가는 길"),
        "designated": words("지정일"),
    }


def _said(field: str, value: Any, words: Callable[[str], str], language: str) -> str:
    if isinstance(value, bool):
        if field in ("coach", "toilet"):
            return words("있음") if value else words("없음")
        return words("예") if value else words("아니요")
    if field == "access":
        ways = {Access.FERRY: words("배로 감"), Access.EXPRESSWAY: words("고속도로에서만 들어감")}
        return ways.get(value, "")
    if isinstance(value, int):
        counted = {"parking": words("{count}면"), "seats": words("{count}석")}.get(field, "{count}")
        return counted.format(count=f"{value:,}")
    if field == "designated" and value:
        return written(value, language)
    return str(value or "")
