"""Tasks in line: the most urgent first, what follows adds others, and nothing is waited for in vain."""

from __future__ import annotations

import os
from functools import partial

import pytest

from guidebook.storage.task_queue import TaskQueue
from guidebook.storage.workers import FEWEST, Task, Workers
from tests.storage.test_workers import process_and_double, sleep

pytestmark = pytest.mark.usefixtures("no_waiting")


def doubling(number: int) -> Task[tuple[int, int]]:
    return Task(process_and_double, (number,))


def test_what_follows_may_add_tasks_until_none_is_left() -> None:
    done: list[int] = []

    def follow(queue: TaskQueue, result: tuple[int, int]) -> None:
        process, number = result
        assert process != os.getpid()
        done.append(number)
        if number < 40:
            queue.add((number,), partial(doubling, number), partial(follow, queue))

    with Workers(2) as workers:
        queue = TaskQueue(workers)
        for number in range(1, FEWEST + 1):
            queue.add((number,), partial(doubling, number), partial(follow, queue))
        queue.finish()
    assert sorted(done) == sorted(
        [number << doubled for number in (1, 2, 3, 4) for doubled in range(1, 7) if number << (doubled - 1) < 40]
    )


def test_one_process_does_the_most_urgent_first_and_what_nobody_awaits_last() -> None:
    order: list[int] = []
    with Workers(2) as workers:
        queue = TaskQueue(workers)
        late = [Task(sleep, (0,)) for _ in range(2)]
        for task in late:
            queue.add_unawaited(task)
        for urgency in (1, 4, 2, 3):
            queue.add((0, urgency), lambda urgency=urgency: order.append(urgency), lambda _: None)  # type: ignore[misc]
        queue.finish()
        assert all(task.future is not None for task in late)
    assert order == [4, 3, 2, 1]


def test_too_few_tasks_are_left_to_who_needs_them() -> None:
    with Workers(2) as workers:
        queue = TaskQueue(workers)
        for number in range(FEWEST - 1):
            queue.add((number,), lambda: pytest.fail("made in vain"), lambda _: None)
        queue.go_on()
        queue.finish()
