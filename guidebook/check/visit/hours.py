"""Rules over opening hours: every place of a visit is open when the delegation comes, or someone has asked.

A stop whose place has said yes (`confirmed`) is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from guidebook.check.visit.records import line_of, planned
from guidebook.model.catalogue import Catalogue
from guidebook.model.clock import clock
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.records.place_kinds import PlaceKind
from guidebook.model.records.visit import Visit
from guidebook.model.settings.city import Holiday
from guidebook.model.text import Text, text
from guidebook.model.wording.ranges import between
from guidebook.plan.arrival import Found, State, Why, find
from guidebook.plan.holiday import knows, public_holiday
from guidebook.plan.itinerary import Entry
from guidebook.plan.opening import parses
from guidebook.plan.spot import Spot

OFFICE_LUNCH = (12 * 60, 13 * 60)
"""Nobody is at the desks."""
_FEAST_WORDS = re.compile("명절|연휴|설날|추석|(?<![가-힣])설(?![가-힣])")
"""설 alone is 설날, in 시설 it is not."""
_HOLIDAY_WORDS = re.compile("공휴일|국경일")

_CLOSED_WEEKLY = (
    text("방문일 {date} 월요일은 '{place}'의 휴무일입니다(자료: {said})."),
    text("방문일 {date} 화요일은 '{place}'의 휴무일입니다(자료: {said})."),
    text("방문일 {date} 수요일은 '{place}'의 휴무일입니다(자료: {said})."),
    text("방문일 {date} 목요일은 '{place}'의 휴무일입니다(자료: {said})."),
    text("방문일 {date} 금요일은 '{place}'의 휴무일입니다(자료: {said})."),
    text("방문일 {date} 토요일은 '{place}'의 휴무일입니다(자료: {said})."),
    text("방문일 {date} 일요일은 '{place}'의 휴무일입니다(자료: {said})."),
)
"""From Monday on; whole sentences, because a weekday is a word of its own in every language."""


def holidays_are_known(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """The calendar of holidays reaches as far as the visit."""
    for visit, _ in planned(catalogue):
        year = int(visit.date[:4])
        if not knows(year):
            yield Diagnostic(
                catalogue.where(visit, "date"),
                "unknown-holidays",
                text("{year}년은 공휴일 자료에 없는 해라, 공휴일에 휴무인 곳을 확인할 수 없습니다.", year=year),
                text("달력에서 공휴일인지 확인하고, 공휴일이면 site.yml의 holidays에 적으세요."),
                Severity.WARNING,
            )


def places_are_open_on_arrival(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Nobody stands before a closed door."""
    extra = catalogue.site.holidays if catalogue.site else ()
    for visit, plan in planned(catalogue):
        day = date.fromisoformat(visit.date)
        for entry in plan.entries:
            if not entry.stop.confirmed:
                yield from _door(catalogue, visit, entry, day, extra)


def _door(
    catalogue: Catalogue, visit: Visit, entry: Entry, day: date, extra: tuple[Holiday, ...]
) -> Iterator[Diagnostic]:
    spot = entry.spot
    rule = spot.opening if spot.opening and parses(spot.opening) else None
    if rule is not None:
        arrival = find(rule, day, entry.arrive, entry.depart, extra, spot.moved_closing)
        if arrival.state is State.CLOSED:
            yield _warning(catalogue, visit, entry, "date", "closed-on-arrival", _closed(arrival, spot, day))
            return
        if arrival.state is State.OUTSIDE:
            yield _warning(catalogue, visit, entry, "start", "outside-hours", _outside(arrival, entry))
        elif _is_office(catalogue, spot) and _over_lunch(entry):
            yield _warning(catalogue, visit, entry, "start", "office-lunch", _at_lunch(entry))
    holiday = public_holiday(day, extra)
    if holiday and _perhaps_closed(spot, holiday):
        unsure = text(
            "방문일 {date}({holiday})에 '{place}' 운영 여부가 분명하지 않습니다(자료: {said}).",
            date=visit.date,
            holiday=holiday,
            place=spot.name,
            said=_stated_hours(spot),
        )
        yield _warning(catalogue, visit, entry, "date", "maybe-closed", unsure)


