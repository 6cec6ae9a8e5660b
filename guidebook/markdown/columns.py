"""Recognises columns of a table that hold figures or signs alone: they are set flush right, on screen and paper.

Separate from `tables.py`, which reads tables: what counts as a figure is a rule on words, for tables of templates too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

_FIGURE = re.compile(
    r"(?:약 ?)?[-+−±△▲▽▼]? ?\d[\d,.]*(?: ?[~∼～-] ?\d[\d,.]*)?"
    r"[십백천만억조]* ?(?:[%‰℃㎡㎞㎏]|[가-힣]{1,3}|[a-z]{1,2})?"
)
"""A number with its sign, its other end, and its unit: `1,200만 원`, `-3`, `57건`, `10~12명`."""
_DATE = re.compile(r"\d+\.(?: |$)|(?:19|20)\d\d년?$")
_SIGN = re.compile(r"[○●◎◯×✕✓✔□■☆★△▲▽▼]+")
_NOTHING = re.compile(r"[-–—]?")
"""What stands where there is no figure."""
_MARKUP = re.compile(r"\[\^[^\]]*\]|[*_~`]+")
"""Notes and emphasis, which are no part of a figure."""


def figure_columns(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns, from 0, in which every cell that says anything is a figure, or every one a sign."""
    columns = zip_longest(*([_MARKUP.sub("", cell).strip() for cell in row] for row in rows), fillvalue="")
    return frozenset(number for number, column in enumerate(columns) if are_figures(column))


def are_figures(column: Iterable[str]) -> bool:
    """Whether every cell of a column that says anything is a figure, or every one a sign."""
    said = [cell for cell in column if not _NOTHING.fullmatch(cell)]
    return bool(said) and (all(map(_is_figure, said)) or all(map(_SIGN.fullmatch, said)))


def _is_figure(cell: str) -> bool:
    return bool(_FIGURE.fullmatch(cell)) and not _DATE.match(cell)
