"""Chapters that were numbered before give the same book, and are numbered anew where another number is to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from guidebook.books.assembly import lay_out_all
from guidebook.books.kept_books import KeptBooks
from guidebook.model.placeholder import page_ref
from guidebook.pdf import stamping
from guidebook.pdf.joining import join, join_again
from guidebook.pdf.page_numbers import Ink
from guidebook.pdf.stamping import Numbered
from guidebook.render.book.chapter import Chapter
from guidebook.render.book.guidebook import Manuscript
from guidebook.render.book.laid_out import LaidOut
from guidebook.storage.steps import StepCache
from tests.books.test_assembly import METADATA, chapter, press
from tests.design import INK

LONG = '<p style="break-after:page">글</p><p>글</p>'


@pytest.fixture(scope="module")
def chapters() -> tuple[LaidOut, ...]:
    """Three chapters, each of which refers to the next; one has two pages."""

    def referring(number: int) -> Chapter:
        next_one = f"a{(number + 1) % 3}"
        body = f'<h1 id="a{number}">가</h1><p>{page_ref(next_one, 0)}쪽</p>{LONG * (number == 1)}'
        return chapter(body, f"c{number}", (next_one,))

    made = tuple(map(referring, range(3)))
    laid_out, _ = lay_out_all(Manuscript("제목", made, made[0]), press())
    return tuple(laid_out)


def test_what_was_numbered_before_makes_the_same_book(chapters: tuple[LaidOut, ...]) -> None:
    """In whatever order the chapters come: with every other order known, the book is that of which nothing is known."""
    known: dict[str, Numbered] = {}
    for order in permutations(chapters):
        again, faults, now = join_again(order, METADATA, INK, False, known)
        assert (again, faults) == join(order, METADATA, INK)
        known |= now


def test_only_a_chapter_that_changed_is_numbered(
    chapters: tuple[LaidOut, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_pages: list[int] = []

    def noting(pages: Sequence[object], first: int, *rest: object) -> Numbered:
        first_pages.append(first)
        return real(pages, first, *rest)  # type: ignore[arg-type]

    real = stamping.numbered
    monkeypatch.setattr("guidebook.pdf.joining.numbered", noting)
    other = replace(chapters[2], pdf=chapters[2].pdf + b"\n")
    books = KeptBooks(StepCache(tmp_path), "program")
    books.join("책", chapters, METADATA, INK)
    books.join("책", (*chapters[:2], other), METADATA, INK)
    assert first_pages == [0, 1, 3, 3]
    books.join("책", (*chapters[:2], other), METADATA, Ink(1, 0, 0))
    assert first_pages[4:] == [0, 1, 3]
