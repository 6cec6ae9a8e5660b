"""The results of builds, prints, packs and imports: diagnostics, duration of stages, and what was produced."""

from __future__ import annotations

from dataclasses import dataclass

from guidebook.model.diagnostic import Diagnostic
from guidebook.model.text import Text


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a build and how long it took, in seconds."""

    name: Text
    seconds: float


@dataclass(frozen=True, slots=True)
class Made:
    """What lies in the output folder. `book_pages` and `book_octets` are None where the PDF was left out."""

    output: str
    site_pages: int
    book: str | None
    book_pages: int | None
    book_octets: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a build. `made` is None where an error stopped it."""

    diagnostics: tuple[Diagnostic, ...]
    stages: tuple[Stage, ...] = ()
    made: Made | None = None
    elsewhere: tuple[str, ...] = ()
    """Folders beside the content folder that were read."""
    unchanged: bool = False
    """Whether nothing was made, because nothing changed since the last build."""
    changed: tuple[str, ...] | None = None
    """The files that changed since the last build; None where there was none."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A book in one print format: its folder, its files, and how to print it."""

    title: str
    """Of the print format: 복사기용."""
    folder: str
    files: tuple[str, ...]
    pages: int
    printing: str
    """What to set on the copier, in words; empty where no copier prints it."""


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """The result of printing a book in one or more formats. `printed` is empty where an error stopped it."""

    diagnostics: tuple[Diagnostic, ...]
    printed: tuple[Printed, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """The pack of a visit: where it lies, what is in it, and how to print the booklet."""

    folder: str
    files: tuple[str, ...]
    pages: int
    sheets: int
    printing: str
    """What to set on the copier, in words."""
    others: tuple[str, ...] = ()
    """The same for each further print format, with its name."""
    archive: str = ""
    """The file among them that holds all others, if that was asked for."""


@dataclass(frozen=True, slots=True)
class PackOutcome:
    """The end of making a pack. `packed` is None where an error stopped it."""

    diagnostics: tuple[Diagnostic, ...]
    packed: Packed | None = None


@dataclass(frozen=True, slots=True)
class PacksOutcome:
    """The end of making the packs of many visits: what lies in its place, and of which visits there is nothing new."""

    diagnostics: tuple[Diagnostic, ...]
    folder: str = ""
    """Where the packs lie."""
    packed: tuple[Packed, ...] = ()
    failed: tuple[str, ...] = ()
    """Their ids."""


@dataclass(frozen=True, slots=True)
class ImportedBoundaries:
    """The outlines of a city's towns, as they were imported."""

    file: str
    kind: str
    credit: str
    towns: tuple[tuple[str, float], ...]
    """Name and square kilometres."""
    octets: int
    written: bool


@dataclass(frozen=True, slots=True)
class PortalMade:
    """A portal that lies in its folder: how many pages it has, of how many cities and cases."""

    output: str
    pages: int
    cities: int
    cases: int


@dataclass(frozen=True, slots=True)
class PortalOutcome:
    """The end of making a portal. `made` is None where an error stopped it."""

    diagnostics: tuple[Diagnostic, ...]
    stages: tuple[Stage, ...] = ()
    made: PortalMade | None = None