def _perhaps_closed(spot: Spot, holiday: str) -> bool:
    """Whether the source says it closes on such holidays: OSM's grammar has no name for 설날 and 추석."""
    closed = spot.closed or ""
    if _FEAST_WORDS.search(closed) and _FEAST_WORDS.search(holiday):
        return True
    return bool(_HOLIDAY_WORDS.search(closed)) and not spot.moved_closing


def _warning(catalogue: Catalogue, visit: Visit, entry: Entry, otherwise: str, code: str, message: Text) -> Diagnostic:
    return Diagnostic(line_of(catalogue, visit, entry, otherwise), code, message, _ask(entry.spot), Severity.WARNING)


def _closed(arrival: Found, spot: Spot, day: date) -> Text:
    values = {"date": day.isoformat(), "place": spot.name, "said": _stated_hours(spot)}
    if arrival.why is Why.WEEKDAY:
        return Text(_CLOSED_WEEKLY[day.weekday()].wording, tuple(values.items()))
    if arrival.why is Why.HOLIDAY:
        return text(
            "방문일 {date}({holiday})에 '{place}' 방문지는 휴무입니다(자료: {said}).", holiday=arrival.holiday, **values
        )
    if arrival.why is Why.MOVED:
        return text(
            "방문일 {date}에 '{place}' 방문지는 휴무입니다. 공휴일과 겹친 휴무일을 옮긴 날입니다(자료: {said}).",
            **values,
        )
    return text("방문일 {date}에 '{place}' 방문지는 휴무입니다(자료: {said}).", **values)


def _outside(arrival: Found, entry: Entry) -> Text:
    return text(
        "'{place}' 체류 시간({arrive}~{leave})이 운영시간({hours})을 벗어납니다(자료: {said}).",
        place=entry.spot.name,
        arrive=clock(entry.arrive),
        leave=clock(entry.depart),
        hours=", ".join(between(clock(begin), clock(end)) for begin, end in arrival.spans),
        said=_stated_hours(entry.spot),
    )


def _at_lunch(entry: Entry) -> Text:
    return text(
        "'{place}' 체류 시간({arrive}~{leave})에 점심시간(12:00~13:00)이 끼어 있습니다.",
        place=entry.spot.name,
        arrive=clock(entry.arrive),
        leave=clock(entry.depart),
    )


def _stated_hours(spot: Spot) -> str:
    """The source's own words on hours and closed days, else the rule; with a mark where they need confirming."""
    stated = ", ".join(part for part in (spot.hours, spot.closed) if part) or spot.opening or "-"
    return f"{stated}, 확인 필요" if spot.doubtful & {"hours", "closed", "opening"} else stated


def _ask(spot: Spot) -> Text:
    """What to do: another day or time, or a telephone call, written down."""
    if spot.phone:
        return text(
            "다른 날이나 시간을 고르거나, {phone}에 전화로 확인한 뒤 이 방문의 confirmed에 {id} 아이디를 더하세요.",
            phone=spot.phone,
            id=spot.id,
        )
    return text(
        "다른 날이나 시간을 고르거나, 운영 여부를 확인한 뒤 이 방문의 confirmed에 {id} 아이디를 더하세요.", id=spot.id
    )


def _is_office(catalogue: Catalogue, spot: Spot) -> bool:
    place = catalogue.place(spot.id) if spot.kind == "site" and spot.id else None
    return spot.kind == "hall" or (place is not None and place.kind == PlaceKind.CITY_HALL)


def _over_lunch(entry: Entry) -> bool:
    begin, end = OFFICE_LUNCH
    return not entry.stop.lunch and entry.arrive < end and entry.depart > begin


RULES = (holidays_are_known, places_are_open_on_arrival)
"""What the others rest on first."""
