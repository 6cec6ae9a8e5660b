"""The second pass: the lines of each entry of a block, with its comments, in the order of the model.

Whole lines are moved as they stand; nothing is set anew. Where everything is in order, every line stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from guidebook.forms.canonical import unsafe
from guidebook.forms.canonical.comments import Gap, before_the_first, is_blank, is_comment, parted
from guidebook.forms.canonical.keys import Model, in_order, part
from guidebook.forms.record_text import MORE
from guidebook.load.yaml_spans import BLOCK_STYLES, Entries, Listing, Node, Scalar

KEEPS_BLANK_LINES = re.compile(r"[|>]\d?\+")


@dataclass(slots=True)
class _Moved:
    """An entry of a mapping: its lines, the first without its indent, and what goes with it."""

    leading: list[str]
    lines: list[str]
    offers: list[str] = field(default_factory=list)
    """Not of the entry: what stands behind it as long as nothing is moved."""


def reordered(source: str, tree: Node, model: Model) -> str:
    """The text, which ends with its last line, with all blocks in order. Raises UnsafeError."""
    lines = source.split("\n")
    return "\n".join(_Ordering(lines).node(tree, 0, len(lines), model))


class _Ordering:
    """The lines of one text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def node(self, node: Node, first: int, end: int, model: Model) -> list[str]:
        """The lines from `first` to before `end`, in which the node stands, with all that is inside of it in order."""
        if isinstance(node, Listing) and not node.flow:
            return self._listing(node, first, end, model)
        if isinstance(node, Entries) and not node.flow and node.items:
            return self._entries(node, first, end, model)
        return list(self._lines[first:end])

    def _listing(self, node: Listing, first: int, end: int, model: Model) -> list[str]:
        begins = [first, *(self._first_line(self._last(one) + 1) for one in node.items[:-1])]
        ends = [*begins[1:], end]
        parts = (self.node(*one, model) for one in zip(node.items, begins, ends, strict=True))
        return [line for lines in parts for line in lines]

    def _first_line(self, line: int) -> int:
        """The first line from there on that is neither blank nor a comment."""
        while is_blank(self._lines[line]) or is_comment(self._lines[line]):
            line += 1
        return line

    def _entries(self, node: Entries, first: int, end: int, model: Model) -> list[str]:
        column = node.items[0][0].start.column
        begins = [key.start.line for key, _ in node.items]
        for place, (key, _) in enumerate(node.items):
            self._stands_alone(key, place)
        opening = self._lines[begins[0]][:column]
        above = self._lines[first : begins[0]]
        count = len(above) if opening.strip() else before_the_first(above, model)
        entries: list[_Moved] = []
        leading, offering = list(above[count:]), False
        for place, (key, value) in enumerate(node.items):
            last = place + 1 == len(begins)
            below = self._last(value, key) + 1
            gap = self._gap(below, end if last else begins[place + 1], column, model, offering, last)
            offering = offering or any(line in MORE for line in gap.offers)
            inner = self.node(value, begins[place], below + len(gap.trailing), part(model, key.value).model)
            entries.append(_Moved(leading, [inner[0][column:], *inner[1:]], gap.offers))
            leading = gap.leading
        order = in_order(model, [key.value for key, _ in node.items])
        return [*above[:count], *_joined(entries, order, opening), *leading]

    def _gap(self, first: int, end: int, column: int, model: Model, offering: bool, last: bool) -> Gap:
        lines = self._lines[first:end]
        other = next((at for at, line in enumerate(lines) if not (is_blank(line) or is_comment(line))), len(lines))
        if other < len(lines) and not last:
            raise unsafe.apart(first + other)
        gap = parted(lines[:other], column, model, offering, last)
        return Gap(gap.trailing, gap.offers, [*gap.leading, *lines[other:]])

    def _stands_alone(self, key: Scalar, place: int) -> None:
        """Raise UnsafeError where anything but hyphens stands before the key, or its colon not behind it."""
        before = self._lines[key.start.line][: key.start.column]
        behind = self._lines[key.end.line][key.end.column :]
        if before.strip(" -" if place == 0 else " ") or not behind.lstrip().startswith(":"):
            raise unsafe.apart(key.start.line)

    def _last(self, node: Node, key: Scalar | None = None) -> int:
        """The last line of a value."""
        if not isinstance(node, Scalar):
            if not node.flow and node.items:
                last = node.items[-1]
                return self._last(last[1], last[0]) if isinstance(last, tuple) else self._last(last)
            return node.end.line
        if node.style not in BLOCK_STYLES:
            return max(node.end.line, key.end.line if key else 0)
        line = node.end.line if node.end.column else node.end.line - 1
        if not KEEPS_BLANK_LINES.match(self._lines[node.start.line][node.start.column :]):
            while line > node.start.line and not self._lines[line]:
                line -= 1
        return line


def _joined(entries: Sequence[_Moved], order: Sequence[int], opening: str) -> list[str]:
    """The entries in their order; the first stands behind what opens the mapping: an indent, a hyphen."""
    indent = " " * len(opening)
    moved = list(order) != sorted(order)
    offers = [line for entry in entries for line in entry.offers] if moved else []
    if moved:
        first, above = entries[order[0]], entries[0]
        blank = next((at for at, line in enumerate(first.leading) if not is_blank(line)), len(first.leading))
        above.leading[:0], first.leading[:] = first.leading[:blank], first.leading[blank:]
        if opening.strip():  # its comments stand above the hyphen
            outside = " " * (len(opening) - len(opening.lstrip()))
            first.leading[:] = [f"{outside}{line.lstrip()}" for line in first.leading]
    lines: list[str] = []
    for number, place in enumerate(order):
        entry = entries[place]
        if moved and lines and _hangs_below(lines[-1], indent) and not (entry.leading and is_blank(entry.leading[0])):
            lines.append("")  # else the comment would be taken for one of this entry
        lines += [*entry.leading, (indent if number else opening) + entry.lines[0], *entry.lines[1:]]
        lines += [] if moved else entry.offers
    return [*lines, *offers]


def _hangs_below(line: str, indent: str) -> bool:
    """Whether a line is a comment that is set no farther in than the keys are."""
    return is_comment(line) and len(line) - len(line.lstrip()) <= len(indent)
