"""Which files editors write, each with the model of what is in it, its fields in order, and examples of their values.

The reference, the templates of new files and the schemas all go by these.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from guidebook.forms.shapes import shape_of
from guidebook.model.kinds import KINDS, MARKDOWN, Kind, Kinds
from guidebook.model.label import label_of
from guidebook.model.portal.settings import Portal
from guidebook.model.print_format import PrintFormat
from guidebook.model.record import Record, Searchable, SubRecord, key_of
from guidebook.model.records.sourced import Sourced
from guidebook.model.settings.merging import MergingTable
from guidebook.model.site import Site

OUTSIDE = frozenset({"id"})
"""Fields of records that stand in no file: the name of the file says them."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that editors write, and the model of what is in it."""

    name: str
    title: str
    about: str
    model: type[SubRecord]


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
        File(
            "cities.yml",
            "여러 도시의 사례 모음",
            "`portal`이 읽습니다. 도시의 자료를 내려받은 폴더들 옆에 둡니다([여러 도시의 사례 모음](portal.md)).",
            Portal,
        ),
    )


def _about(kind: Kind) -> str:
    said = [f"{kind.label} 하나에 파일 하나입니다. 파일의 이름이 아이디입니다."]
    if kind.suffix == MARKDOWN:
        said.append("머리글에 아래 항목을 적고, 그 아래에 본문을 마크다운으로 적습니다([본문 쓰기](markdown.md)).")
    if kind.private:
        said.append("공개되지 않습니다.")
    return " ".join(said)


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
