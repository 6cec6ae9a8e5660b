"""Rules over lists and quotations: numbers run on, items are not empty, nesting is not too deep."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from guidebook.check.markdown.bodies import Body, bodies, first_line
from guidebook.check.markdown.marks import plain_lines
from guidebook.markdown.dates import is_date
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.text import text

DEEPEST = 6
"""Lists and quotations that may stand in each other."""
_MARK = re.compile(r"(?:[-*+]|\d{1,3}[.)])(?=\s)")
_DASHED = re.compile(r"[^\s\d-] {1,3}-$")
_CONTAINERS = ("bullet_list_open", "ordered_list_open", "blockquote_open")


def lists_are_read_as_written(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Numbers run on, no item is empty, and no item has become part of a sentence."""
    for body in bodies(catalogue):
        tokens = body.document.tokens
        yield from _numbers(body)
        for position, token in enumerate(tokens):
            if token.type == "list_item_open" and tokens[position + 1].type == "list_item_close":
                yield Diagnostic(
                    body.begin(token),
                    "empty-item",
                    text("목록의 항목에 글이 없습니다."),
                    text("글을 적거나 이 줄을 지우세요."),
                )
            elif token.type == "inline":
                yield from _items_in_text(body, token)
                if tokens[max(position - 2, 0)].type == "list_item_open":
                    yield from _dashes(body, token)


def _numbers(body: Body) -> Iterator[Diagnostic]:
    """Pages count on from the first number, so the others must say the same; or all may be the first one."""
    open_lists: list[list[int]] = []
    for token in body.document.tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            open_lists.append([])
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            open_lists.pop()
        elif token.type == "list_item_open" and token.info:
            numbers, number = open_lists[-1], int(token.info)
            expected = numbers[0] + len(numbers) if numbers else number
            if number not in (expected, numbers[0] if numbers else number):
                yield Diagnostic(
                    body.begin(token),
                    "list-number",
                    text("목록의 번호가 {expected} 자리에서 {number}입니다.", expected=expected, number=number),
                    text("{expected}{로} 고치거나, 앞 목록과 나누려면 사이에 글을 한 줄 적으세요.", expected=expected),
                )
            numbers.append(number)


def _items_in_text(body: Body, run: Token) -> Iterator[Diagnostic]:
    """`2. 나` on a further line of a paragraph, or `- 나` that stands too far in."""
    for line in list(plain_lines(run))[1:]:
        match = _MARK.match(line)
        if match and not is_date(line):
            yield Diagnostic(
                body.find(run, match[0]),
                "item-in-text",
                text("‘{mark}’{가} 목록이 되지 않고 윗줄에 이어집니다.", mark=match[0]),
                text("목록이면 그 위를 한 줄 비우고, 날짜나 글이면 윗줄 끝에 이어 적으세요."),
            )
            return


def _dashes(body: Body, run: Token) -> Iterator[Diagnostic]:
    """`- 아래 -`, the line of letters from offices, is read as an item that ends with a dash."""
    if body.lines[first_line(run) - 1].lstrip().startswith("- ") and _DASHED.search(run.content):
        yield Diagnostic(
            body.at(first_line(run)),
            "dashed-line",
            text("‘- {words}’ 줄은 목록의 항목이 되어 앞의 ‘-’가 점으로 나옵니다.", words=run.content[:40]),
            text("글자 그대로 보이려면 앞에 \\를 적으세요. 예: \\- {words}", words=run.content[:40]),
        )


def nothing_is_too_deep(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Lists and quotations do not stand in each other without end."""
    for body in bodies(catalogue):
        depth = 0
        for token in body.document.tokens:
            if token.type in _CONTAINERS:
                depth += 1
            elif token.type.removesuffix("_close") + "_open" in _CONTAINERS and token.nesting < 0:
                depth -= 1
            if depth > DEEPEST and token.type in _CONTAINERS:
                yield Diagnostic(
                    body.at(first_line(token)),
                    "nesting",
                    text("목록과 인용이 {depth}단계보다 깊습니다.", depth=DEEPEST),
                    text("단계를 줄이거나 제목(###)으로 나누세요."),
                )
                break


def blocks_stand_where_they_can(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Code is fenced and closed, headings have `#`, and neither stands where it is not seen."""
    for body in bodies(catalogue):
        for token in body.document.tokens:
            if token.type == "fence":
                yield from _fence(body, token)
            elif token.type == "heading_open":
                yield from _heading(body, token)
            elif token.type == "paragraph_open" and token.level == 0:
                yield from _indented(body, token)


def _fence(body: Body, fence: Token) -> Iterator[Diagnostic]:
    first, end = fence.map or (0, 1)
    last = re.sub(r"^[\s>]*", "", body.lines[min(end, len(body.lines)) - 1]).rstrip()
    if end - first < 2 or not last.startswith(fence.markup) or last.strip(fence.markup[0]):
        yield Diagnostic(
            body.at(first + 1),
            "open-code",
            text("‘{mark}’{로} 연 코드가 닫히지 않았습니다.", mark=fence.markup),
            text("코드가 끝난 다음 줄에 ‘{mark}’{를} 적으세요.", mark=fence.markup),
        )
    if not re.fullmatch(r"[\w+#.-]*", fence.info.strip()):
        yield Diagnostic(
            body.at(first + 1),
            "code-language",
            text("코드를 여는 줄의 ‘{words}’{는} 나오지 않습니다.", words=fence.info.strip()),
            text("‘{mark}’ 뒤에는 yaml 같은 언어 이름 한 낱말만 적으세요.", mark=fence.markup),
        )


def _heading(body: Body, heading: Token) -> Iterator[Diagnostic]:
    if heading.markup in ("-", "="):
        yield Diagnostic(
            body.at(first_line(heading)),
            "underlined-heading",
            text("밑줄(---, ===)을 그은 줄은 제목이 됩니다. 그렇게 적을 수 없습니다."),
            text("제목이면 ‘## 제목’으로 적고, 가로줄이면 그 위를 한 줄 비우세요."),
        )
    elif heading.level > 0:
        yield Diagnostic(
            body.at(first_line(heading)),
            "inner-heading",
            text("목록이나 인용 안에는 제목을 둘 수 없습니다."),
            text("제목을 밖으로 옮기거나 **굵은 글**로 적으세요."),
        )


def _indented(body: Body, paragraph: Token) -> Iterator[Diagnostic]:
    line = body.lines[first_line(paragraph) - 1].expandtabs(4)
    if line.startswith("    "):
        yield Diagnostic(
            body.begin(paragraph),
            "indented",
            text("빈칸 네 개보다 많이 들여 쓴 글이 어느 항목에도 들어 있지 않아 일반 문단으로 실립니다."),
            text("문단이면 들여쓰기를 지우고, 코드면 앞뒤 줄에 ```를 적으세요."),
            Severity.WARNING,
        )


RULES = (lists_are_read_as_written, nothing_is_too_deep, blocks_stand_where_they_can)
