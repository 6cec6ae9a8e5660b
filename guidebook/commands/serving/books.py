"""Makes the PDF that stands beside the pages: the guidebook, or the booklet of a visit, as they are for screens.

Separate from builds and packs, which make all papers, copies and forms of them and read each finished file back: what
only that finds is told by `build` and `guidebook`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from guidebook.books.assembly import ink_of, layout_engine, print_book
from guidebook.books.guidebook import guidebook_and_reports
from guidebook.books.kept_books import kept_books
from guidebook.books.pack_faults import unknown_visit
from guidebook.books.papers import make_papers
from guidebook.books.print_formats import print_formats
from guidebook.books.style_sheets import print_css
from guidebook.books.visit_booklet import STYLE, visit_book
from guidebook.books.visit_order import ordered
from guidebook.books.visit_papers import metadata_of_visit
from guidebook.commands.examine import examine_visits
from guidebook.commands.kept_templates import kept_templates
from guidebook.commands.other_processes import with_workers
from guidebook.commands.serving.pages import explained, of_visit
from guidebook.images.published import print_pictures
from guidebook.layout.tables.arrange import LEAST
from guidebook.load.folders import shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Faults, has_errors
from guidebook.model.print_format import SCREEN
from guidebook.pdf.joining import JoinedBook
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.new_context import context_of
from guidebook.serve.made import BookMade
from guidebook.storage.atomic import PRIVATE, write_atomically
from guidebook.storage.paths import Paths
from guidebook.storage.steps import StepCache
from guidebook.storage.workers import Workers

Book = tuple[str, JoinedBook | None, Faults]
"""Its title, and what came of it."""


def make_guidebook(paths: Paths, language: str | None, file: Path, today: str) -> BookMade:
    """The whole guidebook into `file`."""

    def write(catalogue: Catalogue, workers: Workers) -> Book:
        context = context_of(catalogue.public(), paths.templates, paths.packages, language)
        prints = print_pictures(context.catalogue, paths.content, paths.cache, context.site.printing.dpi)
        context = replace(context, prints=prints)
        books, lacking = guidebook_and_reports(context, paths, workers)
        title = context.words.gettext("안내책자")
        if not books:
            return title, None, lacking
        made = make_papers(context, books[:1], kept_books(paths), workers)[0]
        return title, made.book, made.faults

    return _made(paths, file, today, write)


def make_booklet(paths: Paths, language: str | None, visit: str, apart: Path, file: Path, today: str) -> BookMade:
    """The booklet of a visit into `file`; what is made on the way stays in the folder `apart`."""
    own = of_visit(paths, apart)

    def write(catalogue: Catalogue, workers: Workers) -> Book:
        found = catalogue.visit(visit)
        if found is None:
            return visit, None, (unknown_visit(visit, catalogue, shown(own.content / "visits")),)
        formats, unreadable = print_formats((SCREEN,), own.templates)
        if has_errors(unreadable):
            return visit, None, unreadable
        context = context_of(catalogue, own.templates, own.packages, language)
        visit_context = ordered(context, found, formats, own)
        manuscript, faults = visit_book(visit_context, own, workers)
        if manuscript is None:
            return visit_context.title, None, faults
        context, screen = visit_context.context, formats[0]
        css = stylesheet(print_css(own.templates, STYLE, context.design), context.site.palette, screen)
        engine, lacking = layout_engine(css, own, max(LEAST, screen.least))
        if engine is None:
            return visit_context.title, None, lacking
        metadata = metadata_of_visit(visit_context)
        book, more = print_book(manuscript, engine, metadata, ink_of(context.design), kept_books(own))
        return visit_context.title, book, (*faults, *(fault for fault in more if fault not in faults))

    return _made(own, file, today, write)


def _made(paths: Paths, file: Path, today: str, write: Callable[[Catalogue, Workers], Book]) -> BookMade:
    catalogue, found = examine_visits(paths.content, paths.output, today)
    if has_errors(found):
        return BookMade(())  # the pages tell what is wrong
    made: Book | None = None

    @with_workers
    def book(_: Path, workers: Workers) -> Faults:
        nonlocal made
        made = write(catalogue, workers)
        return made[2]

    def put_down() -> BookMade:
        with kept_templates(paths):
            faults = book(file.parent)
        StepCache(paths.steps).trim()
        if made is None or made[1] is None or has_errors(faults):
            return BookMade(faults, made[0] if made else "")
        write_atomically(file, made[1].pdf, mode=PRIVATE)
        return BookMade(faults, made[0], made[1].pages, hashlib.sha256(made[1].pdf).hexdigest())

    return explained(paths, put_down, lambda fault: BookMade((fault,)))
