"""Office documents of a visit: the schedule to attach to a letter, and the visitors' report form."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterator, Sequence

from guidebook.model.clock import clock
from guidebook.model.office import Block, Heading, OfficeDocument, Paragraph, Table
from guidebook.model.records.visit import Visit
from guidebook.model.site import Site
from guidebook.model.wording.dates import moment, with_weekday, written
from guidebook.model.wording.numbers import number
from guidebook.model.wording.ranges import between
from guidebook.model.wording.sample import notice
from guidebook.plan.coaches import runs_of
from guidebook.plan.itinerary import Entry, Itinerary
from guidebook.plan.leg import Basis
from guidebook.plan.stop_names import happening, place_name
from guidebook.render.text.coaches import boarded, coach_name
from guidebook.render.text.labels import title_of

BRIEF = (35, 135)
"""Column widths of tables of names and values, in millimetres."""
ROW, TALL, PICTURE = 10, 18, 34
"""Least heights of rows in millimetres: a line of handwriting, a few of them, a photograph."""
Words = Callable[[str], str]


def schedule_document(
    visit: Visit, itinerary: Itinerary, site: Site, translations: gettext.NullTranslations, language: str = "ko"
) -> OfficeDocument:
    """일정표."""
    words = translations.gettext
    head = (words("시각"), words("장소"), words("내용"), words("전화"), words("비고"))
    changed = words("{number}판 대비 변경 사항").format(number=visit.revision - 1)
    different: tuple[Block, ...] = (Heading(changed), *(Paragraph(f"- {change}") for change in visit.changed))
    return OfficeDocument(
        words("{delegation} 일정표").format(delegation=visit.delegation),
        site.publisher.name,
        (
            Heading(words("{city} 방문 일정표").format(city=_city(site, language)), 1),
            Table(
                BRIEF,
                (*_brief(visit, itinerary, site, translations, language), *_travel(visit, translations)),
                head=False,
            ),
            *(different if visit.changed else ()),
            Heading(words("시각과 방문지")),
            Table((26, 38, 44, 30, 32), (head, *(_row(entry, translations) for entry in itinerary.entries))),
            Paragraph(words("‘추정’은 직선거리로 추산한 시간입니다. 도로 사정에 따라 다를 수 있습니다."), small=True),
            *_closing(visit, site, translations, language),
        ),
    )


def report_document(
    visit: Visit,
    itinerary: Itinerary,
    programs: Sequence[str],
    site: Site,
    translations: gettext.NullTranslations,
    language: str = "ko",
) -> OfficeDocument:
    """결과보고: the day's facts filled in, the rest to be written; the same on paper and as an office file.

    `programs` are the reports that the delegation takes home, as they are called.
    """
    words = translations.gettext
    title = words("{city} 방문 결과보고").format(city=_city(site, language))
    material = ", ".join(programs)
    overview = (*_brief(visit, itinerary, site, translations, language), (words("제공받은 자료"), material))
    return OfficeDocument(
        title,
        visit.delegation,
        (
            Heading(title, 1),
            Heading(words("방문 개요")),
            Table(BRIEF, overview, head=False),
            Heading(words("방문 목적")),
            *(tuple(Paragraph(f"- {goal}") for goal in visit.goals) or (_box(20),)),
            Heading(words("참석자")),
            _blank((60, 45, 35, 30), (words("소속"), words("직위(직책)"), words("성명"), words("비고")), 4, ROW),
            *_visited(visit, itinerary, words),
            *_lessons(words),
            *_closing(visit, site, translations, language),
        ),
    )


def _visited(visit: Visit, itinerary: Itinerary, words: Words) -> Iterator[Block]:
    """What happened: the schedule, room for what was seen at each stop, questions and answers."""
    times = tuple(
        (
            between(clock(entry.arrive), clock(entry.depart), words),
            place_name(entry, words) or entry.spot.name,
            happening(entry, words),
        )
        for entry in itinerary.entries
    )
    seen = (entry.title for entry in itinerary.entries if not entry.stop.lunch)
    places = tuple((f"{number}. {title}", "") for number, title in enumerate(seen, start=1))
    head = (words("질문"), words("답변"), words("답변 기관"))
    yield Heading(words("일정"))
    yield Table((45, 60, 65), ((words("시각"), words("장소"), words("내용")), *times))
    yield Heading(words("방문 내용"))
    yield Table((60, 110), places or (("", ""),), head=False, height=TALL)
    yield Heading(words("질의응답"))
    yield _blank((65, 70, 35), head, 3, TALL, visit.questions)


def _lessons(words: Words) -> Iterator[Block]:
    """What follows from it: lessons, what to do at home, photographs, who does what next, who wrote it."""
    steps = (words("조건"), words("첫 단계"), words("예산"), words("조례"), words("담당"))
    author = (words("소속"), words("직위(직책)"), words("성명"), words("작성일"))
    yield Heading(words("시사점"))
    yield _box(30)
    yield Heading(words("우리 지역에 적용할 점"))
    yield Table(BRIEF, tuple((step, "") for step in steps), head=False, height=ROW)
    yield Heading(words("사진"))
    yield _blank((110, 60), (words("사진"), words("설명(촬영 장소, 내용)")), 2, PICTURE)
    yield Heading(words("향후 계획"))
    yield _blank((90, 45, 35), (words("추진 과제"), words("담당 부서"), words("기한")), 3, ROW)
    yield Heading(words("작성자"))
    yield _blank((55, 45, 35, 35), author, 1, ROW)


def _blank(widths: tuple[int, ...], head: tuple[str, ...], rows: int, height: int, filled: Sequence[str] = ()) -> Table:
    """A table to write in; its first column holds what is `filled` in already."""
    firsts = (*filled, *("",) * (rows - len(filled)))
    return Table(widths, (head, *((first, *("",) * (len(head) - 1)) for first in firsts)), height=height)


def _box(height: int) -> Table:
    return Table((170,), (("",),), height=height, head=False)


def _city(site: Site, language: str) -> str:
    return site.city.name_en if language == "en" else site.city.name


def _brief(
    visit: Visit, itinerary: Itinerary, site: Site, translations: gettext.NullTranslations, language: str
) -> tuple[tuple[str, str], ...]:
    words = translations.gettext
    host = f"{_city(site, language)} {visit.host.name} {visit.host.phone}"
    people = visit.people if visit.people_came is None else visit.people_came
    places = ", ".join(dict.fromkeys(entry.spot.name for entry in itinerary.entries if _is_seen(entry)))
    return (
        (title_of(visit, "delegation", words), visit.delegation),
        (
            title_of(visit, "date", words),
            f"{with_weekday(visit.date, language)} {between(clock(itinerary.start), clock(itinerary.end), words)}",
        ),
        (words("인원"), words("{count}명").format(count=number(people))),
        (words("방문지"), places),
        (title_of(visit, "host", words), host),
    )


def _is_seen(entry: Entry) -> bool:
    """Whether a stop is a place that the delegation comes to see: where it only eats is in the schedule."""
    return entry.spot.id is not None and not entry.stop.lunch


def _travel(visit: Visit, translations: gettext.NullTranslations) -> Iterator[tuple[str, str]]:
    """Where they set off, and what each coach takes from where."""
    if visit.depart and not visit.coaches:
        yield title_of(visit, "depart", translations.gettext), f"{visit.depart.time} {visit.depart.place}"
    for run in runs_of(visit) if visit.coaches else ():
        yield coach_name(run, translations), "; ".join(boarded(run, translations))


def _row(entry: Entry, translations: gettext.NullTranslations) -> tuple[str, ...]:
    words, spot = translations.gettext, entry.spot
    doubt = words("확인 필요")
    remarks = []
    if entry.stop.lunch and spot.address:
        remarks.append(spot.address + (f" ({doubt})" if "address" in spot.doubtful else ""))
    if entry.leg and entry.leg.basis in (Basis.ESTIMATED, Basis.TOWNS):
        remarks.append(words("이동 {minutes}분(추정)").format(minutes=entry.leg.minutes))
    elif entry.leg and entry.leg.basis is Basis.GIVEN:
        remarks.append(words("이동 {minutes}분").format(minutes=entry.leg.minutes))
    if entry.guide:
        remarks.append(words("해설 확인") if entry.stop.confirmed else words("해설 요청"))
    time, activity = between(clock(entry.arrive), clock(entry.depart), words), happening(entry, words)
    place = f"{entry.number}. {place_name(entry, words) or spot.name}"
    return (time, place, activity, spot.phone or "", ", ".join(remarks))


def _closing(visit: Visit, site: Site, translations: gettext.NullTranslations, language: str) -> tuple[Paragraph, ...]:
    words = translations.gettext
    imprint = words("{edition}판, {moment} · 발행일 {date}").format(
        edition=visit.revision, moment=moment(visit.revision_at, language), date=written(site.published, language)
    )
    warning = notice(site, language, translations)
    return (Paragraph(imprint, small=True), *((Paragraph(warning, small=True),) if warning else ()))
