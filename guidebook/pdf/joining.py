"""Joins the PDFs of chapters into one book: structure tree, links, bookmarks, page numbers and fonts."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.placeholder import LINK_NAME, PAGE_MARK
from guidebook.model.text import text
from guidebook.pdf.font_joining import join_fonts
from guidebook.pdf.metadata import BookMetadata, docinfo_of, values_of, xmp_packet
from guidebook.pdf.page_numbers import Ink
from guidebook.pdf.pdfa import make_archivable
from guidebook.pdf.saving import saved
from guidebook.pdf.stamping import Numbered, key_of, numbered
from guidebook.pdf.tags import repair_tags
from guidebook.render.book.chapter import Chapter
from guidebook.render.book.laid_out import Bookmark, LaidOut
from guidebook.render.text.korean import unbind

SCHEME = "book:"


@dataclass(frozen=True, slots=True)
class JoinedBook:
    """The finished book."""

    pdf: bytes
    pages: int
    page_of: Mapping[str, int]
    """Anchor → page number; the cover is page 1."""
    references: tuple[tuple[str, int], ...]
    """Every printed page reference in the order of pages: target anchor and number printed."""
    chapters: tuple[tuple[int, Chapter], ...] = ()
    """Each chapter behind the number of its first page, in order."""

    def origin(self, page: int, words: str) -> Span | None:
        """The place in the content of words of a page, which counts from 1."""
        chapter = next((chapter for first, chapter in reversed(self.chapters) if first <= page), None)
        return chapter.origin(words) if chapter else None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an anchor is: its page in the book, from 0, and points from the page's top left corner."""

    page: int
    x: float
    y: float


def join(
    chapters: Sequence[LaidOut], metadata: BookMetadata, ink: Ink, bleed: bool = False
) -> tuple[JoinedBook, tuple[Diagnostic, ...]]:
    """One PDF of all chapters in their order. Links to anchors that no chapter has are faults.

    Without `bleed` the media box of its pages becomes their trim box.
    """
    return join_again(chapters, metadata, ink, bleed, {})[:2]


def join_again(
    chapters: Sequence[LaidOut], metadata: BookMetadata, ink: Ink, bleed: bool, known: Mapping[str, Numbered]
) -> tuple[JoinedBook, tuple[Diagnostic, ...], dict[str, Numbered]]:
    """The same, and its chapters with their numbers, for the next time; what is `known` is not numbered again."""
    places = _places(chapters)
    book = Pdf.new()
    faults: list[Diagnostic] = []
    references: list[tuple[str, int]] = []
    all_numbered: dict[str, Numbered] = {}
    structure = _Structure(book)
    with book.open_outline() as outline:
        for chapter in chapters:
            first = len(book.pages)
            with Pdf.open(io.BytesIO(chapter.pdf)) as source:
                book.pages.extend(source.pages)
                pages = [book.pages[number] for number in range(first, first + chapter.pages)]
                decoration = structure.add(source, pages)
            targets = [_target(link)[0] for page in pages for link in _links(page)]
            faults += _dead_ends(chapter, targets, places)
            anchors = chapter.chapter.references
            numbers = _numbers(anchors, places)
            key = key_of(chapter.pdf, first, numbers, ink)
            all_numbered[key] = known.get(key) or numbered(pages, first, numbers, ink, decoration)
            _stamp(book, pages, all_numbered[key])
            references += [(anchors[index], numbers[index]) for index in all_numbered[key].printed]
            outline.root.extend(_outline(chapter.bookmarks, first, pages[0]))
    for number, page in enumerate(book.pages):
        if not bleed:
            page.mediabox = page.trimbox
            del page.obj.BleedBox
        _resolve_links(book, number, places, metadata.page_label)
    structure.close()
    join_fonts(book)
    make_archivable(book)
    _describe(book, metadata)
    page_of = {anchor: place.page + 1 for anchor, place in places.items()}
    first_pages = accumulate((chapter.pages for chapter in chapters), initial=1)
    placed = tuple((first, laid_out.chapter) for first, laid_out in zip(first_pages, chapters, strict=False))
    return JoinedBook(saved(book), len(book.pages), page_of, tuple(references), placed), tuple(faults), all_numbered


def _places(chapters: Sequence[LaidOut]) -> dict[str, _Place]:
    places: dict[str, _Place] = {}
    first = 0
    for chapter in chapters:
        for anchor, (page, x, y) in chapter.anchors.items():
            places.setdefault(anchor, _Place(first + page, x, y))
        first += chapter.pages
    return places


def _links(page: pikepdf.Page) -> Iterator[Any]:
    """The link annotations of a page that lead into the book."""
    for annotation in page.obj.get("/Annots", Array()):
        address = str(annotation.A.get("/URI", "")) if "/A" in annotation else ""
        if address.startswith(SCHEME):
            yield annotation


