"""How maps look: the design tokens that they are drawn with. A drawing knows no style sheet, so these are values.

The website recolours its maps by class; on paper they stay as they are drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from guidebook.render.design.values import Colour, Family, Points, Size


@dataclass(frozen=True, slots=True)
class MapLook:
    """Of a map with towns, stops and scale. All sizes are in units of the drawing, which are points before scaling."""

    PREFIX: ClassVar[str] = "drawn-map"

    ink: Colour
    quiet: Colour
    paper: Colour
    sea: Colour
    land: Colour
    coast: Colour
    edge: Colour
    tint: Colour
    chosen: Colour
    accent: Colour
    way: Colour

    family: Family
    type_figure: Points
    type_name: Points
    type_small: Points
    type_tie: Points

    rule_border: Points
    rule_coast: Points
    rule_town: Points
    rule_hatch: Points
    rule_chosen: Points
    rule_casing: Points
    rule_way: Points
    dashes: tuple[Points, ...]
    rule_tie: Points
    rule_leader: Points
    rule_name: Points
    rule_scale: Points
    rule_sign: Points
    rule_key: Points
    rule_key_frame: Points

    margin: Points
    marker: Points
    marker_rim: Points
    marker_room: Points
    dot: Points
    lettered: Points
    leader_end: Points
    tie: Points
    tie_room: Points
    tie_end: Points
    name_room: Points
    name_reach: Points
    name_clear: Points
    leader_least: Points
    hatch: Points
    inset_margin: Points
    way_room: Points
    key: Size
    key_margin: Points
    key_room: Points

    foot: Points
    foot_rise: Points
    north: Size
    north_notch: Points
    north_gap: Points
    scale_start: Points
    scale_tick: Points
    scale_gap: Points
    sign: Points
    sign_rise: Points
    sign_gap: Points
    sign_room: Points


@dataclass(frozen=True, slots=True)
class OutlineLook:
    """Of the city's outlines alone, behind titles."""

    PREFIX: ClassVar[str] = "drawn-outline"

    rule: Points
    margin: Points
    home: Colour
    cover: Colour
    cover_plain: Colour
    part: Colour
    land: Colour
    way: Colour
    rule_way: Points
    stop: Points
    town: Colour
    town_line: Colour
    rule_town: Points


@dataclass(frozen=True, slots=True)
class MapSizes:
    """How large the maps of pages and books are drawn."""

    PREFIX: ClassVar[str] = "drawn-size"

    home: Size
    outline: Size
    web: Size
    web_least: Size
    web_low: Size
    beside: Size
    beside_least: Size
    cover: Size
    part: Size
    town: Size
    towns: Size
    route: Size
    leaflet: Size
    leaflet_page: Size
    leaflet_half: Size
    visit: Size
    schedule_width: Points
    schedule_heights: tuple[Points, ...]
