"""One city's content in one language with what is needed to render it; site, books and sheets are made of it."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import Environment

from guidebook.model.catalogue import Catalogue
from guidebook.model.download import DataFile
from guidebook.model.print_format import SCREEN, PrintFormat
from guidebook.model.site import Site
from guidebook.render.design.values import Design


@dataclass(frozen=True, slots=True)
class BookFile:
    """A finished PDF, as links to it tell: `(PDF, 48쪽, 1.3MB)`."""

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
    """Media type → versions with their width, narrow to wide; a path is below the site's root. The last every
    browser reads."""

    @property
    def path(self) -> str:
        """The one that serves where nothing is chosen."""
        return self.ways[-1][1][-1][0]


@dataclass(frozen=True, slots=True)
class PrintPicture:
    """A picture as a book shows it: a file of the cache, its size in pixels, and how many of them make an inch."""

    url: str
    width: int
    height: int
    dpi: int


@dataclass(frozen=True, slots=True)
class RenderContext:
    """The content, how it is spoken of, and what lies beside the pages to be fetched."""

    catalogue: Catalogue
    site: Site
    templates: Environment
    words: gettext.NullTranslations
    language: str
    design: Design
    english: RenderContext | None = None
    """The same content spoken of in English, where it has pages in English; not in an edition that is that one."""
    book: BookFile | None = None
    papers: tuple[BookFile, ...] = ()
    """A leaflet a route, a report a programme: `guidebook/<id>.pdf`."""
    downloads: tuple[DataFile, ...] = ()
    """What lies in `data/`."""
    pictures: Mapping[str, WebPicture] = field(default_factory=dict)
    """By the name of the file in `content/assets/`."""
    prints: Mapping[str, PrintPicture] = field(default_factory=dict)
    """The same for paper."""

    print_format: PrintFormat = SCREEN
    """How its books are made."""

    def paper(self, id: str) -> BookFile | None:
        """The PDF of a route or a programme, where PDFs were made."""
        return next((book for book in self.papers if book.path.endswith(f"/{id}.pdf")), None)
