"""The files of one visit's pack in a folder: the same whether it is made alone or with others, here or elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from guidebook.books.visit_editions import VisitEditions, write_editions
from guidebook.books.visit_papers import write_office_files, write_sheets
from guidebook.model.diagnostic import Faults, has_errors
from guidebook.model.outcome import Packed
from guidebook.model.print_format import PrintFormat
from guidebook.model.text import Text, text
from guidebook.pdf.icc import OutputProfile
from guidebook.render.office.print_instructions import print_words
from guidebook.render.visit.context import VisitContext
from guidebook.render.visit.sheets import checklist_sheets
from guidebook.storage.paths import Paths
from guidebook.storage.workers import Workers


def write_pack(
    folder: Path,
    visit_context: VisitContext,
    formats: Sequence[PrintFormat],
    condition: OutputProfile | None,
    means: tuple[Paths, Workers],
    begin: Callable[[Text], None] = lambda _: None,
) -> tuple[Packed | None, Faults]:
    """Everything for one visit into `folder`; `condition` is what a printing house prints to, if one does."""
    begin(text("안내책자 PDF 제작"))
    editions, faults = write_editions(folder, visit_context, formats, condition, *means)
    if editions is None:
        return None, faults
    begin(text("일정표와 기타 자료"))
    faults += _write_papers(folder, visit_context, editions, means[0])
    return (None if has_errors(faults) else _packed(folder, visit_context, editions)), faults


def _write_papers(folder: Path, visit_context: VisitContext, editions: VisitEditions, paths: Paths) -> Faults:
    words = visit_context.context.words
    printing = (print_words(editions.job, words), *_further(visit_context, editions))
    copies = {print_format.title: job.copies for print_format, job in editions.others}
    faults = write_sheets(folder, visit_context, checklist_sheets(visit_context, printing, copies), paths)
    write_office_files(folder, visit_context)
    return faults


def _packed(folder: Path, visit_context: VisitContext, editions: VisitEditions) -> Packed:
    """What the command says in the end; the folder's own name is known when it is in its place."""
    files = tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()))
    printing = print_words(editions.job, visit_context.context.words)
    further = _further(visit_context, editions)
    return Packed("", files, editions.pages, sum(editions.job.sheets), printing, further)


def _further(visit_context: VisitContext, editions: VisitEditions) -> tuple[str, ...]:
    """How the copier prints each edition beside the folded booklet."""
    words = visit_context.context.words
    return tuple(f"{print_format.title} {print_words(job, words)}" for print_format, job in editions.others)
