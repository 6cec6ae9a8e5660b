"""The render context: the content of one city in one language, and what rendering needs: pages and books take it."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import Environment

from guidebook.model.catalogue import Catalogue
from guidebook.model.download import DataFile
from guidebook.model.print_format import PrintFormat
from guidebook.model.site import Site
from guidebook.render.design.values import Design
from guidebook.storage.program import NOT_KEPT, ProgramSteps

INCH = 25.4
"""Millimetres."""


@dataclass(frozen=True, slots=True)
class BookFile:
    """A finished PDF, as links to it describe it: `(PDF, 48쪽, 1.3MB)`."""

    path: str
    pages: int
    octets: int


@dataclass(frozen=True, slots=True)
class WebPicture:
    """A picture as a page shows it."""

    width: int
    """Pixels of the widest version."""
    height: int
    ways: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    """Media type → paths below the site's root with their widths, narrow to wide. Every browser reads the last type."""

    @property
    def path(self) -> str:
        """The fallback for browsers that choose none: the widest version of the last media type."""
        return self.ways[-1][1][-1][0]


@dataclass(frozen=True, slots=True)
class PrintPicture:
    """A picture as a book shows it: a file of the cache, its size in pixels, and its resolution."""

    url: str
    width: int
    height: int
    dpi: int

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height beyond which it would be enlarged."""
        return round(self.width / self.dpi * INCH, 2), round(self.height / self.dpi * INCH, 2)


@dataclass(frozen=True, slots=True)
class KeptMaps:
    """Where maps are kept between runs, and the digest of the outlines that all of them show."""

    steps: ProgramSteps = NOT_KEPT
    outlines: str = ""


@dataclass(frozen=True, slots=True)
class RenderContext:
    """The content, its language and templates, and the files that pages link to."""

    catalogue: Catalogue
    site: Site
    templates: Environment
    words: gettext.NullTranslations
    language: str
    design: Design
    print_format: PrintFormat
    """The print format of its books."""
    lists_sources: bool = False
    """Whether the book that is made lists its sources at the end, so that notes name them shortly."""
    english: RenderContext | None = None
    """The context of the pages in English, where there are any; a context in English has none."""
    book: BookFile | None = None
    papers: tuple[BookFile, ...] = ()
    """Leaflets of routes and reports of programmes: `guidebook/<id>.pdf`."""
    downloads: tuple[DataFile, ...] = ()
    """The files of `data/`."""
    pictures: Mapping[str, WebPicture] = field(default_factory=dict)
    """By the name of the file in `content/assets/`."""
    prints: Mapping[str, PrintPicture] = field(default_factory=dict)
    """The same pictures for paper."""
    maps: KeptMaps = KeptMaps()

    def paper(self, id: str) -> BookFile | None:
        """The PDF of a route or a programme, where PDFs were made."""
        return next((book for book in self.papers if book.path.endswith(f"/{id}.pdf")), None)
