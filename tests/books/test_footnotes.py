"""Notes stand at the foot of the page that calls them, in the order of their calls, whatever there is to read."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pymupdf
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from guidebook.cli.paths import cache_folder
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.typefaces import install
from guidebook.model.settings.showing import Palette
from guidebook.render.book.chapter import Chapter, with_class
from guidebook.render.book.footnotes import Footnotes, place_footnotes
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.text.korean import JOINER
from guidebook.render.text.line_breaks import set_line_breaks
from tests.design import BOOK, ON_SCREEN
from tests.paths import PACKAGES, TEMPLATES

WORDS = "주민이 모여 마을의 일을 의논하고 스스로 정했습니다. "
HALF = 160
"""Points: no line of a note in half a row is as long; one sentence of `WORDS` is, where it has the whole row."""
A_PAGE = 18
"""Lines of a paragraph that leave room for its notes on one page."""


@cache
def engine() -> LayoutEngine:
    faces, faults = install(cache_folder(), PACKAGES)
    assert faces is not None, faults
    return LayoutEngine(stylesheet(BOOK, Palette(), ON_SCREEN), faces, (TEMPLATES,))


def noted(paragraphs: list[tuple[int, list[int]]], remarks: list[int], item: bool) -> tuple[Chapter, list[int]]:
    """A chapter of paragraphs or items of a list with so many lines, each with notes of so many sentences."""
    notes: dict[str, Markup] = {}
    parts: list[str] = []
    for place, (lines, lengths) in enumerate(paragraphs):
        marks = ""
        for number, length in enumerate(lengths):
            id = f"{place}-{number}"
            notes[f"note-{id}"] = Markup(WORDS * length)
            marks += f'<sup class="note-ref"><a href="#note-{id}" id="ref-{id}">0</a></sup>'
        tag = "li" if item else "p"
        parts.append(f"<{tag}>{WORDS * lines}{marks}</{tag}>")
    notes |= {f"note-remark-{number}": Markup(WORDS * length) for number, length in enumerate(remarks)}
    inner = "".join(parts)
    body = f"<ul>{inner}</ul>" if item else inner
    html = f'<!doctype html><html lang="ko"><head><title>장</title></head><body><h1>장</h1>{body}</body></html>'
    chapter = Chapter.from_html("one", "장", html, "content/test.md")
    root = chapter.body.root
    assert place_footnotes(root, Footnotes(notes, "주{number}", "note-")) == bool(notes)
    set_line_breaks(root)
    return with_class(chapter, "noted"), [len(lengths) for _, lengths in paragraphs]


PARAGRAPHS = st.lists(
    st.tuples(st.integers(1, A_PAGE), st.lists(st.integers(1, 6), max_size=3)), min_size=1, max_size=9
)


@settings(max_examples=25, deadline=None)
@given(PARAGRAPHS, st.lists(st.integers(1, 3), max_size=2), st.booleans())
def test_notes_stand_on_the_page_of_their_call_in_its_order(
    paragraphs: list[tuple[int, list[int]]], remarks: list[int], item: bool
) -> None:
    chapter, counts = noted(paragraphs, remarks, item)
    laid_out, faults = engine().lay_out(chapter)
    assert laid_out is not None
    assert faults == ()
    called = [f"{place}-{number}" for place, count in enumerate(counts) for number in range(count)]
    for id in called:
        assert laid_out.anchors[f"note-{id}"][0] == laid_out.anchors[f"ref-{id}"][0], id
    places = [laid_out.anchors[f"note-{id}"] for id in called]
    places += [laid_out.anchors[f"note-remark-{number}"] for number in range(len(remarks))]
    for above, below in pairwise(places):
        (page, x, y), (next_page, next_x, next_y) = above, below
        assert (page, y) <= (next_page, next_y) or (page == next_page and x < next_x), places
    assert all(place[0] == laid_out.pages - 1 for place in places[len(called) :]), "remarks close the last page"


@settings(max_examples=15, deadline=None)
@given(PARAGRAPHS)
@example([(A_PAGE, [1]), (A_PAGE, [1, 1, 1])])
@example([(A_PAGE, [1, 6, 1]), (A_PAGE, [1]), (A_PAGE, [1, 1])])
def test_on_no_page_a_short_note_stands_in_half_a_row_with_nothing_beside_it(
    paragraphs: list[tuple[int, list[int]]],
) -> None:
    chapter, counts = noted(paragraphs, [], item=False)
    laid_out, _ = engine().lay_out(chapter)
    assert laid_out is not None
    seen = 0
    with pymupdf.open(stream=laid_out.pdf) as pdf:
        for page in pdf:
            words = page.get_text("words")
            labels = list({word[4]: word for word in words if re.fullmatch(r"주\d+", word[4])}.values())
            seen += len(labels)
            tops = sorted({round(label[1]) for label in labels})
            for top, below in pairwise([*tops, page.rect.height - 45]):
                row = [word[2] for word in words if top - 1 < word[1] < below - 1]
                half = min(label[0] for label in labels) + HALF
                assert max(row) > half, (page.number, top)
    assert seen == sum(counts)


def test_they_are_numbered_as_they_are_called_and_what_nothing_calls_has_no_number() -> None:
    chapter, _ = noted([(1, [1]), (1, [1, 1])], [1], item=False)
    notes = [element for element in chapter.body.root.iter("span") if "footnote" in element.get("class", "")]
    labels = [element.get("data-label") for element in notes]
    assert labels == ["주1", "주2", "주3", None]
    marks = ["".join(mark.itertext()).replace(JOINER, "") for mark in chapter.body.root.iter("sup")]
    assert marks == ["주1", "주2", "주3"]


@given(st.lists(st.integers(1, 8), min_size=1, max_size=8))
def test_a_short_note_stands_beside_another_or_has_the_whole_width(lengths: list[int]) -> None:
    chapter, _ = noted([(1, lengths)], [], item=False)
    bodies = [span.get("class") for span in chapter.body.root.iter("span") if "note-body" in span.get("class", "")]
    assert len(bodies) == len(lengths)
    narrow = "".join("n" if kind == "note-body" else "w" for kind in bodies).split("w")
    assert all(len(run) % 2 == 0 for run in narrow), bodies


def test_a_mark_that_is_left_alone_in_a_graphic_begins_with_no_comma() -> None:
    marks = [f'<sup class="note-ref">{comma}<a href="#note-{id}">0</a></sup>' for comma, id in (("", "a"), (",", "b"))]
    html = (
        '<!doctype html><html lang="ko"><head><title>장</title></head><body><figure class="graphic">'
        f"<figcaption>그림{''.join(marks)}</figcaption></figure><p>글{marks[0]}</p></body></html>"
    )
    root = Chapter.from_html("one", "장", html, "content/test.md").body.root
    place_footnotes(root, Footnotes({f"note-{id}": Markup(WORDS) for id in "ab"}, "주{number}", "note-"))
    caption = next(root.iter("figcaption"))
    assert "".join(caption.itertext()).startswith("그림주1")
