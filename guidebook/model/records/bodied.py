"""What records of several kinds have in common beside their id: a body of Markdown, pictures."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from guidebook.model.picture import Picture
from guidebook.model.source import Note


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
