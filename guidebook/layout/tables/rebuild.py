"""Changes a document's tables, as an element tree: smaller type, a turned page, several tables instead of one.

What stands twice afterwards, as heads and captions do, has its ids and notes in the first place alone.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from guidebook.layout.tables.measure import TURNED, MeasuredTable
from guidebook.render.text.html_tree import parents_in, remove_element, replace_element

CONTINUED = "continued"
"""The class of a table that goes on with what one before began."""
FIRST = "first-of-page"
"""The class of what begins a page."""
TOGETHER = "together"
"""The class of a table that is not to be torn."""
LOOSE = "loose"
"""The class of a table that may break between any rows."""
OWN_STYLE = "data-own-style"
"""Keeps what a cell had in its style before it was resized."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
VOID = frozenset({"br", "hr", "img"})


def resize(sizes: Mapping[Element, float], scale: float) -> None:
    """Set cells in `scale` times their type, given in points."""
    for cell, size in sizes.items():
        cell.set(OWN_STYLE, cell.get(OWN_STYLE, cell.get("style", "")))
        smaller = f"font-size:{size * scale:.2f}pt;line-height:1.5;padding-right:.7em"
        cell.set("style", ";".join(filter(None, (cell.get(OWN_STYLE, "").rstrip(";"), smaller))))


def turn(root: Element, measured: MeasuredTable) -> None:
    """Put a table on a page of its own, turned, with the headings that stand right before it."""
    table, area = measured.element, measured.page
    parents = parents_in(root)
    headings = list(_headings_before(root, table, parents))
    across, down = f"{area.width:.2f}px", f"{measured.page_down:.2f}px"
    aside = f"{area.left - measured.left:.2f}px"
    page = Element("div", {"class": "turned-page", "style": f"width:{across};height:{down};margin-left:{aside}"})
    turning = f"width:{down};transform:translate(0,{down}) rotate(-90deg)"
    box = SubElement(page, "div", {"class": TURNED, "style": turning})
    replace_element(parents[table], table, [page])
    for heading in headings:
        remove_element(parents[heading], heading)
        box.append(heading)
    box.append(table)
    notes = _notes_taken_out(table)
    if notes is not None:
        box.append(notes)


def set_upright(root: Element, table: Element) -> None:
    """Take a table, with what is turned with it, off its turned page, in the type that it had."""
    parents = parents_in(root)
    box = parents[table]
    page = parents[box]
    for cell in table.iter():
        if OWN_STYLE in cell.attrib:
            cell.set("style", cell.attrib.pop(OWN_STYLE))
    replace_element(parents[page], page, list(box))


def keep_together(table: Element) -> bool:
    """Let a table stand on one page, if one is high enough. Gives whether it did not already."""
    return _add_class(table, TOGETHER)


def loosen(table: Element) -> bool:
    """Let a table break between any rows that is higher than a page. Gives whether it did not already."""
    return _add_class(table, LOOSE)


def begin_page(root: Element, table: Element) -> bool:
    """Let a table begin a page, with the headings right before it. Gives whether it did not already."""
    first = next(iter(_headings_before(root, table, parents_in(root))), table)
    return _add_class(first, FIRST)


def _add_class(element: Element, name: str) -> bool:
    classes = element.get("class", "").split()
    element.set("class", " ".join(dict.fromkeys([*classes, name])))
    return name not in classes


def part(root: Element, table: Element, columns: Sequence[Sequence[int]]) -> list[Element]:
    """Put several tables in the place of one, each with these of its columns. Gives them."""
    parts = [table, *(_continued(table) for _ in columns[1:])]
    for part_table, wanted in zip(parts, columns, strict=True):
        if part_table is not table:
            row_heads = (row[0] for row in part_table.iter("tr") if len(row))
            _without_marks([*part_table.findall("caption"), *row_heads])
        for row in part_table.iter("tr"):
            cells = list(row)
            for place, cell in enumerate(cells):
                if place not in wanted:
                    row.remove(cell)
    parents = parents_in(root)
    replace_element(parents[table], table, parts)
    return parts


def deal_out(root: Element, table: Element, pages: Sequence[range]) -> None:
    """Put several turned pages in the place of one, each with these of the table's rows."""
    parents = parents_in(root)
    turned_page = parents[parents[table]]
    parts = [table, *(_continued(table) for _ in pages[1:])]
    for part_table, wanted in zip(parts, pages, strict=True):
        if part_table is not table:
            repeated = (part_table.findall(name) for name in ("caption", "thead", "tfoot"))
            _without_marks([element for elements in repeated for element in elements])
        rows = [(group, row) for group in part_table.iter("tbody") for row in group]
        for place, (group, row) in enumerate(rows):
            if place not in wanted:
                group.remove(row)
    further: list[Element] = []
    for part_table in parts[1:]:
        page = Element("div", dict(turned_page.attrib))
        SubElement(page, "div", dict(parents[table].attrib)).append(part_table)
        further.append(page)
    replace_element(parents[turned_page], turned_page, [turned_page, *further])


def can_be_parted(table: Element) -> bool:
    """Whether each of its cells belongs to one row and one column."""
    return not any(cell.get(name, "1") != "1" for cell in table.iter() for name in ("colspan", "rowspan"))


def _continued(table: Element) -> Element:
    """A copy that goes on with the table."""
    continued = copy.deepcopy(table)
    continued.tail = None
    continued.set("class", f"{continued.get('class', '')} {CONTINUED}".strip())
    continued.attrib.pop("id", None)
    return continued


def _without_marks(repeated: Iterable[Element]) -> None:
    """Take ids and notes out of what is shown a second time."""
    for whole in repeated:
        for element in whole.iter():
            element.attrib.pop("id", None)
        _notes_taken_out(whole)


def _notes_taken_out(table: Element) -> Element | None:
    """A list of the notes that a table carries to the foot of its page, which a turned page has not; none if none."""
    parents = parents_in(table)
    notes = [span for span in table.iter("span") if "footnote" in span.get("class", "").split()]
    if not notes:
        return None
    notes_list = Element("ul", {"class": "table-notes"})
    for note in notes:
        remove_element(parents[note], note)
        item = SubElement(notes_list, "li", {"id": note.get("id", "")})
        label = SubElement(item, "span", {"class": "note-label"})
        label.text, label.tail = note.get("data-label", ""), " "
        note.attrib.clear()
        note.tail = None
        item.append(note)
    return notes_list


def _headings_before(root: Element, table: Element, parents: Mapping[Element, Element]) -> Iterable[Element]:
    """The headings after which nothing stands before the table, from the first to the last."""
    headings: list[Element] = []
    for element, words in _contents(root, table):
        heading = element
        while heading.tag not in HEADINGS and heading in parents:
            heading = parents[heading]
        if heading.tag in HEADINGS:
            headings = [*headings, heading] if heading not in headings else headings
        elif words:
            headings = []
    return headings


def _contents(root: Element, end: Element) -> Iterator[tuple[Element, str]]:
    """Whatever shows in a document before an element: each piece of text with the element that it is in."""

    def walk(element: Element) -> Iterator[tuple[Element, str] | None]:
        if element is end:
            yield None
            return
        shows = element.tag in VOID or str(element.tag).endswith("svg")
        yield element, "shown" if shows else (element.text or "").strip()
        for child in element:
            for piece in walk(child):
                yield piece
                if piece is None:
                    return
            yield element, (child.tail or "").strip()

    for piece in walk(root):
        if piece is None:
            return
        yield piece
