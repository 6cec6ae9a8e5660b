"""Routes: stops in their order, marked as suggestions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from guidebook.model.clock import Clock
from guidebook.model.picture import Picture
from guidebook.model.record import Part, Searchable, Slug, Words
from guidebook.model.source import Note, Source

Minutes = Annotated[int, Field(ge=0, le=720)]


class Stop(Part):
    """One stop. It stands at a site, a hall or a restaurant, or is free text, which may name its town."""

    site: Slug | None = None
    hall: Slug | None = None
    """The town whose hall it is."""
    restaurant: Slug | None = None
    text: Words | None = None
    """What happens: `시청 설명`; alone, the stop is known by nothing else: `○○식당, 확인함`."""
    town: Slug | None = None
    """Where a stop of free text is, as far as known."""
    program: Slug | None = None
    """The programme that is visited here."""
    stay: Minutes
    leg: Minutes | None = None
    """Minutes of travel from the stop before; estimated where left out."""
    lunch: bool = False
    guide: Slug | None = None
    """A guide that is wanted here."""
    confirmed: bool = False
    """The place (and the guide, if one is wanted) has said yes."""


class Length(StrEnum):
    """반나절, 하루."""

    HALF_DAY = "half-day"
    FULL_DAY = "full-day"


class Route(Searchable):
    """`content/routes/<id>.md`: front matter is this, the body introduces the route."""

    title: Words
    title_en: Words | None = None
    summary: Words
    summary_en: Words | None = None
    order: int
    length: Length
    start: Clock = "10:00"
    programs: tuple[Slug, ...] = ()
    stops: tuple[Stop, ...]
    notes: tuple[Note, ...] = ()
    pictures: tuple[Picture, ...] = ()
    sources: tuple[Source, ...] = ()
    """Where a route follows a real visit."""
    body: str = ""
