"""Puts the saved replies together: all that they say of one place, by its `contentid`.

A list and the common reply repeat each other; of two the newer holds, by `modifiedtime`. Where two of one time
contradict each other nobody can say which holds: that is a question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guidebook.importers.tourapi.replies import Item

ID, CHANGED, PICTURE = "contentid", "modifiedtime", "originimgurl"
OF_THE_REPLY = frozenset({"rnum", "dist", "createdtime", "mlevel", "serialnum"})
"""What is said of the place in the reply and not of the place itself."""


@dataclass(frozen=True, slots=True)
class Saved:
    """One file."""

    file: str
    """As diagnostics name it."""
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """All that is said of one place."""

    id: str
    item: Item
    pictures: tuple[Item, ...]
    file: str
    """The first file that speaks of it."""
    conflict: tuple[str, str, str] | None = None
    """A field of which two replies of one time say different things, and what they say."""


def joined(files: Sequence[Saved]) -> tuple[Joined, ...]:
    """The places, in the order in which they come first."""
    parts: dict[str, list[tuple[str, Item]]] = {}
    for saved in files:
        for item in saved.items:
            if re.fullmatch(r"\d{1,12}", item.get(ID, "")):
                parts.setdefault(item[ID], []).append((saved.file, item))
    return tuple(_joined(id, those) for id, those in parts.items())


def _joined(id: str, parts: Sequence[tuple[str, Item]]) -> Joined:
    pictures = tuple({item[PICTURE]: item for _, item in parts if item.get(PICTURE)}.values())
    others = [item for _, item in parts if not item.get(PICTURE)]
    others.sort(key=lambda item: item.get(CHANGED, ""), reverse=True)  # stable: the first file first
    whole: dict[str, str] = {}
    times: dict[str, str] = {}
    conflict = None
    for item in others:
        for name, value in item.items():
            if value and name not in whole:
                whole[name], times[name] = value, item.get(CHANGED, "")
            elif value and _contradict(name, value, whole, item.get(CHANGED, "") == times[name]):
                conflict = conflict or (name, whole[name], value)
    return Joined(id, whole, pictures, parts[0][0], conflict)


def _contradict(name: str, value: str, whole: Mapping[str, str], same_time: bool) -> bool:
    return same_time and name not in OF_THE_REPLY and whole[name] != value
