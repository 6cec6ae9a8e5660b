"""The graphic of a report as pages and books show it: drawn for its place, with its table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import ModuleType

from markupsafe import Markup

from guidebook.markdown.document import note_ids
from guidebook.model.records.figures import Indicator
from guidebook.model.records.program import Program
from guidebook.model.source import in_reading_order
from guidebook.render.context import RenderContext
from guidebook.render.graphic import actors, before_after, coverage, growth, hours, spread, ties
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
    bodies: bool
    timetable: bool
    partnerships: bool


def untold(program: Program, figure: GraphicFigure | None) -> tuple[Indicator, ...]:
    """The indicators that neither the graphic of a page nor its facts tell already."""
    if figure is None:
        return program.indicators
    facts = (value for value in vars(program.facts).values() if value)
    told = "\n".join([*(cell for row in figure.table.rows for cell in row.cells), *facts])
    return tuple(
        one for one in program.indicators if one.sources or not re.search(rf"(?<![\d,.]){re.escape(one.text)}", told)
    )


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
    kind, look = graphic.kinds[0], context.design.look(GraphicLook)
    module, own = KINDS[kind], getattr(graphic, kind)
    scene = Scene(program, context)
    table: Table = module.table(own, scene)
    drawings = []
    for place, width in widths.items():
        sheet = Sheet(look, width)
        height = module.draw(sheet, own, scene)
        name = f"graphic-{program.id}-{place}"
        if place != "page":
            drawings.append((place, sheet.svg(height, name, own.title, table.described)))
        elif height <= look.highest:  # a PDF has the title alone as words for the picture
            drawings.append((place, sheet.svg(height, name, f"{own.title}: {table.described}", "")))
    boundaries = context.catalogue.boundaries
    return GraphicFigure(
        kind,
        own.title,
        _notes(program, table, own.note),
        tuple(drawings),
        table,
        boundaries.credit if boundaries and kind in MAPS else "",
        _shown(kind, own),
        bodies=kind == "actors",
        timetable=kind == "hours",
        partnerships=kind == "ties",
    )


def _notes(program: Program, table: Table, own: str | None) -> tuple[str, ...]:
    """The notes of the whole and of its rows, in the order of their numbers."""
    called = {own, *(row.note for row in table.rows)}
    numbered = in_reading_order(program.notes, note_ids(program.body))
    return tuple(note.id for note in numbered if note.id in called)


def _shown(kind: str, own: object) -> frozenset[str]:
    """The comparisons that the graphic draws."""
    if kind == "growth":
        return frozenset(getattr(own, "comparisons", ()))
    money, instead = getattr(own, "money", None), getattr(own, "comparison", None)
    return frozenset([*([money.comparison] if money else []), *([instead] if instead else [])])
