"""The cases of all cities as one list, and by what it can be narrowed down."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from guidebook.model.portal.published import News, Program, Programs
from guidebook.model.portal.settings import City, Portal
from guidebook.model.text import Text, text
from guidebook.model.wording.order import natural

CASES, CITIES, COMPARE, NEWS = "cases/", "cities/", "compare/", "news/"
"""Addresses of the portal's pages below its root."""
FACETS = ("theme", "province", "year", "budget", "scale")
"""By what cases are listed on pages, in the order in which readers are asked."""
NOT_STATED = "none"
"""The value of what a city does not tell, or not in words that are a number."""
BUDGETS: Sequence[tuple[str, Text, int]] = (
    ("to-5m", text("500만 원 미만"), 5_000_000),
    ("to-10m", text("500만 원 이상 1,000만 원 미만"), 10_000_000),
    ("to-50m", text("1,000만 원 이상 5,000만 원 미만"), 50_000_000),
    ("to-100m", text("5,000만 원 이상 1억 원 미만"), 100_000_000),
    ("from-100m", text("1억 원 이상"), 10**18),
)
SCALES: Sequence[tuple[str, Text, int]] = (
    ("to-30", text("30명 미만"), 30),
    ("to-100", text("30명 이상 100명 미만"), 100),
    ("to-300", text("100명 이상 300명 미만"), 300),
    ("to-1000", text("300명 이상 1,000명 미만"), 1_000),
    ("from-1000", text("1,000명 이상"), 10**18),
)
"""Value, label, and the number that the class ends before."""


@dataclass(frozen=True, slots=True)
class PublishedCity:
    """A city with what it has published."""

    city: City
    file: str
    """Its `programs.json`, for diagnostics."""
    data: Programs
    places: Mapping[str, int] = field(default_factory=dict)
    """Kind of place → how many there are."""
    news: tuple[News, ...] = ()

    @property
    def licence(self) -> str:
        """Under what terms its texts are used."""
        return self.city.licence or self.data.licence

    @property
    def path(self) -> str:
        """Its page."""
        return f"{CITIES}{self.city.id}/"


@dataclass(frozen=True, slots=True)
class Case:
    """One programme of one city."""

    of: PublishedCity
    program: Program

    @property
    def id(self) -> str:
        """Its name in addresses of comparisons; neither part holds a dot."""
        return f"{self.of.city.id}.{self.program.id}"

    @property
    def path(self) -> str:
        """Its page."""
        return f"{CASES}{self.of.city.id}/{self.program.id}/"

    @property
    def source(self) -> str:
        """The page of the city itself that it is told on."""
        return self.of.city.url + (self.program.page or "")

    def values(self, facet: str) -> tuple[str, ...]:
        """What the case is by a facet, where it is not stated that it is not."""
        return self._values(facet) or (NOT_STATED,)

    def _values(self, facet: str) -> tuple[str, ...]:
        program = self.program
        if facet == "theme":
            return tuple(dict.fromkeys(value_of(theme) for theme in program.themes))
        if facet == "year":
            return tuple(map(str, sorted(set(program.years))))
        if facet in ("budget", "scale"):
            return classed(program.won, BUDGETS) if facet == "budget" else classed(program.people, SCALES)
        return (self.of.city.id if facet == "city" else value_of(self.of.city.province),)


@dataclass(frozen=True)
class Cases:
    """All that a portal shows."""

    portal: Portal
    cities: tuple[PublishedCity, ...]

    @cached_property
    def all(self) -> tuple[Case, ...]:
        """Every case: the newest year first, then by the order of the cities."""
        every = (Case(city, program) for city in self.cities for program in city.data.programs)
        return tuple(sorted(every, key=lambda case: -max(case.program.years, default=case.program.as_of)))

    @property
    def samples(self) -> bool:
        """Whether there is a city that did not publish its data itself."""
        return any(not city.data.official for city in self.cities)

    def options(self, facet: str, words: Callable[[str], str]) -> tuple[tuple[str, str, int], ...]:
        """Value, label and number of cases of everything that a facet can be asked for, in the order of reading."""
        count = Counter(value for case in self.all for value in case.values(facet))
        labels = [*self._labels(facet, words), (NOT_STATED, words("적혀 있지 않음"))]
        return tuple((value, label, count[value]) for value, label in labels if count[value])

    def _labels(self, facet: str, words: Callable[[str], str]) -> Iterable[tuple[str, str]]:
        if facet in ("budget", "scale"):
            return [(value, label.into(words)) for value, label, _ in (BUDGETS if facet == "budget" else SCALES)]
        if facet == "year":
            years = {year for case in self.all for year in case.values("year")} - {NOT_STATED}
            return [(year, year) for year in sorted(years, reverse=True)]
        if facet == "city":
            return [(one.city.id, one.city.name) for one in self.cities]
        if facet == "province":
            names: Iterable[str] = dict.fromkeys(one.city.province for one in self.cities)
        else:
            names = sorted({theme for case in self.all for theme in case.program.themes}, key=natural)
        return list({value_of(name): name for name in names}.items())


def value_of(name: str) -> str:
    """A name as it stands in addresses: the same for as long as the name is, whatever stands beside it."""
    flat = " ".join(unicodedata.normalize("NFC", name).split()).casefold()
    return hashlib.sha256(flat.encode("utf-8", "replace")).hexdigest()[:8]


def classed(value: int | None, classes: Sequence[tuple[str, Text, int]]) -> tuple[str, ...]:
    """The class that a number falls into; none for no number."""
    if value is None:
        return ()
    return (next(name for name, _, end in classes if value < end),)
