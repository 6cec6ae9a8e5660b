"""Several PDFs on all cores: chapters are laid out ahead, then books joined, and read back while other work goes on.

A book is walked through as it is when it is made; where a chapter is lacking, the walk goes on behind it at the next
chapter of which the side is known. A chapter with faults is left to this process, which knows where words come from.
"""

from __future__ import annotations

import heapq
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import count, takewhile

from guidebook.books.assembly import Engine, ink_of, lay_out_all, metadata_of, side_after, well_filled
from guidebook.books.expected import expected_of
from guidebook.books.kept_books import KeptBooks, Pending
from guidebook.layout.cache import packed, unpacked
from guidebook.layout.engine import LayoutEngine, Recipe
from guidebook.model.diagnostic import Faults, has_errors
from guidebook.model.print_format import PrintFormat
from guidebook.pdf.joining import JoinedBook
from guidebook.preflight.checks import SCREEN_CHECKS
from guidebook.preflight.document import Check
from guidebook.render.book.chapter import Chapter, Side
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.laid_out import LaidOut
from guidebook.render.context import RenderContext
from guidebook.storage.workers import Task, Workers


class _LackingError(Exception):
    """A chapter is not laid out yet."""

    def __init__(self, chapter: Chapter, side: Side) -> None:
        super().__init__(chapter.id)
        self.place = chapter, side


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


@dataclass(frozen=True, eq=False)
class Ahead:
    """An engine that lays out nothing by itself."""

    engine: LayoutEngine
    lacking: set[tuple[Chapter, Side]] = field(default_factory=set)

    def lay_out(self, chapter: Chapter, side: Side = "right") -> tuple[LaidOut | None, Faults]:
        """The chapter on its pages; raises an error where it is lacking."""
        if not self.has(chapter, side):
            raise _LackingError(chapter, side)
        return self.engine.lay_out(chapter, side)

    def has(self, chapter: Chapter, side: Side) -> bool:
        """Whether the chapter is laid out. What is lacking is looked for once."""
        if (chapter, side) not in self.lacking and self.engine.knows(chapter, side):
            return True
        self.lacking.add((chapter, side))
        return False

    def accept(self, laid_out: LaidOut, side: Side) -> None:
        """Keep a chapter that was laid out elsewhere."""
        self.engine.accept(laid_out, side)
        self.lacking.discard((laid_out.chapter, side))


@dataclass(frozen=True, slots=True, order=True)
class _Wanted:
    """A chapter that can be laid out now; the one with the most to do behind it comes first."""

    before: int
    number: int
    ahead: Ahead = field(compare=False)
    chapter: Chapter = field(compare=False)
    side: Side = field(compare=False)


def make_papers(
    context: RenderContext, papers: Sequence[Paper], books: KeptBooks, workers: Workers
) -> tuple[MadePaper, ...]:
    """All of these in their order; what reads them back may go on in other processes meanwhile."""
    lay_out_ahead(papers, workers)
    ink = ink_of(context.design)
    started: list[tuple[str, Faults, Pending[tuple[JoinedBook, Faults]] | None]] = []
    for paper in papers:
        manuscript = paper.write(paper.ahead.engine)
        chapters, faults = lay_out_all(manuscript, paper.ahead.engine)
        title, joining = manuscript.title, None
        if not has_errors(faults):
            joining = books.joining(title, chapters, metadata_of(context, title), ink)
        started.append((title, faults, joining))
    workers.give([joining.task for _, _, joining in started if joining is not None and joining.task is not None])
    made: list[MadePaper] = []
    for paper, (title, faults, joining) in zip(papers, started, strict=True):
        book, more = joining.result() if joining is not None else (None, ())
        if book is None or has_errors(more):
            made.append(MadePaper(paper.path, None, (*faults, *more), None))
            continue
        expected = expected_of(context, title, book, paper.print_format)
        verdict = books.verdict(book.pdf, f"site/{paper.path}", expected, paper.checks)
        made.append(MadePaper(paper.path, book, (*faults, *more), verdict))
    verdicts = (paper.verdict for paper in made if paper.verdict is not None)
    workers.give([verdict.task for verdict in verdicts if verdict.task is not None])
    return tuple(made)


