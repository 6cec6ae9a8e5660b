"""Which packs are asked for. Separate from what makes them, so that asking costs no import of what makes books."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guidebook.storage.paths import Paths

if TYPE_CHECKING:
    from guidebook.commands.packs.parts import MadePack
    from guidebook.storage.crew import Function


@dataclass(frozen=True, slots=True)
class AllPacksRequest:
    """Whose packs are to be made, and by whom. What is said for one pack holds for each."""

    paths: Paths
    there: Function[MadePack]
    """What makes a pack on another machine."""
    year: int | None = None
    jobs: int | None = None
    """How many processes at most; without it as many as there are cores."""
    scheduler: str | None = None
    """The address of a cluster that makes them instead."""
    language: str | None = None
    editions: tuple[str, ...] = ()
    copies: Mapping[str, int] = field(default_factory=dict)
    today: str | None = None
    keep: bool = False
    only: frozenset[str] | None = None
    """The ids of the visits, where not all are meant."""
    archive: bool = False
    """Whether each pack is wanted as one file, too."""
