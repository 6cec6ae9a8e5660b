"""Joined books and the verdicts on them, kept between runs: joining and reading back take longer than all the rest.

A book is kept under the digests of its chapters, a verdict under that of the file and of what the file must say. Only
what is without faults is kept, because faults name places of the content that may have moved since.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import accumulate

import msgspec

from guidebook.model.diagnostic import Faults
from guidebook.pdf.joining import JoinedBook, join
from guidebook.pdf.metadata import BookMetadata
from guidebook.pdf.page_numbers import Ink
from guidebook.preflight.checks import SCREEN_CHECKS, preflight
from guidebook.preflight.document import Check, Expected
from guidebook.render.book.laid_out import LaidOut
from guidebook.storage.paths import Paths
from guidebook.storage.program import program_of
from guidebook.storage.steps import StepCache, digest_of

JOIN, PREFLIGHT = "join", "preflight"
"""The names of the steps."""
NOT_OF_THE_FILE = ("origin",)
"""What is expected of a document only to say where in the content its faults come from."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A joined book without its chapters, which are at hand where it is found again."""

    pdf: bytes
    pages: int
    page_of: dict[str, int]
    references: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class KeptBooks:
    """Makes books and reads them back, unless that was done before with the same program."""

    steps: StepCache
    program: str
    """The digest of the code that joins and reads, and of the libraries below it."""

    def join(
        self, subject: str, chapters: Sequence[LaidOut], metadata: BookMetadata, ink: Ink, bleed: bool = False
    ) -> tuple[JoinedBook, Faults]:
        """As `guidebook.pdf.joining.join`; `subject` is what the book is called when it is made again."""
        inputs = {
            "program": self.program,
            "metadata": digest_of(repr(metadata), repr(ink), repr(bleed)),
            **{f"chapter {number} {one.chapter.id}": _digest(one) for number, one in enumerate(chapters)},
        }
        octets = self.steps.find(JOIN, inputs)
        if octets is not None:
            kept = msgspec.msgpack.decode(octets, type=_Kept)
            first_pages = accumulate((one.pages for one in chapters), initial=1)
            placed = tuple((first, one.chapter) for first, one in zip(first_pages, chapters, strict=False))
            return JoinedBook(kept.pdf, kept.pages, kept.page_of, kept.references, placed), ()
        book, faults = join(chapters, metadata, ink, bleed)
        if faults:
            return book, faults
        kept = _Kept(book.pdf, book.pages, dict(book.page_of), book.references)
        self.steps.keep(JOIN, subject, inputs, msgspec.msgpack.encode(kept))
        return book, ()

    def preflight(
        self, octets: bytes, file: str, expected: Expected, checks: Sequence[Check] = SCREEN_CHECKS
    ) -> Faults:
        """As `guidebook.preflight.checks.preflight`."""
        asked = [
            f"{field.name}={_written(getattr(expected, field.name))}"
            for field in fields(expected)
            if field.name not in NOT_OF_THE_FILE
        ]
        inputs = {
            "program": self.program,
            "expected": digest_of(*asked),
            "checks": digest_of(*(check.__qualname__ for check in checks)),
            "file": digest_of(octets),
        }
        if self.steps.find(PREFLIGHT, inputs) is not None:
            return ()
        faults = preflight(octets, file, expected, checks)
        if not faults:
            self.steps.keep(PREFLIGHT, file, inputs, b"")
        return faults


def kept_books(paths: Paths) -> KeptBooks:
    """The books that these paths keep."""
    return KeptBooks(StepCache(paths.steps, paths.redone), program_of(paths.checkout, paths.cache))


def _digest(laid_out: LaidOut) -> str:
    return digest_of(
        laid_out.pdf,
        repr(laid_out.pages),
        repr(sorted(laid_out.anchors.items())),
        repr(laid_out.bookmarks),
        repr(tuple(laid_out.chapter.references)),
    )


def _written(value: object) -> str:
    return repr(sorted(value)) if isinstance(value, frozenset) else repr(value)
