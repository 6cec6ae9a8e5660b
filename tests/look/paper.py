"""Measures a finished PDF: how far pages are filled, tables on two pages, notes away from their call, parted words,
names on maps that a border strikes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pypdfium2
from shapely import STRtree
from shapely.geometry import LineString, box

from guidebook.model.print_format import PAPERS, Paper
from tests.look.torn_words import BARE, torn_between

POINTS = 72 / 25.4
"""Points of a millimetre."""
SMALL = 12
"""Rows of the largest table that has to stand on one page."""
WHITE = 250
"""Grey from which on a point is empty paper."""
SLANT = 0.4
"""Points by which a line rises and runs on that is no rule of a table."""
NAME = 12.0
"""Points of the highest name on a map; titles of covers are larger, and drawn over their map on purpose."""
SIGN = re.compile(r"\d+\.|[㉠-㉻ ]+")
"""Numbers of items, alone in their line: that of the next item is no other half."""
CALL = re.compile(r"주 ?\d+|Note \d+")


@dataclass(frozen=True, slots=True)
class Page:
    """One page."""

    number: int
    filled: float
    """The share of its height that the longest stretch without any mark leaves."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that should not be."""

    page: int
    words: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A document."""

    pages: tuple[Page, ...]
    tables: tuple[Found, ...]
    notes: tuple[Found, ...]
    words: tuple[Found, ...]
    names: tuple[Found, ...]
    bare: tuple[Found, ...]
    """Large numbers without separators."""


def measured(pdf: Path) -> Measured:
    """All measures of a document."""
    with pymupdf.open(pdf) as document:
        sheets = list(document)
        return Measured(
            tuple(pages_filled(pdf)),
            tuple(torn_tables(pdf)),
            tuple(found for sheet in sheets for found in notes_away(sheet)),
            tuple(found for sheet in sheets for found in parted_words(sheet)),
            tuple(found for sheet in sheets for found in struck_names(sheet)),
            tuple(Found(sheet.number + 1, bare) for sheet in sheets for bare in BARE.findall(sheet.get_text())),
        )


def pages_filled(pdf: Path) -> Iterator[Page]:
    """How far each page is filled between the margins of its paper, heads and folios apart."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            width, height = page.get_size()
            paper = _paper(width, height)
            left, right = (paper.inner, paper.outer) if number % 2 else (paper.outer, paper.inner)
            image = page.render(scale=1, grayscale=True).to_pil()
            frame = (left, paper.top, paper.width - right, paper.height - paper.bottom)
            part = image.crop(tuple(round(side * POINTS) for side in frame))
            rows = part.point(lambda grey: 255 if grey < WHITE else 0).getprojection()[1]
            yield Page(number, 1 - _longest_gap(rows) / max(len(rows), 1))


def torn_tables(pdf: Path, small: int = SMALL) -> Iterator[Found]:
    """Tables of few rows that stand on more than one page, by the document's own structure."""
    with pikepdf.open(pdf) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages, start=1)}
        for table in _elements(document.Root.get("/StructTreeRoot"), "/Table"):
            rows = list(_elements(table, "/TR"))
            places = sorted({numbers[id] for id in _pages_of(table) if id in numbers})
            if len(places) > 1 and len(rows) <= small:
                yield Found(places[0], f"{len(rows)} rows on pages {places[0]} to {places[-1]}")


def notes_away(sheet: Any) -> Iterator[Found]:
    """Calls whose note stands on another page. A second call of a note may be anywhere."""
    called: set[tuple[int, float]] = getattr(sheet.parent, "_called", set())
    sheet.parent._called = called
    for link in sheet.get_links():
        words = sheet.get_textbox(link["from"]).strip() if link.get("page", -1) >= 0 else ""
        if not CALL.fullmatch(words):
            continue
        target = (link["page"], round(link["to"].y if link.get("to") else 0.0))
        if target not in called and link["page"] != sheet.number:
            yield Found(sheet.number + 1, f"{words} stands on page {link['page'] + 1}")
        called.add(target)


