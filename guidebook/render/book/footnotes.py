"""Footnotes: each is placed where its mark first stands, and the layout engine moves it to the foot of the page.

A book numbers its notes as its own pages call them: graphics, tables and passages have other neighbours than on the
website. So the tree of the chapter decides, and no list of fields.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from xml.etree.ElementTree import Element, SubElement

from markupsafe import Markup

from guidebook.model.source import Note
from guidebook.render.book.citation import citing
from guidebook.render.context import RenderContext
from guidebook.render.text.html_tree import HtmlTree, parents_in, remove_element, serialised, with_content
from guidebook.render.text.line_breaks import NOTE_MARK

SOURCES = frozenset({"bodies lessons", "history", "works", "model-towns"})
"""The classes of what names its sources behind each line: they become notes, each once."""
WIDE = 100
"""A note of more letters takes the width of the page, a shorter one half of it."""
SHORT_CLASS = "note-body"
"""The class of the inner element of a note."""
WIDE_CLASS = "note-body wide"
ALONE_CLASS = "note-body wide alone"
"""A short note that has none to stand beside it; set closer, it stands beside long ones' ends."""
LEAD = "source-lead"
"""The class of the word before sources, which a note that holds nothing else does not need."""
WORDED = "worded"
"""The class of a note whose label is a word and a number (`note 12`), which needs more room than `주12`."""
LISTED = "loose-notes"
"""The class of the list of notes at the end."""
FIRST = "first-of-page"
"""The class of what begins a page, as that of tables."""
ENTRY = "town"
"""The class of an entry that a last page takes over as it does notes: it stands whole on a page."""
HEADINGS = frozenset({"h2", "h3"})
"""What a last page may begin with."""
REMARKS = "remarks"
"""The class of the element that says where notes stand that nothing calls."""


class Noted(Protocol):
    """A record with notes."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """Its notes."""


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The notes of one record as HTML."""

    by_anchor: Mapping[str, Markup] = field(default_factory=dict)
    label: str = "{number}"
    """How a note is called."""
    prefix: str = ""
    """What the anchors of the record begin with."""
    at_end: bool = False
    """Whether they stand at the end and not at the foot of their pages."""


NONE = Footnotes()


def footnotes(context: RenderContext, record: Noted, prefix: str) -> Footnotes:
    """Every note of a record under the anchor `<prefix>note-<id>`."""
    macros = context.templates.get_template("macros/record.html.j2").module
    cite = citing(context)
    texts = {f"{prefix}note-{note.id}": Markup(macros.note(note, cite)) for note in record.notes}  # type: ignore[attr-defined]
    # Large notes would fill pages of their own, so they stand at the end.
    return Footnotes(texts, context.words.gettext("주{number}"), prefix, at_end=bool(context.print_format.least))


def place_footnotes(body: Element, foot: Footnotes) -> bool:
    """Number the notes as they are first called, and put each behind its first mark, where the style floats it down.

    What nothing calls has no number, and stands at the foot of the last page. Tells whether any note floats.
    """
    if foot is NONE:
        return False
    notes = dict(foot.by_anchor)
    _leave_to_text(body, foot.prefix)
    if not foot.at_end:
        notes |= _sources_as_notes(body, foot.prefix)
    numbers: dict[str, str] = {}
    parents = parents_in(body)
    called: list[Element] = []
    for mark, link, anchor in list(_marks(body, foot.prefix)):
        label = numbers.setdefault(anchor, foot.label.replace("{number}", str(len(numbers) + 1)))
        link[:], link.text = [], label
        if anchor in notes:
            note = _note(anchor, notes.pop(anchor), label)
            called.append(note)
            if not foot.at_end:
                _put_behind(parents[mark], mark, note)
    loose = [_note(anchor, note) for anchor, note in notes.items()]
    for notes_of_one_kind in (called, loose):
        pair_short([note[0] for note in notes_of_one_kind])
    _remark(body, [*called, *loose] if foot.at_end else loose, foot.at_end)
    return not foot.at_end and bool(called or loose)


def _leave_to_text(body: Element, prefix: str) -> None:
    """Take the marks of a graphic out that the text has too: these notes stand on the pages of the text."""
    figures = [element for element in body.iter("figure") if element.get("class") == "graphic"]
    drawn = [found for figure in figures for found in _marks(figure, prefix)]
    marks = {id(mark) for mark, _, _ in drawn}
    told = {anchor for mark, _, anchor in _marks(body, prefix) if id(mark) not in marks}
    parents = parents_in(body)
    for mark, _, anchor in drawn:
        if anchor in told:
            remove_element(parents[mark], mark)
    for figure in figures:
        _without_comma_before_first(figure, prefix)


