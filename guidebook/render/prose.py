"""Markdown bodies to clean HTML: tables with captions and scopes, numbered notes, links to other records."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

import markdown
import nh3
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from guidebook.model.prose import LINKED, NOTE, TABLE_CAPTION
from guidebook.model.source import Note, in_reading_order
from guidebook.render.page import Heading

Link = Callable[[str, str], str]
"""Kind and id of a record → its address from here."""

TAGS = frozenset(
    {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "em", "strong", "sup", "sub", "code", "pre", "br", "hr"}
    | {"blockquote", "table", "caption", "thead", "tbody", "tr", "th", "td"}
)
ATTRIBUTES = {
    "a": {"href", "class", "id"},
    "sup": {"class"},
    "th": {"scope"},
    "ol": {"start"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
SCHEMES = frozenset({"http", "https", "book"})
"""`book:` is the address of a place in the printed book; joining turns it into a page."""


_BLOCK = re.compile(r"<p>\[\[([a-z-]+)\]\]</p>")


@dataclass(frozen=True, slots=True)
class Prose:
    """A rendered body."""

    html: Markup
    headings: tuple[Heading, ...]

    @property
    def pieces(self) -> tuple[tuple[Markup, str], ...]:
        """The body cut at its `[[blocks]]`: HTML, and the name of the block that follows it; empty after the last."""
        parts = [*_BLOCK.split(self.html), ""]
        return tuple((Markup(html), block) for html, block in zip(parts[::2], parts[1::2], strict=True))


def prose(body: str, notes: Sequence[Note], link: Link, prefix: str = "", label: str = "{number}") -> Prose:
    """Render a body. `prefix` stands before every id, because a book has many bodies; `label` is a note's number."""
    reader = markdown.Markdown(
        tab_length=2,  # editors indent lists by two spaces, as in the YAML above them
        extensions=["tables", "sane_lists", TocExtension(slugify=lambda words, _: prefix + slug(words))],
    )
    numbers = {note.id: number for number, note in enumerate(in_reading_order(tuple(notes), body), start=1)}
    reader.inlinePatterns.register(_NoteReference(numbers, prefix, label, reader), "note", 175)
    reader.treeprocessors.register(_Tables(reader), "captions", 15)
    reader.treeprocessors.register(_Links(link, reader), "records", 14)
    html = clean(reader.convert(body))
    tokens = getattr(reader, "toc_tokens", [])
    return Prose(Markup(html), tuple(_headings(tokens)))


def clean(html: str) -> str:
    """The HTML with nothing in it but what bodies may hold."""
    return nh3.clean(html, tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None)


def slug(words: str) -> str:
    """An id that keeps Hangul: `성과 및 지역사회 기여` → `성과-및-지역사회-기여`."""
    kept = re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFC", words).lower())
    return re.sub(r"[\s-]+", "-", kept).strip("-")


def _headings(tokens: Sequence[dict[str, object]]) -> list[Heading]:
    found: list[Heading] = []
    for token in tokens:
        level, children = token["level"], token["children"]
        assert isinstance(level, int)
        assert isinstance(children, list)
        found += [Heading(str(token["id"]), str(token["name"]), level), *_headings(children)]
    return found


class _NoteReference(InlineProcessor):
    """`[^id]` becomes the note's number, linked to it. The first reference is where the note links back to."""

    def __init__(self, numbers: dict[str, int], prefix: str, label: str, reader: markdown.Markdown) -> None:
        super().__init__(NOTE.pattern, reader)
        self.numbers, self.prefix, self.label = numbers, prefix, label
        self.seen: set[str] = set()

    def handleMatch(  # type: ignore[override]  # noqa: N802  # named and loosely typed by Markdown
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | None, int | None, int | None]:
        id = m[1]
        if id not in self.numbers:
            return None, None, None
        mark = ElementTree.Element("sup", {"class": "note-ref"})
        anchor = ElementTree.SubElement(mark, "a", {"href": f"#{self.prefix}note-{id}"})
        if id not in self.seen:
            anchor.set("id", f"{self.prefix}ref-{id}")
            self.seen.add(id)
        anchor.text = self.label.format(number=self.numbers[id])
        return mark, m.start(0), m.end(0)


class _Tables(Treeprocessor):
    """A paragraph `표: …` becomes the caption of the table after it; heads get their scope."""

    def run(self, root: ElementTree.Element) -> None:
        children = list(root)
        for before, table in zip([None, *children], children, strict=False):
            if table.tag != "table":
                continue
            found = TABLE_CAPTION.match(before.text or "") if before is not None and before.tag == "p" else None
            if found and before is not None:
                caption = ElementTree.Element("caption")
                caption.text = found["caption"]
                caption.extend(list(before))
                table.insert(0, caption)
                root.remove(before)
            for cell in table.iterfind("thead/tr/th"):
                cell.attrib.clear()
                cell.set("scope", "col")
            for row in table.iterfind("tbody/tr"):
                row[0].tag = "th"
                row[0].set("scope", "row")


class _Links(Treeprocessor):
    """`town:songak` becomes the address of that record; addresses inside a report get the prefix of its ids."""

    def __init__(self, link: Link, reader: markdown.Markdown) -> None:
        super().__init__(reader)
        self.link = link

    def run(self, root: ElementTree.Element) -> None:
        for anchor in root.iter("a"):
            kind, colon, id = anchor.get("href", "").partition(":")
            if colon and kind in LINKED:
                anchor.set("href", self.link(kind, id))
