"""The guidebook for screens, as it lies in the site: every chapter laid out, then the finished file read back."""

from __future__ import annotations

from guidebook.books.assembly import make_book, metadata_of
from guidebook.books.leaflets import BOOK
from guidebook.books.style_sheets import BOOK_STYLES, print_css
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.print_format import PAPERS, SCREEN
from guidebook.model.wording.sample import notice
from guidebook.pdf.joining import JoinedBook
from guidebook.preflight.checks import preflight
from guidebook.preflight.document import Expected
from guidebook.render.book.guidebook import book_title, manuscript
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.storage.paths import Paths


def make_guidebook(context: RenderContext, paths: Paths) -> tuple[JoinedBook | None, tuple[Diagnostic, ...]]:
    """The finished guidebook, or why there is none."""
    book = manuscript(context)
    css = stylesheet(print_css(paths.templates, *BOOK_STYLES), context.site.palette, context.print_format)
    return make_book(book, css, metadata_of(context, book.title), paths)


def preflight_guidebook(context: RenderContext, book: JoinedBook) -> tuple[Diagnostic, ...]:
    """What is wrong with the finished file, read back."""
    expected = Expected(
        book_title(context),
        context.language,
        notice(context.site, context.language, context.words),
        book.references,
        trim=(PAPERS["a5"].width, PAPERS["a5"].height),
        limit=round((SCREEN.megabytes or 0) * 1_000_000) or None,
        chapters=book.chapters,
    )
    return preflight(book.pdf, f"site/{BOOK}", expected)