def parted_words(sheet: Any) -> Iterator[Found]:
    """Dates, hours, amounts and glosses that go on in the next line."""
    lines = [
        (line["bbox"], "".join(span["text"] for span in line["spans"]), line["spans"][0]["size"], block["number"])
        for block in sheet.get_text("dict")["blocks"]
        for line in block.get("lines", ())
        if line["spans"]
    ]
    for (above, first, size, block), (below, second, same, next_block) in itertools.pairwise(lines):
        follows = size == same and 0.5 * size < below[1] - above[1] < 2.2 * size
        beneath = above[0] < below[2] and below[0] < above[2]
        signs = SIGN.fullmatch(first.strip()) and SIGN.fullmatch(second.strip())
        if follows and not signs and beneath and (words := torn_between(first, second, block == next_block)):
            yield Found(sheet.number + 1, words)


def struck_names(sheet: Any) -> Iterator[Found]:
    """Small words that a slanting line runs through, as only borders of maps do."""
    drawings = list(_seen_drawings(sheet))
    slanting = [
        (line, drawing["seqno"])
        for drawing, seen in drawings
        for ends in _slanting(drawing)
        if not (line := LineString(ends).intersection(seen)).is_empty
    ]
    if not slanting:
        return
    covers = [(drawing["rect"], drawing["seqno"]) for drawing, _ in drawings if _covers(drawing)]
    tree = STRtree([line for line, _ in slanting])
    for left, top, right, bottom, word, *_ in sheet.get_text("words"):
        height = bottom - top
        if height <= NAME and re.search("[가-힣]", word):
            inner = box(left + 0.5, top + 0.3 * height, right - 0.5, bottom - 0.3 * height)
            struck = [slanting[line][1] for line in tree.query(inner, predicate="intersects")]
            hidden = max((order for rect, order in covers if rect.contains((left, top, right, bottom))), default=-1)
            if any(order > hidden for order in struck):
                yield Found(sheet.number + 1, word)


def _paper(width: float, height: float) -> Paper:
    """The paper of that size; of an unknown one the margins of A5, in proportion."""
    for paper in PAPERS.values():
        if abs(width - paper.width * POINTS) < 2 and abs(height - paper.height * POINTS) < 2:
            return paper
    base, share = PAPERS["a5"], min(width, height) / POINTS / PAPERS["a5"].width
    margins = (base.inner * share, base.outer * share, base.top * share, base.bottom * share)
    return Paper("", width / POINTS, height / POINTS, *margins)


def _longest_gap(rows: Sequence[int]) -> int:
    return max((len(list(run)) for marked, run in itertools.groupby(rows, bool) if not marked), default=0)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    return [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _elements(element: Any, kind: str) -> Iterator[Any]:
    """All elements of that kind below one."""
    for kid in _kids(element) if element is not None else ():
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            if kind == kid.S:
                yield kid
            yield from _elements(kid, kind)


def _pages_of(element: Any, page: Any = None) -> Iterator[tuple[int, int]]:
    """The object of every page on which a part of the element stands."""
    page = element.get("/Pg", page)
    for kid in _kids(element):
        if not isinstance(kid, pikepdf.Dictionary):
            if page is not None:
                yield page.objgen
        elif "/S" in kid:
            yield from _pages_of(kid, page)
        elif (own := kid.get("/Pg", page)) is not None:
            yield own.objgen


def _seen_drawings(sheet: Any) -> Iterator[tuple[Any, Any]]:
    """All that is drawn, each with the rectangle that it is seen in: what is cut off is drawn as well."""
    cuts: dict[int, Any] = {}
    for drawing in sheet.get_drawings(extended=True):
        level = drawing["level"]
        cuts = {outer: cut for outer, cut in cuts.items() if outer < level}
        if drawing["type"] == "clip":
            cuts[level] = box(*drawing["scissor"])
        elif drawing["type"] != "group":
            seen = box(*sheet.rect)
            for cut in cuts.values():
                seen = seen.intersection(cut)
            yield drawing, seen


def _covers(drawing: Any) -> bool:
    """Whether it is a filled rectangle, which hides what was drawn before."""
    return "f" in drawing["type"] and [item[0] for item in drawing["items"]] in (["re"], ["qu"])


def _slanting(drawing: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    if "s" not in drawing["type"]:
        return
    for kind, *points in drawing["items"]:
        if kind in ("l", "c"):
            for one, other in itertools.pairwise(points):
                if abs(one.x - other.x) > SLANT and abs(one.y - other.y) > SLANT:
                    yield (one.x, one.y), (other.x, other.y)
