"""What graphics are drawn from: a programme in its catalogue, and what they have in common: tables, references."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.figures import Comparison, Indicator
from guidebook.model.records.program import Program
from guidebook.model.source import Source
from guidebook.render.context import RenderContext


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table behind a graphic; its note and sources stand behind the first cell."""

    cells: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """All that a graphic says, in words."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    sources: tuple[Source, ...] = ()
    further: Table | None = None
    """What has columns of its own, below it."""
    caption: str = ""
    """What a further table is called; the first has the title of its graphic."""

    @property
    def every_row(self) -> tuple[Row, ...]:
        """Its rows and those of what stands below it."""
        return (*self.rows, *(self.further.every_row if self.further else ()))

    @property
    def described(self) -> str:
        """The table as sentences, for those who do not see the graphic."""
        return "; ".join(", ".join(cell for cell in row.cells if cell) for row in self.every_row)


@dataclass(frozen=True, slots=True)
class Scene:
    """A programme, and what it refers to. The rules have seen that all of it is there."""

    program: Program
    context: RenderContext

    @property
    def catalogue(self) -> Catalogue:
        """All records."""
        return self.context.catalogue

    def words(self, content: str) -> str:
        """Words of ours in the language of the page or book."""
        return self.context.words.gettext(content)

    @property
    def of_document(self) -> bool:
        """Whether the report is taken from a document, to which words may refer."""
        return self.context.site.document is not None

    def town(self, id: str) -> str:
        """The name of a town."""
        town = self.catalogue.town(id)
        return town.name if town else id

    def towns(self, ids: Iterable[str]) -> str:
        """The names of towns in a row."""
        return ", ".join(self.town(id) for id in ids)

    def comparison(self, id: str) -> Comparison:
        """A comparison of the programme."""
        return next(one for one in self.program.comparisons if one.id == id)

    def indicator(self, id: str) -> Indicator:
        """An indicator of the programme."""
        return next(one for one in self.program.indicators if one.id == id)

    def told(self, content: str, reported: bool) -> str:
        """Words, and that they rest on the press alone where they do."""
        if not reported:
            return content
        inside = content.removesuffix(")")
        said = self.words("{content}(보도)") if inside == content else self.words("{content}, 보도)")
        return said.format(content=inside)


def once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sources, each once."""
    return tuple(dict.fromkeys(sources))
