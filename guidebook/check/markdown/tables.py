"""Rules over tables: a caption and complete rows; for tables of other dialects the hint shows them in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from markdown_it.token import Token

from guidebook.check.markdown.bodies import Body, bodies, first_line
from guidebook.markdown.cells import as_table, cells
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.prose import TABLE_RULE
from guidebook.model.text import Text, text

_ROW = re.compile(r"<tr\b[^>]*>(.*?)(?=<tr\b|</tr|\Z)", re.IGNORECASE | re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)(?=<t[hd]\b|</t[hdr]|\Z)", re.IGNORECASE | re.DOTALL)
_ITEM_TAB = re.compile(r"^[\s>]*(?:[-*+]|\d{1,3}[.)])\t[ \t]*")
"""The mark of an item with a tab behind it, which parts no cells."""
_DRAWN = re.compile(r"[│┃║┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]")
"""Letters that draw the lines of a table: all but level ones, which also part paragraphs."""
_WORD = re.compile(r"\w")
_TAG = re.compile(r"<[^<>]*>")


def tables_are_whole(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A line `표: …` stands over each table, and every row has as many cells as the head."""
    for body in bodies(catalogue):
        tokens = body.document.tokens
        for position, token in enumerate(tokens):
            if token.type != "table_open":
                continue
            if tokens[position + 1].type != "caption_open":
                yield Diagnostic(
                    body.begin(token),
                    "table-caption",
                    text("표에 제목이 없습니다."),
                    text("표 바로 위에 ‘표: 2018년과 2019년 비교’ 같은 줄을 적으세요."),
                )
            yield from _rows(body, token)


def _rows(body: Body, table: Token) -> Iterator[Diagnostic]:
    first, end = table.map or (0, 0)
    rows = {number: cells(_bare(body.lines[number])) for number in range(first, end) if number != first + 1}
    width = len(rows[first])
    for number, row in rows.items():
        if len(row) != width:
            if "|" not in body.lines[number]:
                yield _text_under_table(body, number)
                return
            yield Diagnostic(
                body.at(number + 1),
                "table-cells",
                text("이 행의 셀은 {count}개인데 표의 첫 행은 {width}개입니다.", count=len(row), width=width),
                text(
                    "셀의 수를 맞추세요. 빈 셀은 | 사이를 비우고, 셀 안의 |는 \\|로 적으세요. 예:\n{table}",
                    table=as_table([rows[first], _fitted(row, width)]),
                ),
            )


def _text_under_table(body: Body, number: int) -> Diagnostic:
    """Without a blank line between them, text under a table becomes a row of it."""
    return Diagnostic(
        body.at(number + 1),
        "text-in-table",
        text("표에 붙여 적은 글은 표의 한 행이 됩니다."),
        text("글이면 이 줄 위를 한 줄 비우고, 행이면 셀마다 |로 나누세요. 표의 제목이면 표 위로 옮기세요."),
    )


def _fitted(row: list[str], width: int) -> list[str]:
    """The row with so many cells: what is too much goes into the last one."""
    return row if len(row) <= width else [*row[: width - 1], " \\| ".join(row[width - 1 :])]


def _bare(line: str) -> str:
    """The line without the marks of the quotation or item it stands in."""
    return re.sub(r"^[\s>]*(?:(?:[-*+]|\d{1,3}[.)])\s+(?=\|))?", "", line)


def no_pasted_tables(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No table of a spreadsheet, of HTML, and none that stayed bars and dashes, is in the text."""
    for body in bodies(catalogue):
        inside = False
        for token in body.document.tokens:
            if token.type in ("table_open", "table_close"):
                inside = token.nesting > 0
            elif token.type == "inline" and token.map:
                yield from _tabs(body, token)
                yield from () if inside else _bars(body, token)
            elif token.type == "html_block" and re.search(r"<t(?:able|r|d|h)\b", token.content, re.IGNORECASE):
                yield from _of_html(body, token)


def _tabs(body: Body, run: Token) -> Iterator[Diagnostic]:
    first, end = run.map or (0, 0)
    lines = [_ITEM_TAB.sub(lambda faults: " " * len(faults[0]), line).strip("\n ") for line in body.lines[first:end]]
    if not any("\t" in line.strip() for line in lines):
        return
    start = next(number for number, line in enumerate(lines) if "\t" in line.strip())
    rows = [line.split("\t") for line in lines if "\t" in line]
    yield Diagnostic(
        body.at(first + start + 1, body.lines[first + start].find("\t") + 1),
        "pasted-table",
        text("탭으로 나눈 글이 있습니다. 표를 붙여 넣은 것이면 한 줄의 글이 되어 버립니다."),
        _offer(rows),
    )


def _bars(body: Body, run: Token) -> Iterator[Diagnostic]:
    """A table that was not read as one: its rule is missing, or has another number of cells."""
    first, end = run.map or (0, 0)
    lines = body.lines[first:end]
    rows = [(number, _bare(line)) for number, line in enumerate(lines, start=first + 1)]
    drawn = [(number, line) for number, line in rows if _DRAWN.search(line)]
    if drawn:
        words = [[cell.strip() for cell in _DRAWN.split(line.strip("│┃║ "))] for _, line in drawn if _WORD.search(line)]
        yield Diagnostic(
            body.at(drawn[0][0]),
            "broken-table",
            text("괘선 문자로 그린 표가 있습니다. 한 줄의 글이 되어 버립니다."),
            _offer(words or [["구분", "값"]]),
        )
    barred = [
        (number, line) for number, line in rows if line.startswith("|") or (TABLE_RULE.match(line) and "|" in line)
    ]
    if barred:
        words = [cells(line) for _, line in rows if "|" in line and not TABLE_RULE.match(line)]
        yield Diagnostic(
            body.at(barred[0][0]),
            "broken-table",
            text("표가 되지 않은 ‘|’ 표시가 있습니다."),
            _offer(words or [["구분", "값"]]),
        )


def _of_html(body: Body, block: Token) -> Iterator[Diagnostic]:
    rows = [[_words(cell) for cell in _CELL.findall(row)] for row in _ROW.findall(block.content)]
    yield Diagnostic(
        body.at(first_line(block)),
        "pasted-table",
        text("HTML로 된 표는 쓸 수 없습니다."),
        _offer([row for row in rows if row] or [["구분", "값"]]),
    )


def _words(html: str) -> str:
    return unescape(_TAG.sub(" ", html)).replace("|", "\\|").strip()


def _offer(rows: Sequence[Sequence[str]]) -> Text:
    return text(
        "표라면 이렇게 적으세요. 나머지 행도 같은 형식으로 이어 적습니다.\n표: 제목\n{table}", table=as_table(rows)
    )


RULES = (tables_are_whole, no_pasted_tables)
