"""Filters of lists without JavaScript: checkboxes, and CSS that hides the rows that do not match.

Rows carry the values as `data-<facet>`; ticked boxes of one facet add up, different facets narrow down.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.place import Place
from guidebook.plan.local_words import kinds_of_places

YES, NO = "yes", "no"
SHARE = 0.5
"""Of the rows must hold a field before the list can be narrowed down by it: a filter must not hide the unknown."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing by which rows differ."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    """Pairs of value and label, in the order in which they are shown."""
    rows: dict[str, str]
    """From a row's id to its value; empty where it is not known."""


def facets_of(catalogue: Catalogue, places: Sequence[Place], words: Callable[[str], str]) -> tuple[Facet, ...]:
    """By what a list of places can be narrowed down: town, kind, guide, and what is known of half of them at least."""
    ids = [place.id for place in places]
    towns = {place.id: place.town for place in places}
    kinds = {place.id: place.kind for place in places}
    guided = {guide.site for guide in catalogue.guides if guide.site in ids}
    facets = [
        Facet(
            "town",
            words("읍면동"),
            tuple((town.id, town.name) for town in catalogue.towns if town.id in towns.values()),
            towns,
        ),
        Facet(
            "kind",
            words("종류"),
            tuple(
                (kind.id, kind.label.into(words))
                for kind in kinds_of_places(catalogue).values()
                if kind.id in kinds.values()
            ),
            kinds,
        ),
    ]
    if guided:
        unguided = {place.id: NO for place in places if place.id not in guided}
        rows = unguided | {place.id: YES for place in places if place.id in guided}
        facets.append(Facet("guide", words("해설"), ((YES, words("문화관광해설사 있음")),), rows))
    fields = {
        "parking": words("주차 가능"),
        "coach": words("대형버스 주차 가능"),
        "toilet": words("화장실 있음"),
        "wheelchair": words("휠체어 이용 가능"),
        "indoor": words("실내"),
    }
    for field, label in fields.items():
        rows = {place.id: _yes_or_no(getattr(place, field)) for place in places}
        values = [value for value in rows.values() if value]
        if len(values) >= SHARE * len(places) and YES in values:
            facets.append(Facet(field, label, ((YES, label),), rows))
    return tuple(facet for facet in facets if len(facet.options) > 1 or (facet.options and facet.options[0][0] == YES))


def _yes_or_no(value: bool | int | None) -> str:
    if value is None:
        return ""
    return YES if value else NO


def filter_style(facets: Sequence[Facet]) -> str:
    """The rules: a row goes when boxes of a facet are ticked and its own is not among them."""
    rules = []
    for facet in facets:
        ticked = f".finder:has([name={facet.name}]:checked)"
        for value in dict.fromkeys(facet.rows.values()):
            own = f":not(:has(#f-{facet.name}-{value}:checked))" if value in dict(facet.options) else ""
            rules.append(f'{ticked}{own} [data-{facet.name}="{value}"]{{display:none}}')
    return "".join(rules)
