"""The icon of the site is drawn from the city's own outlines and weighs little."""

from __future__ import annotations

from xml.etree import ElementTree

from guidebook.load.boundaries import load_boundaries
from guidebook.render.web.icon import IconLook, icon
from tests.conftest import CITIES
from tests.design import DESIGN

LOOK = DESIGN.look(IconLook)


def test_the_icon_is_small_inside_its_square_and_always_the_same() -> None:
    boundaries = load_boundaries(CITIES / "dasom", "towns.geojson")[0]
    assert boundaries is not None
    made = icon(boundaries, LOOK)
    assert made == icon(boundaries, LOOK)
    assert len(made) < 6000
    path = ElementTree.fromstring(made)[1].get("d") or ""
    assert path.count("M") >= len(boundaries.outlines)
    numbers = [int(number) for number in path.replace("M", " ").replace("L", " ").replace("Z", " ").split()]
    assert all(0 <= number <= LOOK.side for number in numbers)
