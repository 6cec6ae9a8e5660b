"""Joined books and the verdicts on them, kept between runs: joining and reading back take longer than all the rest.

A book is kept under the digests of its chapters, a verdict under that of the file and of what the file must say. Only
what is without faults is kept, because faults name places of the content that may have moved since.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from itertools import accumulate
from typing import Any, Generic, TypeVar
from xml.etree.ElementTree import Element

import msgspec

from guidebook.model.diagnostic import Faults
from guidebook.pdf.joining import JoinedBook, join_again
from guidebook.pdf.metadata import BookMetadata
from guidebook.pdf.page_numbers import Ink
from guidebook.pdf.stamping import Numbered
from guidebook.preflight.checks import OF_SINGLE_PAGES, SCREEN_CHECKS, as_diagnostics, read_back
from guidebook.preflight.document import Check, Expected, Finding
from guidebook.preflight.file import file_is_light
from guidebook.render.book.laid_out import LaidOut
from guidebook.render.text.html_tree import HtmlTree
from guidebook.storage.paths import Paths
from guidebook.storage.program import program_of
from guidebook.storage.steps import StepCache, digest_of
from guidebook.storage.workers import Task

JOIN, PREFLIGHT = "join", "preflight"
"""The names of the steps."""
NUMBERED, PAGES = "numbered", "pages"
"""What helps them: the chapters of a book with their numbers, and the pages of a file that passed."""
Result = TypeVar("Result")
NOT_OF_THE_FILE = ("origin",)
"""What is expected of a document only to say where in the content its faults come from."""
OF_ONE_CHECK = ("limit",)
"""What only one check asks about, which is then named with it."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A joined book without its chapters, which are at hand where it is found again."""

    pdf: bytes
    pages: int
    page_of: dict[str, int]
    references: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Pending(Generic[Result]):
    """What is found in the cache, or made by a task and kept when it is asked for."""

    task: Task[Any] | None
    kept: Callable[[Any], Result]
    again: Callable[[], Pending[Result]] | None = None
    """Asks for the same once more: meanwhile less may be left to do."""

    def result(self) -> Result:
        """What it is. To be asked for once, because that keeps it."""
        if self.again is not None and self.task is not None and self.task.future is None:
            return self.again().result()
        return self.kept(self.task.result() if self.task is not None else None)


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
        return self.joining(subject, chapters, metadata, ink, bleed).result()

    def joining(
        self, subject: str, chapters: Sequence[LaidOut], metadata: BookMetadata, ink: Ink, bleed: bool = False
    ) -> Pending[tuple[JoinedBook, Faults]]:
        """The same as something that may be done elsewhere."""
        inputs = {
            "program": self.program,
            "metadata": digest_of(repr(metadata), repr(ink), repr(bleed)),
            **{f"chapter {number} {one.chapter.id}": _digest(one) for number, one in enumerate(chapters)},
        }
        first_pages = accumulate((one.pages for one in chapters), initial=1)
        placed = tuple((first, one.chapter) for first, one in zip(first_pages, chapters, strict=False))
        octets = self.steps.find(JOIN, inputs)
        if octets is not None:
            kept = msgspec.msgpack.decode(octets, type=_Kept)
            return Pending(
                None, lambda _: (JoinedBook(kept.pdf, kept.pages, kept.page_of, kept.references, placed), ())
            )

        numbered = {"program": self.program, "book": digest_of(subject, repr(bleed))}
        octets = self.steps.find(NUMBERED, numbered)
        known = msgspec.msgpack.decode(octets, type=dict[str, Numbered]) if octets is not None else {}

        def keep(made: tuple[JoinedBook, Faults, dict[str, Numbered]]) -> tuple[JoinedBook, Faults]:
            book, faults, now = made
            self.steps.keep_unnoted(NUMBERED, numbered, msgspec.msgpack.encode(now))
            if not faults:
                kept = _Kept(book.pdf, book.pages, dict(book.page_of), book.references)
                self.steps.keep(JOIN, subject, inputs, msgspec.msgpack.encode(kept))
            return replace(book, chapters=placed), faults

        sent = tuple(_without_text(one) for one in chapters)
        weight = sum(len(one.pdf) for one in chapters)
        return Pending(Task(join_again, (sent, metadata, ink, bleed, known), weight), keep)

    def preflight(
        self, octets: bytes, file: str, expected: Expected, checks: Sequence[Check] = SCREEN_CHECKS
    ) -> Faults:
        """As `guidebook.preflight.checks.preflight`."""
        return self.verdict(octets, file, expected, checks).result()

    def verdict(
        self, octets: bytes, file: str, expected: Expected, checks: Sequence[Check] = SCREEN_CHECKS
    ) -> Pending[Faults]:
        """The same as something that may be done elsewhere."""

        def again() -> Pending[Faults]:
            return self._verdict(octets, file, expected, checks)

        return replace(again(), again=again)

    def _verdict(self, octets: bytes, file: str, expected: Expected, checks: Sequence[Check]) -> Pending[Faults]:
        """What a file has passed it has passed for every edition that is this very file: only the rest is checked."""
        inputs = self._inputs_of_verdict(octets, expected)
        names = {check: _name(check, expected) for check in checks}
        passed = _names(self.steps.find(PREFLIGHT, inputs))
        left = tuple(check for check in checks if names[check] not in passed)
        if not left:
            return Pending(None, lambda _: ())

        pages = self._inputs_of_pages(file, left)
        known = _names(self.steps.find(PAGES, pages))

        def keep(read: tuple[tuple[Finding, ...], tuple[str, ...]]) -> Faults:
            findings, digests = read
            if not findings:
                self.steps.keep_unnoted(PAGES, pages, msgspec.msgpack.encode(digests))
                now = sorted({*_names(self.steps.find(PREFLIGHT, inputs)), *names.values()})
                self.steps.keep(PREFLIGHT, file, inputs, msgspec.msgpack.encode(now))
            return as_diagnostics(findings, file, expected)

        sent = replace(expected, origin=None)  # it knows the content
        return Pending(Task(read_back, (octets, sent, left, known), len(octets)), keep)

    def _inputs_of_pages(self, file: str, checks: Sequence[Check]) -> dict[str, str]:
        """Pages of a file are known by their digests, so that it does not matter how old what is known of them is."""
        asked = sorted(check.__qualname__ for check in checks if check in OF_SINGLE_PAGES)
        return {"program": self.program, "file": file, "checks": digest_of(*asked)}

    def _inputs_of_verdict(self, octets: bytes, expected: Expected) -> dict[str, str]:
        asked = [
            f"{field.name}={_written(getattr(expected, field.name))}"
            for field in fields(expected)
            if field.name not in (*NOT_OF_THE_FILE, *OF_ONE_CHECK)
        ]
        return {"program": self.program, "expected": digest_of(*asked), "file": digest_of(octets)}


def _name(check: Check, expected: Expected) -> str:
    """What a check is called among those that a file has passed."""
    return f"{check.__qualname__} {expected.limit}" if check is file_is_light else check.__qualname__


def _names(octets: bytes | None) -> frozenset[str]:
    return frozenset(msgspec.msgpack.decode(octets, type=list[str])) if octets is not None else frozenset()


def kept_books(paths: Paths) -> KeptBooks:
    """The books that these paths keep."""
    return KeptBooks(StepCache(paths.steps, paths.redone), program_of(paths.checkout, paths.cache))


def _without_text(laid_out: LaidOut) -> LaidOut:
    """The chapter on its pages without what nobody needs who joins it."""
    return replace(laid_out, chapter=replace(laid_out.chapter, body=HtmlTree(Element("body")), origins=None))


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
