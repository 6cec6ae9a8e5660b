"""The messages that the host sends before the visit: to the delegation, drivers, guides and the restaurant."""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guidebook.model.clock import clock
from guidebook.model.particles import filled
from guidebook.model.records.visit import Visit
from guidebook.model.site import Site
from guidebook.model.wording.dates import with_weekday
from guidebook.model.wording.numbers import number
from guidebook.model.wording.ranges import between
from guidebook.model.wording.sample import notice
from guidebook.plan.coaches import Run, runs_of
from guidebook.plan.itinerary import Entry, Itinerary
from guidebook.plan.leg import Basis
from guidebook.plan.stop_names import happening, place_name
from guidebook.render.text.coaches import boarded, coach_name, counted
from guidebook.render.text.labels import choice_of


@dataclass(frozen=True, slots=True)
class _Letter:
    """What every part speaks of, and in which language."""

    visit: Visit
    site: Site
    translations: gettext.NullTranslations
    language: str

    def words(self, wording: str, **values: object) -> str:
        return filled(self.translations.gettext(wording), **values)

    @property
    def day(self) -> str:
        return with_weekday(self.visit.date, self.language, self.translations.gettext)

    @property
    def host(self) -> str:
        """The city, the office and its duty."""
        return f"{self.site.city.named(self.language)} {self.visit.host.name}"

    @property
    def whom_to_call(self) -> str:
        """The host with its telephone number."""
        return f"{self.host} {self.visit.host.phone}"

    def closing(self) -> str:
        """Whom to call with a question."""
        return self.words("궁금한 점은 {host}{으로} 연락해 주시기 바랍니다.", host=self.whom_to_call)

    def greeting(self) -> str:
        """Who writes; from the second revision on also that something is new."""
        hello = self.words("안녕하십니까. {host}입니다.", host=self.host)
        revision = self.visit.revision
        again = self.words("내용이 바뀌어 다시 알려 드립니다({edition}판).", edition=revision) if revision > 1 else ""
        return f"{hello} {again}".rstrip()

    def who(self) -> str:
        """The delegation and how many they are."""
        return self.words("{delegation} {count}명", delegation=self.visit.delegation, count=number(self.visit.people))


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
    letter = _Letter(visit, site, translations, language)
    parts = [to_delegation] if to_delegation else [*_delegation(letter, itinerary)]
    for run in runs_of(visit):
        parts += _driver(letter, itinerary, run)
    for entry in itinerary.entries:
        parts += [*_guide(letter, entry), *_lunch(letter, entry)]
    return "\n\n".join((*parts, *_notice(letter))) + "\n"


def message_to_delegation(
    visit: Visit, itinerary: Itinerary, site: Site, translations: gettext.NullTranslations, language: str
) -> str:
    """The text to the delegation alone."""
    letter = _Letter(visit, site, translations, language)
    return "\n\n".join((*_delegation(letter, itinerary), *_notice(letter)))


def _notice(letter: _Letter) -> tuple[str, ...]:
    warning = notice(letter.site, letter.language, letter.translations)
    return (warning,) if warning else ()


def _delegation(letter: _Letter, itinerary: Itinerary) -> Iterator[str]:
    visit, contact = letter.visit, letter.visit.contact
    yield letter.words("[방문단께]") + (f" {contact.name} {contact.phone}" if contact else "")
    yield letter.greeting()
    when = f"{letter.day} {clock(itinerary.start)}"
    yield letter.words("{when} {who}의 방문 일정을 알려 드립니다.", when=when, who=letter.who())
    yield from _changes(letter)
    depart = visit.depart
    if visit.coaches:
        yield _listed(letter.words("탑승 차량"), (line for run in runs_of(visit) for line in _rides(letter, run)))
    elif depart:
        yield letter.words("{time} {place}에서 출발", time=depart.time, place=depart.place)
    yield "\n".join(_line(letter, entry) for entry in itinerary.entries)
    yield letter.words("인원, 식사, 거동이 불편한 분에 관한 사항이 바뀌면 미리 알려 주시기 바랍니다.")
    yield letter.closing()


def _driver(letter: _Letter, itinerary: Itinerary, run: Run) -> Iterator[str]:
    visit = letter.visit
    name = coach_name(run, letter.translations) if visit.coaches else ""
    head = letter.words("[버스 기사님께]")
    yield f"{head} {name}".rstrip()
    yield letter.greeting()
    who = " ".join((letter.day, visit.delegation, counted(run.people, letter.translations))).rstrip()
    yield letter.words("{who}의 버스 운행 일정입니다.", who=who)
    yield from _changes(letter)
    if run.boarding:
        yield _listed(letter.words("탑승 장소"), boarded(run, letter.translations))
    end = letter.words("{time} 일정 종료", time=clock(itinerary.end))
    moves = (entry for entry in itinerary.entries if entry.leg is None or entry.leg.basis is not Basis.NONE)
    arrivals = (*(_arrival(letter, entry) for entry in moves), end)
    yield _listed(letter.words("방문지와 도착 시각"), arrivals)
    if visit.mobility:
        yield _mobility(letter)
    yield letter.words("방문지별 버스 주차 장소를 미리 확인해 주시기 바랍니다.")
    yield letter.closing()


