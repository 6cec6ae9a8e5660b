"""The graphic of a report as pages and books show it: drawn for its place, with its table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from markupsafe import Markup

from guidebook.markdown.document import note_ids
from guidebook.model.records.figures import Indicator
from guidebook.model.records.program import Program
from guidebook.model.records.report.series import Series
from guidebook.model.source import in_reading_order
from guidebook.render.context import RenderContext
from guidebook.render.graphic import actors, before_after, coverage, growth, hours, series, spread, ties
from guidebook.render.graphic.look import GraphicLook
from guidebook.render.graphic.scene import Scene, Table
from guidebook.render.graphic.sheet import Sheet

KINDS: dict[str, ModuleType] = {
    "actors": actors,
    "before_after": before_after,
    "ties": ties,
    "spread": spread,
    "hours": hours,
    "coverage": coverage,
    "growth": growth,
}
"""By the field that holds them."""
DISTINCT = 3
"""Digits from which on a value is known again in a sentence."""
MAPS = frozenset({"ties", "spread", "coverage"})
"""The kinds that show the towns' outlines, whose licence asks for a line of credit."""


@dataclass(frozen=True, slots=True)
class GraphicFigure:
    """A graphic that is drawn."""

    kind: str
    title: str
    notes: tuple[str, ...]
    drawings: tuple[tuple[str, Markup], ...]
    """The place that each is drawn for, and the drawing; none where it would be higher than a page."""
    table: Table
    credit: str
    comparisons: frozenset[str]
    """What it shows, so that nothing is said twice: ids of comparisons, and whether bodies, timetable, ties."""
    beyond: frozenset[str]
    """Those comparisons of which there is more to say than the graphic does."""
    bodies: bool
    timetable: bool
    partnerships: bool


def untold(program: Program, figure: GraphicFigure | None) -> tuple[Indicator, ...]:
    """The indicators that neither the graphic of a page nor its facts tell already."""
    if figure is None:
        return program.indicators
    facts = "\n".join(str(value) for value in vars(program.facts).values() if value)
    return tuple(one for one in program.indicators if one.sources or not (_drawn(one, figure) or _in_facts(one, facts)))


def _drawn(indicator: Indicator, figure: GraphicFigure) -> bool:
    """Whether a row of the graphic's table has its name and its value."""
    return any(
        indicator.text in row.cells and any(cell.startswith(indicator.label) for cell in row.cells)
        for row in figure.table.every_row
    )


def _in_facts(indicator: Indicator, facts: str) -> bool:
    """Whether the facts have its value; a short one may be that of something else."""
    if sum(letter.isdigit() for letter in indicator.text) < DISTINCT:
        return False
    return re.search(rf"(?<![\d,.]){re.escape(indicator.text)}(?![\d,.]\d|\d)", facts) is not None


def web_figure(context: RenderContext, program: Program) -> GraphicFigure | None:
    """The graphic for a desk and for a phone; None where the programme has none."""
    look = context.design.look(GraphicLook)
    return _figure(context, program, {"desk": look.width_desk, "phone": look.width_phone})


def page_figure(context: RenderContext, program: Program) -> GraphicFigure | None:
    """The graphic for a page of a book; in large print its table alone, for its words would be too small."""
    width = context.design.look(GraphicLook).width_page
    return _figure(context, program, {} if context.print_format.least else {"page": width})


def _figure(context: RenderContext, program: Program, widths: dict[str, float]) -> GraphicFigure | None:
    graphic = program.graphic
    if graphic is None or not graphic.kinds:
        return None
    kind = graphic.kinds[0]
    module, own = KINDS[kind], getattr(graphic, kind)
    scene = Scene(program, context)
    table: Table = module.table(own, scene)
    drawings = _drawings(module, own, scene, table, f"graphic-{program.id}", widths)
    boundaries = context.catalogue.boundaries
    return GraphicFigure(
        kind,
        own.title,
        _notes(program, table, own.note),
        drawings,
        table,
        boundaries.credit if boundaries and kind in MAPS else "",
        frozenset(_shown(kind, own)),
        frozenset(_shown(kind, own)) & _apart(kind, program),
        bodies=kind == "actors",
        timetable=kind == "hours",
        partnerships=kind == "ties",
    )


def web_series(context: RenderContext, program: Program) -> tuple[GraphicFigure, ...]:
    """The figures over time for a desk and for a phone."""
    look = context.design.look(GraphicLook)
    widths = {"desk": look.width_desk, "phone": look.width_phone}
    return tuple(_over_time(context, program, one, widths) for one in program.series)


def page_series(context: RenderContext, program: Program) -> tuple[GraphicFigure, ...]:
    """The figures over time for a page of a book; in large print tables alone."""
    widths = {} if context.print_format.least else {"page": context.design.look(GraphicLook).width_page}
    return tuple(_over_time(context, program, one, widths) for one in program.series)


def _over_time(context: RenderContext, program: Program, one: Series, widths: dict[str, float]) -> GraphicFigure:
    scene = Scene(program, context)
    table = series.table(one, scene)
    drawings = _drawings(series, one, scene, table, f"series-{program.id}-{one.id}", widths)
    notes = _notes(program, table, one.note)
    shown = frozenset[str]()
    return GraphicFigure("series", one.title, notes, drawings, table, "", shown, shown, False, False, False)


def _drawings(
    module: ModuleType, own: Any, scene: Scene, table: Table, name: str, widths: dict[str, float]
) -> tuple[tuple[str, Markup], ...]:
    """The drawing for each place; none for a page that it would be higher than."""
    look, drawings = scene.context.design.look(GraphicLook), []
    for place, width in widths.items():
        sheet = Sheet(look, width)
        height = module.draw(sheet, own, scene)
        if place != "page":
            drawings.append((place, sheet.svg(height, f"{name}-{place}", own.title, table.described)))
        elif height <= look.highest:  # a PDF has the title alone as words for the picture
            drawings.append((place, sheet.svg(height, f"{name}-{place}", f"{own.title}: {table.described}", "")))
    return tuple(drawings)


def _notes(program: Program, table: Table, own: str | None) -> tuple[str, ...]:
    """The notes of the whole and of its rows, in the order of their numbers."""
    called = {own, *(row.note for row in table.every_row)}
    numbered = in_reading_order(program.notes, note_ids(program.body))
    return tuple(note.id for note in numbered if note.id in called)


def _shown(kind: str, own: object) -> Iterator[str]:
    """The comparisons that the graphic draws."""
    if kind == "growth":
        yield from getattr(own, "comparisons", ())
    money, instead = getattr(own, "money", None), getattr(own, "comparison", None)
    if money:
        yield money.comparison
    if instead:
        yield instead


def _apart(kind: str, program: Program) -> frozenset[str]:
    """Comparisons with more to say than the graphic does: that follows in words, so that nothing is lost."""
    return frozenset(
        one.id for one in program.comparisons if one.total is not None or (kind == "actors" and one.sources)
    )
