"""The opening page of a part names all that the part holds, however much that is."""

from __future__ import annotations

import pymupdf
import pypdfium2
import pytest

from guidebook.books.style_sheets import print_css
from guidebook.cli.paths import cache_folder
from guidebook.commands.examine import examine
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.typefaces import install
from guidebook.model.settings.showing import Palette
from guidebook.render.book.chapter import Entry, contents_chapter
from guidebook.render.book.parts import Part, opened
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.new_context import context_of
from tests.books.test_assembly import chapter
from tests.conftest import CITIES
from tests.design import BOOK, DESIGN, ON_SCREEN
from tests.paths import PACKAGES, TEMPLATES


@pytest.mark.parametrize(
    ("count", "words"), [(3, 1), (8, 1), (8, 9), (9, 1), (14, 9), (60, 1)], ids=lambda value: str(value)
)
@pytest.mark.parametrize("scene", ["marks", "land"])
def test_every_entry_is_on_the_opening_pages(count: int, words: int, scene: str) -> None:
    faces, faults = install(cache_folder(), PACKAGES)
    assert faces is not None, faults
    engine = LayoutEngine(stylesheet(BOOK, Palette(), ON_SCREEN), faces, (TEMPLATES,))
    names = [f"항목{number}" + " 아주긴이름의" * (words - 1) for number in range(count)]
    entries = tuple(Entry(f"a{number}", name, mark="㉠") for number, name in enumerate(names))
    context = context_of(examine(CITIES / "dasom")[0], TEMPLATES, PACKAGES)
    (opener,) = opened(context, [Part("part-one", "부", "모든 항목", (), entries, scene=scene)])  # type: ignore[arg-type]
    laid_out, found = engine.lay_out(opener)
    assert laid_out is not None
    assert found == ()
    document = pypdfium2.PdfDocument(laid_out.pdf)
    said = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    assert [name for name in names if "".join(name.split()) not in said.replace("\u2060", "")] == []


def test_a_name_of_one_long_word_begins_beside_its_emblem() -> None:
    faces, _ = install(cache_folder(), PACKAGES)
    assert faces is not None
    css = stylesheet(print_css(TEMPLATES, "guidebook", DESIGN), Palette(), ON_SCREEN)
    engine = LayoutEngine(css, faces, (TEMPLATES,))
    name = "찾아가는이동주민자치사랑방버스운행과마을기록사진첩만들기와마을잡지펴내기그리고이야기나누기"
    context = context_of(examine(CITIES / "dasom")[0], TEMPLATES, PACKAGES)
    (opener,) = opened(context, [Part("part-one", "부", "모든 항목", (), (Entry("a", name, mark="㉠"),))])
    contents = contents_chapter(context, [Entry("a", name, mark="㉠", line="한 줄")])
    for one in (opener, contents):
        laid_out, found = engine.lay_out(one)
        assert found == ()
        assert laid_out is not None
        with pymupdf.open(stream=laid_out.pdf, filetype="pdf") as pdf:
            words = pdf[0].get_text("words")
        (mark,) = [word for word in words if word[4].startswith("㉠") and word[3] - word[1] < 20]
        begins = next(word for word in words if "찾아가는" in word[4].replace("\u2060", ""))
        assert abs((begins[1] + begins[3]) - (mark[1] + mark[3])) < 8


def test_the_badge_of_a_model_town_stands_in_one_line() -> None:
    faces, _ = install(cache_folder(), PACKAGES)
    assert faces is not None
    css = stylesheet(print_css(TEMPLATES, "guidebook", DESIGN), Palette(), ON_SCREEN)
    engine = LayoutEngine(css, faces, (TEMPLATES,))
    for letters in range(24, 40):
        html = f'<section class="town"><h2>{"면" * letters}</h2> <span class="tag">우수 읍면동</span></section>'
        laid_out, _ = engine.lay_out(chapter(html))
        assert laid_out is not None
        with pymupdf.open(stream=laid_out.pdf, filetype="pdf") as pdf:
            tops = {
                round(word[1]) for word in pdf[0].get_text("words") if word[4].strip("\u2060") in ("우수", "읍면동")
            }
        assert len(tops) == 1, letters
