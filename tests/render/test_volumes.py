"""A book in several booklets: each says which it is, what it holds and where to read on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.commands.examine import examine
from guidebook.render.book.chapter import Chapter, Entry, contents_chapter
from guidebook.render.book.guidebook import Manuscript, manuscript
from guidebook.render.book.links import anchors_in
from guidebook.render.book.volumes import VOLUME_NAME, bound, volume_name
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.text.korean import unbind
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES


@pytest.fixture(scope="module")
def edition() -> RenderContext:
    return context_of(examine(CITIES / "yeoul")[0], TEMPLATES, PACKAGES)


@pytest.fixture(scope="module")
def book(edition: RenderContext) -> Manuscript:
    return manuscript(edition)


@pytest.fixture(scope="module")
def opens(book: Manuscript) -> list[int]:
    """Where the parts begin."""
    anchors = {entry.anchor for entry in book.entries if entry.opens}
    return [number for number, one in enumerate(book.chapters) if one.id in anchors]


def test_one_booklet_is_the_book_as_it_is(edition: RenderContext, book: Manuscript) -> None:
    assert bound(edition, book, ((0, len(book.chapters)),)) == (book.chapters,)


def test_every_chapter_is_there_and_ids_are_unique(edition: RenderContext, book: Manuscript, opens: list[int]) -> None:
    cut = opens[1]
    booklets = bound(edition, book, ((0, cut), (cut, len(book.chapters))))
    ids = [one.id for booklet in booklets for one in booklet]
    assert len(ids) == len(set(ids))
    assert {one.id for one in book.chapters[1:]} <= set(ids)
    anchors = [anchor for booklet in booklets for one in booklet for anchor in re.findall(r'\bid="([^"]+)"', one.html)]
    assert len(anchors) == len(set(anchors))


def test_covers_contents_and_last_pages_lead_from_one_to_the_next(
    edition: RenderContext, book: Manuscript, opens: list[int]
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


PLACE = f"<!--{VOLUME_NAME}-->"
ANCHORS = ("part-a", "one", "two", "part-b", "three", "four")
"""Of a book made by hand: two parts of two chapters each, between contents and colophon."""


def by_hand(edition: RenderContext, opening: tuple[str, ...] = ("part-a", "part-b")) -> Manuscript:
    entries = tuple(
        Entry(anchor, f"제목 {anchor}", "㉠", f"줄 {anchor}", opens=anchor in opening)
        for anchor in (*ANCHORS, "colophon")
    )
    chapters = (
        written("cover", f"<h1>표지</h1>{PLACE}"),
        contents_chapter(edition, entries, side=None),
        *(written(anchor, f'<h1>{anchor}</h1><h2 id="{anchor}-more">더</h2>') for anchor in ANCHORS),
        written("colophon", "<h1>판권지</h1>"),
    )
    return Manuscript("책", chapters, written("memo", ""), entries)


def written(id: str, body: str) -> Chapter:
    html = f'<html><body><section id="{id}">{body}</section></body></html>'
    return Chapter.from_html(id, f"장 {id}", html, "content/x.md")


def ids(chapters: Iterable[Chapter]) -> list[str]:
    return [id for one in chapters for id in re.findall(r'\bid="([^"]+)"', one.html)]


def lines(one: Chapter) -> list[str]:
    """The lines of contents as readers see them."""
    found = re.findall(r'<a href="book:[^"]+">(.*?)</a> ?<a class="page-ref', one.html)
    return [unbind(words) for words in found]


def test_a_book_made_by_hand_in_one_part_is_untouched(edition: RenderContext) -> None:
    made = by_hand(edition)
    assert bound(edition, made, ((0, 9),)) == (made.chapters,)
    assert PLACE in made.chapters[0].html


def test_every_booklet_has_a_cover_with_its_number_and_an_id_of_its_own(edition: RenderContext) -> None:
    booklets = bound(edition, by_hand(edition), ((0, 4), (4, 5), (5, 9)))
    for number, booklet in enumerate(booklets, start=1):
        cover = booklet[0]
        assert cover.id == f"cover-{number}"
        assert f"3권 중 {number}권" in unbind(cover.html)
        assert PLACE not in cover.html
        assert "표지" in cover.html
    assert [ids([booklet[0]]) for booklet in booklets] == [["cover"], ["cover-2"], ["cover-3"]]


CUTS = st.sets(st.integers(2, 8), min_size=1, max_size=5).map(sorted)


@given(CUTS)
def test_however_it_is_cut_ids_are_unique_and_every_chapter_follows_in_its_order(
    edition: RenderContext, cuts: list[int]
) -> None:
    made = by_hand(edition)
    booklets = bound(edition, made, tuple(pairwise((0, *cuts, 9))))
    assert len(booklets) == len(cuts) + 1
    told = [one for booklet in booklets for one in booklet]
    assert len(ids(told)) == len(set(ids(told)))
    assert len(told) == len({one.id for one in told})
    kept = [one.id for one in made.chapters[1:]]
    assert [one.id for one in told if one.id in kept] == kept
    assert set(ids(made.chapters)) <= set(ids(told))


@given(CUTS)
def test_however_it_is_cut_no_line_of_contents_is_lost_and_none_told_in_the_wrong_booklet(
    edition: RenderContext, cuts: list[int]
) -> None:
    made = by_hand(edition)
    booklets = bound(edition, made, tuple(pairwise((0, *cuts, 9))))
    first = next(one for one in booklets[0] if one.id == "contents")
    assert first.references == tuple(entry.anchor for entry in made.entries)
    named = 1
    for entry, line in zip(made.entries, lines(first), strict=True):
        said = re.search(r" \((\d+)권\)$", line)
        named = int(said[1]) if said else named
        assert line.startswith(entry.title)
        assert entry.anchor in ids(booklets[named - 1])
    for number, booklet in enumerate(booklets[1:], start=2):
        own = booklet[1]
        held = [entry.anchor for entry in made.entries if entry.anchor in ids(booklet[2:])]
        assert (own.id, own.title) == (f"contents-{number}", "이 권의 차례")
        assert list(own.references) == held
        assert lines(own) == [f"제목 {anchor}" for anchor in held]


def test_contents_of_the_first_name_the_booklet_of_each_part_that_another_holds(edition: RenderContext) -> None:
    first, _ = bound(edition, by_hand(edition), ((0, 5), (5, 9)))
    assert lines(first[1]) == [
        "제목 part-a",
        "제목 one",
        "제목 two",
        "제목 part-b (2권)",
        "제목 three",
        "제목 four",
        "제목 colophon",
    ]


def test_a_booklet_that_begins_within_a_part_is_named_at_its_first_line(edition: RenderContext) -> None:
    first, _, _ = bound(edition, by_hand(edition), ((0, 3), (3, 4), (4, 9)))
    assert lines(first[1]) == [
        "제목 part-a",
        "제목 one (2권)",
        "제목 two (3권)",
        "제목 part-b (3권)",
        "제목 three",
        "제목 four",
        "제목 colophon",
    ]


def test_a_book_without_parts_names_each_booklet_once(edition: RenderContext) -> None:
    first, _ = bound(edition, by_hand(edition, ()), ((0, 5), (5, 9)))
    assert [line for line in lines(first[1]) if "권)" in line] == ["제목 part-b (2권)"]


def test_contents_of_a_later_booklet_leave_out_what_the_lines_say_of_each(edition: RenderContext) -> None:
    first, second = bound(edition, by_hand(edition), ((0, 5), (5, 9)))
    assert "줄 one" in unbind(first[1].html)
    assert "줄 three" not in unbind(second[1].html)


def test_the_last_page_says_what_follows_and_the_last_booklet_has_none(edition: RenderContext) -> None:
    booklets = bound(edition, by_hand(edition), ((0, 3), (3, 5), (5, 9)))
    first, second, third = ([unbind(one.html) for one in booklet] for booklet in booklets)
    assert [booklet[-1].id for booklet in booklets] == ["end-1", "end-2", "colophon"]
    for said, follows, names in ((first[-1], 2, ["제목 one"]), (second[-1], 3, ["제목 part-b"])):
        assert "다음 권으로 이어집니다" in said
        assert f"3권 중 {follows}권" in said
        assert re.findall(r"<li>(.*?)</li>", said) == names
    assert not any("다음 권으로" in said for said in third)


def test_last_pages_say_that_this_is_a_sample_as_all_last_pages_do(edition: RenderContext) -> None:
    first, _ = bound(edition, by_hand(edition), ((0, 5), (5, 9)))
    assert "견본입니다" in unbind(first[-1].html)


def test_english_booklets_speak_english() -> None:
    spoken = context_of(examine(CITIES / "yeoul")[0], TEMPLATES, PACKAGES, "en")
    first, second = bound(spoken, by_hand(spoken), ((0, 5), (5, 9)))
    assert "Booklet 1 of 2" in unbind(first[0].html)
    assert '<span lang="ko">제목</span> part-b (booklet 2)' in lines(first[1])
    assert second[1].title == "In this booklet"
    assert "Continued in the next booklet" in unbind(first[-1].html)
    assert volume_name(spoken, 2, 3) == "Booklet 2 of 3"
