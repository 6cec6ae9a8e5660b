"""The form of a field in plain Korean: what kind of value it takes, read from its type and its bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Protocol, Union, get_args, get_origin

from guidebook.model.clock import CLOCK
from guidebook.model.kinds import Kinds
from guidebook.model.label import Label
from guidebook.model.record import DATE, PHONE, SLUG, SubRecord
from guidebook.model.records.visit import DAY, MOMENT
from guidebook.model.settings.cms import HOST, REPOSITORY
from guidebook.model.settings.printing import REGISTRATION
from guidebook.model.settings.showing import COLOUR
from guidebook.model.settings.web_addresses import BASE_URL, REPORT
from guidebook.model.source import ADDRESS
from guidebook.model.wording.ranges import between

PATTERNS: Mapping[str, str] = {
    CLOCK: "시각",
    DATE: "날짜(확인된 데까지: 연, 연-월, 연-월-일)",
    DAY: "날짜",
    MOMENT: "날짜와 시각",
    PHONE: "전화번호",
    SLUG: "아이디",
    COLOUR: "색(`#` 뒤에 소문자 여섯 자리)",
    BASE_URL: "누리집 주소",
    REPORT: "주소",
    REGISTRATION: "발간등록번호",
    ADDRESS: "웹 주소",
    HOST: "서버 주소",
    REPOSITORY: "소유자와 이름",
}


class Field(Protocol):
    """What is read of a field of a model."""

    annotation: Any
    metadata: list[Any]
    default: Any


@dataclass(frozen=True, slots=True)
class Shape:
    """The type of a field without what may be left out."""

    type: Any
    bounds: tuple[Any, ...] = ()
    many: bool = False
    """Whether it is a list of them."""
    keyed: bool = False
    """Whether each has a name of its own before it."""
    names: tuple[str, ...] = ()
    """Those names, where only some are allowed."""

    @property
    def model(self) -> type[SubRecord] | None:
        """The model of the part or parts that stand there."""
        return self.type if isinstance(self.type, type) and issubclass(self.type, SubRecord) else None


NUMBERS = (int, float, Decimal)


def shape_of(field: Field) -> Shape:
    """The shape of a field."""
    return _shape(field.annotation, tuple(field.metadata))


def _shape(annotation: Any, bounds: tuple[Any, ...] = ()) -> Shape:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(inner[0], (*bounds, *inner[1:]))
    if origin in (Union, UnionType):
        return _shape(next(part for part in inner if part is not NoneType), bounds)
    if origin is tuple:
        one = _shape(inner[0])
        return Shape(one.type, one.bounds, many=True)
    if origin is dict:
        one = _shape(inner[1])
        names = choices_of(_shape(inner[0]))
        return Shape(one.type, one.bounds, one.many, keyed=True, names=names)
    return Shape(annotation, bounds)


def form_of(shape: Shape, name: str, label: Label, kinds: Kinds, link: str = "") -> str:
    """The form in words; `link` leads to where a part is described."""
    one = f"{link} 항목" if shape.model else _one(shape, name, label, kinds)
    unit = f", {label.unit}" if label.unit else ""
    many = f"{one} 목록" if shape.many else one
    return f"이름마다 {many}{unit}" if shape.keyed else f"{many}{unit}"


def _one(shape: Shape, name: str, label: Label, kinds: Kinds) -> str:
    if shape.type is bool:
        return "`true`, `false`"
    if label.choices:
        known = ", ".join(f"`{value}` {meaning}" for value, meaning in label.choices.items())
        return f"{known}, 그 밖에 site.yml에 적은 것" if label.open else known
    if shape.type is int:
        return _ranged("정수", shape)
    if shape.type in (float, Decimal):
        return _ranged("수", shape)
    pattern = str(bound_of(shape, "pattern"))
    kind = kinds.named_by(name) if pattern == SLUG else None
    if kind is not None:
        return f"{kind.label} 아이디"
    longest = bound_of(shape, "max_length")
    if longest == 1:
        return "글자 하나"
    return PATTERNS.get(pattern) or (f"글({longest}자까지)" if longest else "글")


def _ranged(what: str, shape: Shape) -> str:
    least, most = bound_of(shape, "ge"), bound_of(shape, "le")
    if least is None and most is None:
        return what
    return f"{what}({between('' if least is None else least, '' if most is None else most)})"


def bound_of(shape: Shape, name: str) -> Any:
    """A bound of its values by the name that pydantic gives it: `max_length`, `pattern`, `ge`; None without one."""
    bounds = (one for bound in shape.bounds for one in (bound, *getattr(bound, "metadata", ())))
    return next((value for bound in bounds if (value := getattr(bound, name, None)) is not None), None)


def choices_of(shape: Shape) -> tuple[str, ...]:
    """The values that are allowed, where only some are."""
    if isinstance(shape.type, type) and issubclass(shape.type, Enum):
        return tuple(str(choice.value) for choice in shape.type)
    return tuple(map(str, get_args(shape.type))) if get_origin(shape.type) is Literal else ()


def default_of(field: Field) -> str:
    """What holds where the field is left out, if that is a value: `기본 5`."""
    default = field.default.value if isinstance(field.default, Enum) else field.default
    if isinstance(default, bool):
        return f"기본 `{str(default).lower()}`"
    return f"기본 `{default}`" if isinstance(default, str | int | float) and default != "" else ""


def plain(words: str) -> str:
    """Words in a cell of a Markdown table: nothing ends the cell, nothing is read as a tag."""
    return words.replace("|", "\\|").replace("<", "&lt;")
