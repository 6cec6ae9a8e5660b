"""Tasks for other processes, the most urgent first, each with what goes on when it is done.

Separate from the processes themselves: what is done next is another question than where.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from guidebook.storage.workers import Task, Workers

Then = Callable[[Any], None]
Urgency = tuple[float, ...]
"""The greater one goes first."""


@dataclass(frozen=True, slots=True, order=True)
class _Entry:
    """A task that waits; where two are as urgent, the one that came first goes first."""

    rank: Urgency
    number: int
    task: Callable[[], Task[Any] | None] = field(compare=False)
    then: Then = field(compare=False)


class TaskQueue:
    """What follows from a task is done in this process, in the order in which tasks end, and may add others."""

    def __init__(self, workers: Workers) -> None:
        """Nothing is given to the processes before there is enough to do."""
        self._workers = workers
        self._numbers = count()
        self._entries: list[_Entry] = []
        self._given: dict[Future[Any], tuple[Task[Any], Then]] = {}
        self._unawaited: list[_Entry] = []

    def add(self, urgency: Urgency, task: Callable[[], Task[Any] | None], then: Then) -> None:
        """Put a task in line. It is made when it is its turn; where none can be made, `then` hears None."""
        heapq.heappush(self._entries, _Entry(tuple(-part for part in urgency), next(self._numbers), task, then))

    def add_unawaited(self, task: Task[Any]) -> None:
        """Put a task in line behind all others. Who needs its result asks for it, for `finish` does not wait."""
        heapq.heappush(self._unawaited, _Entry((-task.weight,), next(self._numbers), lambda: task, lambda _: None))

    def go_on(self) -> None:
        """Give what there is room for, and follow what is done meanwhile; waits for nothing."""
        self._give()
        for future in [future for future in self._given if future.done()]:
            self._follow(future)
        self._give()

    def finish(self) -> None:
        """Go on until every task was done that somebody waits for.

        Without other processes the tasks stay where they are, for those who need their results.
        """
        self._give()
        while self._given:
            for future in wait(self._given, return_when=FIRST_COMPLETED).done:
                self._follow(future)
            self._give()
        rest = [task for entry in sorted(self._unawaited) if (task := entry.task()) is not None]
        self._unawaited.clear()
        self._workers.give(rest)

    def _give(self) -> None:
        if not self._workers.start(len(self._entries)):
            return
        while self._entries and self._workers.room > 0:
            entry = heapq.heappop(self._entries)
            task = entry.task()
            if task is None:
                entry.then(None)
            elif self._workers.give([task]) and task.future is not None:
                self._given[task.future] = task, entry.then
            else:  # no process could be started after all
                entry.then(task.result())
        while self._unawaited and self._given and self._workers.room > 0:
            task = heapq.heappop(self._unawaited).task()
            if task is not None:
                self._workers.give([task])

    def _follow(self, future: Future[Any]) -> None:
        task, then = self._given.pop(future)
        then(task.result())
