"""A page of text that is no record of anything: overview, how to visit, about."""

from __future__ import annotations

from enum import StrEnum

from guidebook.model.picture import Picture
from guidebook.model.record import Searchable, Words
from guidebook.model.source import Note

RESERVED = frozenset(
    {
        "programs",
        "figures",
        "towns",
        "visits",
        "routes",
        "sites",
        "restaurants",
        "data",
        "files",
        "q",
        "guidebook",
        "assets",
    }
    | {"index", "search", "offline", "feed", "changes", "404"}
)
"""Names that no page can have: the website's own folders and files, those that are to come with them."""


ENGLISH = "en"
"""The id of the first page in English; those of the others begin with it."""


class Block(StrEnum):
    """Something made from the records. It stands where the body has its name in a line of its own: `[[routes]]`."""

    PROGRAM_TABLE = "program-table"
    PROGRAM_FACTS = "program-facts"
    TIMELINE = "timeline"
    SOURCES = "sources"
    ROUTES = "routes"
    MODEL_TOWNS = "model-towns"
    TOWNS = "towns"
    GUIDES = "guides"
    PARKING = "parking"
    ASKING = "asking"
    TERMS = "terms"
    PICTURES = "pictures"
    ACCESSIBILITY = "accessibility"


class Page(Searchable):
    """`content/pages/<id>.md`."""

    title: Words
    summary: Words
    order: int
    book: bool = True
    """Whether the page is also a chapter of the guidebook."""
    footer: bool = False
    """Whether the foot of every page leads to it, instead of the menu."""
    name: Words | None = None
    """What the menu calls it, where the title is too long for that."""
    notes: tuple[Note, ...] = ()
    pictures: tuple[Picture, ...] = ()
    """Those that the body shows, each at its place."""
    body: str = ""

    def asks_for(self, block: Block) -> bool:
        """Whether the body has `[[block]]` in a line of its own."""
        return f"[[{block.value}]]" in self.body.split("\n")

    @property
    def english(self) -> bool:
        """Whether it is a page in English: its id is `en` or begins with `en-`, and its address with `en/`."""
        return self.id == ENGLISH or self.id.startswith(f"{ENGLISH}-")

    @property
    def twin(self) -> str:
        """The id of the Korean page that an English one stands for; empty for the first page."""
        return self.id.removeprefix(ENGLISH).removeprefix("-")
