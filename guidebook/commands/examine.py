"""Reads and checks the content: what every command begins with, and all that `check` does."""

from __future__ import annotations

from pathlib import Path

from guidebook.check import check
from guidebook.check.by_visit import named_by_visit
from guidebook.load.content import load_content
from guidebook.load.private_visits import exposed_visits
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.output.earlier_pack import revision_faults
from guidebook.pdf.icc import profile_faults


def examine(content: Path, today: str | None = None) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Read and check the content. Only who makes nothing of it but paper for a day knows what day `today` is."""
    loaded = load_content(content)
    read = loaded.catalogue
    beside = (*profile_faults(read, content), *exposed_visits(content, read))
    return read, named_by_visit((*loaded.diagnostics, *check(read, today), *beside), read)


def examine_visits(content: Path, output: Path, today: str | None) -> tuple[Catalogue, tuple[Diagnostic, ...]]:
    """Read and check the content, its visits also against the day and against their last packs below `output`."""
    catalogue, found = examine(content, today)
    return catalogue, (*found, *named_by_visit(revision_faults(catalogue, output), catalogue))


def elsewhere(catalogue: Catalogue, content: Path) -> tuple[str, ...]:
    """The folders beside the content folder from which it was read, too: where an office keeps its visits."""
    named = catalogue.site.visits_dir if catalogue.site else None
    return (str(content / named),) if named else ()
