"""What stands between entries: comments and blank lines, and the entry that each of them belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidebook.forms.canonical.keys import Model, known
from guidebook.forms.record_text import MORE
from guidebook.load.yaml_spans import Listing, Node, Scalar, spans_of

OFFERED = re.compile(r"\s*# ?([A-Za-z_]+):(?: |$)")
"""A field that is left out, as a comment that only has to be uncommented."""
FOR_PROGRAMS = re.compile(r"\s*#\s*(?:yaml-language-server:|-\*-|vim:|!)")
"""Comments that programs look for at the head of a file."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The lines between two entries, or behind the last one."""

    trailing: list[str]
    """Of the entry before."""
    offers: list[str]
    """Fields that are offered below the record, which stay below it."""
    leading: list[str]
    """Of the entry behind; of the mapping as a whole where there is none."""


def is_comment(line: str) -> bool:
    """Whether a line outside of any value is a comment."""
    return line.lstrip().startswith("#")


def is_blank(line: str) -> bool:
    """Whether a line is empty."""
    return not line.strip()


def parted(lines: Sequence[str], column: int, model: Model, offering: bool, last: bool) -> Gap:
    """The lines of a gap behind an entry whose key stands in that column.

    `offering`: whether what is offered below a new record has begun above; `last`: whether no entry follows.
    """
    begins = 0 if offering else next((at for at, line in enumerate(lines) if line in MORE), None)
    if begins is not None and not last:
        ends = max((at + 1 for at, line in enumerate(lines) if line in MORE or _offers(line, model)), default=0)
        while begins > 0 and is_blank(lines[begins - 1]):
            begins -= 1
        if ends > begins:
            return Gap(list(lines[:begins]), list(lines[begins:ends]), list(lines[ends:]))
    count = _deeper(lines, column)
    if not (last and (offering or any(_offers(line, model) for line in lines))):
        count = max(count, _attached(lines, column, last))
    if not last:
        count = max(count, *(at + 1 if _offers(line, model) else 0 for at, line in enumerate((*lines, ""))))
    return Gap(list(lines[:count]), [], list(lines[count:]))


def before_the_first(lines: Sequence[str], model: Model) -> int:
    """How many of the lines above the first key are the head of the mapping; the rest belongs to that key."""
    count = len(lines)
    while count and is_comment(lines[count - 1]):
        if FOR_PROGRAMS.match(lines[count - 1]) or _offers(lines[count - 1], model):
            break
        count -= 1
    return count


def _deeper(lines: Sequence[str], column: int) -> int:
    """How many lines lead to the last of the comments that are set farther in than the key: they are inside of it."""
    count = 0
    for at, line in enumerate(lines):
        if is_comment(line):
            if len(line) - len(line.lstrip()) <= column:
                break
            count = at + 1
    return count


def _attached(lines: Sequence[str], column: int, last: bool) -> int:
    """How many comments stand right below the entry and not right above another one."""
    run = next((at for at, line in enumerate(lines) if not is_comment(line)), len(lines))
    if run == len(lines) and not last:
        return 0
    outside = any(len(line) - len(line.lstrip()) < column for line in lines[:run])
    return 0 if last and outside else run


def _offers(line: str, model: Model) -> bool:
    match = OFFERED.match(line)
    return match is not None and known(model, match[1])


def comments_in(source: str) -> Counter[str]:
    """Every comment of a text, however often it stands there."""
    bare = list(source)
    for start, end in _values(spans_of(source)):
        bare[start:end] = ("\n" if letter == "\n" else "x" for letter in bare[start:end])
    lines = "".join(bare).split("\n")
    written = source.split("\n")
    signs = [(number, line.find("#")) for number, line in enumerate(lines)]
    return Counter(written[number][at:].strip() for number, at in signs if at >= 0)


def _values(node: Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, Scalar):
        yield node.start.at, node.end.at
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _values(item)
    else:
        for key, value in node.items:
            yield from _values(key)
            yield from _values(value)
