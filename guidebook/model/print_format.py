"""The print format of a book: paper, type, ink, folding. Read from `templates/print/formats/<id>.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from guidebook.model.records.record import Part, Slug, Words

BODY = 9.5
"""Points of the body text that the style sheets are written for."""
BLEED = 3.0
"""Millimetres that every page is drawn beyond its edge; a press cuts them off, screens never show them."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A trim size and the margins of its pages, in millimetres; `inner` is at the fold."""

    title: str
    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        """Millimetres between the inner and the outer margin."""
        return self.width - self.inner - self.outer


PAPERS: Mapping[str, Paper] = {
    "a5": Paper("A5", 148, 210, 18, 14, 16, 20),
    "sinkuk": Paper("신국판", 152, 225, 19, 15, 18, 22),
    "a4": Paper("A4", 210, 297, 25, 25, 20, 24),
}
"""The trim sizes that books come in."""


class PrintFormat(Part):
    """How a book is printed: paper, type, ink, folding, binding."""

    id: Slug
    title: Words
    """In file names and on order sheets: 화면용, 복사기용."""
    paper: Literal["a5", "sinkuk", "a4"] = "a5"
    body: Annotated[float, Field(ge=8, le=24)] = BODY
    """Points of the body text; all else grows with it."""
    least: Annotated[float, Field(ge=0, le=24)] = 0
    """No text is smaller than so many points."""
    ink: Literal["rgb", "grey", "cmyk"] = "rgb"
    """Grey becomes colour where the copier has it."""
    bleed: bool = False
    """Whether the file keeps what is drawn beyond the edge, with crop marks."""
    folded: bool = False
    """Whether two pages lie side by side on A4, to be folded and stitched."""
    binding: Literal["none", "stitch", "corner", "press"] = "none"
    openers: bool = True
    """Whether parts open on right-hand pages."""
    multiple: Annotated[int, Field(ge=1, le=8)] = 1
    """The number of pages is a multiple of this."""
    heard: bool = False
    """Whether it keeps tags, links and bookmarks, and the rules of PDF/UA-1 and PDF/A-2b."""
    megabytes: Annotated[float, Field(gt=0)] | None = None
    """The most that a book without photographs may weigh."""

    @property
    def sheet(self) -> Paper:
        """The paper's size and margins."""
        return PAPERS[self.paper]

    @property
    def scale(self) -> float:
        """How much larger than in the style sheets everything is set."""
        return self.body / BODY


SCREEN = PrintFormat(id="screen", title="화면용", heard=True, megabytes=5)
"""What single sheets and books are set for where nothing else is asked for."""


def parsed(id: str, source: str) -> PrintFormat:
    """The profile that a TOML file describes. Raises ValueError with what is wrong in it."""
    return PrintFormat.model_validate({"id": id, **tomllib.loads(source)})
