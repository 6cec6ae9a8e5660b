"""Text that does not stay in its place: its page, the room above the notes, its table cell, a box of a given width.

Told by WeasyPrint's own boxes, for a finished PDF no longer knows cells and margins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element

from guidebook.layout.tables.measure import MeasuredTable
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.text import Text, text
from guidebook.render.book.chapter import Chapter
from guidebook.render.text.korean import unbind
from guidebook.render.text.word_width import width_of

TOLERANCE = 0.75
"""Pixels that a box may stick out: rounding of glyph widths."""
SHOWN = 30
"""So many letters of the text are told."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where text may stand, in pixels from the page's top left corner."""

    left: float
    right: float
    bottom: float
    line: int | None = None
    """The line of the body on which the block begins that the text is in."""
    cell: tuple[float, float] | None = None
    """Left and right of the innermost cell or box of a given width."""


def overflows(chapter: Chapter, pages: Sequence[Any]) -> Iterator[Diagnostic]:
    """Every piece of text on a chapter's pages that is where it must not be."""
    hint = text("긴 낱말이나 주소를 줄이거나, 표의 셀을 나누세요.")
    for number, page in enumerate(pages, start=1):
        for words, room in _on_page(page._page_box):  # the box tree has no public name
            message = _misplaced(chapter, number, words, room)
            if message is not None:
                yield Diagnostic(chapter.origin(_source_words(words), room.line), "overflow", message, hint)


def misfits(chapter: Chapter, tables: Sequence[MeasuredTable]) -> Iterator[Diagnostic]:
    """Every table that is too large for its pages, however it is set."""
    for table in tables:
        caption, line = _said(table.element.find("caption")), _line(table.element)
        longest = max(_said(table.element).split(), key=width_of, default=caption)
        if table.too_wide or table.too_high:
            yield Diagnostic(
                chapter.origin(longest, line),
                "table-too-wide",
                text(
                    "책의 '{title}' 부분에 있는 표가 너무 넓어 줄이고 나누어도 쪽에 들어가지 않습니다: {caption}",
                    title=chapter.title,
                    caption=caption[:SHOWN],
                ),
                text("셀의 긴 낱말을 줄이거나 띄어 쓰고, 표를 둘로 나누세요."),
            )
        for row in dict.fromkeys((*table.torn, *table.headless)):
            words = _said(row)
            yield Diagnostic(
                chapter.origin(words, _line(row)),
                "row-too-high",
                text(
                    "책의 '{title}' 부분에 있는 표의 한 행이 제목 행과 함께 한 쪽에 들어가지 않습니다: {words}",
                    title=chapter.title,
                    words=words[:SHOWN],
                ),
                text("셀의 글을 줄이거나 여러 행으로 나누세요. 긴 글은 표 밖에 적으세요."),
            )


def texts(box: Any) -> Iterator[Any]:
    """The pieces of text in a box, in their order."""
    if _is_text(box):
        yield box
    for child in getattr(box, "children", ()):
        yield from texts(child)


def _on_page(page: Any) -> Iterator[tuple[Any, Room]]:
    """Each piece of text of a page with the room that it has."""
    bottom = page.content_box_y() + page.height
    flow: list[Any] = []
    notes: list[Any] = []
    for child in page.children:
        if not getattr(child, "at_keyword", None):  # margin boxes have their own place
            (flow if child.element_tag == "html" else notes).append(child)
    top = min((words.position_y for area in notes for words in texts(area)), default=bottom)
    left = page.content_box_x()
    for boxes, lowest in ((flow, top), (notes, bottom)):
        for box in boxes:
            yield from _placed(box, Room(left, left + page.width, lowest))


def _placed(box: Any, room: Room) -> Iterator[tuple[Any, Room]]:
    """Each piece of text with the room that it has."""
    if _is_text(box):
        yield box, room
        return
    if _is_moved(box):
        room = replace(room, cell=None)
    if box.style["transform"]:  # turned by a quarter: as high as its page's text is wide
        across = room.right - room.left
        room = Room(box.position_x, box.position_x + box.width, box.position_y + across, room.line)
    line = _line(box.element)
    if line is not None:
        room = replace(room, line=line)
    if _has_sides(box):
        room = replace(
            room, cell=(box.position_x + box.margin_left, box.position_x + box.margin_left + box.border_width())
        )
    for child in getattr(box, "children", ()):
        yield from _placed(child, room)


def _source_words(words: Any) -> str:
    """What a piece of text is looked for in the content by: an item's number is no words of the content's."""
    is_marker = str(words.element_tag).endswith("::marker")
    return _said(words.element) if is_marker else str(words.text)


def _said(element: Element | None) -> str:
    return "" if element is None else unbind(" ".join("".join(element.itertext()).split()))


def _line(element: Element | None) -> int | None:
    """The line of the body on which an element says that it begins."""
    said = "" if element is None else element.get("data-line", "")
    return int(said) if said else None


def _is_text(box: Any) -> bool:
    return hasattr(box, "text") and hasattr(box, "width")


def _is_moved(box: Any) -> bool:
    """Whether a box was put where it is on purpose."""
    position = box.style["position"]
    moved = (box.style["left"], box.style["right"]) != ("auto", "auto")
    return position in ("absolute", "fixed") or (position == "relative" and moved)


def _has_sides(box: Any) -> bool:
    """Whether what is inside a box must not stick out of its sides."""
    display, width = box.style["display"], box.style["width"]
    return display == ("table-cell",) or ("inline" not in display and width != "auto" and box.element is not None)


def _misplaced(chapter: Chapter, number: int, words: Any, room: Room) -> Text | None:
    begins, ends = words.position_x, words.position_x + words.width
    said = {"title": chapter.title, "page": number, "words": unbind(words.text)[:SHOWN]}
    if begins < room.left - TOLERANCE or ends > room.right + TOLERANCE:
        return text("책의 '{title}' {page}쪽에서 글이 여백을 넘습니다: {words}", **said)
    if words.text.strip() and words.position_y + words.height > room.bottom + TOLERANCE:
        return text("책의 '{title}' {page}쪽에서 글이 쪽이나 각주 영역을 넘습니다: {words}", **said)
    if room.cell and (begins < room.cell[0] - TOLERANCE or ends > room.cell[1] + TOLERANCE):
        return text("책의 '{title}' {page}쪽에서 글이 표의 셀 밖으로 나갑니다: {words}", **said)
    return None
