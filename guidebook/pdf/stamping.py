"""The pages of a chapter with their numbers, as a value that can be kept: numbering takes half the time of joining.

Separate from joining, which puts chapters together whether their pages were numbered now or in an earlier run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf

from guidebook.pdf.page_numbers import Ink, glyphs_of_digits, stamped
from guidebook.storage.steps import digest_of


@dataclass(frozen=True, slots=True)
class Numbered:
    """A chapter whose pages show their numbers."""

    contents: tuple[bytes, ...]
    """The content stream of each page."""
    printed: tuple[int, ...]
    """The references that were printed, in the order of pages, as indexes of the chapter's anchors."""


def key_of(pdf: bytes, first: int, numbers: Sequence[int], ink: Ink) -> str:
    """What numbering depends on: the chapter's file, its first page (from 0), the numbers it prints, their colour."""
    return digest_of(pdf, repr(first), repr(tuple(numbers)), repr(ink))


def numbered(
    pages: Sequence[pikepdf.Page], first: int, numbers: Sequence[int], ink: Ink, decoration: Sequence[set[int]]
) -> Numbered:
    """The pages of one chapter with folios and page references."""
    digits = glyphs_of_digits(pages[0])
    printed: list[int] = []

    def number_of(index: int) -> int:
        printed.append(index)
        return numbers[index]

    contents = tuple(
        stamped(page, digits, first + offset + 1, number_of, ink, untagged)
        for offset, (page, untagged) in enumerate(zip(pages, decoration, strict=True))
    )
    return Numbered(contents, tuple(printed))
