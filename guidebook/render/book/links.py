"""Links within a book: a book links to what it holds, and to nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from markupsafe import Markup

from guidebook.render.book.chapter import BOOK, Chapter
from guidebook.render.context import RenderContext
from guidebook.render.text.html_tree import HtmlTree, parents_in, remove_element, unwrap_element
from guidebook.render.text.korean import JOINER

SEE_PAGE = "see"
"""The class of `→ 23쪽`."""
Edit = Callable[[Element, Element], None]
"""Changes an element, given its parent and itself."""


def see_page(context: RenderContext, reference: Markup) -> Markup:
    """`→ 23쪽`. In a book without that page it vanishes."""
    return see_pages(context, [reference])


def see_pages(context: RenderContext, references: Iterable[Markup]) -> Markup:
    """`→ 8, 23쪽`, of which no line ends with the arrow or begins with `쪽`. It vanishes as `see_page` does."""
    pages = Markup(", ").join(references) + JOINER
    said = Markup(context.words.gettext("{page}쪽")).format(page=pages)
    return Markup('<span class="{}">→&nbsp;{}</span>').format(SEE_PAGE, said)


def anchors_in(chapters: Sequence[Chapter]) -> set[str]:
    """Every place that the chapters have."""
    return {id for chapter in chapters for id in chapter.body.ids}


def without_dangling_links(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """The chapters of a book that holds no others: links to what is not in it are plain words."""
    anchors = anchors_in(chapters)
    return tuple(
        _edited(_edited(chapter, anchors, _dangling_pages, remove_element), anchors, _dangling_links, unwrap_element)
        for chapter in chapters
    )


def without_dangling_pages(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """The chapters without `→ 23쪽` where their book has no such page."""
    anchors = anchors_in(chapters)
    return tuple(_edited(chapter, anchors, _dangling_pages, remove_element) for chapter in chapters)


def _edited(
    chapter: Chapter,
    anchors: Collection[str],
    dangling: Callable[[Element, Collection[str]], Iterator[Element]],
    edit: Edit,
) -> Chapter:
    """The chapter with its dangling elements edited; itself where it has none."""
    if next(dangling(chapter.body.root, anchors), None) is None:
        return chapter
    body = chapter.body.copy()
    parents = parents_in(body)
    for element in list(dangling(body, anchors)):
        edit(parents[element], element)
    return replace(chapter, body=HtmlTree(body))


def _dangling_links(body: Element, anchors: Collection[str]) -> Iterator[Element]:
    return (link for link in body.iter("a") if (anchor := _anchor(link)) and anchor not in anchors)


def _dangling_pages(body: Element, anchors: Collection[str]) -> Iterator[Element]:
    for span in body.iter("span"):
        if span.get("class") == SEE_PAGE and next(_dangling_links(span, anchors), None) is not None:
            yield span


def _anchor(link: Element) -> str:
    """The place of the book that a link leads to; empty where it leads elsewhere."""
    address = link.get("href", "")
    return address.removeprefix(BOOK).partition("?")[0] if address.startswith(BOOK) else ""
