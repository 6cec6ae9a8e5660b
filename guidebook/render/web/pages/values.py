"""What each page template may use: one typed mapping per template of `templates/pages`, named after it.

Separate from the modules that fill them, so that whoever edits a template finds its variables in one file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from markupsafe import Markup

from guidebook.markdown.html import Link
from guidebook.model.catalogue import Catalogue
from guidebook.model.download import DataFile
from guidebook.model.kinds import Kind
from guidebook.model.picture import Picture
from guidebook.model.record import Record
from guidebook.model.records.figures import Indicator
from guidebook.model.records.graphic import SpreadGraphic
from guidebook.model.records.guide import Guide
from guidebook.model.records.page import Page
from guidebook.model.records.place import Place
from guidebook.model.records.place_kinds import KindOfPlace
from guidebook.model.records.program import Program
from guidebook.model.records.report.program_parts import Partnership
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.route import Route
from guidebook.model.records.town import Town
from guidebook.model.records.visit import Visit
from guidebook.model.settings.showing import Change, Grade
from guidebook.model.site import Site
from guidebook.model.source import SourceKind
from guidebook.model.text import Text
from guidebook.plan.itinerary import Itinerary
from guidebook.plan.spot import Spot
from guidebook.render.context import BookFile, WebPicture
from guidebook.render.text.bibliography import Entry
from guidebook.render.text.facts import Fact
from guidebook.render.text.prose import Heading, Piece
from guidebook.render.text.timeline import Timeline
from guidebook.render.web.filters import Facet
from guidebook.render.web.list_parts import Part

PathAndName = tuple[str, str]
"""A path below the site's root, and what the page there is called."""
GradedRestaurant = tuple[Restaurant, Spot, Grade | None, Town | None]
"""A restaurant, where it is, the grade that holds, and its town."""


@dataclass(frozen=True, slots=True)
class News:
    """A change with where to read on: path below the site's root and its name, empty for the site as a whole."""

    change: Change
    path: str = ""
    name: str = ""


class CommonValues(TypedDict):
    """What every page template may use."""

    site: Site
    catalogue: Catalogue
    book: BookFile | None
    pictures: Mapping[str, WebPicture]
    path: str
    """The path of the page itself."""
    title: str
    headings: Sequence[Heading]
    link: Link
    """From the kind and id of a record to its address, relative to the page."""
    to: Callable[[str], str]
    """From a path below the site's root to its address, relative to the page."""
    bibliography: Callable[[Catalogue], Mapping[SourceKind, Sequence[Entry]]]
    tour_pages: Sequence[PathAndName]
    translated: Callable[[Text], str]
    """A translatable sentence in the language of the page."""


class PageValues(TypedDict):
    """No values beside the common ones."""


class ProgramsValues(PageValues):
    """The list of reports, each with the number that it is known by."""

    numbers: Sequence[tuple[Program, Indicator | None]]
    years: Sequence[tuple[int, int, str]]
    """Years of which there are reports, with their number and path, the latest first; none where all are of one."""


class HomeValues(ProgramsValues):
    """The home page; it opens with the first sentence of what the site says of itself, and tells the rest later."""

    opening: tuple[str, str]
    highlights: Sequence[tuple[Program, Indicator]]
    news: Sequence[News]
    finding: tuple[Program, SpreadGraphic] | None
    tour: str | None  # the path of the page that opens it
    timed: Sequence[tuple[Route, Itinerary]]
    outline: str
    """The map of the city as SVG; empty where there is none."""
    chapters: Sequence[tuple[Page, Sequence[Page]]]


class NotFoundValues(PageValues):
    """The page for addresses that do not exist."""

    menu: Sequence[PathAndName]
    outline: str


class RedirectValues(PageValues):
    """A page that redirects."""

    target: str
    """A path below the site's root, maybe with an anchor."""


