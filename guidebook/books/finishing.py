"""From a joined book to the files of its edition: folded for the copier, in inks for the press, or as it is."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pikepdf

from guidebook.books.binding import BoundBook
from guidebook.model.diagnostic import Faults
from guidebook.pdf.icc import OutputProfile
from guidebook.pdf.imposition import Stack, impose
from guidebook.pdf.inks import Blacks, greyed
from guidebook.pdf.metadata import BookMetadata
from guidebook.pdf.pdfx import pdfx_file
from guidebook.pdf.saving import saved
from guidebook.preflight.checks import as_diagnostics
from guidebook.preflight.imposition import Sheets, preflight_sheets
from guidebook.preflight.pdfx import fine_enough, pdfx_rules
from guidebook.render.context import RenderContext
from guidebook.render.design.values import Design


def finished(
    context: RenderContext, bound: BoundBook, metadata: BookMetadata, name: str, condition: OutputProfile | None
) -> tuple[Mapping[str, bytes], Faults]:
    """File name → PDF, read back; `name` is what the files are called before their edition.

    `condition` is what a press prints to, for an edition whose ink is CMYK.
    """
    print_format, printing = context.print_format, context.site.printing
    octets = bound.book.pdf
    if print_format.ink == "grey" and not printing.colour:
        octets = in_grey(octets, blacks_of(context.design))
    if print_format.folded:
        return _booklets(context, octets, bound, metadata, name)
    file = f"{name}-{print_format.title}.pdf"
    if print_format.ink != "cmyk" or condition is None:
        return {file: octets}, ()
    octets = pdfx_file(octets, condition, metadata, blacks_of(context.design))
    return {file: octets}, _pdfx_faults(octets, file, printing.dpi)


def blacks_of(design: Design) -> Blacks:
    """What is printed with black ink alone."""
    return Blacks(design.colour("print-ink"), design.greys)


def in_grey(octets: bytes, blacks: Blacks) -> bytes:
    """The same file with black ink alone."""
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        greyed(pdf, blacks)
        return saved(pdf)


def _booklets(
    context: RenderContext, octets: bytes, bound: BoundBook, metadata: BookMetadata, name: str
) -> tuple[Mapping[str, bytes], Faults]:
    """A file for each booklet."""
    print_format, printing, count = context.print_format, context.site.printing, len(bound.pages)
    files: dict[str, bytes] = {}
    faults: Faults = ()
    for number, (first, pages) in enumerate(zip(bound.firsts, bound.pages, strict=True), start=1):
        which = f"-{count}권중{number}권" if count > 1 else ""
        file = f"{name}-{print_format.title}{which}.pdf"
        files[file] = impose(octets, metadata.date, Stack(first, pages, printing.paper_thickness))
        sheets = Sheets(first + 1, pages, bound.covers, grey=not printing.colour)
        faults += preflight_sheets(files[file], file, sheets)
    return files, faults


def _pdfx_faults(octets: bytes, file: str, dpi: int) -> Faults:
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        return (*as_diagnostics(pdfx_rules(pdf), file), *fine_enough(pdf, dpi, file))
