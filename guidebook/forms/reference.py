"""The reference of all fields that editors can write, as Markdown, from the labels and forms that the model has.

Korean only: it is a document for editors of Korean files (`docs/ko/fields.md`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guidebook.forms.files import File, example_of, files_of, written_fields
from guidebook.forms.reference_prose import INTRODUCTION, SHARED, WITHOUT_MODEL
from guidebook.forms.shapes import Shape, default_of, form_of, plain, shape_of
from guidebook.model.kinds import KINDS, Kinds
from guidebook.model.label import label_of, models_of
from guidebook.model.record import Record, SubRecord, key_of
from guidebook.model.records.sourced import FieldSource
from guidebook.model.source import Source

HEAD = ("항목", "이름", "필수", "형식", "예시", "설명", "표시 위치")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a part of a file is described."""

    title: str
    keys: str
    """From the top of the file: `coaches.boarding`."""
    file: str = ""
    """What the file is called; empty for parts that stand in several."""

    @property
    def heading(self) -> str:
        return f"{self.file}: {self.title}(`{self.keys}`)" if self.file else f"{self.title}(`{self.keys}`)"

    @property
    def anchor(self) -> str:
        """As forges make it from the heading."""
        return "".join(sign for sign in self.heading.lower() if sign.isalnum() or sign in " -_").replace(" ", "-")


Places = Mapping[type[SubRecord], _Place]
Row = tuple[str, ...]
TITLES: Mapping[type[SubRecord], str] = {Source: "출처", FieldSource: "항목마다 적는 출처"}
"""Of parts that are called otherwise in the field that holds them first."""


def field_reference(kinds: Kinds = KINDS) -> str:
    """The whole document."""
    files = files_of(kinds)
    shared = {model: _shared_place(model, files) for model in _shared(files)}
    sections = (_section(file, shared, kinds) for file in files)
    common = (f"### {place.heading}\n\n{_table(model, shared, kinds)}" for model, place in shared.items())
    others = (f"## {title}\n\n{about}\n\n{_rows(rows)}" for title, about, rows in WITHOUT_MODEL)
    return "\n".join((INTRODUCTION, *sections, *others, SHARED, *common))


def _shared(files: Sequence[File]) -> tuple[type[SubRecord], ...]:
    """The parts that stand in more than one file."""
    parts = [part for file in files for part in models_of(file.model)[1:] if issubclass(part, SubRecord)]
    return tuple(dict.fromkeys(part for part in parts if parts.count(part) > 1))


def _shared_place(model: type[SubRecord], files: Sequence[File]) -> _Place:
    """What a shared part is called, and under which key it stands: as in the field that holds it first."""
    if model in TITLES:
        return _Place(TITLES[model], "sources")
    holders = (holder for file in files for holder in models_of(file.model) if issubclass(holder, SubRecord))
    fields = ((holder, name) for holder in holders for name in holder.model_fields)
    holder, name = next((holder, name) for holder, name in fields if _part(holder, name) is model)
    return _Place(str(label_of(holder, name).title), name)


def _part(model: type[SubRecord], name: str) -> type[SubRecord] | None:
    return shape_of(model.model_fields[name]).model


def _section(file: File, shared: Places, kinds: Kinds) -> str:
    own: dict[type[SubRecord], _Place] = {}
    for model, place in _inner(file.model, file.title, shared):
        own.setdefault(model, place)
    places = {**shared, **own}
    pieces = [f"## {file.title}: `{file.name}`\n\n{file.about}\n\n{_table(file.model, places, kinds)}"]
    pieces += [f"### {place.heading}\n\n{_table(model, places, kinds)}" for model, place in own.items()]
    return "\n".join(pieces)


def _inner(
    model: type[SubRecord], file: str, shared: Places, above: str = ""
) -> Iterator[tuple[type[SubRecord], _Place]]:
    """The parts that stand in this file alone."""
    for name in model.model_fields:
        part = _part(model, name)
        if part is not None and part not in shared:
            keys = f"{above}.{name}" if above else name
            yield part, _Place(str(label_of(model, name).title), keys, file)
            yield from _inner(part, file, shared, keys)


def _table(model: type[SubRecord], places: Places, kinds: Kinds) -> str:
    return _rows(_row(model, name, places, kinds) for name in written_fields(model))


def _rows(rows: Iterable[Row]) -> str:
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (HEAD, ("---",) * len(HEAD), *rows))


def _row(model: type[SubRecord], name: str, places: Places, kinds: Kinds) -> tuple[str, ...]:
    field, label = model.model_fields[name], label_of(model, name)
    shape = shape_of(field)
    body = name == "body" and issubclass(model, Record)
    form = "마크다운" if body else form_of(shape, name, label, kinds, _link(shape, places))
    example = "" if body else f"`{plain(example_of(model, name))}`"
    needed = "예" if field.is_required() else default_of(field)
    key = "본문" if body else f"`{key_of(model, name)}`"
    return key, str(label.title), needed, form, example, plain(label.help), plain(label.shown)


def _link(shape: Shape, places: Places) -> str:
    place = places.get(shape.model) if shape.model else None
    return f"[{place.title}](#{place.anchor})" if place else ""
