"""The names on the shipped city's map: its small towns lie close together."""

from __future__ import annotations

import gettext
from xml.etree import ElementTree

import pytest

from guidebook.load.boundaries import load_boundaries
from guidebook.render.design.values import Size
from guidebook.render.map.drawing import draw_map
from guidebook.render.map.subject import Around
from tests.conftest import ROOT
from tests.design import MAP
from tests.design import SIZES as DRAWN
from tests.render.drawn_names import SIZES, all_of, assert_clear, missing, names


@pytest.mark.parametrize("size", [*SIZES, DRAWN.home, DRAWN.towns], ids=str)
def test_every_town_has_its_name_once_and_nothing_strikes_it(size: Size) -> None:
    boundaries, _ = load_boundaries(ROOT / "content", "towns.geojson")
    assert boundaries is not None
    towns = tuple(all_of(boundaries))
    around = Around(tinted=towns, hatched=towns[:5], links=tuple((town, "x/") for town in towns))
    words = gettext.NullTranslations()
    made = draw_map(boundaries, (), size, MAP, words, title="지도", description="설명.", ident="m", around=around)
    svg = ElementTree.fromstring(str(made))
    assert sorted(said for said, _ in names(svg)) == list(towns)
    assert missing(svg) == []
    assert_clear(svg, size, MAP.foot)
