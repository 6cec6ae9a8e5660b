"""Diagnostics with the fields that they stand in, called as forms call them: for a forge's list of a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guidebook.forms.field_titles import path_at, titles_at
from guidebook.load.content import load_content
from guidebook.model.catalogue import OF_SITE, Catalogue, SourceMap
from guidebook.model.diagnostic import Faults, Span
from guidebook.model.forge.saved import InField
from guidebook.model.record import SubRecord
from guidebook.model.site import Site
from guidebook.model.text import Text


def in_fields(faults: Faults, content: Path) -> tuple[InField, ...]:
    """Each with the field of its file; without one where it concerns a file as a whole, or a body."""
    files = {places.file: (model, places) for model, places in _files(load_content(content).catalogue)}
    return tuple(InField(fault, _titles(fault.span, *files.get(fault.span.file, ()))) for fault in faults)


def _titles(span: Span, model: type[SubRecord] | None = None, places: SourceMap | None = None) -> tuple[Text, ...]:
    return titles_at(model, path_at(places, span)) if model is not None and places is not None else ()


def _files(catalogue: Catalogue) -> Iterator[tuple[type[SubRecord], SourceMap]]:
    kinds = {kind.key: kind.model for kind in catalogue.kinds}
    for key, places in catalogue.maps.items():
        if key == OF_SITE:
            yield Site, places
        elif key[0] in kinds:
            yield kinds[key[0]], places
