"""Remedies for missing keys, and for names that stand where an id is asked for, by what the fields of a model take.

Separate from `validate`, which tells what is wrong: the remedy depends on the record and on what else there is. Beside
it stands what reads the types of fields, and finds numbers that only Python reads as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, get_args, get_origin

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from guidebook.model.catalogue import Path
from guidebook.model.clock import CLOCK
from guidebook.model.kinds import Kinds
from guidebook.model.label import label_of
from guidebook.model.picture import Picture
from guidebook.model.record import DATE, PHONE, fields_by_key
from guidebook.model.records.visit import DAY, MOMENT, Visit
from guidebook.model.text import Text, text
from guidebook.model.wording.suggestion import closest

Names = Mapping[str, Mapping[str, str]]
"""Key of the kind → what people call each of its records → its id."""

_SPECIAL: Mapping[tuple[type[BaseModel], str], Text] = {
    (Picture, "rights"): text(
        "누구의 사진이고 어떤 조건으로 쓰는지 rights 아래에 holder와 licence를 적으세요. 모르면 사진을 쓰지 마세요."
    ),
    (Picture, "alt"): text("보지 못하는 사람을 위해 무엇이 보이는지 ‘alt: 한 문장’으로 적으세요."),
    (Picture, "people"): text(
        "알아볼 수 있는 사람이 있는지 ‘people: none’(없음), crowd(군중), consented(동의함)로 적으세요."
    ),
    (Visit, "people"): text("몇 사람이 오는지 ‘people: 40’처럼 숫자로 적으세요."),
    (Visit, "copies"): text("책자를 몇 부 인쇄할지 ‘copies: 40’처럼 숫자로 적으세요."),
    (Visit, "delegation"): text("어느 방문단인지 ‘delegation: 한솔시 주민자치회’처럼 적으세요."),
    (Visit, "edition_at"): text("책자를 만든 날짜와 시각을 ‘edition_at: 2026-12-01 16:30’처럼 적으세요."),
}
"""What needs more words than its form."""

_EXAMPLES: Mapping[str, str] = {
    CLOCK: '"10:00"',
    DAY: "2026-12-03",
    MOMENT: "2026-12-01 16:30",
    DATE: "2026-03",
    PHONE: "041-350-3114",
}
"""Pattern → a value that fits it."""
_NUMBER = re.compile(r"[\s\d_.+-]*\d[\s\d_.+-]*")


def wanted(model: type[BaseModel], path: Path) -> Text:
    """The remedy for a missing key: what it means, or the form of its value."""
    key, inside = str(path[-1]), model_at(model, path[:-1])
    if inside is None or key not in (fields := fields_by_key(inside)):
        return text("'{key}: 값' 줄을 더하세요.", key=key)
    return _SPECIAL.get((inside, key)) or _form(key, fields[key])


def _form(key: str, field: FieldInfo) -> Text:
    patterns = [part.pattern for part in field.metadata if isinstance(part, StringConstraints)]
    example = next((_EXAMPLES[str(pattern)] for pattern in patterns if pattern in _EXAMPLES), None)
    if field.annotation is int:
        example = "40"
    if example is not None:
        return text("‘{key}: {example}’처럼 적은 줄을 더하세요.", key=key, example=example)
    annotation = field.annotation
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        allowed = ", ".join(str(member.value) for member in annotation)
        return text("‘{key}:’ 뒤에 다음 가운데 하나를 적은 줄을 더하세요: {allowed}", key=key, allowed=allowed)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        needed = ", ".join(name for name, part in fields_by_key(annotation).items() if part.is_required())
        return text("‘{key}:’ 줄을 더하고, 그 아래에 들여 써서 다음을 적으세요: {needed}", key=key, needed=needed)
    if get_origin(annotation) is tuple:
        return text("‘{key}:’ 줄을 더하고, 그 아래에 한 줄에 하나씩 ‘- ’로 시작해 적으세요.", key=key)
    return text("'{key}: 값' 줄을 더하세요.", key=key)


def id_for(name: str, path: Path, names: Names, kinds: Kinds) -> Text | None:
    """The remedy where a name stands in the place of an id; None where no record is called like that.

    The field tells of which kind the record must be; where it tells nothing, the record may be of any.
    """
    fields = (part for part in reversed(path) if isinstance(part, str))
    kind = next((kind for field in fields if (kind := kinds.named_by(field))), None)
    ids_by_title = {
        title: id for key, ids in names.items() if kind is None or key == kind.key for title, id in ids.items()
    }
    part = next((title for title in ids_by_title if name and name in title), None)
    title = name if name in ids_by_title else part or closest(name, ids_by_title, 0.75)
    return text("'{id}' 아이디를 적으세요({title}).", id=ids_by_title[title], title=title) if title else None


def choice_for(name: str, model: type[BaseModel], path: Path) -> Text | None:
    """The remedy where what people call a choice stands in the place of its id; None where nothing is called so."""
    inside, field = model_at(model, path[:-1]), path[-1]
    if inside is None or field not in inside.model_fields:
        return None
    titles = {str(title): id for id, title in label_of(inside, str(field)).choices.items()}
    part = next((title for title in titles if name and name in title), None)
    title = name if name in titles else part or closest(name, titles, 0.75)
    return text("'{id}' 아이디를 적으세요({title}).", id=titles[title], title=title) if title else None


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model of the mapping at `path` of a record of `model`."""
    inside: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, str) and inside is not None and part in (fields := fields_by_key(inside)):
            inside = model_in(fields[part].annotation)
    return inside


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `Model`, `Model | None` or `tuple[Model, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := model_in(part))), None)


def is_text(model: type[BaseModel], path: Path) -> bool:
    """Whether the value at `path` of a record of `model` is text of any wording."""
    kinds = types_at(model, path)
    return str in kinds and bool not in kinds


def types_at(model: type[BaseModel], path: Path) -> frozenset[Any]:
    """All types that the value at `path` of a record of `model` may have; none where there is no such field."""
    inside: type[BaseModel] | None = model
    annotation: Any = None
    for part in path:
        if isinstance(part, str) and inside is not None:
            fields = fields_by_key(inside)
            if part not in fields:
                return frozenset()
            annotation = fields[part].annotation
            inside = model_in(annotation)
    return frozenset(_types_in(annotation))


def strange_numbers(model: type[BaseModel], data: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Values of numbers, with their places, that have an underscore in them or digits beyond ASCII."""
    for path, value in _values(data):
        if ("_" in value or not value.isascii()) and _NUMBER.fullmatch(value):
            types = types_at(model, path)
            if types & {int, float, Decimal} and str not in types:
                yield path, value


def _types_in(annotation: Any) -> Iterator[Any]:
    inner = get_args(annotation)
    if inner:
        for argument in inner:
            yield from _types_in(argument)
    else:
        yield annotation


def _values(data: object, above: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every value of a file, with its place."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _values(value, (*above, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _values(value, (*above, place))
    elif isinstance(data, str):
        yield above, data
