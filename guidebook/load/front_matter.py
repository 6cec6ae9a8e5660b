"""Splits a Markdown file into its front matter and its body, keeping the line on which the body begins."""

from __future__ import annotations

from dataclasses import dataclass

from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Split:
    """The two halves of a file. The front matter begins on line 2."""

    front: str
    body: str
    body_line: int


def split(source: str, file: str) -> tuple[Split | None, tuple[Diagnostic, ...]]:
    """Front matter and body of `source`, or the reason why there is none."""
    lines = source.split("\n")
    if lines[0].rstrip() != FENCE:
        return None, (
            Diagnostic(
                Span(file),
                "front-matter-missing",
                text("첫 줄에 머리글을 여는 ‘---’가 없습니다."),
                text("파일 첫 줄에 ‘---’를 적고, 제목 같은 항목을 적은 다음 다시 ‘---’로 닫으세요."),
            ),
        )
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            body = lines[number + 1 :]
            blank = next((count for count, text_line in enumerate(body) if text_line.strip()), len(body))
            return Split("\n".join(lines[1:number]), "\n".join(body[blank:]).rstrip() + "\n", number + 2 + blank), ()
    return None, (
        Diagnostic(
            Span(file),
            "front-matter-open",
            text("머리글이 ‘---’로 닫히지 않았습니다."),
            text("마지막 항목 다음 줄에 ‘---’를 적으세요."),
        ),
    )
