"""An office document as a list of blocks: what `render` composes and `export` writes, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the title) or 2."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as `widths`, which are millimetres."""

    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    head: bool = True
    """Whether the first row is the head; else the first column names the rows."""
    height: int = 0
    """Least height of a row in millimetres: room to write in."""
    shares: tuple[float, ...] = ()
    """For each row but the head: how long a bar stands under its last cell, 0 to 1. On paper alone."""


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class OfficeDocument:
    """A4, portrait."""

    title: str
    author: str
    blocks: tuple[Block, ...]
