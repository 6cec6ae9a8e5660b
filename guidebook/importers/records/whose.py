"""Whose a value is that an import wrote: a list of another publisher or title never replaces it, but asks.

Neither does a list of the same day that says something else: which of two is right nobody can say by their dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guidebook.importers.records.entry import NOBODY, Entry, Origin
from guidebook.importers.records.fields import title_of
from guidebook.importers.records.own_sources import COVERS, SOURCES, VIA, mark_of
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.records.imports import Import
from guidebook.model.text import Text, text

SHOWN = 60
"""Letters of a value."""
_BY_HAND = text("맞는 값을 파일에 직접 적으세요.")


def another(data: Mapping[str, Any], last: Import, origin: Origin, name: str) -> str | None:
    """The source that an import named for the value of a field, where it is not the one of this data.

    A source that nobody named gives way to any.
    """
    held = [words for words, _ in _held(data, last, origin, name) if not words.startswith(f"{NOBODY}, ")]
    return held[0] if held and _words(origin.publisher, origin.title) not in held else None


def day_of(data: Mapping[str, Any], last: Import, origin: Origin, name: str) -> str:
    """The day of the list that said the value of a field."""
    return max((day for _, day in _held(data, last, origin, name)), default=last.date)


def _held(data: Mapping[str, Any], last: Import, origin: Origin, name: str) -> list[tuple[str, str]]:
    """Publishers, titles and days of what this kind of import read the value in; of all where none is of the value."""
    own = list(_own(data, origin))
    if not own and last.source:
        return [(last.source.partition(f" ({mark_of(origin)}")[0], last.date)]
    top = name.split(".")[0]
    covering = [source for source in own if top in source.get(COVERS, ())]
    return [
        (_words(source.get("publisher", ""), source.get("title", "")), str(source.get("date", "")))
        for source in covering or own
    ]


def _own(data: Mapping[str, Any], origin: Origin) -> Iterator[Mapping[str, Any]]:
    for source in data.get(SOURCES, ()):
        if isinstance(source, Mapping) and str(source.get(VIA, "")).startswith(mark_of(origin)):
            yield source


def _words(publisher: str, title: str) -> str:
    return f"{publisher}, {title}"


def of_another(entry: Entry, name: str, source: str, current: str, listed: str) -> Diagnostic:
    """A value that stays, because another source said it."""
    message = text(
        "{name}의 {title}: {source}의 값({old})과 다릅니다: {new}",
        name=entry.name,
        title=title_of(entry.kind, name),
        source=source,
        old=current[:SHOWN],
        new=listed[:SHOWN],
    )
    again = text(
        "맞는 값을 파일에 직접 적으세요. 같은 자료의 새 판이면 --publisher와 --source를 전과 같게 적어 다시 실행하세요."
    )
    return _doubt(entry, name, message, _BY_HAND if entry.answer else again)


def of_one_day(entry: Entry, name: str, current: str, listed: str) -> Diagnostic:
    """A value that stays, because a list of the same source and day said it."""
    message = text(
        "{name}의 {title}: 같은 날짜의 자료가 서로 다릅니다: {old} / {new}",
        name=entry.name,
        title=title_of(entry.kind, name),
        old=current[:SHOWN],
        new=listed[:SHOWN],
    )
    again = text("맞는 값을 파일에 직접 적으세요. 고친 표이면 --date에 더 나중 기준일을 적어 다시 실행하세요.")
    return _doubt(entry, name, message, _BY_HAND if entry.answer else again)


def _doubt(entry: Entry, name: str, message: Text, hint: Text) -> Diagnostic:
    return Diagnostic(entry.places.get(name, entry.place), "doubtful-value", message, hint, Severity.WARNING)
