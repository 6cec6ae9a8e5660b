"""A book in several booklets: each says which it is, what it holds and where to read on."""

from __future__ import annotations

import re

import pytest

from guidebook.publish.pipeline import edition_of, examine
from guidebook.render.book import Manuscript, manuscript
from guidebook.render.chapter import anchors_in
from guidebook.render.edition import Edition
from guidebook.render.korean import unbind
from guidebook.render.volumes import bound
from tests.conftest import CITIES


@pytest.fixture(scope="module")
def edition() -> Edition:
    return edition_of(examine(CITIES / "yeoul")[0], None, None)


@pytest.fixture(scope="module")
def book(edition: Edition) -> Manuscript:
    return manuscript(edition)


@pytest.fixture(scope="module")
def opens(book: Manuscript) -> list[int]:
    """Where the parts begin."""
    anchors = {entry.anchor for entry in book.entries if entry.opens}
    return [number for number, one in enumerate(book.chapters) if one.id in anchors]


def test_one_booklet_is_the_book_as_it_is(edition: Edition, book: Manuscript) -> None:
    assert bound(edition, book, ((0, len(book.chapters)),)) == (book.chapters,)


def test_every_chapter_is_there_and_ids_are_unique(edition: Edition, book: Manuscript, opens: list[int]) -> None:
    cut = opens[1]
    booklets = bound(edition, book, ((0, cut), (cut, len(book.chapters))))
    ids = [one.id for booklet in booklets for one in booklet]
    assert len(ids) == len(set(ids))
    assert {one.id for one in book.chapters[1:]} <= set(ids)
    anchors = [anchor for booklet in booklets for one in booklet for anchor in re.findall(r'\bid="([^"]+)"', one.html)]
    assert len(anchors) == len(set(anchors))


def test_covers_contents_and_last_pages_lead_from_one_to_the_next(
    edition: Edition, book: Manuscript, opens: list[int]
) -> None:
    first, second, third = bound(edition, book, ((0, opens[1]), (opens[1], opens[2]), (opens[2], len(book.chapters))))
    for number, booklet in enumerate((first, second, third), start=1):
        assert f"3권 중 {number}권" in unbind(booklet[0].html)
    contents = unbind(next(one for one in first if one.id == "contents").html)
    assert "(2권)" in contents
    assert "(3권)" in contents
    assert "(1권)" not in contents
    assert "3권 중 2권" in unbind(first[-1].html)
    assert "3권 중 3권" in unbind(second[-1].html)
    assert second[1].title == "이 권의 차례"
    held = anchors_in(second)
    assert set(second[1].references) <= held
