"""What the field at a place of a file is called: from the line of a diagnostic to the words that a form shows."""

from __future__ import annotations

from guidebook.forms.shapes import shape_of
from guidebook.model.catalogue import Path, SourceMap
from guidebook.model.diagnostic import Span
from guidebook.model.label import label_of
from guidebook.model.record import SubRecord, key_of
from guidebook.model.text import Text

TOP = (1, 1)
"""Where a diagnostic stands that concerns the file as a whole."""


def path_at(places: SourceMap, span: Span) -> Path:
    """The innermost key or value that stands there, else the last one before it in its line; empty for none."""
    at = (span.line, span.column)
    if at == TOP:
        return ()
    named = [(place, path) for found in (places.keys, places.values) for path, place in found.items() if path]
    exact = [path for place, path in named if place == at]
    if exact:
        return max(exact, key=len)
    before = [(place, len(path), path) for place, path in named if place <= at and place[0] == span.line]
    return max(before, key=lambda one: one[:2])[2] if before else ()


def titles_at(model: type[SubRecord], path: Path) -> tuple[Text, ...]:
    """The titles of the fields on the way down a path, as far as it leads."""
    found: list[Text] = []
    inner: type[SubRecord] | None = model
    for key in path:
        if isinstance(key, int):
            continue
        names = {key_of(inner, name): name for name in inner.model_fields} if inner is not None else {}
        if inner is None or key not in names:
            break
        found.append(label_of(inner, names[key]).title)
        shape = shape_of(inner.model_fields[names[key]])
        inner = None if shape.keyed else shape.model
    return tuple(found)
