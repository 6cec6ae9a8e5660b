"""A parsed body: its tokens with their lines, its headings, its notes in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from guidebook.markdown import dates, definitions, emphasis, headings, notes, pictures, tables
from guidebook.markdown.cells import show_pipes
from guidebook.markdown.headings import Title
from guidebook.markdown.html import HTML
from guidebook.markdown.levels import level_lists

DEEPEST = 60
"""Levels of blocks that the reader follows; rules refuse far fewer."""

KEPT = 8192
"""How many bodies are remembered: more than a large city writes.

Every rule asks for each of them in turn, so that where there is one too many, every rule reads all of them anew.
"""


@dataclass(frozen=True, slots=True)
class Document:
    """A body that has been read."""

    source: str
    tokens: tuple[Token, ...]
    titles: tuple[Title, ...]

    def inlines(self) -> Iterator[tuple[Token, Token]]:
        """Every token inside a run of text, with the run."""
        for run in self.tokens:
            for token in run.children or ():
                yield run, token

    @property
    def note_ids(self) -> tuple[str, ...]:
        """The ids that `[^id]` names, in the order of reading, each once."""
        return tuple(dict.fromkeys(token.meta["id"] for _, token in self.inlines() if token.type == notes.REFERENCE))


def read(body: str) -> Document:
    """The body as a document. Never raises, whatever it holds; the rules of `check` say what is outside the dialect."""
    environment: dict[str, object] = {}
    tokens = reader().parse(body, environment)
    titles = environment.get("titles", ())
    assert isinstance(titles, tuple)
    return Document(body, tuple(tokens), titles)


@lru_cache(maxsize=KEPT)
def remembered(body: str) -> Document:
    """The body as a document that nobody changes: rules and those who ask for its files read it once."""
    return read(body)


@lru_cache(maxsize=KEPT)
def note_ids(body: str) -> tuple[str, ...]:
    """The ids of the notes to which a body refers, in the order of reading."""
    return remembered(body).note_ids


@lru_cache(maxsize=1)
def reader() -> MarkdownIt:
    """The reader of the dialect."""
    options = {"html": True, "tasklists": True, "maxNesting": DEEPEST}
    markdown = MarkdownIt("commonmark", options, renderer_cls=HTML)
    markdown.enable(["table", "strikethrough"])
    # Indented code would swallow what is nested deeply, and definitions of links would vanish: rules refuse both.
    markdown.disable(["code", "reference"])
    markdown.disable("text_join")  # rules must tell a mark that was escaped from one that failed
    # Addresses stay as written, so that anchors in Hangul match their headings; rules and cleaner judge them.
    markdown.normalizeLink = str  # type: ignore[method-assign, assignment]
    markdown.validateLink = bool  # type: ignore[method-assign, assignment]
    markdown.core.ruler.after("normalize", "levels", _levels)
    markdown.core.ruler.push("pipes", _pipes)
    for add in (
        dates.keep_dates,
        definitions.read_definitions,
        emphasis.emphasise_korean,
        notes.read_notes,
        tables.caption_tables,
        headings.name_headings,
        pictures.read_pictures,
    ):
        add(markdown)
    return markdown


def _pipes(state: StateCore) -> None:
    show_pipes(state.tokens)


def _levels(state: StateCore) -> None:
    state.src = level_lists(state.src)
