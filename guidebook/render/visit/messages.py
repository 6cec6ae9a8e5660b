"""The messages that the host sends before the visit: to the delegation, drivers, guides, restaurants and lodgings."""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guidebook.model.clock import clock
from guidebook.model.records.stop import Mode
from guidebook.model.records.visit import Visit
from guidebook.model.site import Site
from guidebook.model.wording.sample import notice
from guidebook.plan.coaches import Run, runs_of
from guidebook.plan.itinerary import Day, Entry, Itinerary
from guidebook.plan.leg import Basis
from guidebook.plan.names.day_names import night_of, stay_of
from guidebook.plan.names.leg_names import mode_name, way_of
from guidebook.plan.names.stop_names import happening, meal_name, meeting, place_name
from guidebook.render.text.coaches import boarded, coach_name, counted
from guidebook.render.text.labels import choice_of
from guidebook.render.visit.letter import Letter
from guidebook.words import marked


def message(
    visit: Visit,
    itinerary: Itinerary,
    site: Site,
    translations: gettext.NullTranslations,
    language: str = "ko",
    to_delegation: str = "",
) -> str:
    """The texts one below the other, each under a line that says whom it is for.

    That `to_delegation` may be written already, in another language.
    """
    letter = Letter(visit, site, translations, language, itinerary)
    parts = [to_delegation] if to_delegation else [*_delegation(letter, itinerary)]
    for run in runs_of(visit) if visit.coaches or itinerary.by_coach else ():
        parts += _driver(letter, itinerary, run)
    for entry in itinerary.entries:
        parts += [*_guide(letter, entry), *_lodging(letter, entry)]
        for part in entry.parts:
            parts += [*_meal(letter, part)]
    return "\n\n".join((*parts, *_notice(letter))) + "\n"


def message_to_delegation(
    visit: Visit, itinerary: Itinerary, site: Site, translations: gettext.NullTranslations, language: str
) -> str:
    """The text to the delegation alone."""
    letter = Letter(visit, site, translations, language, itinerary)
    return "\n\n".join((*_delegation(letter, itinerary), *_notice(letter)))


def _notice(letter: Letter) -> tuple[str, ...]:
    warning = notice(letter.site, letter.language, letter.translations)
    return (warning,) if warning else ()


def _delegation(letter: Letter, itinerary: Itinerary) -> Iterator[str]:
    visit, contact = letter.visit, letter.visit.contact
    yield letter.words("[방문단께]") + (f" {contact.name} {contact.phone}" if contact else "")
    yield letter.greeting()
    when = f"{letter.days} {clock(itinerary.start)}" if not itinerary.several else letter.days
    yield letter.words("{when} {who}의 방문 일정을 알려 드립니다.", when=when, who=letter.who())
    yield from _changes(letter)
    depart = visit.depart
    if visit.coaches:
        yield _listed(letter.words("탑승 차량"), (line for run in runs_of(visit) for line in _rides(letter, run)))
    elif depart:
        yield letter.words("{time} {place}에서 출발", time=depart.time, place=depart.place)
    for day in itinerary.days:
        head = (letter.head(day),) if itinerary.several else ()
        lines = (line for entry in day.entries for line in _lines(letter, entry))
        yield "\n".join((*head, *_waking(letter, day), *lines))
    yield letter.words("인원, 식사, 거동이 불편한 분에 관한 사항이 바뀌면 미리 알려 주시기 바랍니다.")
    yield letter.closing()