def _target(link: Any) -> tuple[str, bool]:
    """The anchor that a link into the book leads to, and whether its text is a page number."""
    address = unquote(str(link.A.URI)).removeprefix(SCHEME)
    return address.removesuffix(PAGE_MARK), address.endswith(PAGE_MARK)


def _dead_ends(chapter: LaidOut, targets: Sequence[str], places: Mapping[str, _Place]) -> Iterator[Diagnostic]:
    for target in dict.fromkeys(targets):
        if target not in places:
            yield Diagnostic(
                Span(chapter.chapter.source),
                "dead-link",
                text(
                    "책의 '{title}' 부분에 갈 곳 없는 링크가 있습니다: {target}",
                    title=chapter.chapter.title,
                    target=target,
                ),
                text("링크가 가리키는 글이 책에 들어 있는지 확인하세요."),
            )


def _stamp(book: Pdf, pages: Sequence[pikepdf.Page], chapter: Numbered) -> None:
    """Let the pages of a chapter show their numbers."""
    for page, octets in zip(pages, chapter.contents, strict=True):
        page.obj.Contents = book.make_stream(octets)


def _numbers(anchors: Sequence[str], places: Mapping[str, _Place]) -> tuple[int, ...]:
    """The page numbers of anchors, counted from 1; zero where there is none."""
    return tuple(places[anchor].page + 1 if anchor in places else 0 for anchor in anchors)


def _resolve_links(book: Pdf, page: int, places: Mapping[str, _Place], label: str) -> None:
    """Give the links of a page, from 0, explicit destinations; printed page numbers also get a name that says so."""
    for count, annotation in enumerate(list(_links(book.pages[page]))):
        anchor, is_number = _target(annotation)
        place = places.get(anchor)
        if place is not None:
            if is_number:
                annotation.NM = String(f"{LINK_NAME}{page + 1}-{count}")
            del annotation.A
            annotation.Dest = _destination(book.pages[place.page], place.x, place.y)
            annotation.Contents = String(label.format(page=place.page + 1))


def _destination(page: pikepdf.Page, x: float, y: float) -> Array:
    height = float(page.trimbox[3])
    return Array([page.obj, Name.XYZ, round(x, 2), round(height - y, 2), 0])


def _outline(bookmarks: Sequence[Bookmark], first: int, page: pikepdf.Page) -> Iterator[OutlineItem]:
    height = float(page.trimbox[3])
    for bookmark in bookmarks:
        item = OutlineItem(
            unbind(bookmark.label),
            first + bookmark.page,
            "XYZ",
            left=round(bookmark.x, 2),
            top=round(height - bookmark.y, 2),
        )
        item.children.extend(_outline(bookmark.children, first, page))
        yield item


class _Structure:
    """The book's structure tree, merged chapter by chapter."""

    def __init__(self, book: Pdf) -> None:
        self.book = book
        self.document = book.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
        self.numbers: list[Any] = []
        self.next_key = 0

    def add(self, source: Pdf, pages: Sequence[pikepdf.Page]) -> list[set[int]]:
        """Append a chapter's tree; its keys of the parent tree are shifted beyond those in use.

        Gives for each page the identifiers of marked content that is decoration.
        """
        root = self.book.copy_foreign(source.Root.StructTreeRoot)
        decoration = repair_tags(self.book, root, pages)
        for child in root.K:
            child.P = self.document
            child.S = Name.Part
            self.document.K.append(child)
        pairs = list(root.ParentTree.Nums)
        for key, value in zip(pairs[::2], pairs[1::2], strict=True):
            self.numbers += [int(key) + self.next_key, value]
        for page in pages:
            if "/StructParents" in page.obj:
                page.obj.StructParents = int(page.obj.StructParents) + self.next_key
            for annotation in page.obj.get("/Annots", Array()):
                if "/StructParent" in annotation:
                    annotation.StructParent = int(annotation.StructParent) + self.next_key
        self.next_key = max(self.numbers[::2], default=-1) + 1
        return decoration

    def close(self) -> None:
        """Make the tree that of the book."""
        root = self.book.make_indirect(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=Array([self.document]),
                ParentTree=self.book.make_indirect(Dictionary(Nums=Array(self.numbers))),
                ParentTreeNextKey=self.next_key,
            )
        )
        self.document.P = root
        self.book.Root.StructTreeRoot = root
        self.book.Root.MarkInfo = Dictionary(Marked=True)


def _describe(book: Pdf, metadata: BookMetadata) -> None:
    book.Root.Lang = String(metadata.language)
    book.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    book.Root.PageLayout = Name.TwoPageRight
    xmp = book.make_stream(xmp_packet(values_of(metadata), pdfa=True, pdfua=True))
    xmp.Type, xmp.Subtype = Name.Metadata, Name.XML
    book.Root.Metadata = xmp
    book.docinfo = book.make_indirect(docinfo_of(metadata))
