"""Chapters laid out ahead in other processes, so that who makes a book then finds each of them laid out.

A book is walked through as it is when it is made; where a chapter is lacking, the walk goes on behind it at the next
chapter of which the side is known. A chapter with faults is left to this process, which knows where words come from.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import takewhile

from guidebook.books.assembly import side_after, well_filled
from guidebook.layout.cache import packed, unpacked
from guidebook.layout.engine import LayoutEngine, Recipe
from guidebook.layout.low_pages import Engine
from guidebook.model.diagnostic import Faults
from guidebook.render.book.chapter import Chapter, Side
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.laid_out import LaidOut
from guidebook.storage.task_queue import TaskQueue
from guidebook.storage.workers import Task, Workers


class LackingError(Exception):
    """A chapter is not laid out yet."""

    def __init__(self, chapter: Chapter, side: Side) -> None:
        super().__init__(chapter.id)
        self.place = chapter, side


@dataclass(frozen=True, eq=False)
class Ahead:
    """An engine that lays out nothing by itself."""

    engine: LayoutEngine
    lacking: set[tuple[Chapter, Side]] = field(default_factory=set)

    def lay_out(self, chapter: Chapter, side: Side = "right") -> tuple[LaidOut | None, Faults]:
        """The chapter on its pages; raises an error where it is lacking."""
        if not self.has(chapter, side):
            raise LackingError(chapter, side)
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


Wish = tuple[int, Chapter, Side]
"""A chapter that can be laid out now, with the length of all that waits for it."""
Walk = Callable[[Ahead], Iterator[Wish]]
"""Walks through a book, and names what is lacking."""
_Place = tuple[int, Chapter, Side]
"""An engine, known by its number, and what it is to lay out."""


@dataclass(eq=False)
class _Draft:
    """A book some of whose chapters are lacking."""

    ahead: Ahead
    walk: Walk
    then: Callable[[], None]
    urgency: float
    waits: int = 0


class LayingAhead:
    """Lays out what several books lack; a chapter that two of them lack is laid out once."""

    def __init__(self, queue: TaskQueue) -> None:
        """What is lacking is put into the queue."""
        self._queue = queue
        self._waiting: dict[_Place, list[_Draft]] = {}
        self._failed: set[_Place] = set()

    def begin(self, ahead: Ahead, walk: Walk, then: Callable[[], None], urgency: float = 0) -> None:
        """Begin with a book; `then` is called when nothing lacks in it that can be laid out elsewhere.

        Of two books that can go on, the one of greater urgency does; within one, what most waits for goes first.
        """
        self._look(_Draft(ahead, walk, then, urgency))

    def _look(self, draft: _Draft) -> None:
        ahead = draft.ahead
        for length, chapter, side in draft.walk(ahead):
            place = id(ahead), chapter, side
            if place in self._failed:
                continue
            if place not in self._waiting:
                self._waiting[place] = []
                task = partial(_task, ahead.engine.recipe, chapter, side)
                self._queue.add((draft.urgency, length), task, partial(self._accept, ahead, place))
            if draft not in self._waiting[place]:
                self._waiting[place].append(draft)
                draft.waits += 1
        if not draft.waits:
            draft.then()

    def _accept(self, ahead: Ahead, place: _Place, octets: bytes | None) -> None:
        _, chapter, side = place
        laid_out = unpacked(octets, chapter) if octets is not None else None
        if laid_out is None:
            self._failed.add(place)
        else:
            ahead.accept(laid_out, side)
        for draft in self._waiting.pop(place):
            draft.waits -= 1
            self._look(draft)


def prepare(engine: LayoutEngine, workers: Workers) -> None:
    """Let other processes make ready where nothing is kept, so that all is to be laid out."""
    if engine.cache is not None and engine.cache.is_new:
        workers.prepare(Task(_make_ready, (engine.recipe,)))


def lay_out_ahead(engine: LayoutEngine, walk: Walk, workers: Workers) -> None:
    """Lay out in other processes what one book lacks, if that is worth starting any."""
    queue = TaskQueue(workers)
    LayingAhead(queue).begin(Ahead(engine), walk, lambda: None)
    queue.finish()


def lacking_of(write: Callable[[Engine], Manuscript], ahead: Ahead) -> Iterator[Wish]:
    """What a book lacks that can be laid out now; it may have to be laid out in part before all of it is written."""
    try:
        manuscript = write(ahead)
    except LackingError as lacking:
        yield length(lacking.place[0]), *lacking.place
        return
    chapters = manuscript.chapters
    side: Side | None = side_after(0)
    for number, chapter in enumerate(chapters):
        if None not in (chapter.side, side) and chapter.side != side:
            filler = manuscript.aside or manuscript.filler, side or "right"
            if not ahead.has(*filler):
                yield length(filler[0]), *filler
        side = chapter.side or side
        if side is None:
            continue
        try:
            laid_out, _ = well_filled(ahead, chapter, side)
        except LackingError as lacking:
            behind = takewhile(lambda one: one.side is None, chapters[number + 1 :])
            yield sum(map(length, (chapter, *behind))), *lacking.place
            side = None
        else:
            if laid_out is not None and laid_out.pages % 2:
                side = "left" if side == "right" else "right"


def length(chapter: Chapter) -> int:
    """How long a chapter is, compared with others."""
    return len(chapter.body.html)


def _task(recipe: Recipe, chapter: Chapter, side: Side) -> Task[bytes | None] | None:
    """The task for another process; None for a chapter so deeply nested that it cannot be sent."""
    try:
        octets = pickle.dumps(replace(chapter, origins=None))
    except RecursionError:
        return None
    return Task(_laid_out, (recipe, octets, side))


def _laid_out(recipe: Recipe, octets: bytes, side: Side) -> bytes | None:
    """In another process: a chapter on its pages; None if it has faults."""
    laid_out, faults = _engine(recipe).lay_out(pickle.loads(octets), side)
    return packed(laid_out) if laid_out is not None and not faults else None


def _make_ready(recipe: Recipe) -> None:
    """In another process: fonts and style sheet, which are read once."""
    _engine(recipe).style_sheets("right")


@lru_cache(maxsize=4)
def _engine(recipe: Recipe) -> LayoutEngine:
    return LayoutEngine(recipe.css, recipe.faces, recipe.folders, least=recipe.least)
