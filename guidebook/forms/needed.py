"""What a new file needs at least, as lines of YAML: the one walk over required fields, for templates and snippets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guidebook.forms.files import written_fields
from guidebook.forms.shapes import Shape, choices_of, shape_of
from guidebook.model.label import Label, label_of
from guidebook.model.record import SubRecord, key_of

STEP = "  "


@dataclass(frozen=True, slots=True)
class Needed:
    """A value that has to be written."""

    path: tuple[str, ...]
    """The keys that lead to it; of a list, its first entry is meant."""
    shape: Shape
    label: Label

    @property
    def choices(self) -> tuple[str, ...]:
        """The values that are allowed, where only some are."""
        return choices_of(self.shape) or tuple(self.label.choices)


def needed_lines(model: type[SubRecord], write: Callable[[Needed], str]) -> Iterator[str]:
    """Lines with all required values, parts as blocks, lists with one entry; `write` gives what follows a key."""
    yield from _lines(model, write, (), "")


def needed_values(model: type[SubRecord]) -> tuple[Needed, ...]:
    """The required values in the order in which they stand in the file."""
    found: list[Needed] = []

    def keep(needed: Needed) -> str:
        found.append(needed)
        return ""

    for _ in needed_lines(model, keep):
        pass
    return tuple(found)


def _lines(
    model: type[SubRecord], write: Callable[[Needed], str], above: tuple[str, ...], indent: str
) -> Iterator[str]:
    for name in written_fields(model):
        field = model.model_fields[name]
        if not field.is_required():
            continue
        key, shape = key_of(model, name), shape_of(field)
        path = (*above, key)
        if shape.model is None:
            yield f"{indent}{key}: {write(Needed(path, shape, label_of(model, name)))}".rstrip()
            continue
        yield f"{indent}{key}:"
        inner = list(_lines(shape.model, write, path, indent + STEP * (2 if shape.many else 1)))
        yield from _as_entry(inner, indent + STEP) if shape.many else inner


def _as_entry(lines: list[str], indent: str) -> Iterator[str]:
    """The lines as the first entry of a list: a dash in the place of the last two spaces before the first one."""
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]
