"""What is shown now, and telling every open page when that changes: server-sent events of one small value.

A page compares the value with what it was served with, so that none misses anything: neither one that was asleep, nor
one that is older than the server.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from guidebook.model.diagnostic import Faults, Severity
from guidebook.serve.made import Report

HEARTBEAT = 15.0
"""Seconds after which something is said although nothing changed, so that lost connections are noticed."""


@dataclass(frozen=True, slots=True)
class ShownBook:
    """A PDF as it was last made whole, and what is wrong with the newest state."""

    title: str = ""
    file: Path | None = None
    pages: int = 0
    version: str = ""
    faults: Faults = ()
    busy: bool = True


@dataclass(frozen=True, slots=True)
class Shown:
    """All that pages and panel show."""

    folder: Path | None = None
    """Where the last whole website lies; None before there was one."""
    version: str = ""
    faults: Faults = ()
    """What is wrong with the newest state of the content."""
    report: Report = field(default_factory=Report)
    busy: bool = True
    tries: int = 0
    """How often pages were made, or found to be impossible to make."""
    books: Mapping[str, ShownBook] = field(default_factory=dict)

    @property
    def all_faults(self) -> Faults:
        """Those of the pages, then those of the books that are not among them, the worst first."""
        found = dict.fromkeys((*self.faults, *(fault for book in self.books.values() for fault in book.faults)))
        order = list(Severity)
        return tuple(sorted(found, key=lambda fault: order.index(fault.severity)))

    @property
    def errors(self) -> Faults:
        """What keeps pages or a book as they were."""
        return tuple(fault for fault in self.all_faults if fault.severity is Severity.ERROR)

    def told(self) -> str:
        """What open pages are told, as JSON."""
        books = {
            id: {"version": book.version, "pages": book.pages, "busy": book.busy} for id, book in self.books.items()
        }
        errors = sha256(repr(self.errors).encode()).hexdigest()[:16] if self.errors else ""
        return json.dumps(
            {"pages": self.version, "busy": self.busy, "tries": self.tries, "errors": errors, "books": books}
        )


class Live:
    """The value that is shown, and those who wait for the next one."""

    def __init__(self, books: Mapping[str, str]) -> None:
        """`books` are the PDFs that will be made: id → what each is called until it says so itself."""
        self.shown = Shown(books={id: ShownBook(title) for id, title in books.items()})
        self._changed = asyncio.Event()
        self._ended = False

    def show(self, **changes: Any) -> None:
        """Show something else, and tell all."""
        self.shown = replace(self.shown, **changes)
        self._tell()

    def show_book(self, id: str, **changes: Any) -> None:
        """Show something else of a book, and tell all."""
        self.show(books={**self.shown.books, id: replace(self.shown.books[id], **changes)})

    def end(self) -> None:
        """Let all go who wait."""
        self._ended = True
        self._tell()

    async def events(self) -> AsyncIterator[str]:
        """What is told a page, from now on until the end."""
        told = ""
        while not self._ended:
            changed, now = self._changed, self.shown.told()
            if now != told:
                told = now
                yield f"data: {now}\n\n"
            try:
                await asyncio.wait_for(changed.wait(), HEARTBEAT)
            except TimeoutError:
                yield ": \n\n"

    def _tell(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
