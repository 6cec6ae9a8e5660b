"""Footnotes: each is placed where its mark first stands, and the layout engine moves it to the foot of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from xml.etree.ElementTree import Element

from markupsafe import Markup

from guidebook.markdown.document import note_ids
from guidebook.model.records.program import Program
from guidebook.model.source import Note, in_reading_order
from guidebook.render.book.citation import citing
from guidebook.render.context import RenderContext
from guidebook.render.text.html_tree import parents_in, with_content
from guidebook.render.text.line_breaks import NOTE_MARK


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
    """The notes of one record as HTML."""

    by_anchor: Mapping[str, Markup]
    loose: tuple[tuple[int, str, Markup], ...]
    """Those that nothing refers to, which stand at the end: number, anchor, text."""


NONE = Footnotes({}, ())


def footnotes(context: RenderContext, record: Noted, prefix: str) -> Footnotes:
    """Every note of a record under the anchor `<prefix>note-<id>`, numbered as they are read."""
    macros = context.templates.get_template("macros/record.html.j2").module
    cite = citing(context)
    texts = {note.id: Markup(macros.note(note, cite)) for note in record.notes}  # type: ignore[attr-defined]
    ordered = list(enumerate(in_reading_order(record.notes, note_ids(record.body)), start=1))
    referred = set(note_ids(record.body)) | _notes_of_figures(record)
    if context.print_format.least:  # large notes would fill pages of their own: they stand at the end
        referred = set()
    loose = ((number, f"{prefix}note-{note.id}", texts[note.id]) for number, note in ordered if note.id not in referred)
    return Footnotes({f"{prefix}note-{id}": texts[id] for id in referred if id in texts}, tuple(loose))


def place_footnotes(body: Element, notes: Mapping[str, Markup]) -> None:
    """Put each note behind its first mark, where the style sheet floats it down. `notes` have their anchors as keys."""
    if not notes:
        return
    remaining, parents = dict(notes), parents_in(body)
    for mark in [element for element in body.iter("sup") if element.get("class") == NOTE_MARK]:
        link = mark.find("a")
        anchor = "" if link is None else link.get("href", "").removeprefix("#")
        note = remaining.pop(anchor, None)
        if link is None or note is None:
            continue
        attributes = {"class": "footnote", "id": anchor, "data-label": "".join(link.itertext())}
        footnote = with_content(Element("span", attributes), note)
        footnote.tail, mark.tail = mark.tail, None
        parent = parents[mark]
        parent.insert(list(parent).index(mark) + 1, footnote)


def _notes_of_figures(record: Noted) -> set[str]:
    if not isinstance(record, Program):
        return set()
    tables: Sequence[object] = (record.timetable,) if record.timetable else ()
    told = record.indicators if len(record.indicators) > 1 else ()  # a single one has no table, so no mark either
    drawn = record.partnerships if record.graphic and record.graphic.ties else ()
    figures = (*told, *record.comparisons, *tables, *drawn)
    return {
        *(record.graphic.notes if record.graphic else ()),
        *(note for figure in figures if (note := getattr(figure, "note", None))),
    }
