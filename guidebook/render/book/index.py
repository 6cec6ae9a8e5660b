"""The index of a book: an explicit list of names, and only the places that this very book holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from guidebook.model.records.program import Program
from guidebook.render.book.chapter import Chapter, chapter, referring
from guidebook.render.context import RenderContext
from guidebook.render.text.korean import in_index, initial

Line = tuple[str, tuple[str, ...]]
"""A name and the anchors of the pages where it is told of, from front to back."""
APART = ("-bodies", "-rules")
"""How anchors end that name somebody or something in passing, and explain nothing."""


def index_lines(context: RenderContext, chapters: Sequence[Chapter]) -> tuple[Line, ...]:
    """What the index of a book of these chapters lists: Hangul in 가나다 order, then Latin, then all else."""
    held = _places(chapters)
    anchors: dict[str, dict[str, None]] = {}
    for name, anchor in _named(context):
        if anchor in held:
            anchors.setdefault(name, {})[anchor] = None
    return tuple((name, tuple(sorted(anchors[name], key=held.__getitem__))) for name in sorted(anchors, key=in_index))


def index_chapter(context: RenderContext, chapters: Sequence[Chapter]) -> Chapter:
    """The index itself."""
    lines = index_lines(context, chapters)
    groups = [(letter, list(group)) for letter, group in groupby(lines, key=lambda line: initial(line[0]))]
    first: dict[str, str] = {}
    for name, anchor in _named(context):
        first.setdefault(name, anchor)
    defining = {anchor for anchor in first.values() if not anchor.endswith(APART)}
    title, file = context.words.gettext("찾아보기"), context.catalogue.where_site().file
    return referring(
        [anchor for _, anchors in lines for anchor in anchors],
        lambda reference: chapter(
            context, "index", "index", title, file, groups=groups, defining=defining, page_ref=reference
        ),
    )


def _places(chapters: Sequence[Chapter]) -> dict[str, int]:
    """Every anchor of the chapters with its place from front to back."""
    anchors = (id for chapter in chapters for element in chapter.body.root.iter() if (id := element.get("id")))
    return {anchor: place for place, anchor in enumerate(dict.fromkeys(anchors))}


def _named(context: RenderContext) -> Iterator[tuple[str, str]]:
    """Titles of records, bodies that took part, and words of the field with the reports that turn on them."""
    catalogue = context.catalogue
    for term in catalogue.terms:
        for name in (term.name, *term.also):
            yield name, f"term-{term.id}"
            yield from ((name, f"program-{program}") for program in term.programs)
    for kind in catalogue.kinds:
        for record in catalogue.of_kind(kind) if kind.book and kind.indexed else ():
            anchor = f"{kind.key}-{record.id}"
            yield getattr(record, kind.indexed), anchor
            if isinstance(record, Program):
                yield from ((name, f"{anchor}-bodies") for bodies in record.bodies for name in bodies.names)
                yield from ((rule.title, f"{anchor}-rules") for rule in record.rules)
