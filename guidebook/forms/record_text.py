"""The text of a new record: its values in the order of the model, what each is above it, and what else may be written.

Comments are Korean, as the labels that they come from: they stand in files that Korean editors keep.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guidebook.forms.files import example_of, written_fields
from guidebook.forms.shapes import NUMBERS, Shape, shape_of
from guidebook.forms.yaml_text import AMOUNT, Amount, Data, key_lines
from guidebook.model.kinds import MARKDOWN, Kind
from guidebook.model.label import label_of
from guidebook.model.record import SubRecord, key_of

Path = tuple[str, ...]
MORE = (
    "# 더 적을 수 있는 항목입니다. 줄 앞의 ‘# ’을 지우고 예시를 실제 값으로 바꾸세요.",
    "# 자세한 설명은 docs/ko/fields.md에 있습니다.",
)
BODY = "body"


def nested(values: Mapping[Path, Data]) -> dict[str, Any]:
    """Values by their paths as one value; numbers in paths are entries of lists, counted from 1."""
    top: dict[str, Any] = {}
    for path, value in values.items():
        at = top
        for key in path[:-1]:
            at = at.setdefault(key, {})
        at[path[-1]] = value
    return {key: _with_lists(value) for key, value in top.items()}


def _with_lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {key: _with_lists(one) for key, one in value.items()}
    if inner and all(key.isdigit() for key in inner):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner


def in_order(model: type[SubRecord], data: Mapping[str, Any]) -> dict[str, Any]:
    """The values in the order of the model; what it does not know stands behind them."""
    fields = {key_of(model, name): shape_of(model.model_fields[name]) for name in written_fields(model)}
    order = {key: number for number, key in enumerate(fields)}
    keys = sorted(data, key=lambda key: order.get(key, len(order)))
    return {key: _part_in_order(fields[key], data[key]) if key in fields else data[key] for key in keys}


def _part_in_order(shape: Shape, value: Any) -> Any:
    if isinstance(value, list):
        return [_part_in_order(shape, one) for one in value]
    if isinstance(value, Mapping):
        return in_order(shape.model, value) if shape.model and not shape.keyed else value
    return Amount(value) if shape.type in NUMBERS and AMOUNT.fullmatch(value) else value


def record_text(kind: Kind, data: Mapping[str, Any], body: str = "") -> str:
    """The whole file."""
    lines = list(_lines(kind.model, in_order(kind.model, data)))
    if kind.suffix != MARKDOWN:
        return "\n".join(lines) + "\n"
    return "\n".join(("---", *lines, "---", body)).rstrip("\n") + "\n"


def _lines(model: type[SubRecord], data: Mapping[str, Any]) -> Iterator[str]:
    names = {key_of(model, name): name for name in written_fields(model) if name != BODY}
    for key, value in data.items():
        if key in names:
            label = label_of(model, names[key])
            yield f"# {label.title}: {label.help}"
        yield from key_lines(key, value)
    left = {key: name for key, name in names.items() if key not in data}
    if left:
        yield from ("", *MORE)
    for key, name in left.items():
        yield from _offered(model, key, name)


def _offered(model: type[SubRecord], key: str, name: str) -> Sequence[str]:
    """A field that is left out: what it is, and an example that only has to be uncommented and changed."""
    label = label_of(model, name)
    return (f"#   {label.title}: {label.help}", f"# {key}: {example_of(model, name)}")
