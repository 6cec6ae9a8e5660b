"""How information graphics look: the design tokens that they are drawn with.

The website recolours them by class; on paper they stay as they are drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from guidebook.render.design.values import Colour, Family, Points


@dataclass(frozen=True, slots=True)
class GraphicLook:
    """All sizes are in units of the drawing, which are points before scaling."""

    PREFIX: ClassVar[str] = "drawn-graphic"

    ink: Colour
    quiet: Colour
    paper: Colour
    pale: Colour
    land: Colour
    line: Colour
    accent: Colour

    family: Family
    type_small: Points
    type_strong: Points
    type_figure: Points
    leading: Points

    rule: Points
    rule_town: Points
    rule_mark: Points
    rule_hatch: Points
    rule_tie: Points
    dashes: tuple[Points, ...]

    square: Points
    square_step: Points
    dot: Points
    dot_step: Points
    team: Points
    number: Points
    gap: Points
    room: Points
    gutter: Points
    arrow: Points
    head: Points
    hour: Points
    clock: Points
    room_least: Points
    bars: Points
    bars_small: Points
    bracket: Points
    map_wide: Points
    map_small: Points
    narrow: Points
    width_page: Points
    width_desk: Points
    width_phone: Points
    highest: Points
