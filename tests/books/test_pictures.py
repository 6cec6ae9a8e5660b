"""Pictures on paper, found again by their colour on the finished pages: where they stand and how high they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pymupdf
import pytest
from PIL import Image, ImageChops, ImageFilter

from guidebook.books.assembly import layout_engine
from guidebook.books.style_sheets import print_css
from guidebook.commands.examine import examine
from guidebook.images.published import print_pictures
from guidebook.model.print_format import BLEED, PAPERS
from guidebook.render.book.chapter import page_chapter
from guidebook.render.book.program import program_chapter
from guidebook.render.book.tour import places_chapter, route_chapter, towns_chapter
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.new_context import context_of
from tests.paths import PACKAGES, TEMPLATES, paths
from tests.photographed import OTHERS, REPORT, Colour, photographed

DPI = 144
MILLIMETRE = DPI / 25.4
"""Pixels."""
A5 = PAPERS["a5"]
NEAR = 24
"""How far a value of a colour on the page may be from what was drawn: pictures are JPEG."""
EDGE = 4
"""Pixels on every side that something must have around it to count."""


@dataclass(frozen=True)
class Place:
    """Where a picture is on a page, in millimetres."""

    page: int
    left: float
    top: float
    width: float
    height: float


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Mapping[str, Place], list[str]]:
    """Every picture's place, by name, and the words of each page; a chapter after the other."""
    folder = tmp_path_factory.mktemp("pictures")
    content = photographed(folder / "content")
    catalogue, _ = examine(content)
    where = paths(content, folder / "output")
    plain = context_of(catalogue.public(), TEMPLATES, PACKAGES)
    context = replace(plain, prints=print_pictures(catalogue, content, where.cache, plain.site.printing.dpi))
    css = stylesheet(print_css(TEMPLATES, "guidebook", context.design), context.site.palette, context.print_format)
    engine, _ = layout_engine(css, where)
    assert engine is not None
    chapters = (
        program_chapter(context, context.catalogue.programs[0]),
        page_chapter(context, context.catalogue.pages[0]),
        route_chapter(context, context.catalogue.routes[0]),
        places_chapter(context),
        towns_chapter(context, context.catalogue.towns),
    )
    places: dict[str, Place] = {}
    words: list[str] = []
    colours = {name: one.colour for shown in (REPORT, *OTHERS.values()) for name, one in shown.items()}
    for chapter in chapters:
        laid_out, faults = engine.lay_out(chapter)
        assert laid_out is not None
        assert [fault for fault in faults if fault.code != "dead-link"] == []
        for page in pymupdf.open(stream=laid_out.pdf).pages():
            pixels = page.get_pixmap(dpi=DPI)
            drawn = Image.frombytes("RGB", (pixels.width, pixels.height), pixels.samples)
            for name, colour in colours.items():
                if box := found(drawn, colour):
                    assert name not in places, f"{name} is on two pages"
                    left, top, right, bottom = (side / MILLIMETRE for side in box)
                    places[name] = Place(len(words), left, top, right - left, bottom - top)
            words.append(page.get_text().replace("\u2060", ""))
    return places, words


def found(page: Image.Image, colour: Colour) -> tuple[int, int, int, int] | None:
    """The box of what has a colour; none where there are but stray dots and hairs of it."""
    apart = ImageChops.difference(page, Image.new("RGB", page.size, colour)).split()
    furthest = ImageChops.lighter(ImageChops.lighter(apart[0], apart[1]), apart[2])
    alike = furthest.point([255 if value < NEAR else 0 for value in range(256)])
    for _ in range(EDGE):  # together a filter of EDGE on every side, which would take thirty times as long
        if alike.getbbox() is None:
            return None
        alike = alike.filter(ImageFilter.MinFilter(3))
    box = alike.getbbox()
    return box and (box[0] - EDGE, box[1] - EDGE, box[2] + EDGE, box[3] + EDGE)


def test_every_picture_is_shown_once_with_its_caption_on_its_page(
    shown: tuple[Mapping[str, Place], list[str]],
) -> None:
    places, words = shown
    assert set(places) == {name for pictures in (REPORT, *OTHERS.values()) for name in pictures}
    for name, place in places.items():
        assert f"그림{name}" in "".join(words[place.page].split())


def test_two_beside_each_other_have_one_height_and_one_shape(shown: tuple[Mapping[str, Place], list[str]]) -> None:
    left, right = (shown[0][name] for name in ("pair-left", "pair-right"))
    assert left.page == right.page
    assert left.top == pytest.approx(right.top, abs=0.4)
    assert left.height == pytest.approx(right.height, abs=0.4)
    assert left.width == pytest.approx(right.width, abs=0.4)
    assert left.width / left.height == pytest.approx(3 / 2, abs=0.03)
    assert right.left + right.width - left.left == pytest.approx(A5.text_width, abs=0.4)


def test_three_stand_in_one_row(shown: tuple[Mapping[str, Place], list[str]]) -> None:
    row = [shown[0][name] for name in ("row-first", "row-second", "row-third")]
    for one in row:
        assert one.page == row[0].page
        assert one.top == pytest.approx(row[0].top, abs=0.4)
        assert one.height == pytest.approx(row[0].height, abs=0.4)
        assert one.width == pytest.approx(one.height, abs=1)


def test_what_must_not_be_changed_is_shown_whole(shown: tuple[Mapping[str, Place], list[str]]) -> None:
    whole, beside = shown[0]["whole-right"], shown[0]["whole-left"]
    assert whole.width / whole.height == pytest.approx(3 / 4, abs=0.02)
    assert whole.height == pytest.approx(beside.height, abs=0.4)
    middle = beside.left + A5.text_width - beside.width / 2
    assert whole.left + whole.width / 2 == pytest.approx(middle, abs=0.4), "its focus moves nothing, for nothing is cut"


@pytest.mark.parametrize("name", ["opening", "page"])
def test_what_opens_a_record_is_as_wide_as_the_text_and_a_third_of_the_page_at_most(
    shown: tuple[Mapping[str, Place], list[str]], name: str
) -> None:
    place = shown[0][name]
    assert place.width == pytest.approx(A5.text_width, abs=0.4)
    assert place.height < A5.height / 3


@pytest.mark.parametrize("name", ["site", "fort", "town", "route"])
def test_lists_and_routes_have_small_pictures_beside_their_words(
    shown: tuple[Mapping[str, Place], list[str]], name: str
) -> None:
    place = shown[0][name]
    assert place.height < 30
    assert place.left + place.width <= BLEED + A5.width - A5.outer + 0.4


def test_a_portrait_is_no_tower(shown: tuple[Mapping[str, Place], list[str]]) -> None:
    place = shown[0]["alone"]
    assert place.width / place.height == pytest.approx(4 / 5, abs=0.02)
    assert place.height < A5.height / 3
