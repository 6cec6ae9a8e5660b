"""Finds slips that YAML reads otherwise than meant or not at all: a value cut by `#`, a full-width colon, a lone `!`.

Separate from `yaml_positions`, which parses: these say in an editor's words what became of a line.
"""

from __future__ import annotations

import re

from guidebook.model.text import Text, printable, text

_CUT = re.compile(r"\s*#(?=[^\s#=*-])")
_WIDE_COLON = re.compile(r"\s*(?:- +)?[\"']?[A-Za-z_][A-Za-z0-9_-]*[\"']?\s*：")
_ANY_WIDE_COLON = re.compile(r"\s*[^\s:：#\-\[{\"'][^:：]{0,40}：")
"""The same with a key in Korean."""
_HASH_IN_FLOW = re.compile(r"[\[{,:][^#\"']*\s#\w")
_LOST = 24
"""So many letters of what is lost are told."""
_STANDARD_TAG = "tag:yaml.org,2002:"
"""`!!str` and its like: they say what a value is, and all values stay text here."""
_QUOTE = text("값이 느낌표(!)로 시작하면 값 전체를 따옴표로 감싸세요.")
UNREADABLE = (
    text("YAML 문법에 맞지 않습니다."),
    text("이 줄과 윗줄의 들여쓰기, 따옴표, ‘:’ 뒤의 빈칸을 확인하세요."),
)
UNCLOSED = text("따옴표나 괄호가 닫히지 않았습니다.")
NO_COLON = text("‘:’이 없는 줄입니다.")

Slip = tuple[str, Text, Text]
"""Code, message and hint."""


def cut_by_comment(rest: str) -> Slip | None:
    """Whether what follows a value on its line is words that YAML drops: a comment that begins without a space.

    `삽교호 #1 관광지` loses its end, and `primary: #0b4f6c` all; `2026-10 # 확인함` is a comment that was meant.
    """
    match = _CUT.match(rest)
    if match is None:
        return None
    lost = rest.strip()
    return (
        "cut-by-comment",
        text("‘#’부터는 주석으로 보아 읽지 않습니다: {lost}", lost=lost[:_LOST] + ("…" if len(lost) > _LOST else "")),
        text("값이라면 값 전체를 따옴표로 감싸고, 주석이라면 ‘# ’처럼 빈칸을 두고 적으세요."),
    )


def wide_colon(lines: list[str], line: int) -> tuple[int, int, Text, Text] | None:
    """The line and column from 0 of a key that ends with a full-width colon, at `line` or right above it."""
    for number, pattern in ((line, _ANY_WIDE_COLON), (line, _WIDE_COLON), (line - 1, _WIDE_COLON)):
        match = pattern.match(lines[number]) if 0 <= number < len(lines) else None
        if match:
            return (
                number,
                match.end() - 1,
                text("‘:’ 자리에 전각 문자 ‘：’이 있습니다."),
                text("한글 입력 상태에서 넣은 ‘：’을 지우고 ‘: ’(쌍점과 빈칸)로 적으세요."),
            )
    return None


def hash_in_flow(line: str) -> bool:
    """Whether a bracket on a line may stay open because its end was taken for a comment."""
    return _HASH_IN_FLOW.search(line) is not None


def tagged(tag: str | None) -> Slip | None:
    """Whether YAML took the beginning of a value for a tag, `!urgent`, and dropped it."""
    if not tag or tag.startswith(_STANDARD_TAG):
        return None
    return "yaml-tag", text("'{tag}'{은} YAML의 태그로 읽혀 값에서 빠집니다.", tag=printable(tag)), _QUOTE


def syntax_fault(problem: str, context: str, over_lines: bool) -> tuple[Text, Text]:
    """Message and hint for what PyYAML cannot read, by its words: the problem, and what it was reading.

    `over_lines` says whether that began on a line before the one where it stopped.
    """
    if "scanning a tag" in context or "tag handle" in problem:
        return text("느낌표(!)로 시작하는 값은 YAML의 태그로 읽힙니다."), _QUOTE
    if "mapping values are not allowed" in problem:
        return (
            text("값 안에 ‘: ’가 있어 어디까지가 이름인지 알 수 없습니다."),
            text("값 전체를 큰따옴표로 감싸세요."),
        )
    if "expected ',' or" in problem and over_lines:
        return UNCLOSED, text("여는 따옴표나 괄호의 짝을 찾아 닫으세요.")
    if "end of stream" in problem or "unexpected end" in problem or "EOF" in problem:
        return UNCLOSED, text("여는 따옴표나 괄호의 짝을 찾아 닫으세요.")
    if "could not find expected ':'" in problem:
        return NO_COLON, text("‘이름: 값’ 형식으로 적으세요. ‘:’ 뒤에는 빈칸이 하나 있어야 합니다.")
    if "cannot start any token" in problem:
        return text("값이 쓸 수 없는 글자로 시작합니다."), text("값 전체를 큰따옴표로 감싸세요.")
    return UNREADABLE
