"""Thumb tabs: marks at the outer edge of the pages, one step lower for each part or report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from guidebook.model.print_format import BLEED, PrintFormat
from guidebook.render.book.chapter import Chapter
from guidebook.render.book.typesetting import fitted
from guidebook.render.context import RenderContext
from guidebook.render.design.values import Colour, Millimetres, Points
from guidebook.render.text.word_width import set_width

POINTS = 72 / 25.4
"""In a millimetre."""
STEPS = 9
"""So many tabs stand below each other on the smallest page; then they begin at its top again."""


@dataclass(frozen=True, slots=True)
class TabLook:
    """A thumb tab: `shown` is how much of it is not cut off, `room` what keeps its mark from the text."""

    PREFIX: ClassVar[str] = "print-tab"

    ground: Colour
    ink: Colour
    type: Points
    width: Millimetres
    height: Millimetres
    step: Millimetres
    shown: Millimetres
    room: Millimetres


def with_thumb_tab(context: RenderContext, chapter: Chapter, mark: str, step: int) -> Chapter:
    """The chapter with a thumb tab, the lower at the outer edge the larger `step` is."""
    tab = _style_sheet(context.design.look(TabLook), mark, step, context.print_format)
    return replace(chapter, styles=(*chapter.styles, tab))


def _style_sheet(look: TabLook, mark: str, step: int, print_format: PrintFormat) -> str:
    """The tab bleeds off the page, and its mark keeps clear of the edge, where copiers do not print.

    A mark of several letters is set as small as its tab is wide.
    """
    size = min(look.type, look.width * POINTS / max(set_width(mark), 1))
    box = fitted(
        f'content:"{mark}";background:{look.ground};color:{look.ink};width:{look.width:g}mm;height:{look.height:g}mm;'
        f"font-size:{size:g}pt;text-align:center;vertical-align:middle;margin-top:{step % STEPS * look.step:g}mm",
        print_format,
    )
    shown = look.shown * print_format.scale
    padding = f"{shown - look.width * print_format.scale - look.room + BLEED:g}mm"
    sides = {
        side: f"{box};margin-{other}:{print_format.sheet.outer - shown:g}mm;margin-{side}:-{BLEED:g}mm;"
        f"padding-{other}:{look.room:g}mm;padding-{side}:{padding}"
        for side, other in (("right", "left"), ("left", "right"))
    }
    return f"@page:right{{@right-top{{{sides['right']}}}}}@page:left{{@left-top{{{sides['left']}}}}}"
