"""Which pages of two books differ, and what is only somewhere else."""

from __future__ import annotations

import io

import pymupdf
import pytest
from PIL import Image

from guidebook.model.forge.compared import Leaf
from guidebook.preflight.compared_books import compared_books, page_picture


def book(*pages: str, dot: int | None = None) -> bytes:
    """A page for each text, numbered at its foot; on page `dot` a mark that no text tells of."""
    document = pymupdf.open()
    for number, words in enumerate(pages, start=1):
        page = document.new_page(width=200, height=300)
        page.insert_text((20, 40), words)
        page.insert_text((20, 280), str(number))
        if number == dot:
            page.draw_circle((100, 100), 20)
    return bytes(document.tobytes())


FIRST = book("cover", "one", "two", "three")


@pytest.mark.parametrize(
    ("after", "leaves"),
    [
        (FIRST, ()),
        (book("cover", "one", "two", "three"), ()),
        (book("cover", "one", "other", "three"), (Leaf(3, 3),)),
        (book("cover", "one", "two", "three", dot=2), (Leaf(2, 2),)),
        (book("cover", "new", "one", "two", "three"), (Leaf(None, 2),)),
        (book("cover", "two", "three"), (Leaf(2, None),)),
        (None, tuple(Leaf(number, None) for number in range(1, 5))),
    ],
    ids=["same file", "same look", "words", "drawing", "new page", "page gone", "book gone"],
)
def test_pages_that_differ(after: bytes | None, leaves: tuple[Leaf, ...]) -> None:
    assert compared_books(FIRST, after)[0] == leaves


def test_a_new_book_is_all_new() -> None:
    assert compared_books(None, FIRST) == (tuple(Leaf(None, number) for number in range(1, 5)), 4)


def test_a_page_can_be_looked_at() -> None:
    with Image.open(io.BytesIO(page_picture(FIRST, 2))) as picture:
        assert picture.format == "PNG"
        assert picture.width > 200
