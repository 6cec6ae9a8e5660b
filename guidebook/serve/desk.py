"""The desk of an editor: watches, has things made by two processes that stay, and shows what was made.

Pages come first and have a process to themselves. Books follow each time when pages were made; one under way is not
broken off, or somebody who saves often would never see one.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text
from guidebook.serve.live import Live
from guidebook.serve.made import BookMade, PagesMade
from guidebook.serve.turns import Turns
from guidebook.storage.kept_process import KeptProcess
from guidebook.storage.results import taken_over

SITE = "site"
KEPT = 2
"""Websites that are kept: the one that is shown, and the one before, which a browser may still be reading."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What is made, by functions that another process can be given."""

    pages: Callable[[Path, Path | None, str], PagesMade]
    """The website into a new folder, given where the last one lies and what day it is."""
    books: Mapping[str, Callable[[Path, str], BookMade]]
    """Id → the PDF into a file."""
    today: Callable[[], str]
    """Asked here, each time."""
    crashed: Callable[[BaseException], Diagnostic]
    """Notes a fault of ours, and says where."""


class Again:
    """Does something again whenever that is asked for, never twice at once, and once more after the last asking."""

    def __init__(self, run: Callable[[], Awaitable[None]]) -> None:
        self._run, self._turns = run, Turns()
        self.task: asyncio.Task[None] | None = None

    @property
    def waiting(self) -> bool:
        """Whether it is done once more after this."""
        return self._turns.waiting

    def ask(self) -> None:
        """Do it now, or once more when it is done."""
        self._turns, begins = self._turns.asked()
        if begins:
            self.task = asyncio.create_task(self._go())

    async def _go(self) -> None:
        again = True
        while again:
            await self._run()
            self._turns, again = self._turns.done()


class Desk:
    """What is made and shown; a context, after which no process of it is left."""

    def __init__(self, workshop: Workshop, folder: Path, live: Live) -> None:
        """`folder` is where results lie as long as the desk is there."""
        self._workshop, self._folder, self._live = workshop, folder, live
        self._pages_process, self._books_process = KeptProcess(), KeptProcess()
        self._pages, self._books = Again(self._make_pages), Again(self._make_books)
        self._made: list[Path] = []
        self._number = 0
        self.elsewhere: tuple[str, ...] = ()
        """Folders beside the content folder that were read."""

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """End all that is being made."""
        for again in (self._pages, self._books):
            if again.task is not None:
                again.task.cancel()
        self._pages_process.end()
        self._books_process.end()

    def changed(self) -> None:
        """Something that pages and books are made of is another."""
        self._live.show(busy=True)
        self._pages.ask()

    async def _make_pages(self) -> None:
        self._live.show(busy=True)
        self._number += 1
        folder = self._folder / f"pages-{self._number}"
        before = self._made[-1] if self._made else None
        made = await self._by(self._pages_process, self._workshop.pages, folder, before, self._workshop.today())
        again = {"busy": self._pages.waiting, "tries": self._live.shown.tries + 1}
        if not isinstance(made, PagesMade):
            self._live.show(faults=made, **again)
        elif not made.version:
            self._live.show(faults=made.faults, report=made.report, **again)
            self.elsewhere = made.elsewhere
        else:
            self._made.append(folder)
            self.elsewhere = made.elsewhere
            whole = {"folder": folder / SITE, "version": made.version, "report": made.report}
            self._live.show(faults=made.faults, **again, **whole)
            if self._workshop.books:
                self._books.ask()
        self._sweep(folder)

    async def _make_books(self) -> None:
        for id, make in self._workshop.books.items():
            self._number += 1
            file = self._folder / f"book-{self._number}.pdf"
            self._live.show_book(id, busy=True)
            made = await self._by(self._books_process, make, file, self._workshop.today())
            if not isinstance(made, BookMade):
                self._live.show_book(id, faults=made, busy=False)
            elif not made.version:
                self._live.show_book(id, faults=made.faults, busy=False)
            else:
                old = self._live.shown.books[id].file
                whole = {"title": made.title, "file": file, "pages": made.pages, "version": made.version}
                self._live.show_book(id, faults=made.faults, busy=False, **whole)
                if old is not None:
                    with suppress(OSError):
                        old.unlink()

    async def _by(self, process: KeptProcess, make: Callable[..., Any], *values: Any) -> Any:
        """What another process makes, or what is wrong with it as faults."""
        try:
            return taken_over(await asyncio.wrap_future(process.give(make, *values)))
        except BrokenProcessPool:
            return (_lost(),)
        except Exception as error:
            return (self._workshop.crashed(error),)

    def _sweep(self, folder: Path) -> None:
        """Delete what nobody needs any more: websites before the last two, and one that did not become whole."""
        old, self._made = self._made[:-KEPT], self._made[-KEPT:]
        for one in (*old, *(() if folder in self._made else (folder,))):
            shutil.rmtree(one, ignore_errors=True)


def _lost() -> Diagnostic:
    return Diagnostic(
        Span("build.py"),
        "worker-lost",
        text("미리보기를 만들던 프로세스를 운영체제나 다른 프로그램이 끝냈습니다. 메모리가 모자랐을 수 있습니다."),
        text("다른 프로그램을 닫고 파일을 다시 저장하세요."),
    )
