"""Rules over single line breaks, which join lines on the page although the writer may mean separate entries.

Only warnings, because text may also be wrapped by hand; lines are told that look like entries of a list or of a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from guidebook.check.markdown.bodies import Body, bodies, first_line
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.text import text

_LABELS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[가나다라마바사아자차카타파하][.)] ?(?=\S)",
        r"\((?:[가나다라마바사아자차카타파하]|\d{1,2})\)",
        r"[①-⑳㉠-㉻ⓐ-ⓩ]",
        r"[Ⅰ-Ⅻⅰ-ⅻ]|[IVX]{1,4}\. ",
        r"[A-Za-z][.)] ",
        r"[ㄱ-ㅎ][.)] ?",
        r"\d{1,2} ?[.)] ",
        r"[０-９]{1,2}[．.）)]",
        r"[◦◎·ㆍ・▪▫★☆✓✔→–—] ?(?=\S)|[ㅇㅁoO] (?=\S)",
        r"제\d{1,3}조",
        r"\d{4}\. ?\d{1,2}\.|\d{1,2}\. ?\d{1,2}\.",
        r"\d{1,2}:\d\d",
        r"[가-힣A-Za-z][가-힣A-Za-z· ]{0,14}[:：](?!//)",
    )
)
"""How entries begin, each in its own way: `가.`, `①`, `Ⅰ.`, `◦`, `2026. 3. 1.`, `10:00`, `장소:`."""

JOINS_ITEM = (
    "joins-item",
    text("이 줄은 바로 위 목록 항목의 글로 이어집니다."),
    text("다른 문단이면 이 줄 위를 한 줄 비우고, 항목의 글이면 앞에 빈칸 두 개를 넣으세요."),
)
JOINS_QUOTE = (
    "joins-quote",
    text("이 줄은 바로 위 인용의 글로 이어집니다."),
    text("다른 문단이면 이 줄 위를 한 줄 비우고, 인용이면 앞에 ‘> ’를 적으세요."),
)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    """Of the body, from 1."""
    text: str
    joined: bool
    """Whether it runs on from the line above."""


def lines_that_run_on_are_meant_to(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No two entries become one line, and no text behind a list becomes part of its last item."""
    for body in bodies(catalogue):
        items: list[int] = []
        quotes = 0
        for token in body.document.tokens:
            if token.type == "list_item_open":
                items.append(_column(body, first_line(token)))
            elif token.type == "list_item_close":
                items.pop()
            elif token.type in ("blockquote_open", "blockquote_close"):
                quotes += token.nesting
            elif token.type == "inline" and token.map:
                lines = _lines(token)
                behind = _behind_quote(body, lines) if quotes else _behind_item(body, lines, items[-1:])
                if behind is None:
                    yield from _entries(body, lines)
                else:
                    yield Diagnostic(body.at(behind.number), *(JOINS_QUOTE if quotes else JOINS_ITEM), Severity.WARNING)


def _column(body: Body, number: int) -> int:
    line = body.lines[number - 1].expandtabs(4)
    return len(line) - len(line.lstrip())


def _lines(run: Token) -> list[_Line]:
    number, joined, content = first_line(run), False, ""
    lines: list[_Line] = []
    for token in run.children or ():
        if token.type in ("softbreak", "hardbreak"):
            lines.append(_Line(number, content, joined))
            number, joined, content = number + 1, token.type == "softbreak", ""
        else:
            content += token.content
    return [*lines, _Line(number, content, joined)]


def _behind_item(body: Body, lines: list[_Line], marks: list[int]) -> _Line | None:
    """A line that stands no further in than the mark of its item, `- 가` and then `나`."""
    running_on = (line for line in lines if line.joined and line.text.strip())
    return next((line for line in running_on if any(_column(body, line.number) <= mark for mark in marks)), None)


def _behind_quote(body: Body, lines: list[_Line]) -> _Line | None:
    """A line without a mark of its own, `> 가` and then `나`."""
    running_on = (line for line in lines if line.joined and line.text.strip())
    return next((line for line in running_on if ">" not in body.lines[line.number - 1]), None)


def _entries(body: Body, lines: list[_Line]) -> Iterator[Diagnostic]:
    """Lines of one paragraph that begin in the same way."""
    for label in _LABELS:
        entries = [line for line in lines if label.match(line.text.lstrip())]
        joined = next((line for line in entries[1:] if line.joined), None)
        if joined:
            yield Diagnostic(
                body.at(joined.number),
                "joined-lines",
                text("줄을 바꾸어 적었지만 윗줄에 이어져 한 문단으로 나옵니다."),
                text("줄마다 따로 보이려면 줄 앞에 ‘- ’를 적어 목록으로 만들거나, 윗줄 끝에 \\를 적으세요."),
                Severity.WARNING,
            )
            return


RULES = (lines_that_run_on_are_meant_to,)
