"""The two forms that go out with a finished book: the archive's form and the order to a print shop.

Separate from the book's own production: a form is made of what the book turned out to be.
"""

from __future__ import annotations

from collections.abc import Mapping

from guidebook.books.office_files import office_files
from guidebook.model.diagnostic import Diagnostic
from guidebook.render.context import RenderContext
from guidebook.render.office.orders import OrderDetails, order_document, registration_document
from guidebook.storage.paths import Paths

REGISTRATION, ORDER = "발간등록-신청", "인쇄-주문서"


def order_files(
    context: RenderContext, job: OrderDetails, moment: str, paths: Paths, *, ordered: bool = True
) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """File name → contents, three a form; none where anything is wrong.

    `moment` (`2026-11-23 00:00`, in Seoul) is what the files say of their age. What no printing house is to print
    (`ordered`) is registered alone.
    """
    forms = {REGISTRATION: registration_document(context, job)}
    if ordered:
        forms[ORDER] = order_document(context, job)
    return office_files(context, forms, moment, paths)
