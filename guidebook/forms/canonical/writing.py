"""A text of YAML in form, read back before anybody may write it: the same values, every comment, no other fault."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from guidebook.forms.canonical import unsafe
from guidebook.forms.canonical.comments import comments_in
from guidebook.forms.canonical.keys import Model
from guidebook.forms.canonical.ordering import reordered
from guidebook.forms.canonical.quoting import requoted
from guidebook.load.yaml_positions import parse
from guidebook.load.yaml_spans import spans_of
from guidebook.model.diagnostic import Diagnostic


def in_form(source: str, model: Model, closed: bool = False) -> str:
    """The text in form; the very same where it is so already. It must have been read without an error.

    `closed` says that it ends with a line break, as a file does. Raises UnsafeError where it cannot be written anew
    for certain.
    """
    tree = spans_of(source)
    new = _judged(source, requoted(source, tree, model))
    new = reordered(new, tree if new == source else spans_of(new), model)
    if closed and not new.endswith("\n"):
        new += "\n"
    return _judged(source, new)


def as_orderly_as(old: str, new: str, model: Model) -> str:
    """The new text of a file in form, if its old text was; else as the person who wrote it has it."""
    try:
        return in_form(new, model) if in_form(old, model) == old else new
    except unsafe.UnsafeError:
        return new


def _judged(source: str, new: str) -> str:
    """The new text, where it says what the source does; each step is judged, for the next one reads what it wrote."""
    if new != source and not _is_the_same(source, new):
        raise unsafe.otherwise_read()
    return new


def _is_the_same(old: str, new: str) -> bool:
    read, again = parse(old, ""), parse(new, "")
    return (
        read[0] == again[0]
        and read[1].reserved == again[1].reserved
        and _said(read[2]) == _said(again[2])
        and comments_in(old) == comments_in(new)
    )


def _said(faults: Iterable[Diagnostic]) -> list[Any]:
    """The faults without their lines, which may have moved."""
    return sorted((fault.code, str(fault.message), str(fault.hint), str(fault.severity)) for fault in faults)
