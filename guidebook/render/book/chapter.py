"""Chapters of books before they are laid out: the value, and the chapters that all books share.

A template is rendered and parsed once. From then on a chapter is changed by functions that give another chapter, and it
becomes one document when it is laid out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self
from xml.etree.ElementTree import Element, SubElement

from markupsafe import Markup

from guidebook.markdown.html import heading_anchor
from guidebook.model.diagnostic import Span
from guidebook.model.placeholder import page_ref
from guidebook.model.records.page import Page
from guidebook.model.wording.sample import notice, title_suffix
from guidebook.plan.itinerary import plan_route
from guidebook.render.book.citation import citing
from guidebook.render.book.footnotes import NONE, Footnotes, footnotes, place_footnotes
from guidebook.render.book.origin import Origins
from guidebook.render.book.typesetting import measures, ruled_lines, set_running_heads
from guidebook.render.context import RenderContext
from guidebook.render.text.bibliography import Entry as BibliographyEntry
from guidebook.render.text.bibliography import bibliography
from guidebook.render.text.doubts import MOST, counted_doubts
from guidebook.render.text.embedded import apart_from_body, in_book
from guidebook.render.text.html_tree import HtmlTree, child_of, merged, parsed, serialised
from guidebook.render.text.kept_tree import parsing_once
from guidebook.render.text.licence import licence as licence_terms
from guidebook.render.text.licence import licence_sentence
from guidebook.render.text.line_breaks import set_line_breaks
from guidebook.render.text.timeline import timeline
from guidebook.render.text.web_address import printed_address
from guidebook.render.text.written import written

Side = Literal["right", "left"]
BOOK = "book:"
"""The scheme of addresses within a book: joining knows the whole book, a chapter knows only itself."""
LARGE = "large"
"""The class of a chapter in large print."""
LINE = "data-line"
"""The attribute of a block that holds its line in the content, on which no page depends."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter. Its ids are unique in the whole book; `book:ID` addresses any place of the book."""

    id: str
    title: str
    body: HtmlTree
    """The element `body`, with the notes of each page where they are referred to."""
    source: str
    """The content file it is made of, for diagnostics."""
    side: Side | None = None
    """The side on which it must begin; None where either will do."""
    references: tuple[str, ...] = ()
    """The anchors whose page numbers the chapter prints, in the order of their indexes."""
    language: str = ""
    heading: str = ""
    """The title of its document."""
    styles: tuple[str, ...] = ()
    """Style sheets of its own, behind that of its book."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Attributes of the body, for the style sheet of its book."""
    origins: Origins | None = field(default=None, compare=False, repr=False)
    """Where its words come from."""

    @classmethod
    def from_html(
        cls,
        id: str,
        title: str,
        html: str,
        source: str,
        side: Side | None = None,
        references: tuple[str, ...] = (),
        origins: Origins | None = None,
        parse: Callable[[str], Element] = parsed,
    ) -> Self:
        """A chapter from a whole document, taken as it is."""
        root = parse(html)
        head, body = child_of(root, "head"), child_of(root, "body")
        return cls(
            id,
            title,
            HtmlTree(body),
            source,
            side,
            references,
            root.get("lang", ""),
            head.findtext("title", ""),
            tuple(style.text or "" for style in head.iter("style")),
            tuple(body.items()),
            origins,
        )

    def document(self) -> Element:
        """The chapter as one document. It shares the elements of the body: who changes it works on a copy."""
        root = Element("html", {"lang": self.language} if self.language else {})
        head = SubElement(root, "head")
        SubElement(head, "title").text = self.heading
        for style in self.styles:
            SubElement(head, "style").text = style
        body = SubElement(root, "body", dict(self.attributes))
        body.text = self.body.root.text
        body.extend(self.body.root)
        return root

    @property
    def html(self) -> str:
        """The document as text."""
        return serialised(self.document())

    def layout_html(self) -> str:
        """All of the document that its pages depend on."""
        return serialised(self.document(), frozenset({LINE}))

    def origin(self, words: str = "", line: int | None = None) -> Span:
        """The place in the content of words of this chapter; `line` is that of their block in the body, if known."""
        return self.origins.find(self.source, words, line) if self.origins else Span(self.source)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of contents or index."""

    anchor: str
    title: str
    mark: str = ""
    line: str = ""
    opens: bool = False
    """Whether it is a part, and those that follow belong to it."""


def chapter(
    context: RenderContext,
    template: str,
    id: str,
    title: str,
    source: str,
    side: Side | None = None,
    foot: Footnotes = NONE,
    **values: object,
) -> Chapter:
    """A chapter from `templates/print/<template>.html.j2`; `values` are what it needs beside the render context."""
    variables: Mapping[str, Any] = {
        "language": context.language,
        "site": context.site,
        "catalogue": context.catalogue,
        "title": title,
        "notice": notice(context.site, context.language, context.words),
        "suffix": title_suffix(context.site, context.words),
        "licence": licence_sentence(context.site, context.words),
        "terms": licence_terms(context.site, context.words),
        "bibliography": bibliography,
        "cite": citing(context),
        "printed_address": printed_address,
        "link": link,
        "prints": context.prints,
        "print_format": context.print_format,
        **values,
    }
    html = context.templates.get_template(f"print/{template}.html.j2").render(variables)
    words_at_stops = template in ("route", "leaflet")  # a sign behind the last number of an address would part it
    html = counted_doubts(html, context.words.gettext, MOST if words_at_stops else 0)
    parse = parsing_once(id, context.maps.steps)
    rendered = Chapter.from_html(id, title, html, source, side, origins=Origins(context.catalogue), parse=parse)
    body = rendered.body.root  # nobody else has it yet
    floating = place_footnotes(body, foot)
    set_line_breaks(body, measures(context.print_format, context.design))
    set_running_heads(body, context.print_format)
    for element in body.iter():  # links to places of the chapter itself become links to places of the book
        if element.get("href", "").startswith("#"):
            element.set("href", BOOK + element.get("href", "")[1:])
    if context.print_format.least:
        return with_class(rendered, LARGE)
    return with_class(rendered, "noted") if floating else rendered


def referring(anchors: Sequence[str], set_chapter: Callable[[Callable[[str], Markup]], Chapter]) -> Chapter:
    """The chapter that `set_chapter` makes with a function for the page numbers of `anchors`."""
    numbers = {anchor: number for number, anchor in enumerate(dict.fromkeys(anchors))}

    def reference(anchor: str) -> Markup:
        return Markup(page_ref(anchor, numbers[anchor]))

    return replace(set_chapter(reference), references=tuple(numbers))


def link(kind: str, id: str, heading: str = "") -> str:
    """How records, and headings of them, are addressed within a book."""
    return BOOK + (heading_anchor(f"{kind}-{id}-", heading) if heading else f"{kind}-{id}")


def contents_chapter(
    context: RenderContext, entries: Sequence[Entry], side: Side | None = "right", id: str = "contents", title: str = ""
) -> Chapter:
    """The table of contents."""
    file, title = context.catalogue.where_site().file, title or context.words.gettext("차례")
    return referring(
        [entry.anchor for entry in entries],
        lambda reference: chapter(
            context, "contents", id, title, file, side, anchor=id, entries=entries, page_ref=reference
        ),
    )


def nowhere(entry: BibliographyEntry) -> Markup:
    """What a list of sources says where nobody knows its pages."""
    return Markup()


def page_chapter(
    context: RenderContext,
    page: Page,
    see_source: Callable[[BibliographyEntry], Markup] = nowhere,
) -> Chapter:
    """A written page. Its list of sources says with `see_source` where one is used."""
    anchor = f"page-{page.id}"
    body = written(context, page, link, in_book(context, page), f"{anchor}-", lines=True)
    file = context.catalogue.source_map(page).file
    return chapter(
        context,
        "page",
        anchor,
        page.title,
        file,
        foot=footnotes(context, page, f"{anchor}-"),
        page=page,
        anchor=anchor,
        pieces=body.pieces,
        apart=apart_from_body(page),
        timed=[(route, plan_route(route, context.catalogue)) for route in context.catalogue.routes],
        line=timeline(context.catalogue.programs),
        see_source=see_source,
    )


def memo_chapter(context: RenderContext, source: str) -> Chapter:
    """A page of ruled lines, for the back of a leaf that would else be empty."""
    lines = ruled_lines(context.print_format) - 3
    return chapter(context, "memo", "memo", context.words.gettext("메모"), source, lines=lines)


def has_pictures(chapter: Chapter) -> bool:
    """Whether a chapter shows photographs, which can be set lower where words cannot."""
    return any("picture" in figure.get("class", "").split() for figure in chapter.body.root.iter("figure"))


def set_closer(chapter: Chapter, *steps: str) -> Chapter:
    """The chapter with less room around its parts, as the style sheet has it for `close-set` and further steps."""
    return with_class(chapter, " ".join(("close-set", *steps)))


def with_class(chapter: Chapter, name: str) -> Chapter:
    """The chapter with one more class for the style sheet of its book."""
    classes = " ".join([*dict(chapter.attributes).get("class", "").split(), name])
    return replace(chapter, attributes=merged(chapter.attributes, {"class": classes}))


def with_running_head(chapter: Chapter, name: str) -> Chapter:
    """The chapter with the text of the running heads of its left-hand pages: the name of its part or book."""
    return replace(chapter, attributes=merged(chapter.attributes, {"data-part": name}))