def _driver(letter: Letter, itinerary: Itinerary, run: Run) -> Iterator[str]:
    visit = letter.visit
    name = coach_name(run, letter.translations) if visit.coaches else ""
    head = letter.words("[버스 기사님께]")
    yield f"{head} {name}".rstrip()
    yield letter.greeting()
    who = " ".join((letter.days, visit.delegation, counted(run.people, letter.translations))).rstrip()
    yield letter.words("{who}의 버스 운행 일정입니다.", who=who)
    yield from _changes(letter)
    if run.boarding:
        yield _listed(letter.words("탑승 장소"), boarded(run, letter.translations))
    for day in itinerary.days:
        own = [entry for entry in day.entries if not run.coach.group or entry.stop.group in (None, run.coach.group)]
        moves = (entry for entry in own if entry.leg is None or entry.leg.basis is not Basis.NONE)
        arrivals = (*_waking(letter, day), *(_arrival(letter, entry) for entry in moves), *_evening(letter, day))
        head = letter.words("방문지와 도착 시각")
        yield _listed(f"{letter.head(day)} {head}".lstrip(), arrivals)
    if visit.mobility:
        yield _mobility(letter, run.people)
    yield letter.words("방문지별 버스 주차 장소를 미리 확인해 주시기 바랍니다.")
    yield letter.closing()


def _guide(letter: Letter, entry: Entry) -> Iterator[str]:
    if entry.guide is None:
        return
    ask = entry.guide.ask
    kind = choice_of(entry.guide, "kind", letter.translations.gettext)
    whom = (kind, ask.department, entry.guide.telephone) if ask else (kind,)
    yield " ".join((letter.words("[해설 담당자께]"), *(part for part in whom if part)))
    yield letter.greeting()
    yield letter.words(
        "{day} {time} {place}에 {who}{이} 방문할 예정입니다. {minutes}분 동안 해설해 주시기 바랍니다.",
        day=letter.day_of(entry),
        time=clock(entry.arrive),
        place=entry.spot.name or entry.title,
        who=letter.who(entry),
        minutes=entry.stop.stay,
    )
    yield from _changes(letter)
    if letter.visit.mobility:
        yield _mobility(letter, entry.people)
    yield _asked(letter, entry, marked("해설이 가능한지 {host}{으로} 알려 주시기 바랍니다."))


def _meal(letter: Letter, entry: Entry) -> Iterator[str]:
    if entry.stop.eats is None:
        return
    spot = entry.spot
    place = place_name(entry, letter.translations.gettext)
    yield " ".join(part for part in (letter.words("[음식점 담당자께]"), place, spot.phone) if part)
    yield letter.greeting()
    yield letter.words(
        "{day} {time} {who}{이} {meal} 식사를 할 예정입니다.",
        day=letter.day_of(entry),
        time=clock(entry.arrive),
        who=letter.who(entry),
        meal=meal_name(entry, letter.translations.gettext),
    )
    yield from _changes(letter)
    if letter.visit.diet:
        yield _listed(_of_all(letter, letter.words("식사 관련 요청 사항"), entry.people), letter.visit.diet)
    yield _asked(letter, entry, marked("좌석과 식단을 확인한 뒤 {host}{으로} 알려 주시기 바랍니다."))


def _lodging(letter: Letter, entry: Entry) -> Iterator[str]:
    if not entry.stop.night:
        return
    spot = entry.spot
    name = spot.name or entry.title
    yield " ".join(part for part in (letter.words("[숙소 담당자께]"), name, spot.phone) if part)
    yield letter.greeting()
    yield letter.words(
        "{day} {time} {who}{이} 도착해 하룻밤 묵을 예정입니다.",
        day=letter.day_of(entry),
        time=clock(entry.arrive),
        who=letter.who(),
    )
    if entry.leave is not None:
        yield letter.words("다음 날 {time}에 출발할 예정입니다.", time=clock(entry.leave))
    yield from _changes(letter)
    if letter.visit.mobility:
        yield _mobility(letter, entry.people)
    yield _asked(letter, entry, marked("객실을 확인한 뒤 {host}{으로} 알려 주시기 바랍니다."))


def _waking(letter: Letter, day: Day) -> Iterator[str]:
    """When and where they set off in the morning, if they slept at a place that is known."""
    if day.lodging is not None:
        place = day.lodging.spot.name or day.lodging.title
        yield letter.words("{time} {place}에서 출발", time=clock(day.start), place=place)


