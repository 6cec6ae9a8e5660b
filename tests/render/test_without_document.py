"""A city whose reports are taken from no document: nothing speaks of one, on no page and in no book."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.export.programs_json import programs_json
from guidebook.model.diagnostic import has_errors
from guidebook.render.book.guidebook import manuscript
from guidebook.render.book.report import report_book
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.web.site import site_pages
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES
from tests.render.conftest import add_english

WORDS = ("출처 문서", "원문", "재인용", "다른 기록의 수치", "source document")


@pytest.fixture(params=["maru", "dasom", "yeoul"])
def context(request: pytest.FixtureRequest, tmp_path: Path) -> RenderContext:
    content = tmp_path / "content"
    shutil.copytree(CITIES / request.param, content)
    site = content / "site.yml"
    site.write_text(re.sub(r"(?m)^document:\n(  .*\n)+", "", site.read_text("utf-8")), encoding="utf-8")
    if request.param == "maru":
        add_english(content)
    for page in (*content.rglob("*.md"), site):  # what the editor of this city wrote of its document
        page.write_text(re.sub("출처 문서|원문", "기록", page.read_text("utf-8")), encoding="utf-8")
    catalogue, faults = examine(content)
    assert not has_errors(faults), faults
    assert catalogue.site
    assert catalogue.site.document is None
    return context_of(catalogue.public(), TEMPLATES, PACKAGES)


def test_no_page_speaks_of_a_source_document(context: RenderContext) -> None:
    for page in site_pages(context):
        said = " ".join(re.sub("<[^>]*>", " ", page.body).split())
        assert [words for words in WORDS if words in said] == [], page.path


def test_no_book_speaks_of_a_source_document(context: RenderContext) -> None:
    books = [manuscript(context), *(report_book(context, program) for program in context.catalogue.programs)]
    for chapter in (chapter for book in books for chapter in book.chapters):
        said = " ".join(re.sub("<[^>]*>", " ", chapter.html).split())
        assert [words for words in WORDS if words in said] == [], chapter.id


def test_no_data_file_has_one(context: RenderContext) -> None:
    assert b'"document"' not in (programs_json(context.catalogue, context.site, context.words) or b"")
