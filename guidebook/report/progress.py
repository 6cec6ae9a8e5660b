"""Shows how far a build is: a bar on a terminal, one plain line a stage elsewhere."""

from __future__ import annotations

import gettext
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from guidebook.model.text import Text


class BuildProgress:
    """A context in which `stage` may be called at the start of each stage."""

    def __init__(self, words: gettext.NullTranslations, stages: int) -> None:
        self._words = words
        self._console = Console(stderr=True, highlight=False)
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        if self._console.is_terminal:
            columns = (BarColumn(bar_width=24), TextColumn("{task.completed:.0f}/{task.total:.0f} {task.description}"))
            self._bar = Progress(*columns, console=self._console, transient=True)
            self._task = self._bar.add_task("", total=stages)

    def __enter__(self) -> BuildProgress:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def stage(self, name: Text) -> None:
        """A stage begins."""
        said = name.into(self._words.gettext)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, advance=1, description=said)
        else:
            self._console.print(f"{said} …", markup=False)
