"""What a printed book is of: the whole guidebook, one route or one case report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from guidebook.load.folders import shown
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Faults, Span
from guidebook.model.text import text
from guidebook.model.wording.suggestion import closest
from guidebook.render.book.guidebook import Manuscript, manuscript
from guidebook.render.book.report import report_book
from guidebook.render.book.route import route_book
from guidebook.render.context import RenderContext

WHOLE = "guidebook"
"""The folder of the whole book, beside those named after routes and reports."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The name of the book's folder, that of its files, and how to write it in an edition."""

    id: str
    name: str
    write: Callable[[RenderContext], Manuscript]


def subject_of(
    catalogue: Catalogue, content: Path, route: str | None, program: str | None
) -> tuple[Subject | None, Faults]:
    """The whole book, or what an id names. A name that nothing has is answered with the nearest."""
    if route is not None:
        return _route(catalogue, content, route)
    if program is not None:
        return _report(catalogue, content, program)
    return Subject(WHOLE, "안내책자", manuscript), ()


def _route(catalogue: Catalogue, content: Path, id: str) -> tuple[Subject | None, Faults]:
    route = catalogue.route(id)
    if route is None:
        return None, (_unknown(shown(content / "routes"), id, [known.id for known in catalogue.routes]),)
    return Subject(route.id, "안내책자", lambda context: route_book(context, route)), ()


def _report(catalogue: Catalogue, content: Path, id: str) -> tuple[Subject | None, Faults]:
    program = catalogue.program(id)
    if program is None:
        return None, (_unknown(shown(content / "programs"), id, [known.id for known in catalogue.programs]),)
    return Subject(program.id, "사례보고", lambda context: report_book(context, program)), ()


def _unknown(folder: str, id: str, known: Sequence[str]) -> Diagnostic:
    near = closest(id, known)
    hint = (
        text("'{near}' 값을 뜻하셨나요?", near=near)
        if near
        else text("이 폴더에 있는 파일의 이름을 적으세요: {known}", known=", ".join(known) or "-")
    )
    return Diagnostic(Span(folder), "unknown-record", text("'{id}' 파일을 찾을 수 없습니다.", id=id), hint)
