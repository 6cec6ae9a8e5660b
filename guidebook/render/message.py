"""What the host sends before the day: texts to paste for driver, guides, restaurant and delegation."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from dataclasses import dataclass

from guidebook.model.clock import clock
from guidebook.model.site import Site
from guidebook.model.visit import Visit
from guidebook.plan.itinerary import Entry, Itinerary
from guidebook.render.dates import with_weekday
from guidebook.render.notice import notice


@dataclass(frozen=True, slots=True)
class _Letter:
    """What every part speaks of, and in which language."""

    visit: Visit
    translations: gettext.NullTranslations
    language: str

    def when(self, minutes: int) -> str:
        return f"{with_weekday(self.visit.date, self.language)} {clock(minutes)}"

    @property
    def host(self) -> str:
        return f"{self.visit.host.department} {self.visit.host.phone}"


def message(
    visit: Visit, itinerary: Itinerary, site: Site, translations: gettext.NullTranslations, language: str = "ko"
) -> str:
    """The texts one below the other, each under a line that says whom it is for."""
    letter = _Letter(visit, translations, language)
    parts = [*_delegation(letter, itinerary), *_driver(letter, itinerary)]
    for entry in itinerary.entries:
        parts += [*_guide(letter, entry), *_lunch(letter, entry)]
    warning = notice(site, language, translations)
    return "\n\n".join((*parts, *((warning,) if warning else ()))) + "\n"


def _delegation(letter: _Letter, itinerary: Itinerary) -> Iterator[str]:
    words = letter.translations.gettext
    yield words("[방문단께]")
    yield words("{when} {delegation} {count}명을 맞이합니다. 일정은 다음과 같습니다.").format(
        when=letter.when(itinerary.start), delegation=letter.visit.delegation, count=letter.visit.people
    )
    yield "\n".join(f"{clock(entry.arrive)}~{clock(entry.depart)} {entry.title}" for entry in itinerary.entries)
    yield words("궁금한 점은 {host}로 연락해 주세요.").format(host=letter.host)


def _driver(letter: _Letter, itinerary: Itinerary) -> Iterator[str]:
    words = letter.translations.gettext
    yield words("[기사께]")
    yield words("{when} {count}명이 탑니다. 들르는 곳과 도착할 시각입니다. 버스를 댈 곳을 확인 부탁드립니다.").format(
        when=letter.when(itinerary.start), count=letter.visit.people
    )
    yield "\n".join(
        f"{clock(entry.arrive)} {entry.spot.name or entry.title}{_address(letter, entry)}"
        for entry in itinerary.entries
    )
    yield words("연락할 곳: {host}").format(host=letter.host)


def _guide(letter: _Letter, entry: Entry) -> Iterator[str]:
    if entry.guide is None:
        return
    words = letter.translations.gettext
    ask = entry.guide.ask
    yield words("[해설하는 분께]") + (f" {ask.department} {ask.phone or ''}".rstrip() if ask else "")
    yield words("{when} {place}에 {delegation} {count}명이 갑니다. {minutes}분 동안 설명을 부탁드립니다.").format(
        when=letter.when(entry.arrive),
        place=entry.spot.name or entry.title,
        delegation=letter.visit.delegation,
        count=letter.visit.people,
        minutes=entry.stop.stay,
    )
    if not entry.stop.confirmed:
        yield words("오실 수 있는지 확인 부탁드립니다. {host}").format(host=letter.host)


def _lunch(letter: _Letter, entry: Entry) -> Iterator[str]:
    if not entry.stop.lunch:
        return
    words, spot = letter.translations.gettext, entry.spot
    doubt = f"({words('확인 필요')})" if "phone" in spot.doubtful else ""
    yield words("[음식점에]") + f" {spot.name} {spot.phone or ''}{doubt}".rstrip()
    yield words("{when} {count}명이 점심을 먹으러 갑니다.").format(
        when=letter.when(entry.arrive), count=letter.visit.people
    )
    if not entry.stop.confirmed:
        yield words("자리와 차림을 확인 부탁드립니다. {host}").format(host=letter.host)


def _address(letter: _Letter, entry: Entry) -> str:
    if not entry.spot.address:
        return ""
    doubt = f" {letter.translations.gettext('확인 필요')}" if "address" in entry.spot.doubtful else ""
    return f" ({entry.spot.address}{doubt})"
