"""What preflight is told of a joined book: the one place that says so for books, reports, leaflets, forms and packs.

Separate, because preflight must not know how books are made.
"""

from __future__ import annotations

from guidebook.model.print_format import PrintFormat
from guidebook.model.wording.file_sizes import MEGABYTE
from guidebook.model.wording.sample import notice
from guidebook.pdf.joining import JoinedBook
from guidebook.preflight.document import Expected
from guidebook.render.context import RenderContext

COVER = frozenset({1})


def expected_of(
    context: RenderContext,
    title: str,
    book: JoinedBook,
    print_format: PrintFormat | None = None,
    without_folio: frozenset[int] = COVER,
) -> Expected:
    """What a book must say; with a `print_format`, also the size of its pages, its bleed and what it may weigh.

    `without_folio` are the numbers of the pages that show none.
    """
    return Expected(
        title,
        context.language,
        notice(context.site, context.language, context.words),
        book.references,
        without_folio,
        (print_format.sheet.width, print_format.sheet.height) if print_format else None,
        print_format.bleed if print_format else False,
        round(print_format.megabytes * MEGABYTE) if print_format and print_format.megabytes else None,
        book.origin,
        families_of(context),
    )


def families_of(context: RenderContext) -> tuple[str, ...]:
    """The families that books of this context are set in, as names of fonts in a PDF have them."""
    return tuple(family.replace(" ", "-") for family in context.design.families)
