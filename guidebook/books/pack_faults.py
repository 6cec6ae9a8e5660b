"""What can be wrong with a pack that no rule over the content sees: too many pages, an unknown visit."""

from __future__ import annotations

from collections.abc import Sequence

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.records.program import Program
from guidebook.model.records.visit import Visit
from guidebook.model.text import text
from guidebook.model.wording.suggestion import closest
from guidebook.pdf.folding import to_leave_out


def unknown_visit(id: str, catalogue: Catalogue, folder: str) -> Diagnostic:
    """No visit of that id."""
    known = [visit.id for visit in catalogue.visits]
    near = closest(id, known)
    return Diagnostic(
        Span(folder),
        "unknown-visit",
        text("'{id}' 방문을 찾을 수 없습니다.", id=id),
        text("'{near}' 방문을 뜻하셨나요?", near=near)
        if near
        else text("visits 폴더에 있는 파일의 이름을 적으세요: {known}", known=", ".join(known) or "-"),
    )


def too_thick(span: Span, programs: Sequence[Program], lengths: Sequence[int], sheets: int, limit: int) -> Diagnostic:
    """The stapler does not take the booklet as one: which reports to leave out if it is to be one."""
    chosen = to_leave_out(lengths[: len(programs)], sheets, limit)
    names = ", ".join(f"{programs[at].id}({programs[at].name}, {lengths[at]}쪽)" for at in chosen)
    return Diagnostic(
        span,
        "too-thick",
        text(
            "책이 {sheets}장이라 한 권으로 철할 수 없어 여러 권으로 나눕니다(한도 {limit}장).",
            sheets=sheets,
            limit=limit,
        ),
        text("한 권으로 하려면 programs에서 다음 사업을 빼세요: {names}", names=names)
        if chosen
        else text("방문지와 적은 글을 줄이세요."),
        Severity.WARNING,
    )


LINE = 40
"""Letters to a line of running text on a sheet, about."""


def fullest(visit: Visit) -> tuple[str, ...]:
    """The field that takes most lines of a visit's sheets: where to begin with making it shorter."""
    lines = {
        "stops" if visit.stops else "route": 3 * len(visit.stops),
        "coaches": sum(1 + len(coach.boarding) for coach in visit.coaches),
        "remarks": len(visit.remarks or "") // LINE,
    }
    lines |= {name: _lines(getattr(visit, name)) for name in ("changed", "diet", "mobility")}
    return (max(lines, key=lambda name: lines[name]),)


def _lines(items: Sequence[str]) -> int:
    return sum(1 + len(item) // LINE for item in items)


def too_long(span: Span, title: str) -> Diagnostic:
    """Something that must fit on one page does not."""
    return Diagnostic(
        span,
        "page-too-full",
        text("'{title}' 부분이 한 쪽에 다 들어가지 않습니다.", title=title),
        text("방문지의 수나 remarks, lunch, coaches에 적은 글을 줄이세요."),
    )
