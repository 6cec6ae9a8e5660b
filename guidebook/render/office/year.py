"""The visits of a year as an office document for the annual report: the whole, by month, by town, by programme."""

from __future__ import annotations

from guidebook.model.office import Block, Heading, OfficeDocument, Paragraph, Table
from guidebook.model.wording.numbers import number
from guidebook.model.wording.sample import notice
from guidebook.plan.tally import Counts, Tally
from guidebook.render.context import RenderContext

WHOLE = (60, 110)
PARTS = (60, 30, 80)
"""Columns in millimetres: the name, how many delegations, how many people with a bar."""
ROW = 7


def year_document(context: RenderContext, tally: Tally) -> OfficeDocument:
    """What took place is counted; what did not is a number in a sentence."""
    words = context.words.gettext
    title = words("{year}년 방문 현황").format(year=tally.year)
    counted = (
        (words("방문단"), words("{count}곳").format(count=number(tally.delegations))),
        (words("인원"), words("{count}명").format(count=number(tally.people))),
    )
    months = tuple((words("{month}월").format(month=name), groups, people) for name, groups, people in tally.months)
    blocks: list[Block] = [Heading(title, 1), Table(WHOLE, counted, head=False, height=ROW)]
    blocks += _part(context, words("월별"), months)
    blocks += _part(context, words("읍면동별"), tally.towns)
    blocks += _part(context, words("사업별"), tally.programs)
    blocks += [Paragraph(sentence, small=True) for sentence in _remarks(context, tally)]
    return OfficeDocument(title, context.site.publisher.name, tuple(blocks))


def _part(context: RenderContext, heading: str, counts: Counts) -> list[Block]:
    """A table with a bar for the people of each row; nothing where nobody came."""
    words = context.words.gettext
    most = max((people for _, _, people in counts), default=0)
    if not most:
        return []
    head = (words("이름"), words("방문단"), words("인원"))
    rows = tuple((name, number(delegations), number(people)) for name, delegations, people in counts)
    shares = tuple(people / most for _, _, people in counts)
    return [Heading(heading), Table(PARTS, (head, *rows), height=ROW, shares=shares)]


def _remarks(context: RenderContext, tally: Tally) -> list[str]:
    words = context.words.gettext
    several = words("한 방문단이 여러 읍면동과 사업을 보므로 나누어 센 수의 합은 전체와 다릅니다.")
    said = [several] if tally.delegations else []
    if tally.planned or tally.cancelled:
        not_counted = words("예정 {planned}곳, 취소 {cancelled}곳은 세지 않았습니다.")
        said.append(not_counted.format(planned=tally.planned, cancelled=tally.cancelled))
    if tally.uncounted:
        unknown = words("실제 인원(people_came)을 적지 않아 인원을 세지 못한 방문이 {count}곳 있습니다.")
        said.append(unknown.format(count=len(tally.uncounted)))
    sample = notice(context.site, context.language, context.words)
    return [*said, *([sample] if sample else [])]
