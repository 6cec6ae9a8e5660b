"""How a book names its sources: whole, or shortly where the list at its end has them whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from markupsafe import Markup

from guidebook.model.source import Source
from guidebook.render.context import RenderContext
from guidebook.render.templates import source_line
from guidebook.render.text.bibliography import bibliography

Cite = Callable[[Iterable[Source]], Markup]
"""Writes sources, one behind the other."""


def citing(context: RenderContext) -> Cite:
    """How the notes of a book name sources.

    A short one keeps its title where another of the same publisher and date would be written alike.
    """
    listed = context.lists_sources
    entries = [entry.source for group in bibliography(context.catalogue).values() for entry in group] if listed else []
    alike = Counter((source.publisher, source.date) for source in entries)

    def written(source: Source) -> Markup:
        short = listed and alike[source.publisher, source.date] < 2
        return source_line(source, context.language, context.words.gettext, short)

    return lambda sources: Markup("; ").join(dict.fromkeys(map(written, sources)))
