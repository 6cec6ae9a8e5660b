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
from typing import NamedTuple

from guidebook.books.assembly import side_after, well_filled
from guidebook.layout.engine import LayoutEngine, Recipe
from guidebook.layout.low_pages import Engine
from guidebook.layout.results import Place, Result
from guidebook.render.book.chapter import Chapter, Side
from guidebook.render.book.guidebook import Manuscript
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
    lacking: set[tuple[Place, bool]] = field(default_factory=set)
    """What was looked for in vain since something was laid out elsewhere, and whether it was to be drawn."""

    def lay_out(self, chapter: Chapter, side: Side = "right") -> Result:
        """The chapter on its pages; raises an error where it is lacking."""
        return self._found((chapter, side), drawn=True)

    def measure(self, chapter: Chapter, side: Side = "right") -> Result:
        """The same without its PDF."""
        return self._found((chapter, side), drawn=False)

    def has(self, chapter: Chapter, side: Side) -> bool:
        """Whether the chapter is laid out."""
        try:
            self.lay_out(chapter, side)
        except LackingError:
            return False
        return True

    def accept(self, results: dict[str, bytes]) -> None:
        """Keep what was laid out elsewhere."""
        self.engine.results.give(results)
        self.lacking.clear()

    def _found(self, place: Place, drawn: bool) -> Result:
        """What is lacking is looked for once."""
        if (place, drawn) not in self.lacking:
            known = self.engine.results.find(place, drawn)
            if known is not None:
                return known
            self.lacking.add((place, drawn))
        raise LackingError(*place)


class Wish(NamedTuple):
    """A chapter that can be laid out now."""

    length: int
    """That of all that waits for it."""
    chapter: Chapter
    side: Side
    filled: bool = True
    """Whether its pages are to be filled well, for which several settings are tried; else it is laid out as it is."""


Walk = Callable[[Ahead], Iterator[Wish]]
"""Walks through a book, and names what is lacking."""
_Task = tuple[int, Chapter, Side, bool]
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
        self._waiting: dict[_Task, list[_Draft]] = {}
        self._tried: set[_Task] = set()
        """What is still lacking once it was tried has faults, and is left to this process."""

    def begin(self, ahead: Ahead, walk: Walk, then: Callable[[], None], urgency: float = 0) -> None:
        """Begin with a book; `then` is called when nothing lacks in it that can be laid out elsewhere.

        Of two books that can go on, the one of greater urgency does; within one, what most waits for goes first.
        """
        self._look(_Draft(ahead, walk, then, urgency))

    def _look(self, draft: _Draft) -> None:
        ahead = draft.ahead
        for wish in draft.walk(ahead):
            wanted = id(ahead), *wish[1:]
            if wanted in self._tried:
                continue
            if wanted not in self._waiting:
                self._waiting[wanted] = []
                task = partial(_task, ahead.engine.recipe, wish)
                self._queue.add((draft.urgency, wish.length), task, partial(self._accept, ahead, wanted))
            if draft not in self._waiting[wanted]:
                self._waiting[wanted].append(draft)
                draft.waits += 1
        if not draft.waits:
            draft.then()

    def _accept(self, ahead: Ahead, wanted: _Task, results: dict[str, bytes] | None) -> None:
        self._tried.add(wanted)
        ahead.accept(results or {})
        for draft in self._waiting.pop(wanted):
            draft.waits -= 1
            self._look(draft)


def prepare(engine: LayoutEngine, workers: Workers) -> None:
    """Let other processes make ready where nothing is kept, so that all is to be laid out."""
    cache = engine.results.cache
    if cache is not None and cache.is_new:
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
        yield Wish(length(lacking.place[0]), *lacking.place, filled=False)
        return
    chapters = manuscript.chapters
    side: Side | None = side_after(0)
    for number, chapter in enumerate(chapters):
        if None not in (chapter.side, side) and chapter.side != side:
            filler = manuscript.aside or manuscript.filler
            if not ahead.has(filler, side or "right"):
                yield Wish(length(filler), filler, side or "right", filled=False)
        side = chapter.side or side
        if side is None:
            continue
        try:
            laid_out, _ = well_filled(ahead, chapter, side)
        except LackingError:
            behind = takewhile(lambda one: one.side is None, chapters[number + 1 :])
            yield Wish(sum(map(length, (chapter, *behind))), chapter, side)
            side = None
        else:
            if laid_out is not None and laid_out.pages % 2:
                side = "left" if side == "right" else "right"


def length(chapter: Chapter) -> int:
    """How long a chapter is, compared with others."""
    return len(chapter.body.html)


def _task(recipe: Recipe, wish: Wish) -> Task[dict[str, bytes]] | None:
    """The task for another process; None for a chapter so deeply nested that it cannot be sent."""
    try:
        octets = pickle.dumps(replace(wish.chapter, origins=None))
    except RecursionError:
        return None
    return Task(_laid_out, (recipe, octets, wish.side, wish.filled))


@dataclass(frozen=True, eq=False)
class _Noting:
    """An engine that notes what it was asked for."""

    engine: LayoutEngine
    asked: list[Place] = field(default_factory=list)

    def lay_out(self, chapter: Chapter, side: Side = "right") -> Result:
        self.asked.append((chapter, side))
        return self.engine.lay_out(chapter, side)

    def measure(self, chapter: Chapter, side: Side = "right") -> Result:
        self.asked.append((chapter, side))
        return self.engine.measure(chapter, side)


def _laid_out(recipe: Recipe, octets: bytes, side: Side, filled: bool) -> dict[str, bytes]:
    """In another process: a chapter and the settings that were tried for it, by their keys, if they have no faults."""
    noting = _Noting(_engine(recipe))
    chapter = pickle.loads(octets)
    if filled:
        well_filled(noting, chapter, side)
    else:
        noting.lay_out(chapter, side)
    return {key: laid_out for place in noting.asked for key, laid_out in noting.engine.results.packed(place).items()}


def _make_ready(recipe: Recipe) -> None:
    """In another process: fonts and style sheet, which are read once."""
    _engine(recipe).style_sheets("right")


@lru_cache(maxsize=4)
def _engine(recipe: Recipe) -> LayoutEngine:
    return LayoutEngine(recipe.css, recipe.faces, recipe.folders, least=recipe.least)
