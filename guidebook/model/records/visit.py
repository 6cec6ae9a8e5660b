"""One delegation's visit. Private: nothing of it reaches the public site unless `public` says so."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from guidebook.model.clock import Clock
from guidebook.model.records.record import Part, Phone, Record, Slug, Words
from guidebook.model.records.route import Minutes, Stop

DAY = r"^20[0-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
MOMENT = r"^20[0-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]$"

Day = Annotated[str, StringConstraints(pattern=DAY)]
Moment = Annotated[str, StringConstraints(pattern=MOMENT)]
"""`2026-12-01 16:30`."""
FurtherFormat = Literal["office-plain", "press", "large-print"]
"""Print formats of which a pack has booklets only where a visit asks for them."""
Name = Annotated[Words, StringConstraints(max_length=60)]
"""A name that stands on a line of its own, on covers, sheets and forms: 60 letters at most."""
Count = Annotated[int, Field(ge=1, le=10000)]


class Host(Part):
    """Who receives the delegation: an office, never a person."""

    department: Name
    duty: Name | None = None
    phone: Phone

    @property
    def name(self) -> str:
        """The office with its duty: `자치행정과 주민자치 담당`."""
        return f"{self.department} {self.duty}" if self.duty else self.department


class Contact(Host):
    """Whom to ask in the delegation: an office with its duty and its telephone, never a person's own."""


class Departure(Part):
    """Where and when the delegation sets off at home."""

    place: Name
    time: Clock


class Boarding(Part):
    """Where some of the delegation get on a coach."""

    place: Name
    time: Clock
    address: Words | None = None
    who: Name | None = None
    """Who gets on: a group (`송악읍 위원`), never names."""
    people: Count | None = None


class Coach(Part):
    """One coach of the delegation. Its driver gets a text of its own."""

    name: Name | None = None
    """`1호차`; by its place in the list where left out."""
    seats: Count | None = None
    """Seats for passengers."""
    people: Count | None = None
    """How many ride on it; the sum of its boardings where left out."""
    phone: Phone | None = None
    """Of the coach company or of the coach: stands on the host's checklist alone."""
    boarding: tuple[Boarding, ...] = ()
    """In the order in which the coach comes by; all get on where the delegation sets off where left out."""


class Lunch(Part):
    """Lunch: a record, or what the host has arranged, in words."""

    restaurant: Slug | None = None
    text: Name | None = None
    """The name of a place that has no record: `○○식당`."""
    address: Words | None = None
    """Its address, or the record's where left out."""
    phone: Phone | None = None
    """Its telephone, or the record's where left out."""
    confirmed: bool = False
    """The place has said yes: nobody asks it again."""
    seats: Count | None = None
    """How many the place takes, where the host has asked."""


class Status(StrEnum):
    """준비 중, 다녀감, 취소."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


class Visit(Record):
    """`content/visits/<id>.yml`."""

    delegation: Name
    people: Count
    copies: Count
    """Booklets for the copier."""
    editions: dict[FurtherFormat, Count] = Field(default_factory=dict)
    """Further print formats of the booklet, and how many of each: `{large-print: 3}`."""
    date: Day
    start: Clock
    end: Clock | None = None
    """When the delegation must be on its way home."""
    route: Slug | None = None
    stops: tuple[Stop, ...] = ()
    """Own stops, instead of a route's."""
    confirmed: tuple[Slug, ...] = ()
    """Ids of sites, towns (their halls) and restaurants that have said yes: their stops count as `confirmed`."""
    buffer: Minutes = 5
    """Minutes added to every leg, for boarding and late starts."""
    programs: tuple[Slug, ...] = ()
    """The reports in the booklet; the route's own where left out."""
    host: Host
    contact: Contact | None = None
    """Whom to ask in the delegation."""
    depart: Departure | None = None
    """Where and when the delegation sets off at home."""
    coaches: tuple[Coach, ...] = ()
    """The coaches; left out, the driver's text is for one that takes everyone."""
    diet: tuple[Words, ...] = ()
    """What the restaurant must know, in kinds and numbers, never names: `채식 2명`."""
    mobility: tuple[Words, ...] = ()
    """What guides and drivers must know, in kinds and numbers, never names: `휠체어 1명`."""
    goals: tuple[Words, ...] = ()
    questions: tuple[Words, ...] = ()
    """Instead of the questions of the chosen programmes."""
    lunch: Lunch | None = None
    remarks: Words | None = None
    revision: Annotated[int, Field(ge=1)] = Field(default=1, alias="edition")
    """판: how often the booklet has been made, counted from 1."""
    changed: tuple[Words, ...] = ()
    """What is different from the revision before, a line each: `점심 장소를 바꾸었습니다`."""
    revision_at: Moment = Field(alias="edition_at")
    """When this revision was made."""
    colour: bool = False
    """Whether the copier prints colour."""
    status: Status = Status.PLANNED
    people_came: Annotated[int, Field(ge=0, le=10000)] | None = None
    public: bool = False

    def copies_of(self, format_id: str) -> int:
        """How many booklets of a print format: its own number, else that of the booklets for the copier."""
        return next((count for name, count in self.editions.items() if name == format_id), self.copies)
