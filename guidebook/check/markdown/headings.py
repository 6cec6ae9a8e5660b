"""Rules over headings: in order, and none without text below it."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.check.markdown.bodies import bodies
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.text import text


def headings_are_in_order(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Bodies begin at level 2 (the title is level 1), skip no level, and no heading stands over nothing."""
    for body in bodies(catalogue):
        tokens, level = body.document.tokens, 1
        titles = {title.line: title for title in body.document.titles}
        for position, token in enumerate(tokens):
            if token.type != "heading_open" or token.level > 0:
                continue
            title = titles[(token.map or [0])[0] + 1]
            span = body.at(title.line)
            if not title.text:
                yield Diagnostic(
                    span, "empty-heading", text("제목에 글이 없습니다."), text("제목을 적거나 줄을 지우세요.")
                )
            if title.level == 1 or title.level > level + 1:
                yield Diagnostic(
                    span,
                    "heading-level",
                    text("제목의 단계가 맞지 않습니다."),
                    text("본문의 제목은 ‘## ’로 시작하고, 그 아래는 ‘### ’처럼 한 단계씩 내려가세요."),
                )
            level = title.level
            following = tokens[position + 3] if position + 3 < len(tokens) else None
            if following is None or (following.type == "heading_open" and int(following.tag[1:]) <= level):
                yield Diagnostic(
                    span,
                    "empty-section",
                    text("'{title}' 제목 아래에 내용이 없습니다.", title=title.text),
                    text("내용을 적거나 제목을 지우세요."),
                )


RULES = (headings_are_in_order,)
