"""A diagnostic: where a fault is, what is wrong, and what to do.

Every stage returns these beside its result; only `report` prints them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from guidebook.model.text import Text


class Severity(StrEnum):
    """How bad it is: an error stops the build, a warning does not, a note is good to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file. `file` is relative to the current folder where possible; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault. `code` is stable and documented; `hint` is an instruction."""

    span: Span
    code: str
    message: Text
    hint: Text
    severity: Severity = Severity.ERROR
    about: str = ""
    """Whom or what it concerns, where several could be meant: the delegation of a visit."""


Faults = tuple[Diagnostic, ...]
"""What was found, in the order in which it is told."""


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them stops the build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def without_notes(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Errors and warnings alone."""
    return tuple(diagnostic for diagnostic in diagnostics if diagnostic.severity is not Severity.NOTE)
