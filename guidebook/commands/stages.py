"""Times the stages of a command, and tells who watches that one begins."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from guidebook.model.outcome import Stage
from guidebook.model.text import Text


@dataclass
class StageClock:
    """The stages so far; `begin` hears the name of each when it begins."""

    begin: Callable[[Text], None]
    stages: list[Stage] = field(default_factory=list)

    @contextmanager
    def stage(self, name: Text) -> Iterator[None]:
        """What is done inside is one stage."""
        self.begin(name)
        started = time.perf_counter()
        yield
        self.stages.append(Stage(name, time.perf_counter() - started))
