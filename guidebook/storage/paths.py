"""Where a command reads and writes: one value, built by who starts the program and handed down.

No module decides a path when it is imported, so that two builds with different folders can run side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders and files of one run."""

    content: Path
    """What editors write."""
    output: Path
    """What is published and printed."""
    checkout: Path
    """The folder of the program itself, into which nothing is published."""
    cache: Path
    """What is kept between builds; may be deleted at any time."""
    templates: Path
    packages: Path
    """node_modules: fonts and design tokens."""
    mkdocs: Path
    """The configuration of MkDocs."""

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
            mkdocs=checkout / "mkdocs.yml",
        )

    @property
    def theme(self) -> Path:
        """The templates, styles, scripts and pictures around every page of the website."""
        return self.templates / "theme"
