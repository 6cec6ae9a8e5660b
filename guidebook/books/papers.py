"""Several PDFs on all cores: each is joined as soon as its chapters are laid out, and read back while others are made.

Whatever the order in which other processes do it, files and faults come in the order of the papers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from guidebook.books.ahead import Ahead, LayingAhead, lacking_of
from guidebook.books.assembly import ink_of, lay_out_all, metadata_of
from guidebook.books.expected import expected_of
from guidebook.books.kept_books import KeptBooks, Pending
from guidebook.layout.low_pages import Engine
from guidebook.model.diagnostic import Faults, has_errors
from guidebook.model.print_format import PrintFormat
from guidebook.pdf.joining import JoinedBook
from guidebook.preflight.checks import SCREEN_CHECKS
from guidebook.preflight.document import Check
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.context import RenderContext
from guidebook.storage.task_queue import TaskQueue
from guidebook.storage.workers import Workers

LONG_FILE = 300_000
"""Octets of a PDF that takes longer to be read back than a process takes to start; the website is made meanwhile."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF that is to be made."""

    path: str
    """Where it lies in the site."""
    ahead: Ahead
    write: Callable[[Engine], Manuscript]
    """Writes it for an engine that can be asked how long it gets."""
    checks: tuple[Check, ...] = SCREEN_CHECKS
    print_format: PrintFormat | None = None
    """Whose sizes it is held to, if any."""


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A PDF that was made, or why not."""

    path: str
    book: JoinedBook | None
    faults: Faults
    verdict: Pending[Faults] | None
    """What is wrong with the file, read back."""

    def told(self) -> Faults:
        """All that is wrong with it. To be asked for once; waits for the verdict."""
        return (*self.faults, *(self.verdict.result() if self.verdict else ()))


class _Making:
    """A paper on its way: written and laid out, then joined, then given to those who read it back."""

    def __init__(
        self, paper: Paper, urgency: float, context: RenderContext, books: KeptBooks, queue: TaskQueue
    ) -> None:
        self.paper, self.urgency = paper, urgency
        self._context, self._books, self._queue = context, books, queue
        self._title, self._faults = "", Faults()
        self._joining: Pending[tuple[JoinedBook, Faults]] | None = None
        self._made: MadePaper | None = None

    def lay_out(self) -> None:
        """Put all chapters on their pages, those that are lacking in this process, and have them joined."""
        engine = self.paper.ahead.engine
        manuscript = self.paper.write(engine)
        chapters, self._faults = lay_out_all(manuscript, engine)
        self._title = manuscript.title
        if has_errors(self._faults):
            self._made = MadePaper(self.paper.path, None, self._faults, None)
            return
        metadata, ink = metadata_of(self._context, self._title), ink_of(self._context.design)
        self._joining = self._books.joining(self._title, chapters, metadata, ink)
        task = self._joining.task
        if task is not None:
            self._queue.add((self.urgency, math.inf), lambda: task, self._join)

    def _join(self, _: Any = None) -> None:
        assert self._joining is not None
        book, more = self._joining.result()
        faults = (*self._faults, *more)
        if has_errors(more):
            self._made = MadePaper(self.paper.path, None, faults, None)
            return
        expected = expected_of(self._context, self._title, book, self.paper.print_format)
        verdict = self._books.verdict(book.pdf, f"site/{self.paper.path}", expected, self.paper.checks)
        self._made = MadePaper(self.paper.path, book, faults, verdict)
        if verdict.task is not None:
            self._queue.add_unawaited(verdict.task)

    def made(self) -> MadePaper:
        """The paper; what no other process did is done here."""
        if self._made is None and self._joining is None:
            self.lay_out()
        if self._made is None:
            self._join()
        assert self._made is not None
        return self._made


def make_papers(
    context: RenderContext, papers: Iterable[Paper], books: KeptBooks, workers: Workers
) -> tuple[MadePaper, ...]:
    """All of these in their order; what reads them back may go on in other processes meanwhile.

    The first is made first: it should be the longest.
    """
    queue = TaskQueue(workers)
    laying = LayingAhead(queue)
    makings: list[_Making] = []
    for number, paper in enumerate(papers):
        making = _Making(paper, -number, context, books, queue)
        makings.append(making)
        laying.begin(paper.ahead, partial(lacking_of, paper.write), making.lay_out, making.urgency)
        queue.go_on()
    queue.finish()
    made = tuple(making.made() for making in makings)
    verdicts = (paper.verdict.task for paper in made if paper.verdict is not None)
    left = [task for task in verdicts if task is not None and task.future is None]
    workers.give(left, long=any(task.weight >= LONG_FILE for task in left))
    return made
