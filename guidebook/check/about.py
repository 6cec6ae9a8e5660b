"""Says of each fault whose visit it concerns, so that reports can keep the faults of a visit together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic


def named_by_visit(diagnostics: Iterable[Diagnostic], catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """The same faults; where there are several visits, those in a visit's file are about that visit."""
    if len(catalogue.visits) < 2:
        return tuple(diagnostics)
    names = {catalogue.where(visit).file: f"{visit.delegation}, {visit.date}" for visit in catalogue.visits}
    return tuple(replace(fault, about=names.get(fault.span.file, "")) for fault in diagnostics)
