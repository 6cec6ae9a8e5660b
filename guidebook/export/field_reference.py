"""The reference of all fields that editors can write, as Markdown, from the labels and forms that the model has.

Korean only: it is a document for editors of Korean files (`docs/ko/fields.md`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guidebook.export.field_forms import Shape, default_of, form_of, plain, shape_of
from guidebook.export.field_prose import INTRODUCTION, SHARED, WITHOUT_MODEL
from guidebook.model.kinds import KINDS, MARKDOWN, Kind, Kinds
from guidebook.model.label import label_of, models_of
from guidebook.model.print_format import PrintFormat
from guidebook.model.record import Record, Searchable, SubRecord, key_of
from guidebook.model.records.sourced import FieldSource, Sourced
from guidebook.model.settings.merging import MergingTable
from guidebook.model.site import Site
from guidebook.model.source import Source

HEAD = ("항목", "이름", "필수", "형식", "예시", "설명", "표시 위치")
OUTSIDE = frozenset({"id"})
"""Fields of records that stand in no file: the name of the file says them."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that editors write, and the model of what is in it."""

    name: str
    title: str
    about: str
    model: type[SubRecord]


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


def files_of(kinds: Kinds = KINDS) -> tuple[File, ...]:
    """The files that have models, in the order of the reference."""
    records = (
        File(f"content/{kind.folder}/<아이디>{kind.suffix}", str(kind.label), _about(kind), kind.model)
        for kind in kinds
    )
    return (
        File("content/site.yml", "누리집", "시, 발행처, 홈 화면의 문구, 색, 인쇄를 적습니다.", Site),
        *records,
        File(
            "content/map/merge.yml",
            "경계 합치기",
            "`import boundaries`가 법정동의 경계를 읍면동으로 합칠 때 읽습니다.",
            MergingTable,
        ),
        File(
            "templates/print/formats/<판>.toml",
            "인쇄 판",
            '책의 판마다 파일 하나입니다. TOML로 `body = 9.5`, `ink = "grey"`처럼 적습니다.',
            PrintFormat,
        ),
    )


def _about(kind: Kind) -> str:
    said = [f"{kind.label} 하나에 파일 하나입니다. 파일의 이름이 아이디입니다."]
    if kind.suffix == MARKDOWN:
        said.append("머리글에 아래 항목을 적고, 그 아래에 본문을 마크다운으로 적습니다([본문 쓰기](markdown.md)).")
    if kind.private:
        said.append("공개되지 않습니다.")
    return " ".join(said)


def field_reference(kinds: Kinds = KINDS) -> str:
    """The whole document."""
    files = files_of(kinds)
    shared = {model: _shared_place(model, files) for model in _shared(files)}
    sections = (_section(file, shared, kinds) for file in files)
    common = (f"### {place.heading}\n\n{_table(model, shared, kinds)}" for model, place in shared.items())
    others = (f"## {title}\n\n{about}\n\n{_rows(rows)}" for title, about, rows in WITHOUT_MODEL)
    return "\n".join((INTRODUCTION, *sections, *others, SHARED, *common))


def example_of(model: type[SubRecord], name: str) -> str:
    """A value as it can stand in the file; for parts, what they need at least."""
    shape, label = shape_of(model.model_fields[name]), label_of(model, name)
    if label.example or shape.model is None:
        return label.example
    parts = ((key_of(shape.model, field), example_of(shape.model, field)) for field in _needed(shape.model))
    inner = ", ".join(f"{key}: {_in_line(example)}" for key, example in parts)
    return f"[{{{inner}}}]" if shape.many else f"{{{inner}}}"


def written_fields(model: type[SubRecord]) -> tuple[str, ...]:
    """The fields that stand in the file: a kind's own before those that several kinds have."""
    skip = OUTSIDE if issubclass(model, Record | PrintFormat) else frozenset()
    common = [name for base in (Searchable, Sourced) if issubclass(model, base) for name in base.model_fields]
    names = [name for name in model.model_fields if name not in skip]
    return tuple(sorted(names, key=lambda name: name in common))


def _needed(model: type[SubRecord]) -> Sequence[str]:
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    return required or list(model.model_fields)[:2]


def _in_line(example: str) -> str:
    """A value between braces, where commas and brackets would end it."""
    if example[:1] in "[{\"'" or not any(sign in example for sign in ("[", "]", "{", "}", ",", ": ", "#")):
        return example
    return json.dumps(example, ensure_ascii=False)


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
