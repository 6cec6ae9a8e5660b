"""The last page says who answers for the book, under which licence, and whom to call; the first its registration."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from guidebook.books.assembly import ink_of, metadata_of
from guidebook.books.style_sheets import print_css
from guidebook.commands.examine import examine
from guidebook.model.diagnostic import has_errors
from guidebook.render.book.guidebook import manuscript
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.new_context import context_of
from tests.books.made import made_book
from tests.conftest import Change
from tests.paths import PACKAGES, TEMPLATES, paths


def pages(maru: Path) -> list[str]:
    """The first chapter and the last of the guidebook, laid out without those between."""
    catalogue, faults = examine(maru)
    assert not has_errors(faults)
    context = context_of(catalogue.public(), TEMPLATES, PACKAGES)
    whole = manuscript(context)
    ends = replace(whole, chapters=(whole.chapters[0], whole.chapters[-1]))
    css = stylesheet(print_css(TEMPLATES, "guidebook", context.design), context.site.palette, context.print_format)
    book, faults = made_book(ends, css, metadata_of(context, whole.title), ink_of(context.design), paths(maru))
    assert faults == ()
    assert book is not None
    document = pypdfium2.PdfDocument(io.BytesIO(book.pdf))
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", " ") for page in document]
    finally:
        document.close()


def test_a_sample_has_its_notice_and_whom_to_call(maru: Path, change: Change) -> None:
    change("site.yml", "published:", 'emergency:\n  - {label: 화재·구급, number: "119"}\npublished:')
    last = pages(maru)[-1]
    assert "견본입니다" in last
    assert "119" in last


def test_publisher_registration_and_website_stand_where_they_are_looked_for(maru: Path, change: Change) -> None:
    change(
        "site.yml",
        "published:",
        "printing:\n  registration: 11-1234567-123456-01\nbase_url: https://example.org/maru/\npublished:",
    )
    first, *_, last = pages(maru)
    assert "11-1234567-123456-01" in first
    assert "11-1234567-123456-01" in last
    assert "https://example.org/maru/" in last
    assert "같은 내용을 누리집에서도" in last


@pytest.mark.parametrize(("licence", "said"), [("kogl-1", "공공누리 제1유형"), ("kogl-4", "공공누리 제4유형")])
def test_a_public_licence_is_named_with_what_it_asks(maru: Path, change: Change, licence: str, said: str) -> None:
    change("site.yml", "published:", f"official: true\nlicence: {licence}\npublished:")
    change("site.yml", "  name: 마루 기록 모임", "  name: 마루군\n  department: 주민자치과\n  phone: 043-222-0001")
    last = pages(maru)[-1]
    assert said in last
    assert "출처를 표시하" in last
    assert "견본입니다" not in last
    assert "주민자치과" in last
    assert "043-222-0001" in last
