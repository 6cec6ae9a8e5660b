"""How large tables came out and how much room they had, read from WeasyPrint's boxes; lengths are its pixels.

A table whose words may not be broken is as wide as its longest words, even where that is more than it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

SHORT = 9
"""A table of so many rows or fewer is not torn."""
FEW = 5
"""So many rows or fewer of a table that may part are not torn."""
PARTING = "parting"
"""The class of a table that may part although it is short: where its rows are high, as in large print."""
TURNED = "turned"
"""The class of the box whose content is turned by a quarter, which is as wide as its page's text is high."""
TOLERANCE = 0.75
"""Pixels that a table may be too wide or too high: rounding of glyph widths."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where the text of a page may stand."""

    page: int
    """From 0."""
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
    pages: dict[int, list[Element]] = field(default_factory=dict)
    """Page → rows of the body that stand there."""
    headed: set[int] = field(default_factory=set)
    """Pages on which the head is shown."""
    captioned: set[int] = field(default_factory=set)
    """Pages on which the caption is shown."""
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
    def spread(self) -> bool:
        """Whether it stands on several pages although it has few rows, or without its head or caption on one."""
        return (len(self.pages) > 1 and self.short) or bool(self.headless)

    @property
    def short(self) -> bool:
        """Whether it has so few rows that it is not torn."""
        return self.row_count <= (FEW if PARTING in self.element.get("class", "").split() else SHORT)

    @property
    def row_count(self) -> int:
        """How many rows its body has."""
        return len({row for rows in self.pages.values() for row in rows})

    @property
    def headless(self) -> list[Element]:
        """The first row of each page that shows rows, but not the head or the caption that belongs there."""
        lost = {page for page in self.pages if self.headed and page not in self.headed}
        if self.caption_alone:
            lost.add(min(self.pages))
        return [self.pages[page][0] for page in sorted(lost)]

    @property
    def caption_alone(self) -> bool:
        """Whether the rows begin on another page than the caption."""
        return bool(self.captioned and self.pages) and min(self.pages) not in self.captioned

    @property
    def too_high(self) -> bool:
        """Whether it is turned and goes beyond the page."""
        return self.turned and self.height > self.page.width + TOLERANCE

    @property
    def misfit(self) -> bool:
        """Whether it is too large for its pages."""
        return self.too_wide or self.too_high or bool(self.torn) or bool(self.headless)


def measured_tables(pages: Sequence[Any]) -> tuple[MeasuredTable, ...]:
    """Every table, in the order of the document."""
    tables: dict[Element, MeasuredTable] = {}
    for number, page in enumerate(pages):
        box = page._page_box  # the box tree has no public name
        area = Area(number, box.content_box_x(), box.width, box.height)
        _walk(box, box, area, False, tables)
    return tuple(tables.values())


def _walk(box: Any, around: Any, area: Area, turned: bool, tables: dict[Element, MeasuredTable]) -> None:
    """Find the tables in a box; `around` is the box that gives it its width."""
    for child in getattr(box, "children", ()):
        if child.is_table_wrapper and child.element is not None and child.element.tag == "table":
            _measure(child, around, area, turned, tables)
        else:
            _walk(child, child, area, turned or _is_turned(child), tables)


def _is_turned(box: Any) -> bool:
    return box.element is not None and box.element_tag == "div" and box.element.get("class") == TURNED


def _measure(wrapper: Any, around: Any, area: Area, turned: bool, tables: dict[Element, MeasuredTable]) -> None:
    """Add what one page shows of a table; `wrapper` is the box around its caption and its rows."""
    if wrapper.element not in tables:
        table = MeasuredTable(wrapper.element, area, around.content_box_x(), around.width, turned)
        table.height = wrapper.position_y + wrapper.margin_height() - around.content_box_y()
        tables[wrapper.element] = table
    for box in wrapper.children:
        if box.element_tag == "caption":
            tables[wrapper.element].captioned.add(area.page)
        elif hasattr(box, "column_widths"):
            _measure_rows(tables[wrapper.element], box, area.page)


def _measure_rows(table: MeasuredTable, box: Any, page: int) -> None:
    table.width, table.columns = max(table.width, box.border_width()), tuple(box.column_widths)
    for row, head in _rows(box):
        if head:
            table.headed.add(page)
        else:
            table.pages.setdefault(page, []).append(row.element)
            if row.element in table.rows:
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
