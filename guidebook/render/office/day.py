"""All visits of a day on one sheet: for who receives them, and for the places that several delegations come to."""

from __future__ import annotations

from collections.abc import Sequence

from guidebook.model.office import Block, Heading, OfficeDocument, Paragraph, Table
from guidebook.model.wording.dates import with_weekday
from guidebook.model.wording.numbers import number
from guidebook.model.wording.sample import notice
from guidebook.plan.day import Appointment
from guidebook.plan.names.day_names import stay_of
from guidebook.plan.names.stop_names import happening, place_name
from guidebook.render.context import RenderContext

VISITS = (70, 25, 75)
STOPS = (32, 44, 54, 40)
"""Columns in millimetres."""


def day_document(context: RenderContext, day: str, found: Sequence[Appointment]) -> OfficeDocument:
    """Who comes, and who is where when; who would meet is named."""
    words = context.words.gettext
    title = words("{date} 방문 일정").format(date=with_weekday(day, context.language, words))
    visits = {one.visit.id: one.visit for one in found}.values()
    blocks: list[Block] = [Heading(title, 1)]
    if not visits:
        blocks.append(Paragraph(words("이 날에는 방문이 없습니다.")))
    else:
        head = (words("방문단"), words("인원"), words("담당 부서"))
        people = words("{count}명")
        rows = tuple(
            (visit.delegation, people.format(count=number(visit.people)), f"{visit.host.department} {visit.host.phone}")
            for visit in visits
        )
        blocks += [Heading(words("방문단")), Table(VISITS, (head, *rows))]
        blocks += [Heading(words("시각과 방문지")), _stops(context, found)]
    sample = notice(context.site, context.language, context.words)
    blocks += [Paragraph(sample, small=True)] if sample else []
    return OfficeDocument(title, context.site.publisher.name, tuple(blocks))


def _stops(context: RenderContext, found: Sequence[Appointment]) -> Table:
    words = context.words.gettext
    head = (words("시각"), words("방문단"), words("방문지"), words("겹치는 방문단"))
    rows = tuple(
        (
            stay_of(one.entry, words),
            one.visit.delegation,
            place_name(one.entry, words) or happening(one.entry, words),
            ", ".join(one.with_whom) or words("없음"),
        )
        for one in found
    )
    return Table(STOPS, (head, *rows))
