"""The style sheets that books are set with, read from `templates/print`."""

from __future__ import annotations

from pathlib import Path

BOOK_STYLES = ("book.css", "itinerary.css", "tour.css", "page.css", "guidebook.css", "close-set.css")
"""The style sheets of the guidebook and of its single reports."""


def print_css(templates: Path, *names: str) -> str:
    """Style sheets of `templates/print`, one after the other, behind what holds for tables on all paper."""
    return "".join((templates / "print" / name).read_text(encoding="utf-8") for name in ("tables.css", *names))
