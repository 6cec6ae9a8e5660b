"""What a map is asked to show: stops, and what else stands on it. Values alone, for all who order a map."""

from __future__ import annotations

from dataclasses import dataclass

from guidebook.render.map.projection import LatLon
from guidebook.render.map.ties import Tie


@dataclass(frozen=True, slots=True)
class Marker:
    """A stop. Hollow where the point is not the place's own or needs confirming."""

    number: int
    point: LatLon
    label: str
    hollow: bool


@dataclass(frozen=True, slots=True)
class Lettered:
    """A place that is known on maps by the letter of its kind."""

    point: LatLon
    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class Around:
    """What a map shows besides its markers. Towns go by their names."""

    connected: bool = True
    """Whether the markers are stops on a way, in their order."""
    highlight: str | None = None
    """The town that is filled in strongly and outlined."""
    dots: tuple[LatLon, ...] = ()
    """Places without numbers."""
    lettered: tuple[Lettered, ...] = ()
    """Places without numbers whose kind has a letter."""
    ties: tuple[Tie, ...] = ()
    tinted: tuple[str, ...] = ()
    """Towns that are filled in with a tint."""
    hatched: tuple[str, ...] = ()
    """Towns with slanting lines, as for what is only reported; they may be tinted too."""
    links: tuple[tuple[str, str], ...] = ()
    """Towns with the address that each leads to. A map with links is no picture but a group of them."""
    named: bool = True
    """Whether towns have their names."""
    furnished: bool = True
    """Whether scale, north and legend stand beneath."""
    whole: bool = False
    """Whether the whole city is shown, however close together the markers are."""


ALONE = Around()
"""Nothing but the markers and the way between them."""
