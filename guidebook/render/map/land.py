"""Draws the land: sea, towns, coast, borders and names. Fills have no lines, and lines end before names.

So a border strikes no name, nothing is painted over, and each part is recoloured on the web by its class.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from guidebook.render.map.ground import Geometry, Ground, area_rings, edge_of, hatching, joined, lines_beside
from guidebook.render.map.inset import Inset
from guidebook.render.map.look import MapLook
from guidebook.render.map.names import Name, Names
from guidebook.render.map.placing import Box
from guidebook.render.map.shapes import BASELINE, Lettering, number, path_of, rectangle, svg_text
from guidebook.render.map.stops import leader
from guidebook.render.map.subject import Around


@dataclass(frozen=True, slots=True)
class Land:
    """What is seen of the towns, and where their names stand."""

    frame: Box
    ground: Ground
    names: Names
    inset: Inset | None = None

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The map's own, and the enlarged part's."""
        return (self.ground, self.inset.ground) if self.inset else (self.ground,)

    @property
    def named(self) -> tuple[Name, ...]:
        """All names, wherever they stand."""
        return (*self.names.placed, *(self.inset.names.placed if self.inset else ()))


def land_below(land: Land, around: Around, look: MapLook) -> Markup:
    """What lies beneath way, ties and stops."""
    boxes = [name.box.within(-look.name_clear) for name in land.named] if around.named else []
    here = _towns(land, (around.highlight,) if around.highlight else ())
    hatched = _towns(land, around.hatched)
    drawn = [rectangle(land.frame, look.sea, css_class="map-sea")]
    if land.inset:
        drawn.append(rectangle(land.inset.box, look.sea, css_class="map-sea"))
    drawn += [
        _areas([ground.land for ground in land.grounds], look.land, "map-land"),
        _areas(_tinted(land, around.tinted), look.tint, "map-tinted"),
        _areas(here, look.chosen, "map-here"),
        _lines([hatching(area, look.hatch) for area in hatched], boxes, look.accent, look.rule_hatch, "map-hatch"),
        _lines([ground.borders for ground in land.grounds], boxes, look.edge, look.rule_town, "map-border"),
        _lines([ground.coast for ground in land.grounds], boxes, look.coast, look.rule_coast, "map-coast"),
        _lines([area.boundary for area in here], boxes, look.accent, look.rule_chosen, "map-here-line"),
    ]
    if land.inset:
        edges = [edge_of(land.inset.part), edge_of(land.inset.box)]
        drawn.append(_lines(edges, boxes, look.ink, look.rule_border, "map-part"))
    return Markup().join(drawn)


def names_above(land: Land, around: Around, look: MapLook) -> Markup:
    """The names, and the links where towns have them."""
    lettering = Lettering(look.family, look.type_name, look.quiet)
    said = {name.town: _name(name, lettering, look) for name in land.named} if around.named else {}
    links = dict(around.links)
    drawn = [
        _link(links.pop(town), _towns(land, (town,)), words, town, look) if town in links else words
        for town, words in said.items()
    ]
    unnamed = [
        _link(address, _towns(land, (town,)), Markup(), town, look)
        for town, address in links.items()
        if town in land.ground.areas
    ]
    return Markup('<g class="map-names">{}</g>').format(Markup().join((*unnamed, *drawn)))


def _name(name: Name, lettering: Lettering, look: MapLook) -> Markup:
    x, y = name.box.middle
    led = leader(name.leader, look, kind="map-lead")
    return led + svg_text((x, y + look.type_name * BASELINE), name.town, lettering)


def _link(address: str, areas: Sequence[Geometry], words: Markup, town: str, look: MapLook) -> Markup:
    """A town as a link: its area can be pressed, and its name says where it leads."""
    label = "" if words else Markup(' aria-label="{}"').format(town)
    hit = Markup('<path class="map-hit" d="{}" fill="{}" fill-opacity="0" fill-rule="evenodd"/>').format(
        _rings(areas), look.accent
    )
    return Markup('<a class="map-link" href="{}"{}>{}{}</a>').format(escape(address), label, hit, words)


def _towns(land: Land, towns: Iterable[str]) -> list[Geometry]:
    """Their areas on the map and in the enlarged part."""
    return [ground.areas[town] for town in towns for ground in land.grounds if town in ground.areas]


def _tinted(land: Land, towns: Iterable[str]) -> list[Geometry]:
    """Their areas together, on the map and in the enlarged part; all towns are the land as it is drawn already."""
    tinted = set(towns)
    own = [(ground, [area for town, area in ground.areas.items() if town in tinted]) for ground in land.grounds]
    return [ground.land if len(areas) == len(ground.areas) else joined(areas) for ground, areas in own if areas]


def _areas(areas: Sequence[Geometry], fill: str, css_class: str) -> Markup:
    drawn = Markup('<path class="{}" d="{}" fill="{}" fill-rule="evenodd"/>')
    return drawn.format(css_class, rings, fill) if (rings := _rings(areas)) else Markup()


def _lines(lines: Sequence[Geometry], boxes: Sequence[Box], colour: str, rule: float, css_class: str) -> Markup:
    path = "".join(path_of(points) for line in lines for points in lines_beside(line, boxes))
    drawn = Markup('<path class="{}" d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"/>')
    return drawn.format(css_class, path, colour, number(rule)) if path else Markup()


def _rings(areas: Sequence[Geometry]) -> str:
    return "".join(f"{path_of(ring)}z" for area in areas for ring in area_rings(area))
