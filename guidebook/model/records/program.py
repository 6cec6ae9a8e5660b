"""A programme and its case report: the facts as the source document gives them, and the text."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from guidebook.model.clock import Clock
from guidebook.model.picture import Picture
from guidebook.model.record import Part, PartialDate, Searchable, Slug, Words
from guidebook.model.records.visit import Day
from guidebook.model.source import Note, Source

Year = Annotated[int, "calendar year"]


class Facts(Part):
    """The fact box, each row in the source's wording; a row that the source does not have is left out."""

    what: Words
    when: Words | None = None
    who: Words
    scale: Words | None = None
    cost: Words | None = None
    result: Words | None = None


class Sector(StrEnum):
    """민(民), 관(官), 사(社)."""

    CIVIC = "civic"
    PUBLIC = "public"
    BUSINESS = "business"


class Bodies(Part):
    """The organisations of one sector that took part."""

    sector: Sector
    names: tuple[Words, ...]


class Indicator(Part):
    """A figure of the report."""

    id: Slug
    label: Words
    value: Decimal
    """The bare number, for charts and sums."""
    text: Words
    """As the source writes it, with its unit: `3,600여 명`."""
    when: Words
    """What time it speaks of: `2019년`, `최근 4년`."""
    note: Words | None = None
    """Id of the note that says where other records differ."""
    sources: tuple[Source, ...] = ()
    """Left out where the figure is the source document's; what others counted is shown apart from it."""


class Bar(Part):
    """One bar of a comparison."""

    label: Words
    value: Decimal
    text: Words


class Comparison(Part):
    """Figures of one kind side by side, drawn as bars with the number on each."""

    id: Slug
    title: Words
    bars: tuple[Bar, ...]
    total: Bar | None = None
    """A sum with another cut-off than the bars: told beneath them, never drawn beside them."""
    note: Words | None = None
    sources: tuple[Source, ...] = ()
    """Left out where the figures are the source document's."""


class Session(Part):
    """One line of a timetable."""

    date: Day
    time: Clock
    title: Words
    place: Words | None = None
    host: Words | None = None
    """The body that led it, never a person."""


class Timetable(Part):
    """What happened when, at an event of several sessions."""

    title: Words
    sessions: tuple[Session, ...]
    note: Words | None = None
    sources: tuple[Source, ...] = ()


class Partnership(Part):
    """A project that towns, or bodies of one town, did together; drawn as a tie on the map of towns."""

    id: Slug
    partners: Words
    """Who did it, in the source's words: `송악읍-신평면`."""
    title: Words
    cost: Words | None = None
    towns: tuple[Slug, ...]


class Topic(StrEnum):
    """What a visitor asks about: 조례, 예산, 인력, 갈등, 포기한 것."""

    ORDINANCE = "ordinance"
    BUDGET = "budget"
    STAFF = "staff"
    CONFLICT = "conflict"
    GIVEN_UP = "given-up"


class Question(Part):
    """A question worth asking on the spot."""

    topic: Topic
    text: Words


class Program(Searchable):
    """`content/programs/<id>.md`: front matter is this, the body is the report."""

    mark: Annotated[str, StringConstraints(min_length=1, max_length=1)]
    """The emblem, ㉠ to ㉦; programmes stand in the order of their marks."""
    name: Words
    """Short name, as in the table of programmes."""
    name_en: Words
    title: Words
    """The headline of the report."""
    summary: Words
    """One sentence that says the result."""
    summary_en: Words | None = None
    as_of: Year
    facts: Facts
    start: PartialDate | None = None
    """Left out where nobody knows or it has always been: such a programme has no bar on the timeline."""
    end: PartialDate | None = None
    """Left out where the programme goes on."""
    offer: Words
    """사업내용 of the table of programmes."""
    claim: Words | None = None
    """특이사항 of that table: `전국 최초`; the source's own wording, never ours."""
    bodies: tuple[Bodies, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    timetable: Timetable | None = None
    partnerships: tuple[Partnership, ...] = ()
    towns: tuple[Slug, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()
    pictures: tuple[Picture, ...] = ()
    body: str = ""
    """Markdown."""
