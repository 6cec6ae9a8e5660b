"""Whose content this is: the city, the publisher, and whether the site speaks for the city."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from guidebook.model.record import Part, PartialDate, Phone, Words
from guidebook.model.source import Source

COLOUR = r"^#[0-9a-f]{6}$"
BASE_URL = r"^https?://[^\s]+/$"

Colour = Annotated[str, StringConstraints(pattern=COLOUR)]
"""A colour as `#rrggbb` in lower case."""


class City(Part):
    """The city that the content is about."""

    name: Words
    """With its kind: 당진시."""
    name_en: Words
    province: Words
    hall: Words | None = None
    """Address of the city hall."""
    phone: Phone | None = None
    phone_note: Words | None = None
    sources: tuple[Source, ...] = ()


class Publisher(Part):
    """Who makes and answers for this site and book. Never the city while `official` is false."""

    name: Words
    department: Words | None = None
    duty: Words | None = None
    phone: Phone | None = None


class Palette(Part):
    """One city colour and one signal colour."""

    primary: Colour = "#0b4f6c"
    signal: Colour = "#e8590c"


class Site(Part):
    """`content/site.yml`."""

    title: Words
    title_en: Words
    short_title: Words
    """For running heads and narrow screens."""
    description: Words
    lead: Words
    """One sentence for the home page: what happened here."""
    city: City
    publisher: Publisher
    official: bool = False
    """True only where the city itself operates the site: removes the sample notice."""
    language: Literal["ko", "en"] = "ko"
    licence: Literal["cc-by-4.0", "kogl-0", "kogl-1", "kogl-2", "kogl-3", "kogl-4"] = "cc-by-4.0"
    """A KOGL licence needs `official: true`: only a public body that holds all rights may attach it."""
    base_url: Annotated[str, StringConstraints(pattern=BASE_URL)] | None = None
    published: PartialDate
    """The date that site and book carry; never taken from the clock."""
    document: Source
    """The source document that the reports are taken from."""
    highlights: tuple[Highlight, ...] = ()
    """Up to three numbers for the home page."""
    palette: Palette = Palette()

    def titled(self, language: str) -> str:
        """The title in the language of the interface."""
        return self.title_en if language == "en" else self.title


class Highlight(Part):
    """A number on the home page: an indicator of a programme."""

    program: Words
    indicator: Words
    """The indicator's id."""


Site.model_rebuild()
