"""A visit as its pack is ordered: so many copies of each edition, in colour or not, with pictures for every paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from guidebook.books.edition_files import copies_of
from guidebook.images.published import print_pictures
from guidebook.model.print_format import PrintFormat
from guidebook.model.records.visit import Visit
from guidebook.model.wording.latin import latin
from guidebook.render.context import PrintPicture, RenderContext
from guidebook.render.new_context import contexts_of_visit
from guidebook.render.visit.context import VisitContext
from guidebook.storage.paths import Paths


def with_copies(visit: Visit, copies: Mapping[str, int]) -> Visit:
    """The visit with the numbers that the command names.

    The command's number for all is not for an edition that the visit has a number for; its number for one is.
    """
    numbers = {str(edition): count for edition, count in visit.editions.items()}
    numbers |= {edition: count for edition, count in copies.items() if edition}
    others = {edition: count for edition, count in numbers.items() if edition != "office"}
    return visit.model_copy(update={"copies": copies_of("office", copies, visit.copies), "editions": others})


def ordered(context: RenderContext, visit: Visit, formats: Sequence[PrintFormat], paths: Paths) -> VisitContext:
    """The visit ready to be rendered, with pictures fine enough for all its papers."""
    return with_pictures(context, visit, pictures_for(context, formats, paths), paths)


def pictures_for(context: RenderContext, formats: Sequence[PrintFormat], paths: Paths) -> Mapping[str, PrintPicture]:
    """The pictures for the widest of these papers."""
    papers = [print_format.sheet for print_format in formats]
    return print_pictures(context.catalogue, paths.content, paths.cache, context.site.printing.dpi, papers)


def with_pictures(
    context: RenderContext, visit: Visit, pictures: Mapping[str, PrintPicture], paths: Paths
) -> VisitContext:
    """The visit ready to be rendered, in its language: in colour where the office or the visit has a copier for it."""

    def prepared(context: RenderContext) -> RenderContext:
        printing = context.site.printing
        printing = printing.model_copy(update={"colour": printing.colour or visit.colour})
        return replace(context, prints=pictures, site=context.site.model_copy(update={"printing": printing}))

    visitors, office = contexts_of_visit(context, visit, paths.templates, paths.packages)
    if visitors is office:
        return VisitContext(prepared(visitors), visit)
    return VisitContext(prepared(visitors), latin(visit), prepared(office), visit)