def lay_out_ahead(papers: Sequence[Paper], workers: Workers) -> None:
    """Lay out in other processes what these papers lack, if that is worth starting any."""
    numbers = count()
    asked: dict[tuple[int, Chapter, Side], list[Paper]] = {}
    ready: list[_Wanted] = []
    given: dict[Future[bytes | None], _Wanted] = {}

    def look(paper: Paper) -> None:
        """Note what a paper lacks now."""
        ahead = paper.ahead
        for weight, chapter, side in _lacking(paper):
            waiting = asked.setdefault((id(ahead), chapter, side), [])
            if not waiting:
                heapq.heappush(ready, _Wanted(-weight, next(numbers), ahead, chapter, side))
            if all(one is not paper for one in waiting):
                waiting.append(paper)

    for paper in papers:
        look(paper)
    if not workers.start(len(ready)):
        return
    while ready or given:
        while ready and workers.room > 0:
            wanted = heapq.heappop(ready)
            task = _task(wanted)
            if task is not None and workers.give([task]) and task.future is not None:
                given[task.future] = wanted
        if not given:
            return
        for future in wait(given, return_when=FIRST_COMPLETED).done:
            wanted = given.pop(future)
            octets = Task(_laid_out, (), future=future).result()
            laid_out = unpacked(octets, wanted.chapter) if octets is not None else None
            if laid_out is not None:
                wanted.ahead.accept(laid_out, wanted.side)
                for paper in asked.pop((id(wanted.ahead), wanted.chapter, wanted.side)):
                    look(paper)


def _task(wanted: _Wanted) -> Task[bytes | None] | None:
    """The task for another process; None for a chapter so deeply nested that it cannot be sent."""
    try:
        octets = pickle.dumps(replace(wanted.chapter, origins=None))
    except RecursionError:
        return None
    return Task(_laid_out, (wanted.ahead.engine.recipe, octets, wanted.side))


def _laid_out(recipe: Recipe, octets: bytes, side: Side) -> bytes | None:
    """In another process: a chapter on its pages; None if it has faults."""
    laid_out, faults = _engine(recipe).lay_out(pickle.loads(octets), side)
    return packed(laid_out) if laid_out is not None and not faults else None


@lru_cache(maxsize=4)
def _engine(recipe: Recipe) -> LayoutEngine:
    return LayoutEngine(recipe.css, recipe.faces, recipe.folders, least=recipe.least)


def _lacking(paper: Paper) -> Iterator[tuple[int, Chapter, Side]]:
    """What a paper lacks that can be laid out now, each with the length of all that waits for it."""
    ahead = paper.ahead
    try:
        manuscript = paper.write(ahead)
    except _LackingError as lacking:
        yield _length(lacking.place[0]), *lacking.place
        return
    chapters = manuscript.chapters
    side: Side | None = side_after(0)
    for number, chapter in enumerate(chapters):
        if None not in (chapter.side, side) and chapter.side != side:
            filler = manuscript.aside or manuscript.filler, side or "right"
            if not ahead.has(*filler):
                yield _length(filler[0]), *filler
        side = chapter.side or side
        if side is None:
            continue
        try:
            laid_out, _ = well_filled(ahead, chapter, side)
        except _LackingError as lacking:
            behind = takewhile(lambda one: one.side is None, chapters[number + 1 :])
            yield sum(map(_length, (chapter, *behind))), *lacking.place
            side = None
        else:
            if laid_out is not None and laid_out.pages % 2:
                side = "left" if side == "right" else "right"


def _length(chapter: Chapter) -> int:
    return len(chapter.body.html)
