"""The fact box of a place or restaurant. A value that is not known has no line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from guidebook.model.label import label_of
from guidebook.model.records.place import Access, Place
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.wording.dates import written
from guidebook.model.wording.numbers import number
from guidebook.plan.fees import price_list
from guidebook.plan.spot import Spot
from guidebook.render.text.labels import title_of

FIELDS = (
    *("address", "phone", "hours", "closed", "fee", "fees", "group", "seats", "shops", "parking", "coach", "toilet"),
    *("wheelchair", "indoor", "access", "designated"),
)
"""What the box tells of, in the order of its lines."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the box."""

    field: str
    label: str
    value: str
    doubtful: bool


def facts_of(
    item: Place | Restaurant, spot: Spot, words: Callable[[str], str], language: str = "ko"
) -> tuple[Fact, ...]:
    """The lines in their order. The spot knows the hours that all offices keep, and no doubtful telephone."""
    values: dict[str, Any] = {field: getattr(item, field, None) for field in FIELDS}
    values["hours"], values["phone"] = spot.hours, spot.phone
    facts = []
    for field, raw in values.items():
        shown = _shown_value(field, raw, words, language)
        if shown:
            facts.append(Fact(field, title_of(item, field, words), shown, item.doubtful(field)))
    return tuple(facts)


def _shown_value(field: str, value: Any, words: Callable[[str], str], language: str) -> str:
    if isinstance(value, bool):
        if field in ("coach", "toilet"):
            return words("있음") if value else words("없음")
        return words("예") if value else words("아니요")
    if field == "access":
        unusual = value is not None and value is not Access.ROAD
        return label_of(Place, field).choices[value].into(words) if unusual else ""
    if isinstance(value, int):
        counted = {"parking": words("{count}면"), "seats": words("{count}석"), "shops": words("{count}곳")}.get(
            field, "{count}"
        )
        return counted.format(count=number(value))
    if field == "fees":
        return price_list(value or (), words)
    if field == "designated" and value:
        return written(value, language, words)
    return str(value or "")
