"""A book's pages filled up to what folding or printing needs, and shared out over booklets where one is too thick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from guidebook.books.assembly import ink_of, lay_out_all, side_after
from guidebook.books.kept_books import KeptBooks
from guidebook.layout.engine import LayoutEngine
from guidebook.model.diagnostic import Diagnostic, Faults, Span, has_errors
from guidebook.model.text import text
from guidebook.pdf.folding import volumes
from guidebook.pdf.joining import JoinedBook
from guidebook.pdf.metadata import BookMetadata
from guidebook.render.book.chapter import Chapter
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.laid_out import LaidOut
from guidebook.render.book.volumes import bound
from guidebook.render.context import RenderContext

PER_SHEET = 4
"""Pages on a folded sheet."""
FRONT, END = 3, 1
"""Pages that a further booklet begins with at most (cover and contents), and that one ends with if others follow."""


@dataclass(frozen=True, slots=True)
class BoundBook:
    """A joined book, its booklets one after the other."""

    book: JoinedBook
    pages: tuple[int, ...]
    """Of each booklet."""
    numbered_back: bool = True
    """Whether the last page shows its number."""

    @property
    def firsts(self) -> tuple[int, ...]:
        """The page from 0 with which each booklet begins: its cover."""
        return (0, *accumulate(self.pages[:-1]))

    @property
    def covers(self) -> frozenset[int]:
        """The numbers of the pages that are covers and show none."""
        back = () if self.numbered_back else (sum(self.pages),)
        return frozenset((*(first + 1 for first in self.firsts), *back))


def bind(
    context: RenderContext, manuscript: Manuscript, engine: LayoutEngine, metadata: BookMetadata, books: KeptBooks
) -> tuple[BoundBook | None, Faults]:
    """Lay out and join as the print format asks: one book, or booklets that the stapler takes."""
    print_format = context.print_format
    whole = ((0, len(manuscript.chapters)),)
    parts, found = _shared_out(context, manuscript, engine) if print_format.folded else (whole, ())
    if parts is None:
        return None, found
    done: list[LaidOut] = []
    pages: list[int] = []
    for chapters in bound(context, manuscript, parts):
        laid_out, faults = _filled(replace(manuscript, chapters=chapters), engine, print_format.multiple)
        found += tuple(fault for fault in faults if fault not in found)
        done += laid_out
        pages.append(sum(one.pages for one in laid_out))
    if has_errors(found):
        return None, found
    book, faults = books.join(metadata.title, done, metadata, ink_of(context.design), print_format.bleed)
    found += faults
    return (None if has_errors(found) else BoundBook(book, tuple(pages), manuscript.numbered_back)), found


def _filled(manuscript: Manuscript, engine: LayoutEngine, multiple: int) -> tuple[Sequence[LaidOut], Faults]:
    """The chapters laid out, with pages of ruled lines before the last until their number is a multiple."""
    laid_out, faults = lay_out_all(manuscript, engine)
    lacking = -sum(one.pages for one in laid_out) % multiple
    if not lacking or has_errors(faults):
        return laid_out, faults
    *before, last = manuscript.chapters
    return lay_out_all(replace(manuscript, chapters=(*before, *(manuscript.filler,) * lacking, last)), engine)


def _shared_out(
    context: RenderContext, manuscript: Manuscript, engine: LayoutEngine
) -> tuple[Sequence[tuple[int, int]] | None, Faults]:
    """Which chapters go into which booklet."""
    laid_out, faults = lay_out_all(manuscript, engine)
    if has_errors(faults):
        return None, faults
    lengths = {one.chapter.id: one.pages for one in laid_out}
    chapters = manuscript.chapters
    opens = {entry.anchor for entry in manuscript.entries if entry.opens}

    def pages(first: int, end: int) -> int:
        count = _counted(chapters[first:end], lengths, FRONT if first else 0) + (END if end < len(chapters) else 0)
        return count + -count % PER_SHEET

    limit = context.site.printing.staple_sheets
    parts = volumes(len(chapters), {n for n, one in enumerate(chapters) if one.id in opens}, limit * PER_SHEET, pages)
    if parts is None:
        longest = max(chapters, key=lambda one: lengths[one.id])
        return None, (*faults, _unstitchable(longest, lengths[longest.id], limit))
    return parts, faults


def _counted(chapters: Sequence[Chapter], lengths: dict[str, int], pages: int) -> int:
    """So many pages with those that fill the backs of leaves."""
    for one in chapters:
        pages += one.side not in (None, side_after(pages))
        pages += lengths[one.id]
    return pages


def _unstitchable(chapter: Chapter, pages: int, limit: int) -> Diagnostic:
    return Diagnostic(
        Span(chapter.source),
        "too-thick",
        text(
            "'{title}' 부분이 {pages}쪽이라 나누어도 철할 수 없습니다(한도 {limit}장).",
            title=chapter.title,
            pages=pages,
            limit=limit,
        ),
        text("글을 나누거나, 접지 않는 판으로 만드세요: --edition office-plain"),
    )
