"""The opening page of a part names all that the part holds, however much that is."""

from __future__ import annotations

import pypdfium2
import pytest

from guidebook.cli.paths import cache_folder
from guidebook.commands.examine import examine
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.typefaces import install
from guidebook.model.settings.showing import Palette
from guidebook.render.book.chapter import Entry
from guidebook.render.book.parts import Part, opened
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.new_context import context_of
from tests.conftest import CITIES
from tests.design import BOOK, ON_SCREEN
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
