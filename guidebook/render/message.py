"""What the host sends before the day: texts to paste for driver, guides, restaurant and delegation."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

from guidebook.model.clock import clock
from guidebook.model.site import Site
from guidebook.model.visit import Visit
from guidebook.plan.itinerary import Entry, Itinerary
from guidebook.render.dates import with_weekday
from guidebook.render.notice import notice


def message(visit: Visit, itinerary: Itinerary, site: Site, translations: gettext.NullTranslations) -> str:
    """The texts one below the other, each under a line that says whom it is for."""
    parts = [*_delegation(visit, itinerary, translations), *_driver(visit, itinerary, translations)]
    for entry in itinerary.entries:
        parts += [*_guide(entry, visit, translations), *_lunch(entry, visit, translations)]
    warning = notice(site, "ko", translations)
    return "\n\n".join((*parts, *((warning,) if warning else ()))) + "\n"


def _delegation(visit: Visit, itinerary: Itinerary, translations: gettext.NullTranslations) -> Iterator[str]:
    words = translations.gettext
    yield words("[방문단께]")
    yield words("{when} {delegation} {count}명을 맞이합니다. 일정은 다음과 같습니다.").format(
        when=_when(visit, itinerary.start), delegation=visit.delegation, count=visit.people
    )
    yield "\n".join(f"{clock(entry.arrive)}~{clock(entry.depart)} {entry.title}" for entry in itinerary.entries)
    yield words("궁금한 점은 {host}로 연락해 주세요.").format(host=_host(visit))


def _driver(visit: Visit, itinerary: Itinerary, translations: gettext.NullTranslations) -> Iterator[str]:
    words = translations.gettext
    yield words("[기사께]")
    yield words("{when} {count}명이 탑니다. 들르는 곳과 도착할 시각입니다. 버스를 댈 곳을 확인 부탁드립니다.").format(
        when=_when(visit, itinerary.start), count=visit.people
    )
    yield "\n".join(
        f"{clock(entry.arrive)} {entry.spot.name or entry.title}{_address(entry, translations)}"
        for entry in itinerary.entries
    )
    yield words("연락할 곳: {host}").format(host=_host(visit))


def _guide(entry: Entry, visit: Visit, translations: gettext.NullTranslations) -> Iterator[str]:
    if entry.guide is None:
        return
    words = translations.gettext
    ask = entry.guide.ask
    yield words("[해설하는 분께]") + (f" {ask.department} {ask.phone or ''}".rstrip() if ask else "")
    yield words("{when} {place}에 {delegation} {count}명이 갑니다. {minutes}분 동안 설명을 부탁드립니다.").format(
        when=_when(visit, entry.arrive),
        place=entry.spot.name or entry.title,
        delegation=visit.delegation,
        count=visit.people,
        minutes=entry.stop.stay,
    )
    if not entry.stop.confirmed:
        yield words("오실 수 있는지 확인 부탁드립니다. {host}").format(host=_host(visit))


def _lunch(entry: Entry, visit: Visit, translations: gettext.NullTranslations) -> Iterator[str]:
    if not entry.stop.lunch:
        return
    words, spot = translations.gettext, entry.spot
    doubt = f"({words('확인 필요')})" if "phone" in spot.doubtful else ""
    yield words("[음식점에]") + f" {spot.name} {spot.phone or ''}{doubt}".rstrip()
    yield words("{when} {count}명이 점심을 먹으러 갑니다. 자리와 차림을 확인 부탁드립니다. {host}").format(
        when=_when(visit, entry.arrive), count=visit.people, host=_host(visit)
    )


def _address(entry: Entry, translations: gettext.NullTranslations) -> str:
    if not entry.spot.address:
        return ""
    doubt = f" {translations.gettext('확인 필요')}" if "address" in entry.spot.doubtful else ""
    return f" ({entry.spot.address}{doubt})"


def _when(visit: Visit, minutes: int) -> str:
    return f"{with_weekday(visit.date)} {clock(minutes)}"


def _host(visit: Visit) -> str:
    return f"{visit.host.department} {visit.host.phone}"
