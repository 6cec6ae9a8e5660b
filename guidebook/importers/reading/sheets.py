"""Which sheet of a workbook is the list: not the cover, not a hidden one, and what else there is to say about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from guidebook.importers.reading.heading import DEEPEST
from guidebook.importers.reading.spreadsheet import Row, Sheet


@dataclass(frozen=True, slots=True)
class Choice:
    """The sheet that is read, None where there is none of that name or none that is visible."""

    sheet: Sheet | None
    passed: tuple[str, ...] = ()
    """Visible sheets before it that hold no list: a cover."""
    others: tuple[str, ...] = ()
    """Other visible sheets that hold a list too."""
    hidden: tuple[str, ...] = ()
    """Hidden sheets that hold a list."""


def choose(sheets: Sequence[Sheet], name: str | None, is_list: Callable[[Sequence[Row]], bool]) -> Choice:
    """The sheet of that name, else the first visible one that holds a list, else the first visible one.

    `is_list` judges the first rows of a sheet. Raises UnreadableError.
    """
    if len(sheets) == 1 and name is None and sheets[0].visible:
        return Choice(sheets[0])
    lists = [sheet for sheet in sheets if is_list(tuple(islice(sheet.rows(), DEEPEST)))]
    visible = [sheet for sheet in sheets if sheet.visible]
    if name is not None:
        chosen = next((sheet for sheet in sheets if sheet.name == name), None)
    else:
        chosen = next((sheet for sheet in visible if sheet in lists), visible[0] if visible else None)
    before = visible[: visible.index(chosen)] if chosen in visible else []
    rest = [sheet for sheet in lists if sheet is not chosen]
    return Choice(
        chosen,
        tuple(sheet.name for sheet in before if sheet not in lists),
        tuple(sheet.name for sheet in rest if sheet.visible),
        tuple(sheet.name for sheet in rest if not sheet.visible),
    )
