"""Every file of one book in one edition: PDFs, how to print them, forms to go with them, pictures of all pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guidebook.model.diagnostic import Diagnostic, has_errors
from guidebook.model.profile import Profile
from guidebook.publish.bind import BoundBook, bind
from guidebook.publish.book import press_of
from guidebook.publish.contact_sheets import contact_sheets
from guidebook.publish.finish import finished, in_grey
from guidebook.publish.icc import OutputProfile
from guidebook.publish.join import BookMetadata
from guidebook.publish.order_files import REGISTRATION, order_files
from guidebook.publish.pipeline import WORKSHOP, print_css
from guidebook.publish.proof import CHECKS, PAPER_CHECKS, proof
from guidebook.publish.proof_book import Expected
from guidebook.publish.tables.arrange import LEAST
from guidebook.render.book import Manuscript
from guidebook.render.edition import Edition
from guidebook.render.notice import notice
from guidebook.render.orders import Job
from guidebook.render.printing import Print, job_of, print_lines
from guidebook.render.typesetting import stylesheet

PRINTING = "인쇄-방법.txt"
COPIED = ("stitch", "corner")
"""How what a copier prints is bound."""
Faults = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Commission:
    """What a book is made for, beside its words: the same for all its editions."""

    styles: tuple[str, ...]
    """Its style sheets of `templates/print`."""
    name: str
    """What its files are called, before their edition."""
    place: str
    """Where they will lie, for diagnostics."""
    copies: int
    condition: OutputProfile | None
    """What a press prints to, where one does."""


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """File name → contents."""

    files: Mapping[str, bytes]
    pages: int
    job: Print | None
    """For the copier, where one prints it."""


def edition_files(
    edition: Edition, book: Manuscript, metadata: BookMetadata, commission: Commission
) -> tuple[EditionFiles | None, Faults]:
    """The edition that `edition.profile` describes; none where anything is wrong."""
    profile, printing = edition.profile, edition.site.printing
    css = stylesheet(print_css(*commission.styles), edition.site.palette, profile)
    press, faults = press_of(css, WORKSHOP, max(LEAST, profile.least))
    if press is None:
        return None, faults
    bound, faults = bind(edition, book, press, metadata)
    if bound is None:
        return None, faults
    checks = CHECKS if profile.heard else PAPER_CHECKS
    faults += proof(bound.book.pdf, f"{commission.place}/{profile.id}", _expected(edition, book, bound), checks)
    files, more = finished(edition, bound, metadata, commission.name, commission.condition)
    faults += more
    colour = printing.colour or profile.ink != "grey"
    job = job_of(profile, commission.copies, bound.pages, colour, printing.staple_sheets)
    copied = profile.binding in COPIED
    texts = {PRINTING: _pasted(print_lines(job, book.title, tuple(files), edition.words))} if copied else {}
    forms, more = _forms(edition, metadata, tuple(files), bound.book.pages, commission)
    unfolded = bound.book.pdf if colour else in_grey(bound.book.pdf)
    seen = unfolded if profile.folded else next(iter(files.values()))
    pictures = contact_sheets(seen, opening=profile.binding != "corner")
    faults += more
    made = EditionFiles({**files, **texts, **forms, **pictures}, bound.book.pages, job if copied else None)
    return (None if has_errors(faults) else made), faults


def copies_of(edition: str, copies: Mapping[str, int], otherwise: int) -> int:
    """How many of an edition: its own number, else that of all, else `otherwise`."""
    return copies.get(edition, copies.get("", otherwise))


def one_print_sheet(folder: Path, wanted: Sequence[Profile]) -> bytes:
    """How to print all editions that lie in folders of their own below `folder`, one after the other."""
    sheets = ((profile, folder / profile.id / PRINTING) for profile in wanted)
    parts = [f"[{profile.title}] {profile.id}/\n{_plain(path)}" for profile, path in sheets if path.is_file()]
    return _pasted("\n".join(parts))


def _plain(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def _pasted(words: str) -> bytes:
    """As Windows' editor wants it, which tells UTF-8 by its mark."""
    return words.replace("\n", "\r\n").encode("utf-8-sig")


def _forms(
    edition: Edition, metadata: BookMetadata, files: Sequence[str], pages: int, commission: Commission
) -> tuple[Mapping[str, bytes], Faults]:
    """The archive's form for what is printed in numbers, and the order for what a press prints."""
    profile, copies = edition.profile, commission.copies
    ordered = profile.binding == "press"
    if profile.binding not in ("stitch", "press"):
        return {}, ()
    condition = commission.condition.condition if commission.condition and ordered else ""
    job = Job(metadata.title, ", ".join(files), profile, pages, copies if copies > 1 else None, ordered, condition)
    forms, faults = order_files(edition, job, f"{metadata.date} 00:00")
    return {name: octets for name, octets in forms.items() if ordered or name.startswith(REGISTRATION)}, faults


def _expected(edition: Edition, book: Manuscript, bound: BoundBook) -> Expected:
    profile, sheet = edition.profile, edition.profile.sheet
    return Expected(
        book.title,
        edition.language,
        notice(edition.site, edition.language, edition.words),
        bound.book.references,
        bound.covers,
        (sheet.width, sheet.height),
        profile.bleed,
        round(profile.megabytes * 1_000_000) if profile.megabytes else None,
        bound.book.chapters,
    )
