"""A book too thick to be stitched as several booklets: each says which it is, what it holds, and where the rest is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from guidebook.render.book.chapter import Chapter, Entry, chapter, contents_chapter
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.links import anchors_in
from guidebook.render.context import RenderContext
from guidebook.render.text.html_tree import HtmlTree, local_name, replace_element

VOLUME_NAME = " volume "
"""The comment in the template of a cover in whose place stands which booklet it is."""


def bound(
    context: RenderContext, book: Manuscript, parts: Sequence[tuple[int, int]]
) -> tuple[tuple[Chapter, ...], ...]:
    """The chapters of each booklet, shared out by number: with its cover, and what follows or went before."""
    if len(parts) == 1:
        return (book.chapters,)
    held = [book.chapters[first:end] for first, end in parts]
    listed = [_lines(book, chapters) for chapters in held]
    booklets = []
    for number, chapters in enumerate(held):
        cover = _cover(context, book.chapters[0], number + 1, len(parts))
        if number == 0:
            inner = tuple(_pointing_on(context, chapter, listed) for chapter in chapters[1:])
        else:
            title, id = context.words.gettext("이 권의 차례"), f"contents-{number + 1}"
            lines = [replace(entry, line="") for entry in listed[number]]
            inner = (contents_chapter(context, lines, side=None, id=id, title=title), *chapters)
        last = number + 1 == len(parts)
        booklets.append((cover, *inner, *(() if last else (_end(context, listed, number + 1),))))
    return tuple(booklets)


def volume_name(context: RenderContext, number: int, count: int) -> str:
    """`2권 중 1권`."""
    return context.words.gettext("{count}권 중 {number}권").format(count=count, number=number)


def _cover(context: RenderContext, cover: Chapter, number: int, count: int) -> Chapter:
    """The cover of one booklet; those behind the first have ids of their own, for ids are unique in the whole book."""
    body = cover.body.copy()
    for parent in list(body.iter()):
        for element in list(parent):
            if not local_name(element) and element.text == VOLUME_NAME:
                line = Element("p", {"class": "volume"})
                line.text = volume_name(context, number, count)
                replace_element(parent, element, [line])
            elif number > 1 and element.get("id") == "cover":
                element.set("id", f"cover-{number}")
    return replace(cover, id=f"cover-{number}", body=HtmlTree(body))


def _pointing_on(context: RenderContext, contents: Chapter, lines: Sequence[Sequence[Entry]]) -> Chapter:
    """The contents of the whole book say of what another booklet holds in which it is."""
    if contents.id != "contents":
        return contents
    label = context.words.gettext("{title} ({number}권)")
    named = [
        replace(entry, title=label.format(title=entry.title, number=number))
        if number > 1 and (entry.opens or place == 0)
        else entry
        for number, entries in enumerate(lines, start=1)
        for place, entry in enumerate(entries)
    ]
    return contents_chapter(context, named, side=None)


def _lines(book: Manuscript, chapters: Sequence[Chapter]) -> list[Entry]:
    there = anchors_in(chapters)
    return [entry for entry in book.entries if entry.anchor in there]


def _end(context: RenderContext, lines: Sequence[Sequence[Entry]], number: int) -> Chapter:
    """The last page of a booklet that is not the last: what the next one holds."""
    words, count = context.words.gettext, len(lines)
    file = context.catalogue.where_site().file
    names = [entry.title for place, entry in enumerate(lines[number]) if entry.opens or place == 0]
    title = words("다음 권으로 이어집니다")
    following = volume_name(context, number + 1, count)
    return chapter(
        context, "volume-end", f"end-{number}", title, file, anchor=f"end-{number}", following=following, names=names
    )
