"""Which visits a save changed: git's own list, which `.ci/pack` hands over, and what their files said before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from guidebook.forms.field_titles import titles_at
from guidebook.model.kinds import KINDS
from guidebook.model.records.visit import Visit
from guidebook.model.text import Text

TOLD_APART = ("edition", "edition_at", "changed")
"""Fields that say of the revision what is told of it anyway."""
DELETED = "D"


@dataclass(frozen=True, slots=True)
class Changed:
    """The ids of visits by what a save did to their files."""

    saved: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def changed_visits(listed: bytes) -> Changed:
    """The visits in a list of `git diff-tree --name-status --no-renames -z`: letter, name, letter, name, …

    A renamed file is one that is gone and one that is new.
    """
    words = listed.decode("utf-8", "surrogateescape").split("\0")
    pairs = sorted(set(zip(words[1::2], words[::2], strict=False)))
    kind = KINDS["visit"]
    files = [(PurePosixPath(name), status) for name, status in pairs]
    mine = [
        (path.stem, status)
        for path, status in files
        if path.suffix == kind.suffix and path.parts[-2:-1] == (kind.folder,)
    ]
    return Changed(
        tuple(id for id, status in mine if status != DELETED), tuple(id for id, status in mine if status == DELETED)
    )


def changed_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Text, ...]:
    """The titles of the fields whose values differ, in the order of the file's reference."""
    return tuple(
        title
        for key in _keys()
        if key not in TOLD_APART and before.get(key) != after.get(key)
        for title in titles_at(Visit, (key,))
    )


def _keys() -> Iterator[str]:
    return (field.alias or name for name, field in Visit.model_fields.items())


def revision_in(data: Mapping[str, Any]) -> int | None:
    """The revision that a file says, before anybody looked whether the file is right."""
    written = data.get("edition", "1")
    return int(written) if isinstance(written, str) and written.isascii() and written.isdecimal() else None
