"""A finished PDF as the checks read it: each page is read once, and what it must say and be is told beside it.

Separate, because checks of several subjects read the same pages, and reading them is what takes time.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import TracebackType
from typing import Any, Self

import pikepdf
import pypdfium2

from guidebook.model.diagnostic import Span
from guidebook.model.pdf.content_stream import Instruction, read
from guidebook.model.text import Text
from guidebook.preflight.pages import page_digests
from guidebook.preflight.tagging import Owner, owners_of, told
from guidebook.preflight.text import Font, Run, font_of, runs_of

MM = 72 / 25.4
"""Points in a millimetre."""
OPERATORS = "q Q cm ET Tm Tf TJ Tj BDC BMC EMC rg RG g G k K cs CS sc SC scn SCN"
"""The operators that some check asks about: text, where it stands, and colours."""
FONT_FAMILIES = ("Pretendard-GOV", "Noto-Sans-KR")
"""The families that books are set in, as names of fonts in a PDF have them."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a document must say and be."""

    title: str
    language: str
    notice: str
    """On the first and the last page; empty where the city itself publishes."""
    references: tuple[tuple[str, int], ...]
    """The page references that were printed: anchor and number."""
    without_folio: frozenset[int] = frozenset({1})
    """Pages, counted from 1, that show no number: the cover."""
    trim: tuple[float, float] | None = None
    """Width and height of the trim box in millimetres; none where any will do."""
    bleed: bool = False
    """Whether pages keep what is drawn beyond the trim box."""
    limit: int | None = None
    """The most bytes that the file may have if it holds no photograph."""
    origin: Callable[[int, str], Span | None] | None = None
    """Gives the place in the content of words of a page, which counts from 1."""
    font_families: tuple[str, ...] = FONT_FAMILIES


