"""Parses YAML into plain strings, lists and mappings, with the position (line and column) of every key and value.

Built on PyYAML's events and not on its constructors: all scalars stay text (YAML 1.1 would turn `10:00` into 600),
duplicate keys are seen, and anchors, aliases and bottomless nesting are refused before they can grow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from guidebook.load.characters import composed, first_fault
from guidebook.load.slips import (
    NO_COLON,
    UNCLOSED,
    UNREADABLE,
    cut_by_comment,
    hash_in_flow,
    syntax_fault,
    tagged,
    wide_colon,
)
from guidebook.model.catalogue import Path, SourceMap
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import Text, text

MAX_DEPTH = 20
MAX_VALUE = 20_000
"""Letters of one value: ten pages of a book."""
MAX_VALUES = 20_000
"""Values of one file; the longest that people keep has some hundreds."""
RESERVED = frozenset({"", "~", "null", "yes", "no", "on", "off", "true", "false"})
"""Values, in small letters, that YAML does not read as text unless they stand in quotes."""

Data = str | list["Data"] | dict[str, "Data"]


class _Position(Protocol):
    """A line and column in the YAML, counted from 0: PyYAML's two classes of marks share no type."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass
class _Reading:
    """The state of one parse."""

    file: str
    first_line: int
    lines: list[str]
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    reserved: dict[Path, str] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    count: int = 0
    """The number of values read so far."""

    def source_map(self) -> SourceMap:
        """The positions of all keys and values."""
        return SourceMap(self.file, self.keys, self.values, reserved=self.reserved)

    def rest_of_line(self, position: _Position | None) -> str:
        """The text from a position to the end of its line."""
        return self.lines[position.line][position.column :] if position and position.line < len(self.lines) else ""

    def in_file(self, position: _Position | None) -> tuple[int, int]:
        """Line and column in the file, counted from 1; the first line where the position is not known."""
        return (position.line + self.first_line, position.column + 1) if position else (self.first_line, 1)

    def fault(
        self, position: _Position | None, code: str, message: Text, hint: Text, severity: Severity = Severity.ERROR
    ) -> None:
        self.faults.append(Diagnostic(Span(self.file, *self.in_file(position)), code, message, hint, severity))


class _UnusableError(Exception):
    """The document cannot be read any further; its fault is already noted."""


def parse(
    source: str, file: str, first_line: int = 1
) -> tuple[dict[str, Data] | None, SourceMap, tuple[Diagnostic, ...]]:
    """The mapping that `source` holds, the positions in it, and its faults; None where it holds no mapping.

    `first_line` is the line of `file` on which `source` begins (front matter begins on line 2).
    """
    reading = _Reading(file, first_line, source.split("\n"))
    data: Data | None = None
    tabs = tuple(_tabs(source, file, first_line))
    if tabs:
        return None, SourceMap(file), tabs
    try:
        data = _document(reading, yaml.parse(source, Loader=yaml.CSafeLoader))
    except _UnusableError:
        pass
    except yaml.MarkedYAMLError as error:
        _not_yaml(reading, error)
    except yaml.reader.ReaderError:
        reading.faults.append(Diagnostic(Span(file, first_line), "yaml-syntax", *UNREADABLE))
    if isinstance(data, dict):
        return data, reading.source_map(), tuple(reading.faults)
    if not reading.faults and not _has_wide_colon(reading, 0):
        reading.faults.append(
            Diagnostic(
                Span(file, first_line),
                "no-mapping",
                text("‘이름: 값’ 형식의 줄이 없습니다."),
                text("각 줄을 ‘title: 제목’처럼 이름과 값으로 적으세요."),
            )
        )
    return None, reading.source_map(), tuple(reading.faults)


def _document(reading: _Reading, events: Iterator[yaml.Event]) -> Data | None:
    data: Data | None = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                reading.fault(
                    event.start_mark,
                    "yaml-documents",
                    text("한 파일에 YAML 문서가 둘 이상 있습니다."),
                    text("‘---’ 줄을 지우고 한 문서로 만드세요."),
                )
                raise _UnusableError
        elif isinstance(event, yaml.NodeEvent):
            data = _node(reading, events, event, ())
    return data


def _node(reading: _Reading, events: Iterator[yaml.Event], event: yaml.Event, path: Path) -> Data:
    reading.values[path] = reading.in_file(event.start_mark)
    reading.count += 1
    if reading.count > MAX_VALUES:
        reading.fault(
            event.start_mark,
            "many-values",
            text("한 파일에 값이 {most}개보다 많습니다.", most=MAX_VALUES),
            text("다른 자료가 섞여 들어갔는지 보고, 여러 파일로 나누세요."),
        )
        raise _UnusableError
    _refuse_signs(reading, event)
    if isinstance(event, yaml.ScalarEvent):
        value = _scalar(reading, event)
        if not event.style and value.lower() in RESERVED:
            reading.reserved[path] = value
        return value
    if len(path) >= MAX_DEPTH:
        reading.fault(
            event.start_mark,
            "yaml-depth",
            text("항목이 {depth}단계보다 깊게 들어가 있습니다.", depth=MAX_DEPTH),
            text("들여쓰기나 괄호가 잘못 늘어났는지 확인하세요."),
        )
        raise _UnusableError
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(reading, events, path)
    return _mapping(reading, events, path)


