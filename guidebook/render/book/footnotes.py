"""Notes at the foot of the page: each goes where its mark first stands, and the engine carries it down."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup, escape

from guidebook.markdown.document import note_ids
from guidebook.model.records.program import Program
from guidebook.model.source import Note, in_reading_order
from guidebook.render.context import RenderContext

_MARK = re.compile(r'<sup class="note-ref"><a\b[^>]*\bhref="#([^"]+)"[^>]*>(.*?)</a></sup>')


class Noted(Protocol):
    """A record with a body and notes."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """Its notes."""

    @property
    def body(self) -> str:
        """Its Markdown."""


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The notes of one record, set."""

    by_anchor: Mapping[str, Markup]
    loose: tuple[tuple[int, str, Markup], ...]
    """Those that no passage points at, which stand at the end: number, anchor, text."""


NONE = Footnotes({}, ())


def footnotes(context: RenderContext, record: Noted, prefix: str) -> Footnotes:
    """Every note of a record under the anchor `<prefix>note-<id>`, numbered as they are read."""
    macros = context.templates.get_template("macros/record.html.j2").module
    told = {note.id: Markup(macros.note(note)) for note in record.notes}  # type: ignore[attr-defined]
    ordered = list(enumerate(in_reading_order(record.notes, note_ids(record.body)), start=1))
    pointed = set(note_ids(record.body)) | _of_figures(record)
    if context.print_format.least:  # large notes would fill pages of their own: they stand at the end
        pointed = set()
    loose = ((number, f"{prefix}note-{note.id}", told[note.id]) for number, note in ordered if note.id not in pointed)
    return Footnotes({f"{prefix}note-{id}": told[id] for id in pointed if id in told}, tuple(loose))


def at_the_foot(html: str, notes: Mapping[str, Markup]) -> str:
    """The page with each note behind its first mark, where the style sheet floats it down."""
    waiting = dict(notes)

    def carried(found: re.Match[str]) -> str:
        note = waiting.pop(found[1], None)
        if note is None:
            return found[0]
        return f'{found[0]}<span class="footnote" id="{escape(found[1])}" data-label="{found[2]}">{note}</span>'

    return _MARK.sub(carried, html)


def _of_figures(record: Noted) -> set[str]:
    if not isinstance(record, Program):
        return set()
    tables: Sequence[object] = (record.timetable,) if record.timetable else ()
    figures = (*record.indicators, *record.comparisons, *tables)
    return {note for one in figures if (note := getattr(one, "note", None))}