def _without_comma_before_first(figure: Element, prefix: str) -> None:
    """Take away the comma that parted a mark from one before it which is no longer there."""
    parents = parents_in(figure)
    for mark, _, _ in _marks(figure, prefix):
        siblings = list(parents[mark])
        place = siblings.index(mark)
        before = siblings[place - 1] if place else None
        if before is None or before.get("class") != NOTE_MARK or (before.tail or "").strip():
            mark.text = None


def _marks(body: Element, prefix: str) -> Iterator[tuple[Element, Element, str]]:
    """The marks of notes as they are read, each with its link and the anchor of its note."""
    for mark in body.iter("sup"):
        link = mark.find("a") if mark.get("class") == NOTE_MARK else None
        anchor = "" if link is None else link.get("href", "").removeprefix("#")
        if link is not None and anchor.startswith(prefix):
            yield mark, link, anchor


def _note(anchor: str, note: str, label: str = "") -> Element:
    """A note; its label stands on the inner element too, before which the style sheet writes it."""
    kind = f" {WORDED}" if " " in label else "" if label else " remark"
    outer = Element("span", {"class": f"footnote{kind}", "id": anchor})
    inner = SubElement(outer, "span", {"class": SHORT_CLASS})
    for element in (outer, inner) if label else ():
        element.set("data-label", label)
    with_content(inner, note.strip())
    if len("".join(inner.itertext())) > WIDE:
        inner.set("class", WIDE_CLASS)
    return outer


def pair_short(bodies: Sequence[Element]) -> bool:
    """Let short notes stand two beside each other; one that has none beside it takes the whole width.

    Tells whether that changes any. They are paired here as they are called, and by the layout engine on each page.
    """
    before = [body.get("class") for body in bodies]
    narrow: Element | None = None
    for body in bodies:
        if body.get("class") == WIDE_CLASS:
            narrow = None
        elif narrow is None:
            body.set("class", ALONE_CLASS)
            narrow = body
        else:
            for one in (narrow, body):
                one.set("class", SHORT_CLASS)
            narrow = None
    return before != [body.get("class") for body in bodies]


def _put_behind(parent: Element, mark: Element, note: Element) -> None:
    note.tail, mark.tail = mark.tail, None
    parent.insert(list(parent).index(mark) + 1, note)


def _remark(body: Element, notes: list[Element], listed: bool) -> None:
    """Put notes where the template has room for them, as a list or to be floated down; the room goes where none are."""
    room = next((element for element in body.iter("div") if element.get("class") == REMARKS), None)
    if not notes:
        if room is not None:
            remove_element(parents_in(body)[room], room)
        return
    room = SubElement(body, "div", {"class": REMARKS}) if room is None else room
    if not listed:
        room.extend(notes)
        return
    room.tag = "ul"
    room.set("class", LISTED)
    for note in notes:
        item = SubElement(room, "li", {"id": note.attrib.pop("id")})
        if WORDED in note.get("class", "").split():
            item.set("class", WORDED)
        item.extend(note)


def _sources_as_notes(body: Element, prefix: str) -> dict[str, Markup]:
    """Put a mark in the place of each line of sources; gives the notes, of which those that say the same are one."""
    anchors: dict[str, str] = {}
    lists = [element for element in body.iter() if element.get("class") in SOURCES]
    for one in lists:
        parents = parents_in(one)
        for named in [span for span in one.iter("span") if span.get("class") == "note-source"]:
            tail, named.tail = named.tail, None
            for lead in [span for span in named if span.get("class") == LEAD]:
                remove_element(named, lead)
            said = serialised(named)
            anchor = anchors.setdefault(said, f"{prefix}note-source-{len(anchors) + 1}")
            parent = parents[named]
            _without_space_before(parent, named)
            named.clear()
            named.tag, named.tail = "sup", tail
            named.set("class", NOTE_MARK)
            SubElement(named, "a", {"href": f"#{anchor}"})
    return {anchor: Markup(said) for said, anchor in anchors.items()}


def _without_space_before(parent: Element, element: Element) -> None:
    """Let the text before an element end with a letter."""
    place = list(parent).index(element)
    if place:
        before = parent[place - 1]
        before.tail = (before.tail or "").rstrip()
    else:
        parent.text = (parent.text or "").rstrip()


def begun_earlier(body: HtmlTree, ids: Collection[str]) -> Iterator[HtmlTree]:
    """The body with its last page begun at a note, town or heading of `ids`: at the last, then at the one above."""
    for id in reversed([entry.get("id", "") for entry in _entries(body.root) if entry.get("id") in ids]):
        root = body.copy()
        for entry in _entries(root):
            if entry.get("id") == id:
                entry.set("class", f"{entry.get('class', '')} {FIRST}".strip())
        yield HtmlTree(root)


def _entries(root: Element) -> Iterator[Element]:
    for element in root.iter():
        classes = element.get("class", "").split()
        if element.tag == "ul" and LISTED in classes:
            yield from element
        elif (element.tag == "section" and ENTRY in classes) or (element.tag in HEADINGS and not classes):
            yield element
