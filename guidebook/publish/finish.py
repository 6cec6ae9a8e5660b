"""From a joined book to the files of its edition: folded for the copier, in inks for the press, or as it is."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pikepdf

from guidebook.model.diagnostic import Diagnostic
from guidebook.publish.bind import BoundBook
from guidebook.publish.icc import OutputProfile
from guidebook.publish.impose import Stack, impose
from guidebook.publish.inks import greyed
from guidebook.publish.join import BookMetadata
from guidebook.publish.prepress import press_ready
from guidebook.publish.proof import as_diagnostics
from guidebook.publish.proof_press import fine_enough, press_rules
from guidebook.publish.proof_sheets import Sheets, proof_sheets
from guidebook.render.edition import Edition

Faults = tuple[Diagnostic, ...]


def finished(
    edition: Edition, bound: BoundBook, metadata: BookMetadata, name: str, condition: OutputProfile | None
) -> tuple[Mapping[str, bytes], Faults]:
    """File name → PDF, read back; `name` is what the files are called before their edition.

    `condition` is what a press prints to, for an edition whose ink is CMYK.
    """
    profile, printing = edition.profile, edition.site.printing
    octets = bound.book.pdf
    if profile.ink == "grey" and not printing.colour:
        octets = in_grey(octets)
    if profile.folded:
        return _booklets(edition, octets, bound, metadata, name)
    file = f"{name}-{profile.title}.pdf"
    if profile.ink != "cmyk" or condition is None:
        return {file: octets}, ()
    octets = press_ready(octets, condition, metadata)
    return {file: octets}, _press_faults(octets, file, printing.dpi)


def in_grey(octets: bytes) -> bytes:
    """The same file with black ink alone."""
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        greyed(pdf)
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _booklets(
    edition: Edition, octets: bytes, bound: BoundBook, metadata: BookMetadata, name: str
) -> tuple[Mapping[str, bytes], Faults]:
    """A file for each booklet."""
    profile, printing, count = edition.profile, edition.site.printing, len(bound.pages)
    files: dict[str, bytes] = {}
    faults: Faults = ()
    for number, (first, pages) in enumerate(zip(bound.firsts, bound.pages, strict=True), start=1):
        which = f"-{count}권중{number}권" if count > 1 else ""
        file = f"{name}-{profile.title}{which}.pdf"
        files[file] = impose(octets, metadata.date, Stack(first, pages, printing.paper_thickness))
        sheets = Sheets(first + 1, pages, bound.covers, grey=not printing.colour)
        faults += proof_sheets(files[file], file, sheets)
    return files, faults


def _press_faults(octets: bytes, file: str, dpi: int) -> Faults:
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        return (*as_diagnostics(press_rules(pdf), file), *fine_enough(pdf, dpi, file))
