"""Adds to each diagnostic of a visit which visit it is about, so that reports can group them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic


def named_by_visit(diagnostics: Iterable[Diagnostic], catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """The same faults; where there are several visits, those in a visit's file are about that visit.

    One that could not be read goes by its id.
    """
    files = {places.file: id for (kind, id), places in catalogue.maps.items() if kind == "visit"}
    if len(files) < 2:
        return tuple(diagnostics)
    labels = {visit.id: f"{visit.delegation}, {visit.date}" for visit in catalogue.visits}
    names = {file: labels.get(id, id) for file, id in files.items()}
    return tuple(replace(fault, about=names.get(fault.span.file, "")) for fault in diagnostics)
