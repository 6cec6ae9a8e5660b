"""Filters of lists that work without JavaScript: boxes to tick, and the CSS that hides what is not wanted.

Rows carry the values as `data-<facet>`; ticked boxes of one facet add up, different facets narrow down.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.place import PLACE_KINDS, Place

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
    kinds = {place.id: place.kind.value for place in places}
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
            tuple((str(kind), label.into(words)) for kind, label in PLACE_KINDS.items() if kind in kinds.values()),
            kinds,
        ),
    ]
    if guided:
        rows = {id: YES if id in guided else NO for id in ids}
        facets.append(Facet("guide", words("해설"), ((YES, words("문화관광해설사가 있는 곳")),), rows))
    wanted = {
        "parking": words("주차할 수 있는 곳"),
        "coach": words("버스 댈 수 있는 곳"),
        "toilet": words("화장실이 있는 곳"),
        "wheelchair": words("휠체어로 다닐 수 있는 곳"),
        "indoor": words("실내"),
    }
    for field, label in wanted.items():
        rows = {place.id: _yes_or_no(getattr(place, field)) for place in places}
        known = [value for value in rows.values() if value]
        if len(known) >= SHARE * len(places) and YES in known:
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
