"""A map is drawn once, and anew where anything that it shows has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.model.boundary import Boundaries
from guidebook.render.context import RenderContext
from guidebook.render.design.values import Size
from guidebook.render.map.drawing import draw_map
from guidebook.render.map.kept import keeping_maps, map_of
from guidebook.render.map.look import MapLook
from guidebook.render.map.subject import ALONE, Around, Lettered, Marker
from guidebook.render.new_context import context_of
from guidebook.render.web.site import site_pages
from guidebook.storage.program import ProgramSteps
from guidebook.storage.steps import StepCache
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES

STOP = Marker(1, (36.5, 127.5), "성", False)
SIZE = Size(300, 200)


@pytest.fixture(scope="module")
def plain() -> RenderContext:
    return context_of(load_content(CITIES / "dasom").catalogue.public(), TEMPLATES, PACKAGES)


def drawn(context: RenderContext, stop: Marker = STOP, size: Size = SIZE, around: Around = ALONE) -> str:
    return map_of(context, (stop,), size, title="지도", description="설명", ident="m", around=around)


def smaller(boundaries: Boundaries | None) -> Boundaries:
    assert boundaries is not None
    return replace(boundaries, outlines=boundaries.outlines[1:])


def test_every_value_of_a_map_is_an_input_of_its_step(plain: RenderContext, tmp_path: Path) -> None:
    cache = StepCache(tmp_path)
    context = keeping_maps(plain, ProgramSteps(cache, "1"))
    fewer = replace(plain, catalogue=replace(plain.catalogue, boundaries=smaller(plain.catalogue.boundaries)))
    maps: list[Callable[[], str]] = [
        lambda: drawn(context),
        lambda: drawn(context, stop=replace(STOP, hollow=True)),
        lambda: drawn(context, stop=replace(STOP, label="탑")),
        lambda: drawn(context, stop=replace(STOP, point=(36.51, 127.5))),
        lambda: drawn(context, size=Size(301, 200)),
        lambda: drawn(context, around=Around(False)),
        lambda: drawn(context, around=Around(dots=((36.501, 127.501),))),
        lambda: drawn(context, around=Around(lettered=(Lettered((36.501, 127.501), "역", "가온역"),))),
        lambda: drawn(keeping_maps(fewer, ProgramSteps(cache, "1"))),
        lambda: drawn(keeping_maps(context, ProgramSteps(cache, "2"))),
    ]
    first = [draw() for draw in maps]
    assert len(cache.redone) == len(maps)
    assert [draw() for draw in maps] == first
    assert len(cache.redone) == len(maps)
    assert first[0] == draw_map(
        plain.catalogue.boundaries,
        (STOP,),
        SIZE,
        plain.design.look(MapLook),
        plain.words,
        title="지도",
        description="설명",
        ident="m",
        around=ALONE,
    )
    assert len(set(first[:-1])) == len(maps) - 1


def test_pages_with_kept_maps_are_those_with_new_ones(plain: RenderContext, tmp_path: Path) -> None:
    steps = ProgramSteps(StepCache(tmp_path), "1")
    pages = site_pages(plain)
    assert site_pages(keeping_maps(plain, steps)) == pages
    assert site_pages(keeping_maps(plain, steps)) == pages