class WrittenValues(PageValues):
    """A page that an editor wrote."""

    page: Page
    pieces: Sequence[Piece]
    apart: Sequence[Picture]
    """Pictures that do not stand in the body."""
    timed: Sequence[tuple[Route, Itinerary]]
    line: Timeline | None
    blocks: str
    """The template of what the body asks for by `[[name]]`."""
    part: Part[Page] | None
    """The first part of the list of its section; None where it has none."""


class SectionValues(PageValues):
    """A further page of the list of a section."""

    page: Page
    part: Part[Page]


class RoutesValues(PageValues):
    """The list of routes."""

    timed: Sequence[tuple[Route, Itinerary]]


class RouteValues(PageValues):
    """A route; its map is drawn for a phone, and for beside the timetable."""

    route: Route
    itinerary: Itinerary
    prose: Markup
    apart: Sequence[Picture]
    drawings: tuple[str, str]
    credit: str
    towns: Sequence[Town]
    programs: Sequence[Program]
    leaflet: BookFile | None
    gpx: DataFile | None
    ics: DataFile | None
    day: str
    lunch: tuple[int, int]
    """From when until when one may eat, in minutes since midnight."""


class VisitsValues(PageValues):
    """Visits that may be published."""

    visits: Sequence[tuple[Visit, Sequence[Program]]]


class SitesValues(PageValues):
    """The list of places: the sights in the order of their numbers, then facilities."""

    rows: Sequence[tuple[Place, Spot, Sequence[Guide]]]
    groups: Sequence[tuple[str, str, Sequence[tuple[Place, Spot]]]]
    """Facilities under the labels and letters of their kinds."""
    facets: Sequence[Facet]
    place_kinds: Mapping[str, KindOfPlace]
    letters: Sequence[tuple[str, str]]
    """The letters on the map with the labels of their kinds."""
    drawing: str
    credit: str


class AroundValues(PageValues):
    """A place or restaurant: its facts, and what else is near."""

    spot: Spot
    facts: Sequence[Fact]
    town: Town | None
    routes: Sequence[Route]
    near: Sequence[tuple[float, Place]]
    drawing: str
    credit: str


class SiteValues(AroundValues):
    """A place."""

    item: Place
    kind: str
    guides: Sequence[Guide]


class RestaurantsValues(PageValues):
    """The list of restaurants."""

    rows: Sequence[GradedRestaurant]


class RestaurantValues(AroundValues):
    """A restaurant."""

    item: Restaurant
    grade: Grade | None


class TownsValues(PageValues):
    """The list of towns."""

    program: Program | None
    """The programme whose partnerships the map shows."""
    drawing: str
    credit: str


class TownValues(PageValues):
    """A town."""

    town: Town
    programs: Sequence[Program]
    partnerships: Sequence[tuple[Program, Partnership]]
    sights: Sequence[Place]
    facilities: Sequence[Place]
    restaurants: Sequence[Restaurant]
    guides: Sequence[Guide]
    routes: Sequence[Route]
    place_kinds: Mapping[str, KindOfPlace]
    hall: Spot
    drawing: str
    credit: str


class RecordsValues(PageValues):
    """The list of the records of a kind that has no module of its own."""

    kind: Kind
    records: Sequence[Record]


class RecordValues(PageValues):
    """A record of such a kind."""

    record: Record
    kind: Kind
    prose: Markup | str
    """Its body; empty where it has none."""
    apart: Sequence[Picture]


class ChangesValues(PageValues):
    """The changes, the newest first."""

    news: Sequence[News]


class FilesValues(PageValues):
    """The files to download."""

    files: Sequence[DataFile]
    by_route: Sequence[tuple[Route, BookFile | None, Sequence[DataFile]]]
    licence: str


class IndexValues(PageValues):
    """The index of names."""

    letters: Sequence[tuple[str, int, str]]
    """First consonants, each with its number and the path of the page where its names begin."""
    groups: Sequence[tuple[str, int, Sequence[tuple[str, str, str]]]]
    """Those of this page, each with its number, and with names, what they name, and their paths."""
    part: Part[tuple[str, str, str]]
    """Which page of the index it is."""
