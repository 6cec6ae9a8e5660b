"""What a new file needs at least: the one walk over required fields, for new records, snippets and questions.

Beside what the models require stands what `check` asks of every record and no single field can say: where a guide is,
what a source is called, that a route has two stops.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from guidebook.forms.files import written_fields
from guidebook.forms.shapes import Shape, choices_of, shape_of
from guidebook.model.label import Label, label_of
from guidebook.model.record import SubRecord, key_of
from guidebook.model.records.guide import Guide
from guidebook.model.records.route import Stop
from guidebook.model.records.sourced import FieldSource
from guidebook.model.records.visit import Visit
from guidebook.model.source import Source

ONE_OF: Mapping[type[SubRecord], tuple[str, ...]] = {
    Guide: ("town", "site"),
    Stop: ("text", "site", "hall", "restaurant"),
    Visit: ("route", "stops"),
    Source: ("title", "url"),
    FieldSource: ("title", "url"),
}
"""Fields of which one has to be written; the first is asked for where none is."""
ENTRIES: Mapping[type[SubRecord], int] = {Stop: 2}
"""How many entries of a list there are at least, where that is more than one."""


@dataclass(frozen=True, slots=True)
class Needed:
    """A value that has to be written."""

    path: tuple[str, ...]
    """The keys that lead to it, with numbers from 1 for entries of lists: `stops`, `1`, `stay`."""
    shape: Shape
    label: Label

    @property
    def name(self) -> str:
        """As it is named on the command line: `stops.1.stay`."""
        return ".".join(self.path)

    @property
    def choices(self) -> tuple[str, ...]:
        """The values that are allowed, where only some are."""
        return choices_of(self.shape) or tuple(self.label.choices)


Written = Callable[[tuple[str, ...]], bool]
"""Whether there is already a value at that path."""


def needed_values(model: type[SubRecord], written: Written = lambda _: False) -> tuple[Needed, ...]:
    """The values that have to be written, in the order in which they stand in the file."""
    return tuple(_values(model, written, ()))


def _values(model: type[SubRecord], written: Written, above: tuple[str, ...]) -> Iterator[Needed]:
    wanted = _one_of(model, written, above)
    for name in written_fields(model):
        field, path = model.model_fields[name], (*above, key_of(model, name))
        if not (field.is_required() or name == wanted):
            continue
        shape = shape_of(field)
        if shape.model is None:
            yield Needed(path, shape, label_of(model, name))
        elif shape.many:
            for number in range(1, ENTRIES.get(shape.model, 1) + 1):
                yield from _values(shape.model, written, (*path, str(number)))
        else:
            yield from _values(shape.model, written, path)


def _one_of(model: type[SubRecord], written: Written, above: tuple[str, ...]) -> str:
    names = ONE_OF.get(model, ())
    return "" if not names or any(written((*above, name)) for name in names) else names[0]
