"""Finds slips that YAML accepts but reads otherwise than meant: a value cut by `#`, a full-width colon.

Separate from `yaml_positions`, which parses: these look at the lines as they are written, and say what became of them.
"""

from __future__ import annotations

import re

from guidebook.model.text import Text, text

_CUT = re.compile(r"\s*#(?=[^\s#=*-])")
_WIDE_COLON = re.compile(r"\s*(?:- +)?[\"']?[A-Za-z_][A-Za-z0-9_-]*[\"']?\s*：")
_ANY_WIDE_COLON = re.compile(r"\s*[^\s:：#\-\[{\"'][^:：]{0,40}：")
"""The same with a key in Korean."""
_HASH_IN_FLOW = re.compile(r"[\[{,:][^#\"']*\s#\w")
_LOST = 24
"""So many letters of what is lost are told."""

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