def _refuse_signs(reading: _Reading, event: yaml.Event) -> None:
    """Note what YAML takes for a sign of its own and not for a part of the value: `*alias`, `&anchor`, `!tag`."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        reading.fault(
            event.start_mark,
            "yaml-alias",
            text("YAML의 앵커(&)와 별칭(*)은 쓸 수 없습니다."),
            text("반복되는 값을 그대로 적으세요. 값이 &나 *로 시작하면 따옴표로 감싸세요."),
        )
        raise _UnusableError
    slip = tagged(getattr(event, "tag", None))
    if slip is not None:
        reading.fault(event.start_mark, *slip)


def _scalar(reading: _Reading, event: yaml.ScalarEvent) -> str:
    """The text of a key or value; escapes bring in characters that the bytes of the file do not show."""
    value = composed(str(event.value))
    if len(value) > MAX_VALUE:
        reading.fault(event.start_mark, "too-long", text("값이 너무 깁니다."), text("짧게 줄여 적으세요."))
        raise _UnusableError
    fault = first_fault(value)
    if fault is not None:
        code, message, _ = fault
        reading.fault(event.start_mark, code, message, text("따옴표 안의 \\x.., \\u.... 표시를 지우세요."))
    rest = "" if event.style else reading.rest_of_line(event.end_mark)
    slip = cut_by_comment(rest) if "#" in rest else None
    if slip is not None:
        reading.fault(event.start_mark, *slip, Severity.WARNING)
    return value


def _sequence(reading: _Reading, events: Iterator[yaml.Event], path: Path) -> list[Data]:
    items: list[Data] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        items.append(_node(reading, events, event, (*path, len(items))))
    return items


def _mapping(reading: _Reading, events: Iterator[yaml.Event], path: Path) -> dict[str, Data]:
    mapping: dict[str, Data] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        if not isinstance(event, yaml.ScalarEvent):
            reading.fault(
                event.start_mark,
                "yaml-key",
                text("항목의 이름 자리에 목록이나 하위 항목이 있습니다."),
                text("‘{{’나 ‘[’로 시작하는 값은 따옴표로 감싸세요."),
            )
            raise _UnusableError
        _refuse_signs(reading, event)
        key, position = _scalar(reading, event), reading.in_file(event.start_mark)
        if key in mapping:
            reading.fault(
                event.start_mark,
                "duplicate-key",
                text("'{key}' 항목이 두 번 적혀 있습니다(처음은 {line}행).", key=key, line=reading.keys[*path, key][0]),
                text("하나만 남기고 지우세요."),
            )
            _node(_Reading(reading.file, reading.first_line, reading.lines), events, next(events), (*path, key))
            continue
        reading.keys[*path, key] = position
        mapping[key] = _node(reading, events, next(events), (*path, key))
    return mapping


def _tabs(source: str, file: str, first_line: int) -> Iterator[Diagnostic]:
    for number, line in enumerate(source.split("\n")):
        tab = re.match(r" *\t", line)
        if tab:
            yield Diagnostic(
                Span(file, first_line + number, tab.end()),
                "tab",
                text("들여쓰기에 탭이 있습니다."),
                text("탭을 지우고 빈칸 두 개로 들여 쓰세요."),
            )


def _not_yaml(reading: _Reading, error: yaml.MarkedYAMLError) -> None:
    """Note where and why the YAML cannot be read."""
    problem, context = error.problem_mark, error.context_mark
    if any(position and _has_wide_colon(reading, position.line) for position in (context, problem)):
        return
    over_lines = context is not None and problem is not None and context.line < problem.line
    message, hint = syntax_fault(error.problem or "", error.context or "", over_lines)
    # PyYAML notices a missing quote or bracket at the end of the file and a missing ‘:’ on the next line, so the
    # diagnostic points to where the quote, bracket or line begins.
    position = context or problem if message in (UNCLOSED, NO_COLON) else problem
    if message is UNCLOSED and position and hash_in_flow("".join(reading.lines[position.line : position.line + 1])):
        hint = text("‘#’부터는 주석으로 보아 닫는 괄호를 읽지 못했습니다. ‘#’이 든 값을 따옴표로 감싸세요.")
    reading.fault(position or problem, "yaml-syntax", message, hint)


def _has_wide_colon(reading: _Reading, line: int) -> bool:
    """Whether a key at a line (from 0) or right above it ends with a full-width colon; a fault is noted if so."""
    wide = wide_colon(reading.lines, line)
    if wide is None:
        return False
    number, column, message, hint = wide
    place = Span(reading.file, number + reading.first_line, column + 1)
    reading.faults.append(Diagnostic(place, "wide-colon", message, hint))
    return True
