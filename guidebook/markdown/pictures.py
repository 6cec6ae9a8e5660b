"""Parses pictures in bodies: `![설명](assets/강길.jpg)` in a line of its own; several lines are a gallery.

They are taken out of the text here, because who draws a page, and not the reader, knows their versions and rights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from guidebook.markdown.links import Target

FIGURES = "figures"
"""The type of the token that stands for a picture or a gallery; `meta["pictures"]` holds them."""
_BETWEEN = ("softbreak", "hardbreak")


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as a body names it."""

    address: str
    """As written."""
    alt: str
    """The text in the brackets: a description of the picture. Empty where the record has it."""
    line: int
    """Of the body, counted from 1."""
    alone: bool
    """Whether it stands in a line of its own outside of lists, quotes and tables."""
    title: str = ""
    """Words in quotes that follow the address."""

    @property
    def file(self) -> str:
        """The name of the file in `content/assets/`; empty where it is none."""
        return Target.of(self.address).file


def read_pictures(reader: MarkdownIt) -> None:
    """Take paragraphs of pictures out of the text once it is read."""
    reader.core.ruler.after("inline", "pictures", _pictures)


def shown_pictures(tokens: Sequence[Token]) -> Iterator[Shown]:
    """Every picture of a body, in the order of reading."""
    for token in tokens:
        if token.type == FIGURES:
            yield from token.meta["pictures"]
        else:
            yield from _in_text(token, alone=False)


def _pictures(state: StateCore) -> None:
    tokens: list[Token] = []
    for token in state.tokens:
        tokens.append(token)
        if token.type == "paragraph_close" and token.level == 0 and _is_gallery(tokens[-2]):
            run = tokens[-2]
            figures = Token(FIGURES, "div", 0, map=run.map, block=True)
            figures.meta = {"pictures": tuple(_in_text(run, alone=True))}
            tokens[-3:] = [figures]
    state.tokens = tokens


def _is_gallery(run: Token) -> bool:
    """Whether a paragraph holds pictures and nothing else."""
    children = run.children or []
    kinds = {child.type for child in children if child.type != "text" or child.content.strip()}
    return "image" in kinds and kinds <= {"image", *_BETWEEN}


def _in_text(run: Token, alone: bool) -> Iterator[Shown]:
    line = (run.map or [0])[0] + 1
    for token in run.children or ():
        if token.type == "image":
            address, title = str(token.attrs.get("src", "")), str(token.attrs.get("title", ""))
            yield Shown(address, token.content.strip(), line, alone, title)
        elif token.type in _BETWEEN:
            line += 1
