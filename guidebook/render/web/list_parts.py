"""How a long list is cut into pages: what each page lists, and where the parts before and behind stand.

Separate from the pages that show lists, so that the values of templates can name it. No page grows with its list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """What one page shows of a list."""

    items: tuple[Item, ...]
    path: str
    number: int
    """From 1."""
    of: int
    """How many parts there are."""
    before: str = ""
    """The path of the page with the part before; empty on the first."""
    behind: str = ""
    """The path of the page with the next part; empty on the last."""


def parts_of(items: Sequence[Item], path: str, at_most: int) -> tuple[Part[Item], ...]:
    """The list of the page at `path`, cut into what fits on one page each: `news/`, `news/2/`, …; none of nothing."""
    chunks = [tuple(items[at : at + at_most]) for at in range(0, len(items), at_most)]
    paths = ["", *(path if number == 1 else f"{path}{number}/" for number in range(1, len(chunks) + 1)), ""]
    return tuple(
        Part(chunk, paths[number], number, len(chunks), paths[number - 1], paths[number + 1])
        for number, chunk in enumerate(chunks, start=1)
    )
