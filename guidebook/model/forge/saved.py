"""What came of a save: for each visit its pack or why there is none, in values that may be shown on a forge's page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from guidebook.model.diagnostic import Diagnostic, Faults, has_errors
from guidebook.model.text import Text


@dataclass(frozen=True, slots=True)
class InField:
    """A diagnostic, and the field of the file that it concerns: its titles from the outer to the inner one."""

    diagnostic: Diagnostic
    titles: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedVisit:
    """One visit of a save. Nothing of who comes stands here but the delegation's name."""

    id: str
    delegation: str
    """Empty where the file does not say it."""
    date: str
    revision: int | None
    earlier: int | None = None
    """The revision before this save, if there was one."""
    changes: tuple[str, ...] = ()
    """What the editor says has changed since the revision before."""
    fields: tuple[Text, ...] = ()
    """The titles of fields that this save changed."""
    archive: str = ""
    """The name of the pack as one file; empty where there is none."""
    pages: int = 0
    printing: str = ""
    others: tuple[str, ...] = ()
    """How further editions are printed, each with its name."""
    left: Text | None = None
    """Why no pack was to be made of it."""
    cancelled: bool = False
    """Whether its file says that nobody comes."""
    unknown: bool = False
    """Whether there is no such visit: whoever named it by hand mistyped it."""


@dataclass(frozen=True, slots=True)
class SaveOutcome:
    """The end of what a save, or a person by hand, asked for."""

    visits: tuple[SavedVisit, ...] = ()
    found: tuple[InField, ...] = ()
    gone: tuple[str, ...] = ()
    """The ids of visits that were deleted."""
    remarks: tuple[Text, ...] = ()

    @property
    def archives(self) -> tuple[SavedVisit, ...]:
        """Those that have a pack."""
        return tuple(visit for visit in self.visits if visit.archive)

    @property
    def failed(self) -> bool:
        """Whether something that was asked for could not be made."""
        return has_errors(one.diagnostic for one in self.found) or any(
            not visit.archive and visit.left is None for visit in self.visits
        )


def download_names(visits: Sequence[SavedVisit]) -> dict[str, str]:
    """By its id, how each pack is called among the others: two of one day and one revision are told apart by theirs."""
    count = Counter(visit.archive for visit in visits)
    return {
        visit.id: visit.archive if count[visit.archive] == 1 else visit.archive.replace(".zip", f"_{visit.id}.zip")
        for visit in visits
    }


def unplaced(faults: Faults) -> tuple[InField, ...]:
    """Diagnostics of which nobody knows the field."""
    return tuple(InField(fault) for fault in faults)
