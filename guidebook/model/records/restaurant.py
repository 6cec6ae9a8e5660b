"""Restaurants with their hygiene designation, and lists of names from old newspapers."""

from __future__ import annotations

from typing import ClassVar

from guidebook.model.records.place import Access, Point
from guidebook.model.records.record import Part, PartialDate, Phone, Record, Searchable, Slug, Words
from guidebook.model.records.sourced import Sourced
from guidebook.model.source import Source


class Designation(Part):
    """A hygiene grade (위생등급, 식품안심업소) as the register has it. Its end is never computed."""

    grade: Slug
    """Id of one of the site's `grades`."""
    number: Words | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    cancelled: PartialDate | None = None
    checked_on: PartialDate
    """The day on which the register said so."""


class Restaurant(Sourced, Searchable):
    """`content/restaurants/<id>.yml`. Has an address and a source, or is no record."""

    own: ClassVar[frozenset[str]] = frozenset({"name", "town", "chain", "imported"})

    name: Words
    kind: Words | None = None
    """The licence's own word: 일반음식점."""
    dishes: tuple[Words, ...] = ()
    town: Slug | None = None
    address: Words
    point: Point | None = None
    access: Access | None = None
    phone: Phone | None = None
    seats: int | None = None
    group: Words | None = None
    """Whether and how groups can book."""
    hours: Words | None = None
    closed: Words | None = None
    opening: Words | None = None
    """OSM's `opening_hours` grammar."""
    chain: bool = False
    designation: Designation | None = None
    remark: Words | None = None
    imported: Imported | None = None


class Imported(Part):
    """What `import hygiene` wrote, so that it never overwrites what a person changed since."""

    key: Words
    """By which the register's row is known again: the licence number."""
    values: tuple[Words, ...] = ()
    """`field=value` as last imported."""


class NewsRow(Part):
    """A name in a list."""

    name: Words
    town: Slug | None = None
    years: tuple[int, ...]


class NewsList(Record):
    """`content/lists/<id>.yml`: names that newspapers printed as designated; their state today is unknown."""

    title: Words
    text: Words
    """The paragraph above the table: says that this is no list of today."""
    rows: tuple[NewsRow, ...]
    sources: tuple[Source, ...]


Restaurant.model_rebuild()
