"""Whose content this is: the city, the publisher, and whether the site speaks for the city."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from guidebook.model.clock import Clock
from guidebook.model.columns import HygieneColumns
from guidebook.model.record import Part, PartialDate, Phone, Slug, Words
from guidebook.model.records.visit import Day
from guidebook.model.source import Source

COLOUR = r"^#[0-9a-f]{6}$"
REPORT = r"^(https://|mailto:[^\s@?<>\"'`()\[\]\\]+@)[^\s<>\"'`\[\]\\^|]+$"
REGISTRATION = r"^[0-9]{2}-[0-9]{7}-[0-9]{6}-[0-9]{2}$"
_LABEL = "[A-Za-z0-9가-힣]+(-+[A-Za-z0-9가-힣]+)*"
_SEGMENT = "([A-Za-z0-9가-힣_~-]|%[0-9A-Fa-f]{2})([A-Za-z0-9가-힣._~-]|%[0-9A-Fa-f]{2})*"
BASE_URL = rf"^https?://{_LABEL}(\.{_LABEL})*(:[0-9]{{1,5}})?/({_SEGMENT}/)*$"
"""It goes into attributes, style sheets, feeds and QR codes: nothing in it needs escaping anywhere."""
LONGEST_PATH = 255
"""Of a file or folder that `site.yml` names."""

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
    name_en: Words | None = None
    department: Words | None = None
    duty: Words | None = None
    phone: Phone | None = None

    def named(self, language: str) -> str:
        """The name in the language of the interface, where it has one there."""
        return (self.name_en if language == "en" else None) or self.name


class Offices(Part):
    """When the halls are open, by law the same for all."""

    opening: Words
    """OSM's `opening_hours` grammar."""
    hours: Words
    """The same in words."""
    sources: tuple[Source, ...]


class Holiday(Part):
    """A day on which public offices are closed and that no calendar knows beforehand: temporary, election."""

    date: Day
    name: Words


class Grade(Part):
    """A grade of the hygiene designation, in the words of the day."""

    id: Slug
    label: Words
    stars: int = 0
    """Stars shown beside the word; none for a single label."""
    aliases: tuple[Words, ...] = ()
    """How registers write it."""


class Printing(Part):
    """What the office's copier and the printing house can do, and what their forms and the archive's ask."""

    staple_sheets: Annotated[int, Field(ge=1, le=100)] = 15
    """The most sheets that the copier's stapler takes."""
    colour: bool = False
    """Whether it prints colour."""
    paper_thickness: Annotated[float, Field(ge=0, le=0.5)] = 0.1
    """Millimetres of a sheet: 0.1 is paper of 80 g/㎡."""
    dpi: Annotated[int, Field(ge=150, le=1200)] = 300
    """How fine pictures are on paper."""
    icc: Annotated[Words, Field(max_length=LONGEST_PATH)] | None = None
    """The printing house's ICC profile (CMYK) of paper and ink: a path from the content folder."""
    registration: Annotated[str, StringConstraints(pattern=REGISTRATION)] | None = None
    """발간등록번호, once the archive has given one; it stands on the cover's top left and in the colophon."""
    purpose: Words | None = None
    """What books are published for, as the form for a registration number asks: 벤치마킹 방문단 안내."""
    frequency: Words | None = None
    """How often: 한 번, 해마다."""
    cover_paper: Words | None = None
    """Kind and weight of the cover's paper, as a print shop orders it: 아트지 250g/㎡."""
    inner_paper: Words | None = None
    """The same for all other pages."""


class Attached(Part):
    """How much readers may be given to take home: the files that bodies link to."""

    file_mb: Annotated[int, Field(ge=1, le=100)] = 20
    """The most megabytes (1,000,000 bytes) of one file."""
    total_mb: Annotated[int, Field(ge=1, le=1000)] = 200
    """The most megabytes of all files together."""


class Emergency(Part):
    """A line of the emergency page."""

    label: Words
    number: Words


class Synonym(Part):
    """Words that mean the same to whoever searches."""

    name: Words
    """The word that this site uses: 음식점."""
    aliases: Annotated[tuple[Words, ...], Field(min_length=1)]
    """What readers may type for it: 맛집, 식당."""


class Change(Part):
    """Something that became new or different, for the readers who come back."""

    date: Day
    text: Words
    """What changed, in a sentence."""
    record: Slug | None = None
    """The record that changed, if it was one."""


class Certificate(Part):
    """A certificate of web accessibility. Without one no page shows a mark."""

    body: Words
    """Who gave it."""
    number: Words
    until: Day


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
    short_title_en: Words | None = None
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
    base_url: Annotated[str, StringConstraints(pattern=BASE_URL, max_length=LONGEST_PATH)] | None = None
    published: PartialDate
    """The date that site and book carry; never taken from the clock."""
    reviewed: PartialDate | None = None
    """When somebody last went through all of it."""
    report: Annotated[str, StringConstraints(pattern=REPORT)] | None = None
    """Where readers tell of a mistake: the address of a form or a mail address. `{page}` in it becomes the page's."""
    certificate: Certificate | None = None
    synonyms: tuple[Synonym, ...] = ()
    """What search takes for one word of the site; words of the glossary have their own."""
    changes: tuple[Change, ...] = ()
    """In any order; readers see the newest first."""
    document: Source
    """The source document that the reports are taken from."""
    highlights: tuple[Highlight, ...] = ()
    """Up to three numbers for the home page."""
    palette: Palette = Palette()
    offices: Offices | None = None
    holidays: tuple[Holiday, ...] = ()
    grades: tuple[Grade, ...] = ()
    hygiene_columns: HygieneColumns = HygieneColumns()
    """How the city's own lists of hygiene designations head their columns."""
    lunch_from: Clock = "11:30"
    lunch_until: Clock = "13:30"
    """Lunch begins between these."""
    printing: Printing = Printing()
    attachments: Attached = Attached()
    emergency: tuple[Emergency, ...] = ()
    visits_dir: Annotated[Words, Field(max_length=LONGEST_PATH)] | None = None
    """A second folder of visits outside a public repository, relative to the content folder."""

    @property
    def certified(self) -> Certificate | None:
        """The certificate while it holds on the date that the site carries."""
        held = self.certificate
        return held if held and held.until[: len(self.published)] >= self.published else None

    def grade(self, id: str) -> Grade | None:
        """The grade of that id."""
        return next((grade for grade in self.grades if grade.id == id), None)

    def titled(self, language: str) -> str:
        """The title in the language of the interface."""
        return self.title_en if language == "en" else self.title

    def short_titled(self, language: str) -> str:
        """The short title in the language of the interface."""
        return (self.short_title_en or self.title_en) if language == "en" else self.short_title


class Highlight(Part):
    """A number on the home page: an indicator of a programme."""

    program: Words
    indicator: Words
    """The indicator's id."""


Site.model_rebuild()
