"""The result of an import."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportedBoundaries:
    """Outlines as imported."""

    file: str
    kind: str
    credit: str
    towns: tuple[tuple[str, float], ...]
    """Name and square kilometres."""
    octets: int
    written: bool