class Document:
    """The file, opened twice: by pikepdf for its structure, by PDFium for what is seen. A context that closes both."""

    def __init__(self, octets: bytes, expected: Expected, known: Collection[str] = ()) -> None:
        """`known` are the digests of pages of which it is known that nothing is wrong with them by themselves."""
        self.octets, self.expected, self._known = octets, expected, known
        self.pdf = pikepdf.open(io.BytesIO(octets))
        self.viewer = pypdfium2.PdfDocument(octets)
        self._pages: dict[int, tuple[pypdfium2.PdfPage, pypdfium2.PdfTextPage]] = {}
        self._instructions: dict[int, Sequence[Instruction]] = {}
        self._forms: dict[tuple[int, int], tuple[Any, Sequence[Instruction]]] = {}
        self._fonts: dict[tuple[int, int], Font | None] = {}
        self._runs: dict[int, tuple[Run, ...]] = {}
        self._owners: dict[int, Mapping[int, Owner]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for page, text_page in self._pages.values():
            text_page.close()
            page.close()
        self.viewer.close()
        self.pdf.close()

    @cached_property
    def language(self) -> str:
        """The language that the file says it is in; checks of single pages rest on nothing else that is expected."""
        return str(self.pdf.Root.get("/Lang", ""))

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page (from 0) in points."""
        width, height = self._viewed(page)[0].get_size()
        return float(width), float(height)

    def words(self, page: int) -> str:
        """What a reader can copy from a page (from 0)."""
        return str(self._viewed(page)[1].get_text_bounded())

    def words_in(self, page: int, box: Any) -> str:
        """What stands in a box of a page (from 0): left, bottom, right, top, in any order of sides."""
        x1, y1, x2, y2 = (float(side) for side in box)
        bounds = {"left": min(x1, x2), "right": max(x1, x2), "bottom": min(y1, y2), "top": max(y1, y2)}
        return str(self._viewed(page)[1].get_text_bounded(**bounds)).strip()

    def instructions(self, page: int) -> Sequence[Instruction]:
        """The instructions of a page (from 0) for text and colours, without those of its forms."""
        if page not in self._instructions:
            self._instructions[page] = _read(self.pdf.pages[page])
        return self._instructions[page]

    def content_streams(self, page: int) -> Iterator[tuple[Any, Sequence[Instruction]]]:
        """The resources and instructions of a page (from 0) and of every form in it, however deep."""
        resources = self.pdf.pages[page].obj.get("/Resources", pikepdf.Dictionary())
        yield resources, self.instructions(page)
        yield from self._forms_in(resources, set())

    def runs(self, page: int) -> tuple[Run, ...]:
        """The text that a page (from 0) draws itself, in the order in which it does."""
        if page not in self._runs:
            resources = self.pdf.pages[page].obj.get("/Resources", pikepdf.Dictionary())
            fonts = resources.get("/Font", pikepdf.Dictionary())
            fonts_by_name = {name: self._font(font) for name, font in fonts.items()}
            self._runs[page] = tuple(runs_of(self.instructions(page), fonts_by_name))
        return self._runs[page]

    @cached_property
    def page_digests(self) -> tuple[str, ...]:
        """By what each page is known again."""
        owned = (told(self.owners(page)) for page in range(len(self.pdf.pages)))
        return page_digests(self.pdf, (f"{self.language} {tagging}" for tagging in owned))

    @cached_property
    def new_pages(self) -> Sequence[int]:
        """The pages (from 0) of which nothing is known yet: all that a check reads which rests on single pages."""
        if not self._known:
            return range(len(self.pdf.pages))
        return [page for page, digest in enumerate(self.page_digests) if digest not in self._known]

    def owners(self, page: int) -> Mapping[int, Owner]:
        """For each marked content identifier of a page (from 0) the block that it belongs to."""
        if page not in self._owners:
            key = int(self.pdf.pages[page].obj.get("/StructParents", -1))
            tagged = "/StructTreeRoot" in self.pdf.Root
            self._owners[page] = owners_of(self.parents.get(key, ())) if tagged else {}
        return self._owners[page]

    @cached_property
    def parents(self) -> dict[int, Sequence[Any]]:
        """For each page's key in the parent tree the structure elements of its marked content."""
        flat = list(self.pdf.Root.StructTreeRoot.ParentTree.get("/Nums", pikepdf.Array()))
        pairs = zip(flat[::2], flat[1::2], strict=True)
        return {int(key): list(value) for key, value in pairs if isinstance(value, pikepdf.Array)}

    def _viewed(self, page: int) -> tuple[pypdfium2.PdfPage, pypdfium2.PdfTextPage]:
        if page not in self._pages:
            opened = self.viewer[page]
            self._pages[page] = opened, opened.get_textpage()
        return self._pages[page]

    def _font(self, font: Any) -> Font | None:
        if font.objgen not in self._fonts or font.objgen == (0, 0):
            self._fonts[font.objgen] = font_of(font)
        return self._fonts[font.objgen]

    def _forms_in(self, resources: Any, entered: set[tuple[int, int]]) -> Iterator[tuple[Any, Sequence[Instruction]]]:
        for form in resources.get("/XObject", pikepdf.Dictionary()).values():
            if form.get("/Subtype") == pikepdf.Name.Form and form.objgen not in entered:
                entered.add(form.objgen)
                if form.objgen not in self._forms:
                    inner = form.get("/Resources", pikepdf.Dictionary())
                    self._forms[form.objgen] = inner, _read(form)
                yield self._forms[form.objgen]
                yield from self._forms_in(self._forms[form.objgen][0], entered)


def _read(source: Any) -> Sequence[Instruction]:
    """The instructions that checks ask about, their operands turned into Python's values once."""
    return [Instruction(operator, _plain(operator, operands)) for operator, operands in read(source, OPERATORS)]


def _plain(operator: str, operands: Any) -> list[Any]:
    """Operands without qpdf's object around every shown string: those took half a megabyte for each page of text."""
    if operator == "TJ":
        return [tuple([bytes(part) if isinstance(part, pikepdf.Object) else part for part in operands[0]])]
    return [bytes(operands[0])] if operator == "Tj" else list(operands)


Finding = tuple[str, Text]
"""The code of what is wrong and its words. Its page, from 1, is the value `page`, and what is to be read there `words`,
or `before` and `after` a break."""
Check = Callable[[Document], Iterator[Finding]]
"""A rule, which gives everything that breaks it."""
