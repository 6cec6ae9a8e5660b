"""Tables of web pages in their boxes, and which words of theirs are kept whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.render.text.kept_words import longest_unit
from guidebook.render.text.word_width import LONGEST, may_be_broken, width_of
from guidebook.render.web.table_box import boxed_tables


def table(*cells: str, attributes: str = "", caption: str = "<caption>표 이름</caption>") -> str:
    return (
        f"<table{attributes}>{caption}<tbody><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></tbody></table>"
    )


@pytest.mark.parametrize(
    ("html", "reached"),
    [
        (table("가", "나"), False),
        (table(*["1,234명"] * 8), True),
        (table(*["주민자치"] * 3), False),
        (table(*["주민자치협의회"] * 3), True),
        (table(*["1,234명"] * 8, attributes=' class="place-list"'), False),
        (table(*["1,234명"] * 12, attributes=' class="place-list"'), True),
        (table(*["1,234명"] * 12, attributes=' class="program-facts"'), False),
    ],
)
def test_a_box_that_scrolls_can_be_reached_and_has_a_name(html: str, reached: bool) -> None:
    boxed = boxed_tables(html, "표")
    assert boxed.startswith('<div class="table-box')
    assert ('tabindex="0"' in boxed) == reached
    assert ('role="region" aria-labelledby="table.1"' in boxed and 'id="table.1"' in boxed) == reached


def test_boxes_of_one_page_have_names_of_their_own_and_those_without_caption_a_common_one() -> None:
    wide = ["1,234명"] * 8
    boxed = boxed_tables(f"{table(*wide)}<p>글</p>{table(*wide)}{table(*wide, caption='')}", "표")
    assert 'id="table.1"' in boxed
    assert 'id="table.2"' in boxed
    assert 'aria-label="표"' in boxed


HEADED = (
    "<thead><tr><th>이름</th><th>말 &amp; <span>글</span></th><th></th></tr></thead>"
    '<tbody><tr class="row"><th>가</th><td>나</td><td class="figure">1</td></tr>'
    "<tr><th>다</th><td>나</td><td>2</td></tr></tbody>"
)


def test_cells_of_tables_that_become_cards_have_the_name_of_their_column() -> None:
    boxed = boxed_tables(f'<table class="place-list">{HEADED}</table>', "표")
    assert boxed.count('<td data-label="말 &amp; 글">나</td>') == 2
    assert '<td class="figure">1</td>' in boxed, "a column without a name gives none"
    assert boxed.count("data-label") == 2, "and what heads a row needs none"
    assert "data-label" not in boxed_tables(f"<table>{HEADED}</table>", "표"), "a table that stays one has its heads"


@pytest.mark.parametrize(
    ("cell", "becomes"),
    [
        ("142백만원(주민제안)", "142백만원(주민제안)"),
        ("가" * 21, f'<span class="unbroken">{"가" * 21}</span>'),
        ('<a href="/a(b)c">가</a>', '<a href="/a(b)c">가</a>'),
        ("1,234명 12.5%", "1,234명 12.5%"),
        ("a &lt; b", "a &lt; b"),
    ],
)
def test_words_that_are_too_long_are_marked(cell: str, becomes: str) -> None:
    assert f"<td>{becomes}</td>" in boxed_tables(table(cell), "표")


@given(st.text(max_size=60))
def test_a_word_is_kept_whole_or_may_be_broken(words: str) -> None:
    assert longest_unit(words) <= LONGEST
    assert all(may_be_broken(word) or width_of(word) <= longest_unit(words) for word in words.split())
