"""What is wrong in fetched data, as diagnostics: the editor of a portal cannot mend it, and says so to the city."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guidebook.load.characters import Fault, first_fault
from guidebook.load.portal.json_places import line_of
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.portal.published import JsonFault
from guidebook.model.text import Text, printable, text

Path = tuple[str | int, ...]
"""Keys and indexes down to a value."""
SHOWN = 20
"""How many faults of one file are told."""
UPDATE = text("도시의 누리집을 같은 판의 소프트웨어로 다시 만든 뒤 자료를 다시 내려받거나, 이 도시를 목록에서 빼세요.")
_AGAIN = text("도시의 누리집에서 파일을 다시 내려받으세요. 그래도 같으면 도시에 알리세요.")
_KINDS: Mapping[str, Text] = {
    "missing": text("값이 없습니다"),
    "string_type": text("글이 아닙니다"),
    "string_too_short": text("비어 있습니다"),
    "string_too_long": text("너무 깁니다"),
    "string_pattern_mismatch": text("형식에 맞지 않습니다"),
    "int_type": text("정수가 아닙니다"),
    "int_from_float": text("정수가 아닙니다"),
    "bool_type": text("true나 false가 아닙니다"),
    "tuple_type": text("목록이 아닙니다"),
    "too_long": text("너무 많습니다"),
    "greater_than_equal": text("수가 너무 작습니다"),
    "less_than_equal": text("수가 너무 큽니다"),
    "no_such_day": text("달력에 없는 날짜입니다"),
    "model_type": text("하위 항목이 아닙니다"),
}
_WHOLE = text("파일 전체")
_OTHER = text("쓸 수 없는 값입니다")


def at_line(file: str, written: str, path: Path) -> Span:
    """The place of a value."""
    return Span(file, line_of(written, path))


def told(fault: JsonFault, written: str, file: str) -> Diagnostic:
    """A fault of a JSON file with its place."""
    if fault.kind == "json_invalid":
        return Diagnostic(
            Span(file, max(fault.line, 1)), "json-syntax", text("JSON 파일이 아니거나 깨졌습니다."), _AGAIN
        )
    path = fault.path[:-1] if fault.kind == "missing" else fault.path
    message = text("‘{name}’: {why}.", name=_named(fault.path) or _WHOLE, why=_KINDS.get(fault.kind, _OTHER))
    return Diagnostic(at_line(file, written, path), "bad-data", message, _AGAIN)


def unseen(value: Any, written: str, file: str) -> Iterator[Diagnostic]:
    """Values with characters that nobody sees, or that no font has: the first few."""
    for count, (path, (code, message, _)) in enumerate(_suspects(value, ())):
        if count == SHOWN:
            return
        yield Diagnostic(at_line(file, written, path), code, message, _AGAIN)


def _suspects(value: Any, path: Path) -> Iterator[tuple[Path, Fault]]:
    if isinstance(value, str):
        fault = first_fault(value)
        if fault is not None:
            yield path, fault
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _suspects(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _suspects(inner, (*path, number))


def _named(path: tuple[str | int, ...]) -> str:
    """`programs[3].facts.what`, which a search in the file finds."""
    named = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
    return printable(named)[:80]
