"""Where a command reads and writes: one value, built by who starts the program and handed down.

No module decides a path when it is imported, so that two builds with different folders can run side by side.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidebook.storage.steps import Redone


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders and files of one run."""

    content: Path
    """What editors write."""
    output: Path
    """What is published and printed."""
    checkout: Path
    """The folder of the program's own files, into which nothing is published (`guidebook/storage/places.py`)."""
    cache: Path
    """What is kept between builds; may be deleted at any time."""
    templates: Path
    packages: Path
    """node_modules: fonts and design tokens."""
    private: bool = False
    """Whether what is made is for one visit, so that nothing of it may be kept with what is published."""
    apart: Path | None = None
    """Where results for a private visit are kept, if not in the cache: a folder that goes with its pack."""
    redone: list[Redone] = field(default_factory=list, compare=False, repr=False)
    """The steps that were done in this run, because no result of theirs was kept."""

    @classmethod
    def within(
        cls, checkout: Path, content: Path | None = None, output: Path | None = None, cache: Path | None = None
    ) -> Paths:
        """The usual places below a checkout, but for those that are given."""
        return cls(
            content=content or checkout / "content",
            output=output or checkout / "output",
            checkout=checkout,
            cache=cache or checkout / ".cache",
            templates=checkout / "templates",
            packages=checkout / "node_modules",
        )

    @property
    def steps(self) -> Path:
        """Where results of steps are kept between runs."""
        return (self.apart or self.cache / "visits") if self.private else self.shared_steps

    @property
    def shared_steps(self) -> Path:
        """Where results are kept that tell nothing of a visit."""
        return self.cache / "steps"

    @property
    def theme(self) -> Path:
        """The templates, styles, scripts and pictures around every page of the website."""
        return self.templates / "theme"
