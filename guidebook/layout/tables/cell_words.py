"""Prepares the words of table cells: figures are held together, and words too long to be kept whole are marked.

The style sheet lets what is marked break anywhere; else one address of a web page would make its table as wide as
itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from guidebook.render.text.korean import BREAK, JOINER
from guidebook.render.text.word_width import may_be_broken

UNBROKEN = "unbroken"
"""The class of a part of a long word."""
LEAST_WIDTH = "min-width:9em"
"""Of a cell with a long word, which could else become as narrow as one letter."""
DIGITS = re.compile(r"(?<=\d)(?=\d)")
SPANS = re.compile(rf"(?<=[\d.)일월][~∼～])(?=\d{{4}}{JOINER}?[.년])")
"""In a span of days, where a line may end: `2026. 3. 1.~2026. 12. 31.` would else be one long word."""
INLINE = frozenset({"a", "em", "strong", "b", "i", "code", "sup", "sub", "del"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a cell's text between two tags."""

    parent: Element
    before: Element | None
    """The element of the parent that it stands behind; none at its beginning."""
    words: str


def prepare_cells(root: Element) -> None:
    """Tie the digits of figures, and put every part of a long word into an element of its own."""
    for cell in [element for element in root.iter() if element.tag in ("th", "td")]:
        _tie_digits(cell)
        if not may_be_broken("".join(cell.itertext())):
            continue
        marked = [_marked(run) for run in list(_runs(cell))]
        if any(marked):
            cell.set("style", ";".join(filter(None, (cell.get("style", "").rstrip(";"), LEAST_WIDTH))))


def _tie_digits(element: Element) -> None:
    """Put joiners between digits, as there are in Korean words, but not into page numbers, which are stamped later."""
    if "page-ref" in element.get("class", "") or not isinstance(element.tag, str):
        return
    element.text = _tied(element.text)
    for child in element:
        _tie_digits(child)
        child.tail = _tied(child.tail)


def _tied(words: str | None) -> str:
    return DIGITS.sub(JOINER, SPANS.sub(BREAK, words or ""))


def _runs(cell: Element) -> Iterator[list[_Piece]]:
    """The pieces of a cell, together as far as lines do not end between them by themselves."""
    run: list[_Piece] = []
    for piece, parted in _pieces(cell):
        if parted:
            yield run
            run = []
        if piece.words:
            run.append(piece)
    yield run


def _pieces(element: Element) -> Iterator[tuple[_Piece, bool]]:
    """Each piece, and whether it stands apart from the one before."""
    inline = element.tag in INLINE
    yield _Piece(element, None, element.text or ""), not inline
    for child in element:
        if not str(child.tag).endswith("svg"):
            yield from _pieces(child)
        yield _Piece(element, child, child.tail or ""), child.tag not in INLINE


def _marked(run: list[_Piece]) -> bool:
    """Whether there was a long word in these pieces."""
    whole = "".join(piece.words for piece in run)
    long = [word.span() for word in re.finditer(r"\S+", whole) if may_be_broken(word[0])]
    end = len(whole)
    for piece in reversed(run):  # the last first, so that places of those before stay
        start = end - len(piece.words)
        cuts = [(max(first, start) - start, min(last, end) - start) for first, last in long]
        _wrap(piece, [cut for cut in cuts if cut[0] < cut[1]])
        end = start
    return bool(long)


def _wrap(piece: _Piece, cuts: list[tuple[int, int]]) -> None:
    if not cuts:
        return
    spans = []
    for (first, last), after in zip(cuts, [*(cut[0] for cut in cuts[1:]), len(piece.words)], strict=True):
        span = Element("span", {"class": UNBROKEN})
        span.text, span.tail = piece.words[first:last], piece.words[last:after]
        spans.append(span)
    kept, place = piece.words[: cuts[0][0]], 0
    if piece.before is None:
        piece.parent.text = kept
    else:
        piece.before.tail, place = kept, list(piece.parent).index(piece.before) + 1
    for offset, span in enumerate(spans):
        piece.parent.insert(place + offset, span)
