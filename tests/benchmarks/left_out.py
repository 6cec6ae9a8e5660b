"""What each program leaves out of the same work when it is run as it is here, so that nobody compares times alone.

Said of the configuration of this benchmark (`sites.py`, `books.py`) and not of what a program can be extended to.
"""

from __future__ import annotations

from tests.benchmarks.peers import (
    CHROMIUM,
    HUGO,
    MATERIAL,
    MKDOCS,
    PRODUCT,
    TYPST,
    VIVLIOSTYLE,
    WEASYPRINT,
    ZENSICAL,
)

SITE_FEATURES = (
    "search",
    "lists in parts of bounded size",
    "every link and anchor proved",
    "fonts cut for the pages",
    "maps of places",
    "feed, cards for sharing, data files",
    "strict content policy",
)
SITES: dict[str, tuple[bool, ...]] = {
    PRODUCT: (True, True, True, True, True, True, True),
    MKDOCS: (True, False, False, False, False, False, False),
    HUGO: (False, True, False, False, False, False, False),
    ZENSICAL: (True, False, False, False, False, False, False),
    MATERIAL: (True, False, False, False, False, False, False),
}
BOOK_FEATURES = (
    "contents with page numbers",
    "page numbers",
    "bookmarks",
    "tags",
    "PDF/UA-1",
    "PDF/A-2",
    "index, sources, running heads",
    "finished file read back and proved",
)
BOOKS: dict[str, tuple[bool, ...]] = {
    PRODUCT: (True, True, True, True, True, True, True, True),
    TYPST: (True, True, True, True, True, False, False, False),
    WEASYPRINT: (True, True, True, False, False, False, False, False),
    CHROMIUM: (False, True, False, True, False, False, False, False),
    VIVLIOSTYLE: (True, True, False, True, False, False, False, False),
}


def table(features: tuple[str, ...], programs: dict[str, tuple[bool, ...]], measured: set[str]) -> list[str]:
    """A table of Markdown: a row for each feature, a column for each program that was measured."""
    names = [name for name in programs if name in measured]
    rows = [f"| | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    for number, feature in enumerate(features):
        marks = ("yes" if programs[name][number] else "**left out**" for name in names)
        rows.append(f"| {feature} | {' | '.join(marks)} |")
    return rows
