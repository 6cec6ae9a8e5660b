"""How the list of a section is cut into pages: what each shows, and where the parts before and behind stand.

Separate from the pages that show it, so that the values of templates can name it. No page grows with the section.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.page import Page
from guidebook.render.addresses import address

AT_MOST = 50
"""How many pages one page lists."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one page shows of a section's list."""

    pages: tuple[Page, ...]
    number: int
    """From 1."""
    of: int
    """How many parts there are."""
    before: str = ""
    """The path of the page with the part before; empty on the first."""
    behind: str = ""
    """The path of the page with the next part; empty on the last."""


def parts(catalogue: Catalogue, page: Page) -> tuple[Part, ...]:
    """The list of a page, cut into what fits on one page each; none where nothing names it as its section."""
    listed = catalogue.sections.get(page.id, ())
    count = -(-len(listed) // AT_MOST)

    def path(number: int) -> str:
        own = address("page", page.id)
        return "" if not 1 <= number <= count else own if number == 1 else f"{own}{number}/"

    return tuple(
        Part(listed[(number - 1) * AT_MOST : number * AT_MOST], number, count, path(number - 1), path(number + 1))
        for number in range(1, count + 1)
    )
