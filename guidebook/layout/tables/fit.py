"""Lays a document out until its tables have the room that they need: smaller, turned, parted, in this order.

Each round knows only what the last one measured, so that a table which does not come out as calculated goes on to the
next way. Tables that still do not fit are returned.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from guidebook.layout.tables import rebuild
from guidebook.layout.tables.arrange import Parted, Smaller, Turned, arrangement, page_fuls
from guidebook.layout.tables.cell_words import prepare_cells
from guidebook.layout.tables.measure import MeasuredTable, measured_tables

ROUNDS = 8
"""More than the ways there are for one table, each of which may tear the next one."""


@dataclass(slots=True)
class _Progress:
    """How tables were arranged so far."""

    arranged: dict[Element, Smaller | Turned | Parted] = field(default_factory=dict)
    unfit: set[Element] = field(default_factory=set)
    kept_upright: set[Element] = field(default_factory=set)
    """Those for which a turned page is not high enough."""


def fitted_document(root: Element, lay_out: Callable[[], Any], least: float) -> tuple[Any, tuple[MeasuredTable, ...]]:
    """The document laid out, `root` changed where tables needed it, and the tables that did not fit all the same.

    `lay_out` makes pages of `root` as it is; `least` are the points of the smallest type.
    """
    prepare_cells(root)
    progress = _Progress()
    document = lay_out()
    for _ in range(ROUNDS * (1 + sum(1 for _ in root.iter("table")))):
        measured = measured_tables(document.pages)
        too_large = [
            table for table in measured if (table.too_wide or table.too_high) and table.element not in progress.unfit
        ]
        for table in too_large:
            _mend(root, table, least, progress)
        settled = [_settled(root, table) for table in measured if table.spread and not too_large]
        if not too_large and not any(settled):
            break
        document = lay_out()
    return document, tuple(table for table in measured_tables(document.pages) if table.misfit)


def _mend(root: Element, table: MeasuredTable, least: float, progress: _Progress) -> None:
    element = table.element
    if table.too_high and not table.too_wide and _dealt_out(root, table):
        return
    if table.turned:
        rebuild.set_upright(root, element)
        progress.kept_upright.add(element)
        return
    parted = isinstance(progress.arranged.get(element), Parted)
    way = arrangement(
        table.columns,
        table.room,
        table.page_down,
        least / min(table.sizes.values(), default=least),
        may_turn=element not in progress.kept_upright and not parted,
        may_part=not parted and rebuild.can_be_parted(element),
    )
    if way is None:
        progress.unfit.add(element)
        return
    rebuild.resize(table.sizes, way.scale)
    progress.arranged[element] = way
    if isinstance(way, Turned):
        rebuild.turn(root, table)
    elif isinstance(way, Parted):
        for part in rebuild.part(root, element, way.columns):
            progress.arranged[part] = way


def _settled(root: Element, table: MeasuredTable) -> bool:
    """Whether something could be done for a table on several pages: one page, a new one, breaks anywhere."""
    if table.short and rebuild.keep_together(table.element):
        return True
    if table.caption_alone and rebuild.begin_page(root, table.element):
        return True
    return rebuild.loosen(table.element)


def _dealt_out(root: Element, table: MeasuredTable) -> bool:
    """Whether the rows of a turned table could be dealt out over several turned pages."""
    body = [height for row, height in table.rows.items() if row not in _head(table.element)]
    pages = page_fuls(body, table.page.width - (table.height - sum(body)))
    if pages is None or len(pages) < 2:
        return False
    rebuild.deal_out(root, table.element, pages)
    return True


def _head(table: Element) -> Sequence[Element]:
    return [row for group in ("thead", "tfoot") for part in table.iter(group) for row in part]
