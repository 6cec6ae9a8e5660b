"""The icon of the site is drawn from the city's own outlines and weighs little."""

from __future__ import annotations

from xml.etree import ElementTree

from guidebook.load.boundaries import load_boundaries
from guidebook.render.web.icon import SIDE, icon
from tests.conftest import CITIES


def test_the_icon_is_small_inside_its_square_and_always_the_same() -> None:
    boundaries = load_boundaries(CITIES / "dasom", "towns.geojson")[0]
    assert boundaries is not None
    made = icon(boundaries, "#0b4f6c")
    assert made == icon(boundaries, "#0b4f6c")
    assert len(made) < 6000
    path = ElementTree.fromstring(made)[1].get("d") or ""
    assert path.count("M") >= len(boundaries.outlines)
    numbers = [int(number) for number in path.replace("M", " ").replace("L", " ").replace("Z", " ").split()]
    assert all(0 <= number <= SIDE for number in numbers)
