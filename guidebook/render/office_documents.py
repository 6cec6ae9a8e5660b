"""A visit's office documents: the schedule to attach to a letter, and the report that the visitors write at home."""

from __future__ import annotations

import gettext
from collections.abc import Sequence

from guidebook.model.clock import clock
from guidebook.model.office import Heading, OfficeDocument, Paragraph, Table
from guidebook.model.program import Program
from guidebook.model.site import Site
from guidebook.model.visit import Visit
from guidebook.plan.itinerary import Entry, Itinerary
from guidebook.plan.leg import Basis
from guidebook.render.dates import moment, with_weekday, written
from guidebook.render.notice import notice

BRIEF = (35, 135)
"""Column widths of tables of names and values, in millimetres."""


def schedule_document(
    visit: Visit, itinerary: Itinerary, site: Site, translations: gettext.NullTranslations, language: str = "ko"
) -> OfficeDocument:
    """일정표."""
    words = translations.gettext
    head = (words("시각"), words("곳"), words("하는 일"), words("전화"), words("비고"))
    return OfficeDocument(
        words("{delegation} 일정표").format(delegation=visit.delegation),
        site.publisher.name,
        (
            Heading(words("일정표"), 1),
            Table(BRIEF, _brief(visit, itinerary, translations, language), head=False),
            Heading(words("시각과 들르는 곳")),
            Table((28, 40, 50, 28, 24), (head, *(_row(entry, translations) for entry in itinerary.entries))),
            Paragraph(words("‘추정’은 직선거리로 어림한 시간입니다. 길 사정에 따라 다를 수 있습니다."), small=True),
            *_closing(visit, site, translations, language),
        ),
    )


def report_document(
    visit: Visit,
    itinerary: Itinerary,
    programs: Sequence[Program],
    site: Site,
    translations: gettext.NullTranslations,
    language: str = "ko",
) -> OfficeDocument:
    """결과보고: the day's facts filled in, the rest to be written."""
    words = translations.gettext
    seen = tuple((f"{entry.number}. {entry.title}", "") for entry in itinerary.entries if not entry.stop.lunch)
    plan = tuple((row, "") for row in (words("조건"), words("첫 단계"), words("예산"), words("조례"), words("담당")))
    goals = tuple(Paragraph(f"- {goal}") for goal in visit.goals) or (Table((170,), (("",),), height=20, head=False),)
    material = ", ".join(f"{program.mark} {program.name}" for program in programs)
    return OfficeDocument(
        words("{delegation} 결과보고").format(delegation=visit.delegation),
        visit.delegation,
        (
            Heading(words("결과보고"), 1),
            Heading(words("방문 개요")),
            Table(
                BRIEF, (*_brief(visit, itinerary, translations, language), (words("받은 자료"), material)), head=False
            ),
            Heading(words("방문 목적")),
            *goals,
            Heading(words("본 것")),
            Table(BRIEF, seen or (("", ""),), head=False, height=18),
            Heading(words("시사점")),
            Table((170,), (("",),), height=40, head=False),
            Heading(words("우리 지역 적용 방안")),
            Table(BRIEF, plan, head=False, height=14),
            *_closing(visit, site, translations, language),
        ),
    )


def _brief(
    visit: Visit, itinerary: Itinerary, translations: gettext.NullTranslations, language: str
) -> tuple[tuple[str, str], ...]:
    words = translations.gettext
    host = " ".join(part for part in (visit.host.department, visit.host.duty, visit.host.phone) if part)
    people = visit.people if visit.people_came is None else visit.people_came
    places = ", ".join(dict.fromkeys(entry.spot.name for entry in itinerary.entries if entry.spot.id))
    return (
        (words("방문단"), visit.delegation),
        (words("날짜"), f"{with_weekday(visit.date, language)} {clock(itinerary.start)}~{clock(itinerary.end)}"),
        (words("인원"), words("{count}명").format(count=people)),
        (words("들르는 곳"), places),
        (words("맞이하는 곳"), host),
    )


def _row(entry: Entry, translations: gettext.NullTranslations) -> tuple[str, ...]:
    words, spot = translations.gettext, entry.spot
    doubt = words("확인 필요")
    phone = (spot.phone or "") + (f" ({doubt})" if spot.phone and "phone" in spot.doubtful else "")
    remarks = []
    if entry.leg and entry.leg.basis in (Basis.ESTIMATED, Basis.TOWNS):
        remarks.append(words("이동 {minutes}분(추정)").format(minutes=entry.leg.minutes))
    elif entry.leg and entry.leg.basis is Basis.GIVEN:
        remarks.append(words("이동 {minutes}분").format(minutes=entry.leg.minutes))
    if entry.guide:
        remarks.append(words("해설 확인") if entry.stop.confirmed else words("해설 요청"))
    time = f"{clock(entry.arrive)}~{clock(entry.depart)}"
    return (time, f"{entry.number}. {spot.name or entry.title}", entry.title, phone, ", ".join(remarks))


def _closing(visit: Visit, site: Site, translations: gettext.NullTranslations, language: str) -> tuple[Paragraph, ...]:
    words = translations.gettext
    made = words("{edition}판, {moment} · 자료 기준일 {date}").format(
        edition=visit.edition, moment=moment(visit.edition_at, language), date=written(site.published, language)
    )
    warning = notice(site, language, translations)
    return (Paragraph(made, small=True), *((Paragraph(warning, small=True),) if warning else ()))
