"""Rules over the text of bodies: ornaments, HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidebook.check.markdown.bodies import bodies
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.text import Text, text

MARKS = "❖▶▷◆◇■□●○•∙⇒☞※➜"
_HIDDEN_NAME = re.compile(r"(?<=[가-힣)])(?: {0,3}[○●□■◇◆])+|(?<![○●□■◇◆])[○●□■◇◆]{2,}+(?=[가-힣])")
"""Letters of names that stay unsaid: 김○○, 이 ○ ○, ○○동, (재)○○재단."""


def no_marks_to_be_read_aloud(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Ornaments of office documents are headings and lists here; a screen reader would spell them out."""
    for body in bodies(catalogue):
        for number, line in body.prose_lines():
            unsaid = {column for name in _HIDDEN_NAME.finditer(line) for column in range(*name.span())}
            for column, letter in enumerate(line, start=1):
                if letter in MARKS and column - 1 not in unsaid:
                    yield Diagnostic(
                        body.at(number, column),
                        "ornament",
                        text("장식 기호 '{mark}' 글자가 있습니다.", mark=letter),
                        text("기호를 지우고 제목(##)이나 목록(- )으로 바꾸세요."),
                    )


def no_raw_html(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """HTML in text is taken out by the cleaner; say so instead of losing it. Tables have their own rule."""
    for body in bodies(catalogue):
        for run in body.document.tokens:
            inner = (token for token in run.children or () if token.type == "html_inline")
            match = run if run.type == "html_block" else next(inner, None)
            if match is None or match.content.lstrip().lower().startswith(("<table", "<tr", "<td", "<th")):
                continue
            tag = match.content.strip().split("\n")[0].partition(">")[0][:60] + ">"
            comment = tag.startswith("<!--")
            yield Diagnostic(
                body.find(run, tag[:-1]),
                "raw-html",
                text("숨은 메모(<!-- -->)는 쓸 수 없습니다.")
                if comment
                else text("HTML 태그 '{tag}'{는} 쓸 수 없습니다.", tag=tag),
                text("지우거나, 머리글에 ‘# ’로 시작하는 줄로 옮기세요.") if comment else _remedy(tag),
            )


def _remedy(tag: str) -> Text:
    if re.match(r"<br\b", tag, re.IGNORECASE):
        return text("문단이면 줄 끝에 \\를 적고 줄을 바꾸세요. 표의 셀이면 ‘, ’나 ‘ / ’로 이어 적거나 행을 나누세요.")
    return text("마크다운으로 바꾸어 적으세요. 글자 그대로 보이려면 <를 &lt;로 적으세요.")


RULES = (no_marks_to_be_read_aloud, no_raw_html)
