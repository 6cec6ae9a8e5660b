"""Texts of TourAPI without their HTML: `<br>`, paragraphs and items of lists are lines, entities are characters."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from guidebook.importers.reading.spreadsheet import words_of

ENDING = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol"})
UNSEEN = frozenset({"script", "style"})


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag in UNSEEN
        self.parts += ["\n"] if tag in ENDING else []

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in UNSEEN and self._unseen > 0
        self.parts += ["\n"] if tag in ENDING else []

    def handle_data(self, data: str) -> None:
        self.parts += [] if self._unseen else [data]


def lines_of(written: str) -> tuple[str, ...]:
    """The lines of a text, each composed and without what nobody sees."""
    reader = _Words()
    reader.feed(written)
    reader.close()
    lines = (words_of(re.sub(r"^\s*[-*·※]\s*", "", line)) for line in "".join(reader.parts).split("\n"))
    return tuple(line for line in lines if line)


def one_line(written: str) -> str:
    """The text in one line, its own lines parted by a slash as the service does it."""
    return " / ".join(lines_of(written))
