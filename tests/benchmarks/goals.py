"""The goals of the issue on speed, each with where its figure stands in the results.

`STANDS_IN_THE_WAY` is filled in by who has profiled a goal that is missed: from its key to one sentence, which stands
beside it in the report. A goal without a figure in the results is left out, as is a sentence of one that is reached.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.peers import CHROMIUM, HUGO, MKDOCS, PRODUCT, WEASYPRINT

STANDS_IN_THE_WAY: dict[str, str] = {
    "phone": "Two seconds are imports; the chapters that show the number are laid out, the guidebook is joined whole "
    "and held to what is judged of a whole file, and the site's pages are framed anew.",
    "paragraph": "A chapter is laid out twice (guidebook and report), sometimes closer as well, and both books are "
    "joined; the first use of a syllable, as in these edits, changes the fonts of a book, so that all its pages are "
    "read back.",
    "cold": "Of some 57 CPU seconds 27 are WeasyPrint laying out 62 chapters in 93 rounds, 8 writing their pages; "
    "5 reading back, 3 joining, 9 the website.",
    "check-4000": "A third is YAML with the place of every value, a third the rules that read every text "
    "(personal data, glyphs, names).",
    "memory-4000": "What pages show is held for all pages at once, for cutting fonts (about 105 MB) and for links "
    "(about 95 MB).",
    "mkdocs": "About 30 % is reading and checking content, 20 % bodies, 10 % each cutting fonts, frames, search and "
    "links, on one core; MkDocs checks, cuts and proves nothing.",
    "hugo": "The same; Hugo is compiled, uses all cores and checks nothing.",
    "memory-600": "Counted over all processes, three of which hold the file; PDFium's pages, the PDF/A check and runs "
    "of text are held for all of it.",
    "weasyprint": "Layout is WeasyPrint's own; tables are measured in several rounds, and each page is joined, "
    "numbered, tagged and read back as well.",
    "chromium": "Layout is WeasyPrint, most of it Python; Chromium's is C++.",
    "visit": "The booklet is read back whole though most of its pages are the same each time, the schedule is tried in "
    "up to eight versions, the copier's file is made and read back too.",
    "visits": "As for one pack; two are made at a time.",
}
"""Key of a goal → what the profile says."""

Results = dict[tuple[str, str, str], dict[str, Any]]
"""Contest, program, state → what was measured."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What was wanted, and what of the results it is held against."""

    key: str
    said: str
    figure: Callable[[Results], float | None]
    most: float
    unit: str


@dataclass(frozen=True, slots=True)
class Held:
    """A goal beside what was reached."""

    goal: Goal
    value: float
    reached: bool
    reason: str


def held(results: Results) -> list[Held]:
    """Every goal that has a figure."""
    found = ((goal, goal.figure(results)) for goal in GOALS)
    return [
        Held(goal, value, value <= goal.most, "" if value <= goal.most else STANDS_IN_THE_WAY.get(goal.key, ""))
        for goal, value in found
        if value is not None
    ]


def index(contests: Iterable[dict[str, Any]]) -> Results:
    """The results of a run by contest, program and state, but for what failed."""
    return {
        (contest["key"], result["program"], result["state"]): result
        for contest in contests
        for result in contest["results"]
        if result["wall"]
    }


def _wall(contest: str, state: str, program: str = PRODUCT) -> Callable[[Results], float | None]:
    return lambda results: _median(results, (contest, program, state), "wall")


def _memory(contest: str, state: str) -> Callable[[Results], float | None]:
    def figure(results: Results) -> float | None:
        result = results.get((contest, PRODUCT, state))
        return float(max(result["memory"])) if result else None

    return figure


def _times(one: Callable[[Results], float | None], other: Callable[[Results], float | None]) -> Any:
    """How many times as much as another."""

    def figure(results: Results) -> float | None:
        more, less = one(results), other(results)
        return more / less if more is not None and less else None

    return figure


def _cpu(contest: str, state: str) -> Callable[[Results], float | None]:
    return lambda results: _median(results, (contest, PRODUCT, state), "cpu")


