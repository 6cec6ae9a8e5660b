"""What all peers are given, as plain values that know no peer's idiom: records, written pages, chapters, visits.

The same numbers give the same values on every machine (`test_harness.py` holds their digest).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tests.benchmarks import words

SECTIONS = 5
"""Sections that written pages and records stand under, in every peer."""
PAGE_OCTETS = 4_500
"""Octets of a written page in UTF-8."""
FIRST_DAY = date(2027, 1, 5)
"""A Tuesday, on which the first delegation comes."""
TABLE_EVERY = 3
"""Each third chapter of a book has a table."""


@dataclass(frozen=True, slots=True)
class Shop:
    """A restaurant: what any directory says of one."""

    id: str
    name: str
    town: int
    address: str
    phone: str
    hours: str
    dish: str
    seats: int
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the second level with what stands below it."""

    heading: str
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...] = ()
    """A table of three columns, the first row its head."""


@dataclass(frozen=True, slots=True)
class Text:
    """A written page, or a chapter of a book."""

    id: str
    title: str
    section: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """A delegation that comes on a day."""

    id: str
    delegation: str
    people: int
    day: str


def shops(count: int) -> Iterator[Shop]:
    """So many restaurants, spread over the towns."""
    for number in range(count):
        chance = words.dice("shop", number)
        opens, closes = chance.randint(9, 11), chance.randint(19, 22)
        town = number % len(words.TOWNS)
        yield Shop(
            id=f"shop-{number:05}",
            name=words.shop(number),
            town=town,
            address=f"가람도 마루군 {words.TOWNS[town]}면 {chance.choice(words.ADJECTIVES)}길 {chance.randint(1, 400)}",
            phone=f"043-222-{number % 10_000:04}",
            hours=f"{opens:02}:00-{closes}:00",
            dish=chance.choice(words.DISHES),
            seats=chance.randint(12, 120),
            latitude=round(36.40 + chance.random() * 0.2, 4),
            longitude=round(127.80 + chance.random() * 0.2, 4),
        )


def written_pages(count: int) -> Iterator[Text]:
    """So many texts of 4.5 kB, five sections of them."""
    return (_text("post", number, f"마을 글 {number:05}", False) for number in range(count))


def chapters(count: int) -> Iterator[Text]:
    """So many chapters of a book, each of 4.5 kB and each third with a table."""
    return (_text("chapter", number, f"마을 이야기 {number:03}", number % TABLE_EVERY == 0) for number in range(count))


def visits(count: int) -> Iterator[Visit]:
    """So many delegations, from Tuesday to Thursday over fifty weeks."""
    days = [FIRST_DAY + timedelta(weeks=week, days=day) for week in range(50) for day in range(3)]
    for number in range(count):
        chance = words.dice("visit", number)
        city = words.CITIES[number % len(words.CITIES)]
        yield Visit(
            f"visit-{number:04}",
            f"{city}시 주민자치회 {number + 1}차",
            chance.randint(8, 40),
            days[number % len(days)].isoformat(),
        )


def _text(kind: str, number: int, title: str, table: bool) -> Text:
    chance = words.dice(kind, number)
    parts: list[Part] = []
    octets = 0
    while octets < PAGE_OCTETS:
        paragraphs = tuple(words.paragraph(chance, 360) for _ in range(chance.randint(2, 4)))
        heading = f"{len(parts) + 1}. {chance.choice(words.STEMS)} 이야기"
        parts.append(Part(heading, paragraphs, _table(number) if table and not parts else ()))
        octets += sum(len(text.encode()) for text in paragraphs)
    return Text(f"{kind}-{number:05}", title, number % SECTIONS, tuple(parts))


def _table(number: int) -> tuple[tuple[str, str, str], ...]:
    chance = words.dice("table", number)
    rows = ((f"{2020 + year}년", f"{chance.randint(1, 90)}명", words.sentence(chance)) for year in range(6))
    return (("연도", "참여", "한 일"), *rows)
