"""Rules over the Markdown of reports and pages. They read the source text, because HTML no longer knows its lines."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from guidebook.check.references import names, suggestion
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.page import Block, Page
from guidebook.model.program import Program
from guidebook.model.prose import BLOCK, LINK, LINKED, NOTE, TABLE_CAPTION, TABLE_RULE
from guidebook.model.route import Route
from guidebook.model.text import text

MARKS = "❖▶▷◆◇■□●○•∙⇒☞※➜"
_HEADING = re.compile(r"(#{1,6})\s*(.*?)\s*#*$")
_HTML = re.compile(r"</?[A-Za-z][\w-]*(\s[^<>]*)?/?>|<!--")

Line = tuple[Program | Page | Route, int, str]


def _texts(catalogue: Catalogue) -> tuple[Program | Page | Route, ...]:
    return (*catalogue.programs, *catalogue.pages, *catalogue.routes)


def _lines(catalogue: Catalogue) -> Iterator[Line]:
    """Every line of every body, counted from 1; lines of code are left out."""
    for record in _texts(catalogue):
        fenced = False
        for number, line in enumerate(record.body.split("\n"), start=1):
            if line.lstrip().startswith(("```", "~~~")):
                fenced = not fenced
            elif not fenced:
                yield record, number, line


def notes_and_links_lead_somewhere(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """`[^id]` is a note of the record, and `town:id`, `site:id`, … are records."""
    for record, number, line in _lines(catalogue):
        places = catalogue.source_map(record)
        known = [note.id for note in record.notes]
        for found in NOTE.finditer(line):
            if found[1] not in known:
                yield Diagnostic(
                    places.body(number, found.start() + 1),
                    "unknown-note",
                    text("'{id}' 주석을 찾을 수 없습니다.", id=found[1]),
                    text("notes 항목에 적은 아이디 가운데 하나를 쓰세요: {known}", known=", ".join(known) or "-"),
                )
        for found in LINK.finditer(line):
            kind, id = found[1], found[2]
            if (LINKED[kind], id) not in catalogue.declared:
                yield Diagnostic(
                    places.body(number, found.start() + 1),
                    "unknown-link",
                    text("'{kind}:{id}' 링크가 가리키는 파일이 없습니다.", kind=kind, id=id),
                    suggestion(catalogue, id, names(catalogue, LINKED[kind]), text("있는 파일의 이름을 적으세요.")),
                )


def blocks_are_known(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A line `[[name]]` of a page asks for something that can be made; other bodies have no blocks."""
    known = {block.value: block.value for block in Block}
    for record, number, line in _lines(catalogue):
        found = BLOCK.match(line.strip())
        if found and not isinstance(record, Page):
            yield Diagnostic(
                catalogue.source_map(record).body(number),
                "unknown-block",
                text("여기에는 [[{name}]] 같은 자리 표시를 쓸 수 없습니다.", name=found[1]),
                text("이 줄을 지우세요. 자리 표시는 pages 폴더의 글에만 씁니다."),
            )
        elif found and found[1] not in known:
            close = difflib.get_close_matches(found[1], known, n=1)
            yield Diagnostic(
                catalogue.source_map(record).body(number),
                "unknown-block",
                text("[[{name}]] 자리에 넣을 것을 알 수 없습니다.", name=found[1]),
                text("[[{near}]]를 뜻하셨나요?", near=close[0])
                if close
                else text("쓸 수 있는 이름: {known}", known=", ".join(known)),
            )


def headings_are_in_order(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Bodies begin at level 2 (the title is level 1), skip no level, and no heading stands over nothing."""
    for record in _texts(catalogue):
        headings = [
            (number, found[1], found[2])
            for owner, number, line in _lines(catalogue)
            if owner is record and (found := _HEADING.match(line))
        ]
        places, level = catalogue.source_map(record), 1
        lines = record.body.split("\n")
        for position, (number, hashes, title) in enumerate(headings):
            span = places.body(number)
            if not title:
                yield Diagnostic(
                    span, "empty-heading", text("제목에 글이 없습니다."), text("제목을 적거나 줄을 지우세요.")
                )
            if len(hashes) == 1 or len(hashes) > level + 1:
                yield Diagnostic(
                    span,
                    "heading-level",
                    text("제목의 단계가 맞지 않습니다."),
                    text("본문의 제목은 ‘## ’로 시작하고, 그 아래는 ‘### ’처럼 한 단계씩 내려가세요."),
                )
            level = len(hashes)
            following = headings[position + 1] if position + 1 < len(headings) else None
            between = lines[number : following[0] - 1 if following else len(lines)]
            deeper = following is not None and len(following[1]) > len(hashes)
            if not deeper and not any(line.strip() for line in between):
                yield Diagnostic(
                    span,
                    "empty-section",
                    text("'{title}' 제목 아래에 내용이 없습니다.", title=title),
                    text("내용을 적거나 제목을 지우세요."),
                )


def tables_have_captions(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A line `표: …` stands before each table, with an empty line between."""
    for record in _texts(catalogue):
        lines = record.body.split("\n")
        for number, line in enumerate(lines):
            if number == 0 or not TABLE_RULE.match(line) or "|" not in lines[number - 1]:
                continue
            before = next((text_line for text_line in reversed(lines[: number - 1]) if text_line.strip()), "")
            if not TABLE_CAPTION.match(before):
                yield Diagnostic(
                    catalogue.source_map(record).body(number),
                    "table-caption",
                    text("표에 제목이 없습니다."),
                    text("표 바로 위에 ‘표: 2018년과 2019년 비교’ 같은 줄을 적고 한 줄 띄우세요."),
                )


def no_marks_to_be_read_aloud(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Ornaments of office documents are headings and lists here; a screen reader would spell them out."""
    for record, number, line in _lines(catalogue):
        for column, letter in enumerate(line, start=1):
            if letter in MARKS:
                yield Diagnostic(
                    catalogue.source_map(record).body(number, column),
                    "ornament",
                    text("꾸밈 기호 '{mark}' 글자가 있습니다.", mark=letter),
                    text("기호를 지우고 제목(##)이나 목록(- )으로 바꾸세요."),
                )


def no_raw_html(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """HTML in text is taken out by the cleaner; say so instead of losing it."""
    for record, number, line in _lines(catalogue):
        found = _HTML.search(line)
        if found:
            yield Diagnostic(
                catalogue.source_map(record).body(number, found.start() + 1),
                "raw-html",
                text("HTML 태그 '{tag}'는 쓸 수 없습니다.", tag=found[0]),
                text("마크다운으로 바꾸어 적으세요. 글자 그대로 보이려면 <를 &lt;로 적으세요."),
            )
