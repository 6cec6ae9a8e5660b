"""How large tables came out and how much room they had, read from WeasyPrint's boxes; lengths are its pixels.

A table whose words may not be broken is as wide as its longest words, even where that is more than it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

TURNED = "turned"
"""The class of the box whose content is turned by a quarter, which is as wide as its page's text is high."""
TOLERANCE = 0.75
"""Pixels that a table may be too wide or too high: rounding of glyph widths."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where the text of a page may stand."""

    left: float
    width: float
    height: float


@dataclass(slots=True)
class MeasuredTable:
    """A table of the document as its pages show it."""

    element: Element
    page: Area
    left: float
    """Of its room."""
    room: float
    """The width that there is."""
    turned: bool
    width: float = 0.0
    height: float = 0.0
    """Of its part on the first page that it stands on; all of it where it is turned."""
    columns: Sequence[float] = ()
    rows: dict[Element, float] = field(default_factory=dict)
    """Row → height of its tallest part."""
    torn: list[Element] = field(default_factory=list)
    """Rows that go on on a further page."""
    sizes: dict[Element, float] = field(default_factory=dict)
    """Cell → points of its type."""

    @property
    def page_down(self) -> float:
        """The width of a turned page: the height of an upright one, less what rounding may take."""
        return self.page.height - 1

    @property
    def too_wide(self) -> bool:
        """Whether it sticks out of its room."""
        return self.width > self.room + TOLERANCE

    @property
    def too_high(self) -> bool:
        """Whether it is turned and goes beyond the page."""
        return self.turned and self.height > self.page.width + TOLERANCE


def measured_tables(pages: Sequence[Any]) -> tuple[MeasuredTable, ...]:
    """Every table, in the order of the document."""
    tables: dict[Element, MeasuredTable] = {}
    for page in pages:
        box = page._page_box  # the box tree has no public name
        area = Area(box.content_box_x(), box.width, box.height)
        _walk(box, box, area, False, tables)
    return tuple(tables.values())


def _walk(box: Any, around: Any, area: Area, turned: bool, tables: dict[Element, MeasuredTable]) -> None:
    """Find the tables in a box; `around` is the box that gives it its width."""
    for child in getattr(box, "children", ()):
        if _is_table(child):
            _measure(child, around, area, turned, tables)
            continue
        inside = turned or _is_turned(child)
        # The box around table and caption has the width of the table.
        _walk(child, around if child.is_table_wrapper else child, area, inside, tables)


def _is_table(box: Any) -> bool:
    return hasattr(box, "column_widths") and box.element is not None and box.element.tag == "table"


def _is_turned(box: Any) -> bool:
    return box.element is not None and box.element_tag == "div" and box.element.get("class") == TURNED


def _measure(box: Any, around: Any, area: Area, turned: bool, tables: dict[Element, MeasuredTable]) -> None:
    if box.element not in tables:
        table = MeasuredTable(box.element, area, around.content_box_x(), around.width, turned)
        table.height = box.position_y + box.margin_height() - around.content_box_y()
        tables[box.element] = table
    table = tables[box.element]
    table.width, table.columns = max(table.width, box.border_width()), tuple(box.column_widths)
    for row, head in _rows(box):
        if row.element in table.rows and not head:
            table.torn.append(row.element)
        table.rows[row.element] = max(table.rows.get(row.element, 0.0), row.height)
        for cell in row.children:
            table.sizes[cell.element] = cell.style["font_size"] * 0.75


def _rows(table: Any) -> Iterator[tuple[Any, bool]]:
    """Its rows, and whether each belongs to the head that is repeated."""
    for group in table.children:
        for row in group.children:
            if row.element is not None:
                yield row, group.is_header or group.is_footer