def _by_page(contest: str, what: str = "wall", program: str = PRODUCT) -> Callable[[Results], float | None]:
    def figure(results: Results) -> float | None:
        place = contest, program, "cold"
        pages = results.get(place, {}).get("made", {}).get("pages")
        seconds = _median(results, place, what)
        return seconds / pages if seconds is not None and pages else None

    return figure


def _median(results: Results, place: tuple[str, str, str], what: str) -> float | None:
    result = results.get(place)
    return statistics.median(result[what]) if result else None


def _of_many(results: Results) -> float | None:
    """Seconds for each of a hundred packs that one command made."""
    result = results.get(("visits-100", PRODUCT, "all 100 packs"), {})
    packs = result.get("made", {}).get("packs")
    return statistics.median(result["wall"]) / packs if packs else None


def _further(results: Results) -> float | None:
    walls = [
        wall
        for (contest, _, state), result in results.items()
        if contest.startswith("visits-") and state.startswith("further pack")
        for wall in result["wall"]
    ]
    return statistics.median(walls) if walls else None


GOALS = (
    Goal("help", "`--help`", _wall("help", "--help"), 0.25, "s"),
    Goal("unchanged", "Build, nothing changed", _wall("shipped", "build, nothing changed"), 0.5, "s"),
    Goal("check", "Check, nothing changed", _wall("shipped", "check, nothing changed"), 0.6, "s"),
    Goal("phone", "Build, a phone number edited", _wall("shipped", "build, a phone number edited"), 2.5, "s"),
    Goal("paragraph", "Build, a paragraph edited", _wall("shipped", "build, a paragraph edited"), 2.5, "s"),
    Goal("cold", "Build of the shipped content, cold", _wall("shipped", "build, cold"), 10, "s"),
    Goal("check-4000", "Check of 4,000 records, cold", _wall("records", "4,000: check, cold"), 2, "s"),
    Goal(
        "again-4000",
        "Check of 4,000 records, nothing changed",
        _wall("records", "4,000: check, nothing changed"),
        2,
        "s",
    ),
    Goal(
        "growth-4000",
        "CPU of a site of 4,000 records, as times that of 1,000",
        _times(_cpu("records", "4,000: site, cold"), _cpu("records", "1,000: site, cold")),
        4.3,
        "×",
    ),
    Goal("memory-4000", "Memory of a site of 4,000 records", _memory("records", "4,000: site, cold"), 400, "MB"),
    Goal("memory-pages", "Memory of a site of 1,000 written pages", _memory("pages-1000", "cold"), 400, "MB"),
    Goal(
        "mkdocs",
        "1,000 written pages cold, as times MkDocs with its default theme",
        _times(_wall("pages-1000", "cold"), _wall("pages-1000", "cold", MKDOCS)),
        1 / 3,
        "×",
    ),
    Goal(
        "hugo",
        "1,000 written pages cold, as times Hugo",
        _times(_wall("pages-1000", "cold"), _wall("pages-1000", "cold", HUGO)),
        3,
        "×",
    ),
    Goal("memory-600", "Memory of a book of 600 pages", _memory("book-192", "cold"), 800, "MB"),
    Goal(
        "linear",
        "CPU of a page in a book of 600 pages, as times one in a book of 140",
        _times(_by_page("book-192", "cpu"), _by_page("book-40", "cpu")),
        1.1,
        "×",
    ),
    Goal(
        "weasyprint",
        "A page of a book of 140 pages cold, as times plain WeasyPrint",
        _times(_by_page("book-40"), _by_page("book-40", program=WEASYPRINT)),
        2,
        "×",
    ),
    Goal(
        "chromium",
        "A page of a book of 140 pages cold, as times Chromium",
        _times(_by_page("book-40"), _by_page("book-40", program=CHROMIUM)),
        1.5,
        "×",
    ),
    Goal("visit", "Each further visit's pack", _further, 1, "s"),
    Goal("visits", "Each pack of 100 that one command makes", _of_many, 1, "s"),
)
