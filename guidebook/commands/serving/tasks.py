"""What other processes make, named without importing what makes it: the one that only shows needs none of that."""

from __future__ import annotations

from pathlib import Path

from guidebook.serve.made import BookMade, PagesMade
from guidebook.storage.paths import Paths


def pages(paths: Paths, language: str | None, folder: Path, before: Path | None, today: str) -> PagesMade:
    """As `serving.pages.make_pages`."""
    from guidebook.commands.serving.pages import make_pages

    return make_pages(paths, language, folder, before, today)


def guidebook(paths: Paths, language: str | None, file: Path, today: str) -> BookMade:
    """As `serving.books.make_guidebook`."""
    from guidebook.commands.serving.books import make_guidebook

    return make_guidebook(paths, language, file, today)


def booklet(paths: Paths, language: str | None, visit: str, apart: Path, file: Path, today: str) -> BookMade:
    """As `serving.books.make_booklet`."""
    from guidebook.commands.serving.books import make_booklet

    return make_booklet(paths, language, visit, apart, file, today)