def _guide(letter: _Letter, entry: Entry) -> Iterator[str]:
    if entry.guide is None:
        return
    ask = entry.guide.ask
    kind = choice_of(entry.guide, "kind", letter.translations.gettext)
    whom = (kind, ask.department, entry.guide.telephone) if ask else (kind,)
    yield " ".join((letter.words("[해설 담당자께]"), *(part for part in whom if part)))
    yield letter.greeting()
    yield letter.words(
        "{day} {time} {place}에 {who}{이} 방문할 예정입니다. {minutes}분 동안 해설해 주시기 바랍니다.",
        day=letter.day,
        time=clock(entry.arrive),
        place=entry.spot.name or entry.title,
        who=letter.who(),
        minutes=entry.stop.stay,
    )
    yield from _changes(letter)
    if letter.visit.mobility:
        yield _mobility(letter)
    if entry.stop.confirmed:
        yield letter.closing()
    else:
        yield letter.words("해설이 가능한지 {host}{으로} 알려 주시기 바랍니다.", host=letter.whom_to_call)


def _lunch(letter: _Letter, entry: Entry) -> Iterator[str]:
    if not entry.stop.lunch:
        return
    spot = entry.spot
    place = place_name(entry, letter.translations.gettext)
    yield " ".join(part for part in (letter.words("[음식점 담당자께]"), place, spot.phone) if part)
    yield letter.greeting()
    yield letter.words(
        "{day} {time} {who}{이} 점심 식사를 할 예정입니다.",
        day=letter.day,
        time=clock(entry.arrive),
        who=letter.who(),
    )
    yield from _changes(letter)
    if letter.visit.diet:
        yield _listed(letter.words("식사 관련 요청 사항"), letter.visit.diet)
    if entry.stop.confirmed:
        yield letter.closing()
    else:
        yield letter.words("좌석과 식단을 확인한 뒤 {host}{으로} 알려 주시기 바랍니다.", host=letter.whom_to_call)


def _happening(letter: _Letter, entry: Entry) -> str:
    return happening(entry, letter.translations.gettext)


def _line(letter: _Letter, entry: Entry) -> str:
    """A stop as the delegation needs it; of its lunch also the address and the telephone."""
    place = place_name(entry, letter.translations.gettext)
    details = [place]
    if entry.stop.lunch:
        details += [entry.spot.address or entry.spot.area or "", entry.spot.phone or ""]
    doubt = entry.stop.lunch and "address" in entry.spot.doubtful
    details.append(letter.words("확인 필요") if doubt else "")
    where = ", ".join(part for part in details if part)
    when = between(clock(entry.arrive), clock(entry.depart), letter.translations.gettext)
    return f"{when} {_happening(letter, entry)}{f' ({where})' if where else ''}"


def _rides(letter: _Letter, run: Run) -> Iterator[str]:
    """Who rides on a coach, a line for each place where they get on: `1호차 07:30 새벽빛시청 앞, 주민자치위원 20명`."""
    for line in boarded(run, letter.translations):
        yield f"{coach_name(run, letter.translations)} {line}"


def _changes(letter: _Letter) -> Iterator[str]:
    """What is different from the revision before, as the editor wrote it: nobody has to compare two letters."""
    visit = letter.visit
    if visit.changed:
        yield _listed(letter.words("{number}판 대비 변경 사항", number=visit.revision - 1), visit.changed)


def _mobility(letter: _Letter) -> str:
    return _listed(letter.words("거동이 불편한 분"), letter.visit.mobility)


def _listed(head: str, lines: Iterable[str]) -> str:
    return "\n".join((f"{head}:", *(f"- {line}" for line in lines)))


def _arrival(letter: _Letter, entry: Entry) -> str:
    """A stop as a driver needs it: `12:05 나룻배 밥상, 점심, 마루군 가온면 강길 20`."""
    activity, spot = _happening(letter, entry), entry.spot
    place = place_name(entry, letter.translations.gettext)
    doubt = spot.address and "address" in spot.doubtful
    happens = activity if entry.stop.lunch or not place else ""
    parts = (place, happens, spot.address or spot.area or "", letter.words("확인 필요") if doubt else "")
    return f"{clock(entry.arrive)} {', '.join(part for part in parts if part)}"
