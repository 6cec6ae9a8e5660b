"""What records of several kinds have in common beside their id: a body of Markdown, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from guidebook.model.picture import Picture
from guidebook.model.source import Note

if TYPE_CHECKING:
    from typing_extensions import TypeIs


@runtime_checkable
class Pictured(Protocol):
    """A record with pictures."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """What it shows."""


@runtime_checkable
class Bodied(Pictured, Protocol):
    """A record whose file has a body; notes and pictures stand at their places in it."""

    @property
    def body(self) -> str:
        """Markdown."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the body points at."""


_BODIED: dict[type, bool] = {}
_PICTURED: dict[type, bool] = {}
"""Which kinds of record have a body or pictures: to look at each part of every record took an eighth of a check."""


def is_pictured(record: object) -> TypeIs[Pictured]:
    """Whether a record has pictures, as all of its kind have or have not."""
    kind = type(record)
    if kind not in _PICTURED:
        _PICTURED[kind] = isinstance(record, Pictured)
    return _PICTURED[kind]


def is_bodied(record: object) -> TypeIs[Bodied]:
    """Whether a record has a body, as all of its kind have or have not."""
    kind = type(record)
    if kind not in _BODIED:
        _BODIED[kind] = isinstance(record, Bodied)
    return _BODIED[kind]
