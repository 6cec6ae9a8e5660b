"""The guidebook for screens, as it lies in the site: every chapter laid out, then the finished file read back."""

from __future__ import annotations

from guidebook.books.assembly import ink_of, make_book, metadata_of
from guidebook.books.expected import expected_of
from guidebook.books.kept_books import kept_books
from guidebook.books.leaflets import BOOK
from guidebook.books.style_sheets import print_css
from guidebook.model.diagnostic import Diagnostic
from guidebook.pdf.joining import JoinedBook
from guidebook.render.book.guidebook import book_title, manuscript
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.storage.paths import Paths


def make_guidebook(context: RenderContext, paths: Paths) -> tuple[JoinedBook | None, tuple[Diagnostic, ...]]:
    """The finished guidebook, or why there is none."""
    book = manuscript(context)
    style = print_css(paths.templates, "guidebook", context.design)
    css = stylesheet(style, context.site.palette, context.print_format)
    return make_book(book, css, metadata_of(context, book.title), ink_of(context.design), paths)


def preflight_guidebook(context: RenderContext, book: JoinedBook, paths: Paths) -> tuple[Diagnostic, ...]:
    """What is wrong with the finished file, read back."""
    expected = expected_of(context, book_title(context), book, context.print_format)
    return kept_books(paths).preflight(book.pdf, f"site/{BOOK}", expected)
