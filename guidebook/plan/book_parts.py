"""The parts of the guidebook in their order, with the written pages that each begins with.

Separate from the chapters, because the list of sources and the rules ask for the order before anything is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.page import Block, Page
from guidebook.model.settings.arrangement import PARTS, BookPart, PartName


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """A part before it is written."""

    name: PartName
    pages: tuple[Page, ...] = ()
    title: str | None = None
    """Where the settings have one of their own."""
    line: str | None = None


def planned_parts(catalogue: Catalogue) -> tuple[PlannedPart, ...]:
    """What `book` of the settings names, then the parts that it does not name: no page of the guidebook is lost.

    A page that is named nowhere stands in the appendix, and that which leads to the routes stands with them. Pages
    of a section follow the page that lists them.
    """
    settings = catalogue.site.book if catalogue.site else ()
    named = {part.part for part in settings}
    every = (*settings, *(BookPart(part=name) for name in PARTS if name not in named))
    taken = {id for part in settings for id in part.pages}
    unnamed = [page for page in catalogue.pages if page.section is None and page.id not in taken]
    front = next((page for page in unnamed if page.asks_for(Block.ROUTES)), None)
    rest = {"routes": [front] if front else [], "appendix": [page for page in unnamed if page is not front]}
    planned = []
    for part in every:
        own = [page for id in part.pages for page in catalogue.pages if page.id == id]
        pages = _with_sections(catalogue, [*own, *rest.get(part.part, ())], taken)
        planned.append(PlannedPart(part.part, tuple(dict.fromkeys(pages)), part.title, part.line))
    return tuple(planned)


def _with_sections(catalogue: Catalogue, pages: Iterable[Page], taken: set[str]) -> Iterator[Page]:
    for front in pages:
        listed = (page for page in catalogue.sections.get(front.id, ()) if page.id not in taken)
        yield from (page for page in (front, *listed) if page.book)


def anchors_in_order(catalogue: Catalogue) -> list[str]:
    """Where reports, written pages and the chapter of towns begin, from front to back."""
    anchors: list[str] = []
    for part in planned_parts(catalogue):
        anchors += [f"page-{page.id}" for page in part.pages]
        if part.name == "programs":
            anchors += [f"program-{program.id}" for program in catalogue.programs]
        if part.name == "towns":
            anchors.append("towns")
    return anchors
