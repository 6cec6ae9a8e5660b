"""Shows how far a build is: a bar on a terminal, one plain line a stage elsewhere."""

from __future__ import annotations

import gettext
import sys
from types import TracebackType

import click

from guidebook.model.text import Text

ERASE_TO_END = "\033[K"
"""Erases the rest of the line: click counts letters, and a letter of Hangul is two columns wide."""
ERASE_LINE_ABOVE = "\033[1A\033[2K"
BAR_WIDTH = 24


class BuildProgress:
    """A context in which `stage` may be called at the start of each stage. The bar is gone when it ends."""

    def __init__(self, words: gettext.NullTranslations, stages: int) -> None:
        self._words = words
        self._on_terminal = sys.stderr.isatty()
        self._bar = click.progressbar(
            length=stages,
            hidden=not self._on_terminal,
            show_eta=False,
            show_pos=True,
            width=BAR_WIDTH,
            fill_char="━",
            empty_char="─",
            bar_template=f"%(bar)s %(info)s %(label)s{ERASE_TO_END}",
            file=sys.stderr,
        )

    def __enter__(self) -> BuildProgress:
        self._bar.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.__exit__(kind, error, trace)
        if self._on_terminal:
            click.echo(ERASE_LINE_ABOVE, err=True, nl=False)

    def stage(self, name: Text) -> None:
        """A stage begins."""
        title = name.into(self._words.gettext)
        if self._on_terminal:
            self._bar.label = title
            self._bar.update(1)
        else:
            click.echo(f"{title} …", err=True)


class PacksProgress:
    """A context in which `told` is called with each pack that is done: a bar on a terminal, else a line a pack."""

    def __init__(self, words: gettext.NullTranslations) -> None:
        self.made = 0
        """How many were made so far."""
        self._words = words
        self._on_terminal = sys.stderr.isatty()

    def __enter__(self) -> PacksProgress:
        click.echo(self._words.gettext("콘텐츠 읽기·검사") + " …", err=True, nl=not self._on_terminal)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._on_terminal:
            click.echo(f"\r{ERASE_TO_END}", err=True, nl=False)

    def told(self, number: int, count: int, id: str, made: bool) -> None:
        """So many packs of so many are done, the last that of this visit."""
        self.made += made
        said = (
            self._words.gettext("{number}/{count} 방문 자료 제작: {id}")
            if made
            else self._words.gettext("{number}/{count} 제작 실패: {id}")
        )
        line = said.format(number=number, count=count, id=id)
        if not self._on_terminal:
            click.echo(line, err=True)
            return
        done = BAR_WIDTH * number // count
        bar = "━" * done + "─" * (BAR_WIDTH - done)
        click.echo(f"\r{bar} {line}{ERASE_TO_END}", err=True, nl=False)
