"""The fields of a kind that a table can fill: names, forms of their values, headings that mean them by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from guidebook.forms.fields_at import path_of
from guidebook.forms.shapes import Shape
from guidebook.model.kinds import Kind
from guidebook.model.label import Label
from guidebook.model.records.sourced import Sourced
from guidebook.model.settings.column_names import columns_of
from guidebook.model.text import Text

APART = ("approx.",)
"""Parts whose fields are called like those of another: only their whole names mean them."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be a column."""

    name: str
    shape: Shape
    label: Label
    titles: tuple[str, ...]
    """Headings that mean it and nothing else."""


@cache
def fields_of(kind: Kind) -> Mapping[str, Field]:
    """By their names, in the order of the model."""
    columns = columns_of(kind.model)
    top = {str(labels[-1].title) for name, labels in columns.items() if "." not in name}
    inner = [name for name in columns if "." in name and not name.startswith(APART)]
    counts = Counter(str(columns[name][-1].title) for name in inner)
    fields: dict[str, Field] = {}
    for name, labels in columns.items():
        whole, last = " ".join(str(label.title) for label in labels), str(labels[-1].title)
        alone = name in inner and counts[last] == 1 and last not in top
        titles = tuple(dict.fromkeys((whole, *((last,) if alone else ()), name)))
        fields[name] = Field(name, path_of(kind.model, name)[1], labels[-1], titles)
    return fields


def title_of(kind: Kind, name: str) -> Text:
    """What people call a field."""
    return fields_of(kind)[name].label.title


def without_source(kind: Kind) -> Sequence[str]:
    """The fields whose values need not be seen anywhere: they are decisions of whoever keeps the content."""
    own = kind.model.own if issubclass(kind.model, Sourced) else None
    return [name for name in fields_of(kind) if own is None or name.split(".")[0] in own]
