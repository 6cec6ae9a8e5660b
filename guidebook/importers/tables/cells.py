"""A cell of a table → the value as a file of content writes it, where that loses and invents nothing.

`2026. 10. 1.` becomes `2026-10-01` and `박물관` becomes `museum`. What could be read in two ways stays as it is, and
the model says what is wrong with it. A zero that Excel took from a telephone number is never put back: it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from guidebook.forms.fields_at import value_of
from guidebook.forms.shapes import bound_of, choices_of
from guidebook.importers.reading.values import day, landline
from guidebook.importers.records.entry import Value
from guidebook.importers.records.fields import Field
from guidebook.model.clock import CLOCK
from guidebook.model.kinds import Kinds
from guidebook.model.record import DATE, PHONE
from guidebook.model.records.visit import DAY
from guidebook.model.text import Text, text

Names = Mapping[str, Mapping[str, str]]
"""Key of the kind → what people call each of its records → its id; empty where two are called so."""
Fault = tuple[Text, Text]
"""What is wrong, and what to do."""

YES = frozenset(["예", "네", "o", "○", "◯", "y", "yes", "true", "1", "유", "있음", "가능"])
NO = frozenset(["아니요", "아니오", "x", "×", "n", "no", "false", "0", "무", "없음", "불가", "불가능"])
NUMBER = r"[\d\s().-]+"
"""Of a telephone, alone in its cell."""


def as_written(field: Field, cell: str, names: Names, kinds: Kinds) -> tuple[Value, Fault | None]:
    """The value, and what is wrong with the cell where that can be said better than the model does."""
    if field.shape.many:
        items = value_of(field.shape, cell)
        return [_id(field, item, names, kinds) for item in items], None
    choices = choices_of(field.shape) or tuple(field.label.choices)
    if choices:
        return _choice(field, cell, choices)
    if field.shape.type is bool:
        word = cell.lower()
        return ("true" if word in YES else "false" if word in NO else cell), None
    if field.shape.type in (int, float):
        return _number(field, cell), None
    pattern = str(bound_of(field.shape, "pattern"))
    if pattern == PHONE:
        return _phone(cell)
    if pattern in (DATE, DAY):
        return (cell, _counted_day(cell)) if re.fullmatch(r"\d{5}", cell) else (day(cell) or cell, None)
    if pattern == CLOCK:
        return _clock(cell), None
    return _id(field, cell, names, kinds), None


def _choice(field: Field, cell: str, choices: tuple[str, ...]) -> tuple[str, Fault | None]:
    """By the value itself, by what people call it, or by one of the words that it is called: `박물관·전시관`."""
    titles = {choice: str(field.label.choices.get(choice, choice)) for choice in choices}
    if cell.lower() in titles:
        return cell.lower(), None
    meant = [choice for choice, title in titles.items() if _bare(title) == _bare(cell)]
    meant = meant or [choice for choice, title in titles.items() if _bare(cell) in map(_bare, title.split("·"))]
    if len(meant) == 1:
        return meant[0], None
    allowed = ", ".join(dict.fromkeys(titles.values()))
    return cell, (
        text("쓸 수 없는 값입니다: {value}", value=cell[:40]),
        text("다음 가운데 하나를 적으세요: {allowed}", allowed=allowed),
    )


def _number(field: Field, cell: str) -> str:
    """Without its unit, if it is the one of the field, and without commas between thousands."""
    bare = cell.removesuffix(field.label.unit).strip() if field.label.unit else cell
    return bare.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+", bare) else bare


def _phone(cell: str) -> tuple[str, Fault | None]:
    if re.fullmatch(PHONE, cell) or not re.fullmatch(NUMBER, cell):
        return cell, None
    digits = re.sub(r"\D", "", cell)
    if digits.startswith("0") or re.fullmatch(r"1[5-9]\d{6}", digits):
        return landline(cell) or cell, None
    return cell, (
        text("앞의 0이 빠진 전화번호로 보입니다: {value}", value=cell[:40]),
        text("엑셀에서 그 열의 셀 서식을 ‘텍스트’로 바꾸고 지역번호부터 다시 적으세요. 0을 짐작해 넣지 않습니다."),
    )


def _counted_day(cell: str) -> Fault:
    """A number that Excel shows of a day where the form of its cell is lost."""
    return (
        text("엑셀의 날짜 번호로 보입니다: {value}", value=cell),
        text("엑셀에서 그 열의 셀 서식을 ‘날짜’로 바꿔 저장한 뒤 다시 실행하세요. 날짜를 짐작해 넣지 않습니다."),
    )


def _clock(cell: str) -> str:
    """`9:00` and Excel's `09:00:00` as `09:00`."""
    parts = re.fullmatch(r"(\d{1,2}):(\d\d)(?::00)?", cell)
    return f"{parts[1]:0>2}:{parts[2]}" if parts else cell


def _id(field: Field, cell: str, names: Names, kinds: Kinds) -> str:
    """The id of the record that is called so, where the field names records of one kind."""
    kind = kinds.named_by(field.name.rpartition(".")[2])
    return (names.get(kind.key, {}).get(cell) or cell) if kind else cell


def _bare(words: str) -> str:
    return re.sub(r"\s", "", words)
