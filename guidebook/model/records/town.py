"""A town of the city: its hall, its own case, what it can show."""

from __future__ import annotations

from enum import StrEnum

from guidebook.model.picture import Picture
from guidebook.model.record import Part, Phone, Searchable, Words
from guidebook.model.records.place import Point
from guidebook.model.source import Note, Source


class TownKind(StrEnum):
    """읍, 면, 동."""

    EUP = "eup"
    MYEON = "myeon"
    DONG = "dong"


class Hall(Part):
    """The town hall (행정복지센터)."""

    address: Words
    postcode: Words | None = None
    point: Point | None = None
    phone: Phone | None = None
    as_of: Words
    """When address and phone were last seen, as shown: `2023. 4. 확인`."""
    moved: Words | None = None
    """A sentence on a move since."""
    sources: tuple[Source, ...]


class TownCase(Part):
    """The town's own case of one year."""

    year: int
    title: Words
    sources: tuple[Source, ...]


class Work(Part):
    """Something else that the town is known for in self-governance."""

    text: Words
    sources: tuple[Source, ...]


class Town(Searchable):
    """`content/towns/<id>.yml`."""

    name: Words
    name_en: Words
    kind: TownKind
    order: int
    """Place in the city's customary order of towns."""
    model: bool = False
    """One of the model towns that receive visitors."""
    hall: Hall
    case: TownCase | None = None
    works: tuple[Work, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[Note, ...] = ()
