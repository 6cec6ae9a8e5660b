"""Renders an office document as a chapter for paper, with the same content as its HWPX file.

Separate from what the documents hold, which does not depend on the form they are given out in.
"""

from __future__ import annotations

from guidebook.model.office import OfficeDocument
from guidebook.render.book.chapter import Chapter, chapter
from guidebook.render.context import RenderContext


def office_sheet(context: RenderContext, document: OfficeDocument, id: str, several: bool = False) -> Chapter:
    """The document on A4, for `sheet.css`; its blocks in their order, a table of one column as a box.

    One of `several` pages says on its first whose work it is, as all say at their end.
    """
    file = context.catalogue.where_site().file
    return chapter(context, "office", id, document.title, file, document=document, anchor=id, several=several)