def _evening(letter: Letter, day: Day) -> Iterator[str]:
    """When a driver's day is over: at a lodging when they get there."""
    if not day.entries[-1].stop.night:
        yield letter.words("{time} 일정 종료", time=clock(day.end))


def _happening(letter: Letter, entry: Entry) -> str:
    return happening(entry, letter.translations.gettext)


def _lines(letter: Letter, entry: Entry) -> Iterator[str]:
    """A stop, and before it the way where that is not by their coach."""
    if entry.leg is not None and entry.leg.mode is not Mode.COACH:
        way = way_of(entry, letter.translations.gettext)
        yield from (f"({way})",) if way else ()
    yield _line(letter, entry)


def _line(letter: Letter, entry: Entry) -> str:
    """A stop as the delegation needs it; of its lunch also the address and the telephone."""
    place = place_name(entry, letter.translations.gettext)
    details = [place] if not entry.tables else []
    for part in entry.parts if entry.stop.eats else ():
        details += [place_name(replace(entry, tables=(part,)), letter.translations.gettext)] if entry.tables else []
        details += [part.spot.address or part.spot.area or "", part.spot.phone or ""]
        details.append(letter.words("확인 필요") if "address" in part.spot.doubtful else "")
    details.append(meeting(entry, letter.translations.gettext))
    details.append(night_of(entry, letter.translations.gettext))
    where = ", ".join(part for part in details if part)
    when = stay_of(entry, letter.translations.gettext)
    return f"{when} {_happening(letter, entry)}{f' ({where})' if where else ''}"


def _rides(letter: Letter, run: Run) -> Iterator[str]:
    """Who rides on a coach, a line for each place where they get on: `1호차 07:30 새벽빛시청 앞, 주민자치위원 20명`."""
    for line in boarded(run, letter.translations):
        yield f"{coach_name(run, letter.translations)} {line}"


def _changes(letter: Letter) -> Iterator[str]:
    """What is different from the revision before, as the editor wrote it: nobody has to compare two letters."""
    visit = letter.visit
    if visit.changed:
        yield _listed(letter.words("{number}판 대비 변경 사항", number=visit.revision - 1), visit.changed)


def _asked(letter: Letter, entry: Entry, question: str) -> str:
    """What the host wants to know; whom to call where the place has said yes already."""
    return letter.closing() if entry.stop.confirmed else letter.words(question, host=letter.whom_to_call)


def _mobility(letter: Letter, people: int | None) -> str:
    return _listed(_of_all(letter, letter.words("거동이 불편한 분"), people), letter.visit.mobility)


def _of_all(letter: Letter, head: str, people: int | None) -> str:
    """What is told of the whole delegation says so to who sees a part of it: nobody knows whom they get."""
    return head if people in (None, letter.visit.people) else letter.words("{head}(방문단 전체)", head=head)


def _listed(head: str, lines: Iterable[str]) -> str:
    return "\n".join((f"{head}:", *(f"- {line}" for line in lines)))


def _arrival(letter: Letter, entry: Entry) -> str:
    """A stop as a driver needs it: `12:05 나룻배 밥상, 점심, 마루군 가온면 강길 20`."""
    activity, spot = _happening(letter, entry), entry.spot
    place = place_name(entry, letter.translations.gettext)
    doubt = spot.address and "address" in spot.doubtful
    happens = activity if entry.stop.eats or not place else ""
    mode = entry.leg.mode if entry.leg else Mode.COACH
    alone = "" if mode is Mode.COACH else letter.words("{mode} 이동", mode=mode_name(mode, letter.translations.gettext))
    where = [part.spot.address or part.spot.area or "" for part in entry.parts]
    parts = (place, happens, alone, *where, letter.words("확인 필요") if doubt else "")
    return f"{clock(entry.arrive)} {', '.join(part for part in parts if part)}"
