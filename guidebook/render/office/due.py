"""The list of what is due, as an office document: what to ask again, of whom, and since when."""

from __future__ import annotations

from collections.abc import Sequence

from guidebook.model.office import Block, Heading, OfficeDocument, Paragraph, Table
from guidebook.model.wording.dates import written
from guidebook.model.wording.sample import notice
from guidebook.plan.ageing import Due, Reason
from guidebook.render.context import RenderContext

WIDTHS = (24, 56, 50, 40)
"""Columns in millimetres: when, what, which values, and room for the answer."""
ROW = 8


def due_document(context: RenderContext, found: Sequence[Due], today: str) -> OfficeDocument:
    """Of each reason a table; `today` is the day for which it was asked."""
    words = context.words.gettext
    title = words("확인할 것({date} 기준)").format(date=written(today, context.language, words))
    parts = (
        (Reason.REVIEW, words("전체 검토")),
        (Reason.ENDING, words("끝나는 위생등급 지정")),
        (Reason.UNCONFIRMED, words("확인한 지 오래된 값")),
    )
    blocks: list[Block] = [Heading(title, 1)]
    for reason, heading in parts:
        rows = tuple(_row(context, due) for due in found if due.reason is reason)
        if rows:
            head = (words("마지막 확인"), words("이름"), words("항목"), words("확인한 날, 바뀐 값"))
            blocks += [Heading(heading), Table(WIDTHS, (head, *rows), height=ROW)]
    if len(blocks) == 1:
        blocks.append(Paragraph(words("다시 확인할 값이 없습니다.")))
    sample = notice(context.site, context.language, context.words)
    blocks += [Paragraph(sample, small=True)] if sample else []
    return OfficeDocument(title, context.site.publisher.name, tuple(blocks))


def _row(context: RenderContext, due: Due) -> tuple[str, ...]:
    words = context.words.gettext
    seen = written(due.seen, context.language, words) if due.seen else words("미확인")
    return seen, due.called, ", ".join(title.into(words) for title in due.titles), ""
