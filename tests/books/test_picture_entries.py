"""Pictures in texts and entries: white above them, rows that part between pages, no hole beside one without words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pymupdf
import pytest

from guidebook.books.assembly import layout_engine
from guidebook.books.style_sheets import print_css
from guidebook.commands.examine import examine
from guidebook.images.published import print_pictures
from guidebook.layout.engine import LayoutEngine
from guidebook.model.records.place import Place
from guidebook.model.records.town import Town
from guidebook.render.book.chapter import Chapter, set_closer
from guidebook.render.book.laid_out import LaidOut
from guidebook.render.book.program import program_chapter
from guidebook.render.book.tour import places_chapter, towns_chapter
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from tests.paths import PACKAGES, TEMPLATES, paths
from tests.photographed import photographed


@dataclass(frozen=True)
class City:
    """A city with pictures, and what lays its chapters out."""

    context: RenderContext
    engine: LayoutEngine

    def laid_out(self, chapter: Chapter) -> LaidOut:
        made, faults = self.engine.lay_out(chapter)
        assert faults == ()
        assert made is not None
        return made


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    folder = tmp_path_factory.mktemp("entries")
    content = photographed(folder / "content")
    catalogue, _ = examine(content)
    where = paths(content, folder / "output")
    plain = context_of(catalogue.public(), TEMPLATES, PACKAGES)
    context = replace(plain, prints=print_pictures(catalogue, content, where.cache, plain.site.printing.dpi))
    css = stylesheet(print_css(TEMPLATES, "guidebook", context.design), context.site.palette, context.print_format)
    engine, _ = layout_engine(css, where)
    assert engine is not None
    return City(context, engine)


def pictures_of(page: pymupdf.Page) -> Sequence[pymupdf.Rect]:
    return sorted((pymupdf.Rect(one["bbox"]) for one in page.get_image_info()), key=lambda box: (box.y0, box.x0))


@pytest.mark.parametrize("close", [False, True])
def test_there_is_white_above_a_picture_in_a_text(city: City, close: bool) -> None:
    chapter = program_chapter(city.context, city.context.catalogue.programs[0])
    made = city.laid_out(set_closer(chapter) if close else chapter)
    with pymupdf.open(stream=made.pdf, filetype="pdf") as pdf:
        seen = 0
        for page in pdf:
            for box in page.search_for("세 장입니다"):
                below = [picture.y0 for picture in pictures_of(page) if picture.y0 > box.y1]
                assert min(below) - box.y1 > 7
                seen += 1
        assert seen == 1


def test_an_entry_with_many_pictures_parts_between_their_rows(city: City) -> None:
    (first, *others) = city.context.catalogue.towns
    shown = next(town for town in (first, *others) if town.pictures)
    many = shown.model_copy(update={"pictures": shown.pictures * 16})
    catalogue = city.context.catalogue.having(Town, *(many if town is shown else town for town in (first, *others)))
    made = city.laid_out(towns_chapter(replace(city.context, catalogue=catalogue)))
    assert made.pages > 1
    assert made.used[0] > 0.6


def test_without_words_the_first_picture_stands_in_a_row_with_the_others(city: City) -> None:
    shown = next(place for place in city.context.catalogue.sites if place.id == "old-fort")
    told = ("summary", "address", "phone", "hours", "closed", "fee", "parking", "remark", "coach", "toilet")
    nothing = dict.fromkeys((*told, "wheelchair", "indoor", "access"))
    wordless = shown.model_copy(update={**nothing, "pictures": shown.pictures * 3})
    catalogue = city.context.catalogue.having(Place, wordless)
    made = city.laid_out(places_chapter(replace(city.context, catalogue=catalogue)))
    with pymupdf.open(stream=made.pdf, filetype="pdf") as pdf:
        tops = {round(box.y0) for page in pdf for box in pictures_of(page)}
    assert len(tops) == 1
