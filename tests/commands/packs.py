"""The pack of a visit, as it lies in its folder; and the same visit as the functions below the command get it.

The command makes some packs (`test_pack.py`, `test_print_visits.py`); what one sheet or one edition alone shows is made
alone (`tests/books/test_visit_booklet.py`, `tests/books/test_visit_papers.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from guidebook.books.edition_files import PRINTING
from guidebook.books.print_formats import USUAL, print_formats
from guidebook.books.visit_editions import COPIER, SCREEN
from guidebook.books.visit_order import ordered
from guidebook.books.visit_papers import (
    CALENDAR,
    CHECKLIST,
    MESSAGE,
    REPORT,
    REPORT_OFFICE,
    SCHEDULE,
    SCHEDULE_OFFICE,
    WELCOME,
)
from guidebook.load.content import load_content
from guidebook.model.print_format import PrintFormat
from guidebook.plan.itinerary import Itinerary
from guidebook.plan.visiting import plan_visit
from guidebook.render.new_context import context_of
from guidebook.render.visit.context import VisitContext
from tests.commands.printed_files import Made, Pdf, contents_lines, guidebook
from tests.paths import PACKAGES, TEMPLATES, paths

FILES = {
    *(CALENDAR, CHECKLIST, COPIER, MESSAGE, PRINTING),
    *(REPORT, REPORT_OFFICE, SCHEDULE, SCHEDULE_OFFICE, SCREEN, WELCOME),
}


@dataclass(frozen=True)
class Pack(Made):
    """What the command made of a visit in `content`."""

    content: Path = field(kw_only=True)

    @property
    def output(self) -> Path:
        return self.folder.parents[1]

    @cached_property
    def plan(self) -> Itinerary:
        catalogue = load_content(self.content).catalogue
        return plan_visit(next(visit for visit in catalogue.visits if visit.id == self.folder.name), catalogue)

    def words(self, name: str) -> list[str]:
        """The text of every page."""
        return Pdf(self.folder / name).words


def packed(content: Path, output: Path, id: str, *arguments: str) -> Pack:
    """The pack that the command makes."""
    told = guidebook(content, output, "--visit", id, *arguments)
    return Pack(output / "print" / id, told, content=content)


def formats(*ids: str) -> tuple[PrintFormat, ...]:
    read, faults = print_formats(ids, TEMPLATES)
    assert not faults
    return read


def visit_in(content: Path, language: str | None = None) -> VisitContext:
    """The only visit of a city, ready to be rendered in the usual formats."""
    catalogue = load_content(content).catalogue
    (visit,) = catalogue.visits
    return ordered(context_of(catalogue, TEMPLATES, PACKAGES, language), visit, formats(*USUAL), paths(content))


def numbers_in_contents(pages: list[str]) -> list[int]:
    """The page numbers of the contents from the first line to the last."""
    return [number for _, number in contents_lines(pages[1])]


def ruled_pages_stand_at_the_end(pages: list[str]) -> bool:
    """Before the back cover, with nothing else between."""
    ruled = [page.strip().startswith("메모") for page in pages]
    return not any(ruled[: len(ruled) - 1 - sum(ruled)])
