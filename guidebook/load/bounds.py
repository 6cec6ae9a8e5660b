"""Limits on the size of texts: length of lines, paragraphs and bodies, depth of lists, number of unclosed marks.

Readers of Markdown, of patterns and of Unicode's accents look again and again over what they have not understood yet,
so that a paste of a few hundred kilobytes could keep them busy for hours. No text that people read comes near these
bounds; what does is told at its line, before anybody else reads it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from guidebook.load.characters import unsuspicious
from guidebook.model.catalogue import SourceMap
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text

MAX_LINE = 5_000
"""Letters of one line: three pages of a book."""
MAX_ACCENTS = 30
"""Marks over one letter, as Unicode's own stream-safe format has it."""
MAX_BODY = 100_000
"""Letters of a body: a book of its own."""
MAX_BLOCK = 20_000
"""Letters between two empty lines; a table of 300 rows has as many."""
MAX_DEPTH = 8
"""Lists and quotes within one another, as their marks at the start of a line tell."""
MAX_INDENT = 40
"""Blanks at the start of a line: twenty levels of a list, ten of code."""
MAX_OPEN = 20
"""Brackets of one kind that are open at a time."""
MAX_BACKTICKS = 400
"""Runs of backticks between two empty lines."""

_PREFIX = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*")
_PREFIX_MARK = re.compile(r">|[-*+]|\d+[.)]")
_BRACKET = re.compile(r"\\.|[\[\]()]|<(?=[A-Za-z/!?])|>")
_PAIRS = {"]": "[", ")": "(", ">": "<"}
_BACKTICKS = re.compile("`+")


def line_fault(content: str, file: str, bounded: bool = True) -> Diagnostic | None:
    """The first line that is too long, if lines are `bounded`, or has a letter under a heap of accents."""
    plain = unsuspicious(content)  # then no letter has accents of its own, and none need be looked at
    for number, line in enumerate(content.split("\n"), start=1):
        if bounded and len(line) > MAX_LINE:
            return Diagnostic(
                Span(file, number, MAX_LINE + 1),
                "long-line",
                text("한 줄이 너무 깁니다({count}자).", count=len(line)),
                text("{most}자 아래로 줄이거나 여러 줄로 나누세요. 다른 자료가 섞여 들어갔는지 보세요.", most=MAX_LINE),
            )
        at = None if plain else _accents(line)
        if at is not None:
            return Diagnostic(
                Span(file, number, at + 1),
                "stacked-accents",
                text("한 글자 위에 부호가 너무 많이 겹쳐 있습니다."),
                text("이 자리의 글자를 지우고 다시 입력하세요."),
            )
    return None


def body_faults(body: str, places: SourceMap) -> Iterator[Diagnostic]:
    """What of a Markdown body is too long or too deep, each block at its first line of the kind."""
    if len(body) > MAX_BODY:
        yield Diagnostic(
            places.body(1),
            "long-body",
            text("본문이 너무 깁니다({count}자).", count=len(body)),
            text("{most}자 아래로 줄이거나 여러 파일로 나누세요.", most=MAX_BODY),
        )
        return
    block: list[str] = []
    for number, line in enumerate([*body.split("\n"), ""], start=1):
        if line.strip(" \t"):
            block.append(line)
            continue
        if block:
            yield from _block_faults(block, number - len(block), places)
        block = []


def _block_faults(block: list[str], first: int, places: SourceMap) -> Iterator[Diagnostic]:
    for number, line in enumerate(block, start=first):
        prefix = _PREFIX.match(line)
        marks = prefix[0] if prefix else ""
        deep = len(_PREFIX_MARK.findall(marks)) > MAX_DEPTH
        if deep or len(marks.expandtabs(4)) - len(marks.expandtabs(4).lstrip(" ")) > MAX_INDENT:
            yield Diagnostic(
                places.body(number),
                "deep-nesting",
                text("목록이나 인용이 너무 깊게 들어가 있습니다."),
                text("줄 앞의 기호와 빈칸을 줄여 {most}단계 안으로 적으세요.", most=MAX_DEPTH),
            )
            break
    if sum(map(len, block)) > MAX_BLOCK:
        yield Diagnostic(
            places.body(first),
            "long-block",
            text("빈 줄 없이 이어진 글이 너무 깁니다({count}자).", count=sum(map(len, block))),
            text("문단이나 표를 빈 줄로 나누어 {most}자 아래로 적으세요.", most=MAX_BLOCK),
        )
    tangled = _tangle(block)
    if tangled is not None:
        yield Diagnostic(
            places.body(first + tangled),
            "tangled-marks",
            text("닫히지 않은 괄호나 ` 기호가 너무 많습니다."),
            text("괄호의 짝을 맞추세요. 글자 그대로 보이려면 앞에 \\를 적으세요."),
        )


def _tangle(block: list[str]) -> int | None:
    """In which line of a block more brackets are open than anyone closes, or backticks are more than code has."""
    open_marks, backticks = dict.fromkeys(_PAIRS.values(), 0), 0
    for number, line in enumerate(block):
        for match in _BRACKET.finditer(line):
            mark = match[0]
            if mark in open_marks:
                open_marks[mark] += 1
            elif mark in _PAIRS:  # and not a letter after a backslash
                open_marks[_PAIRS[mark]] = max(0, open_marks[_PAIRS[mark]] - 1)
            if open_marks.get(mark, 0) > MAX_OPEN:
                return number
        backticks += len(_BACKTICKS.findall(line))
        if backticks > MAX_BACKTICKS:
            return number
    return None


def _accents(line: str) -> int | None:
    """Where a run of more than `MAX_ACCENTS` combining marks begins."""
    if line.isascii():
        return None
    run = 0
    for at, letter in enumerate(line):
        run = run + 1 if unicodedata.combining(letter) else 0
        if run > MAX_ACCENTS:
            return at - MAX_ACCENTS
    return None
