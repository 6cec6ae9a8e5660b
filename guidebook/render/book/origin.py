"""Where in the content words come from that were found on a page: by the block that they stand in, and by the words.

Pages hold what templates made of many files; the words themselves are what can be looked up again.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Span

NEAR = 20
"""Lines below the first of their block within which words are looked for."""


@dataclass(frozen=True)
class Origins:
    """Every piece of text of the content with its place; read when first asked."""

    catalogue: Catalogue

    def find(self, file: str, words: str, line: int | None = None) -> Span:
        """The place of words in a content file, or else in any.

        `line` is that of the block of the file's body that they stand in; without knowing better, it is the place.
        """
        block = self._in_body(file, line) if line else None
        here = [span for span in self._with(words) if span.file == file]
        if block is not None:
            return next((span for span in here if 0 <= span.line - block.line < NEAR), block)
        return next(iter(here or self._with(words)), Span(file))

    def _in_body(self, file: str, line: int) -> Span | None:
        maps = (places for places in self.catalogue.maps.values() if places.file == file)
        return next((places.body(line) for places in maps), None)

    def _with(self, words: str) -> list[Span]:
        wanted = _bare(words)
        return [span for span, said in self._passages if wanted and wanted in said]

    @cached_property
    def _passages(self) -> list[tuple[Span, str]]:
        return [(span, _bare(said)) for span, said in self.catalogue.passages()]


def _bare(words: str) -> str:
    """Letters and digits alone: neither marks of Markdown nor ends of lines tell words apart."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", words))
