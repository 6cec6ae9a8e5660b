"""What the papers of visitors who read no Korean have otherwise: names of halls, names of files, a word on reports.

Separate, because Korean papers need none of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from guidebook.model.catalogue import Catalogue
from guidebook.plan.itinerary import Entry, Itinerary
from guidebook.words import marked

Words = Callable[[str], str]
EDITIONS = (marked("화면용"), marked("복사기용"), marked("A4용"), marked("큰글자"), marked("인쇄소용"))
"""What print formats are called in names of files."""
_UNSAFE = re.compile(r'[\\/:*?"<>|\s]+')
"""What no name of a file may hold."""


def with_foreign_halls(plan: Itinerary, words: Words, catalogue: Catalogue) -> Itinerary:
    """The schedule with its town halls named by the words of the language and the towns' own names."""
    return replace(plan, entries=tuple(_named(entry, words, catalogue) for entry in plan.entries))


def _named(entry: Entry, words: Words, catalogue: Catalogue) -> Entry:
    town = catalogue.town(entry.spot.id or "") if entry.spot.kind == "hall" else None
    if town is None:
        return entry
    name = words("{town} 행정복지센터").format(town=town.name)
    title = name if entry.title == entry.spot.name else entry.title
    return replace(entry, spot=replace(entry.spot, name=name), title=title)


def file_name(name: str, words: Words) -> str:
    """`환영-안내판.pdf` in the language of those who get it: `Welcome-sign.pdf`. In Korean it stays as it is."""
    stem, dot, suffix = name.partition(".")
    known = words(stem.replace("-", " "))
    return f"{_UNSAFE.sub('-', known)}{dot}{suffix}"


def report_remark(words: Words) -> str:
    """What stands over a report whose body is Korean."""
    return words("이 사례 보고의 본문은 한국어로 쓰여 있습니다.")
