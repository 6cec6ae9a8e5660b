"""Corpora in our own idiom: a tiny city's content with so many restaurants, written pages, chapters or visits more."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks import corpora, words

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "cities" / "maru"
FIRST_TOWNS = 2
"""Towns that the tiny city has already, under the same names."""
RECORD = """name: {name}
kind: 일반음식점
dishes: [{dish}]
town: {town}
address: {address}
point: {{lat: {latitude}, lon: {longitude}}}
phone: {phone}
seats: {seats}
opening: {hours}
sources:
  - kind: official
    publisher: 마루군
    title: 누리집 자료
    covers: [kind, dishes, address, point, phone, seats, opening]
"""
TOWN = """name: {name}면
name_en: Town {order}
kind: myeon
order: {order}
hall:
  address: 가람도 마루군 {name}면 마루로 {order}0
  point: {{lat: {latitude}, lon: {longitude}}}
  phone: 043-222-9{order:03}
  as_of: 2026. 10. 확인
  sources:
    - {{kind: official, publisher: 마루군, title: 누리집 자료, date: 2026-10}}
"""
VISIT = """delegation: {delegation}
people: {people}
copies: {people}
date: {day}
start: "10:00"
end: "16:00"
route: river-day
host:
  department: 마을자치과
  phone: 043-222-0101
edition_at: 2026-11-25 16:30
"""


def with_records(content: Path, count: int) -> None:
    """The city with so many restaurants more, in twelve towns."""
    shutil.copytree(BASE, content)
    for number, name in enumerate(words.TOWNS[FIRST_TOWNS:], start=FIRST_TOWNS + 1):
        place = {"latitude": round(36.4 + number / 100, 3), "longitude": round(127.8 + number / 100, 3)}
        (content / "towns" / f"town-{number}.yml").write_text(
            TOWN.format(name=name, order=number, **place), encoding="utf-8"
        )
    for shop in corpora.shops(count):
        values = {name: getattr(shop, name) for name in ("name", "dish", "address", "phone", "hours", "seats")}
        values |= {"latitude": shop.latitude, "longitude": shop.longitude, "town": town_id(shop.town)}
        (content / "restaurants" / f"{shop.id}.yml").write_text(RECORD.format(**values), encoding="utf-8")


def town_id(number: int) -> str:
    """The id of a town of `words.TOWNS`."""
    return ("gaon", "naru")[number] if number < FIRST_TOWNS else f"town-{number + 1}"


def with_pages(content: Path, count: int) -> None:
    """The city with so many written pages more, which stand under sections and in no book."""
    shutil.copytree(BASE, content)
    for number in range(corpora.SECTIONS):
        _write(
            content, f"news{number}", f"소식 {number}호", f"order: {20 + number}\nbook: false", "마을의 소식입니다.\n"
        )
    for text in corpora.written_pages(count):
        _write(content, text.id, text.title, f"section: news{text.section}\nbook: false", markdown(text.parts))


def with_book(content: Path, count: int) -> None:
    """The city with so many chapters more in its guidebook."""
    shutil.copytree(BASE, content)
    _write(content, "stories", "마을 이야기", "order: 1", "마을의 이야기를 모았습니다.\n")
    for number, text in enumerate(corpora.chapters(count)):
        _write(content, text.id, text.title, f"order: {number}\nsection: stories", markdown(text.parts))


def with_visits(content: Path, count: int) -> None:
    """The city with so many planned visits, and none of its own."""
    shutil.copytree(BASE, content, ignore=shutil.ignore_patterns("hansol.yml"))
    for visit in corpora.visits(count):
        values = {name: getattr(visit, name) for name in ("delegation", "people", "day")}
        (content / "visits" / f"{visit.id}.yml").write_text(VISIT.format(**values), encoding="utf-8")


def markdown(parts: Iterable[corpora.Part], captions: bool = True) -> str:
    """The body of a text; our own dialect wants a caption above a table."""
    blocks: list[str] = []
    for part in parts:
        blocks.append(f"## {part.heading}")
        blocks += part.paragraphs
        if part.rows:
            rows = [f"| {' | '.join(row)} |" for row in part.rows]
            table = "\n".join([rows[0], "|---|---|---|", *rows[1:]])
            blocks.append(f"표: 해마다 한 일\n\n{table}" if captions else table)
    return "\n\n".join(blocks) + "\n"


def _write(content: Path, id: str, title: str, place: str, body: str) -> None:
    head = f"---\ntitle: {title}\nsummary: {title}에 적은 마을의 일입니다.\n{place}\n---\n"
    (content / "pages" / f"{id}.md").write_text(head + body, encoding="utf-8")
