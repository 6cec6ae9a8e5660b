"""What is made for the preview, as values that come from another process: pages, books, and what editors are told."""

from __future__ import annotations

from dataclasses import dataclass, field

from guidebook.model.diagnostic import Faults
from guidebook.plan.ageing import Due
from guidebook.plan.completeness import Completeness


@dataclass(frozen=True, slots=True)
class Report:
    """What editors are told of the content, as far as it could be read."""

    complete: tuple[Completeness, ...] = ()
    due: tuple[Due, ...] = ()
    """All that will be due some day, what is due first before what comes later."""
    today: str = ""


@dataclass(frozen=True, slots=True)
class PagesMade:
    """The website, or why there is none."""

    faults: Faults
    report: Report = field(default_factory=Report)
    elsewhere: tuple[str, ...] = ()
    """Folders beside the content folder that were read."""
    version: str = ""
    """The digest of what lies in the folder that was named; empty where an error stopped it."""


@dataclass(frozen=True, slots=True)
class BookMade:
    """A PDF, or why there is none."""

    faults: Faults
    title: str = ""
    pages: int = 0
    version: str = ""
    """The digest of the file that was named; empty where an error stopped it."""
