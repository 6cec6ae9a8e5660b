"""What a city publishes in `data/programs.json` and `data/places.geojson`, as far as a portal shows it.

Read strictly (a number is a number), but what is not asked for here may be anything: later programs may add to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from guidebook.model.record import PartialDate, Slug, Year

PROGRAMS, PLACES = "jumin-guidebook/programs", "jumin-guidebook/places"
VERSION = 1
"""Of both formats. It grows when a reader of the last version could misunderstand a file; new fields leave it."""
MOST_PROGRAMS, MOST_PLACES = 20_000, 50_000
LONGEST, LONGEST_LINE = 5_000, 300

Line = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_LINE, strip_whitespace=True)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, strip_whitespace=True)]
Amount = Annotated[int, Field(ge=0, le=10**15)]
PAGE = r"^[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_-]*)*/$"
"""The address of a page below a site's root: no scheme, no way up."""


class _Published(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class Head(_Published):
    """What tells whether the rest can be read at all."""

    format: Line
    version: Annotated[int, Field(ge=0, le=10**6)]


class Facts(_Published):
    """The fact box in the source's wording."""

    what: Prose
    who: Prose
    when: Prose | None = None
    scale: Prose | None = None
    cost: Prose | None = None
    result: Prose | None = None


class Figure(_Published):
    """A figure with its unit, as the source writes it."""

    label: Line
    text: Line
    when: Line | None = None


class Program(_Published):
    """A case."""

    id: Slug
    name: Line
    title: Line
    summary: Prose
    as_of: Year
    facts: Facts
    themes: Annotated[tuple[Line, ...], Field(max_length=20)] = ()
    years: Annotated[tuple[Year, ...], Field(max_length=100)] = ()
    won: Amount | None = None
    people: Amount | None = None
    page: Annotated[str, StringConstraints(pattern=PAGE, max_length=200)] | None = None
    indicators: Annotated[tuple[Figure, ...], Field(max_length=200)] = ()


class Whose(_Published):
    """The city whose data it is."""

    name: Line


class Programs(_Published):
    """The whole file."""

    city: Whose
    official: bool
    publisher: Line
    as_of: PartialDate
    licence: Line
    terms: Prose | None = None
    programs: Annotated[tuple[Program, ...], Field(max_length=MOST_PROGRAMS)]


class _PlaceProperties(_Published):
    kind_label: Line


class _Feature(_Published):
    properties: _PlaceProperties


class Places(_Published):
    """The kinds of all places; nothing else of them is shown."""

    type: Literal["FeatureCollection"]
    features: Annotated[tuple[_Feature, ...], Field(max_length=MOST_PLACES)]

    @property
    def kinds(self) -> tuple[str, ...]:
        """What each place is."""
        return tuple(feature.properties.kind_label for feature in self.features)


@dataclass(frozen=True, slots=True)
class News:
    """An entry of a city's feed."""

    day: str
    """`2026-11-02`."""
    title: str
    url: str = ""
    """A full address; empty where the feed has none."""


@dataclass(frozen=True, slots=True)
class JsonFault:
    """What is wrong in a JSON file, and where: keys and indexes down to the value."""

    path: tuple[str | int, ...]
    kind: str
    """pydantic's name of the fault."""
    line: int = 0
    """Where the text is no JSON at all: its line; else 0."""


Model = TypeVar("Model", bound=BaseModel)


def read_json(model: type[Model], written: str) -> tuple[Model | None, tuple[JsonFault, ...]]:
    """The file as that model, or all that is wrong with it. Raises for no text whatever."""
    try:
        return model.model_validate_json(written), ()
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        return None, tuple(JsonFault(fault["loc"], fault["type"], _line(str(fault["msg"]))) for fault in found)
    except ValueError:  # lone halves of characters, which no file can hold
        return None, (JsonFault((), "json_invalid", 1),)


def _line(message: str) -> int:
    """The line in `… at line 3 column 4`."""
    _, found, rest = message.rpartition(" at line ")
    number = rest.split(" ")[0]
    return int(number) if found and number.isdigit() else 0
