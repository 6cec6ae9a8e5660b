"""Where lines of a chapter may end, across the elements of its tree."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.render.text.korean import BREAK, JOINER, unbind
from guidebook.render.text.line_breaks import bind_text, break_long_runs, move_spaces_inside, set_line_breaks
from tests.render.fragments import edited

WORDS = st.text(alphabet="가나 다12,.()<>&;ab'\"·“”", max_size=30)


def test_only_text_is_bound() -> None:
    unseen = "<style>주민자치</style><!-- 주민 --><svg><title>주민</title></svg>"
    html = f'{unseen}<a href="book:성과-및" title="주민">주민</a>·'
    assert edited(html, bind_text) == html.replace(">주민</a>", f">주{JOINER}민</a>")


def test_a_mark_is_bound_to_an_ampersand_before_it() -> None:
    assert edited("가 &amp;) 나", bind_text) == f"가 &amp;{JOINER}) 나"


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_taking_joiners_and_breaks_out_gives_the_text_back(words: list[str]) -> None:
    html = "".join(f"<p>{escape(one)}<b>{escape(one)}</b></p>" for one in words)
    assert unbind(edited(html, bind_text, break_long_runs)) == edited(html)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('명<sup class="note-ref">가</sup>', f'명{JOINER}<sup class="note-ref">가</sup>'),
        ('명<sup class="doubt-mark">°</sup>', f'명{JOINER}<sup class="doubt-mark">°</sup>'),
        ('명 <sup class="note-ref">가</sup>', '명 <sup class="note-ref">가</sup>'),
        ('<b>명</b><sup class="note-ref">가</sup>', '<b>명</b><sup class="note-ref">가</sup>'),
        ("명<sup>가</sup>", "명<sup>가</sup>"),
    ],
)
def test_a_mark_stays_with_its_word(before: str, after: str) -> None:
    assert edited(before, bind_text) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('글입니다. <span class="note-source">출처</span>', '글입니다.<span class="note-source"> 출처</span>'),
        ('자세한 <a href="#x">글</a>', '자세한<a href="#x"> 글</a>'),
        ('<b>곳</b> <a href="#x">글</a>', '<b>곳</b> <a href="#x">글</a>'),
        ('<b>곳</b>은 <a href="#x">글</a>', '<b>곳</b>은<a href="#x"> 글</a>'),
        ('→ <a class="page-ref" href="#x">000</a>', '→ <a class="page-ref" href="#x">000</a>'),
        ('곳 <span class="doubt">확인 필요</span>', '곳 <span class="doubt">확인 필요</span>'),
    ],
)
def test_a_space_goes_into_the_inline_element_after_it(before: str, after: str) -> None:
    assert edited(before, move_spaces_inside) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>짧은 <b>말</b>은 그대로</p>", "<p>짧은 <b>말</b>은 그대로</p>"),
        (f"<p>{'가' * 20}<b>나</b>다</p>", f"<p>{'가' * 20}|<b>나|</b>다</p>"),
        (f"<p>{'가' * 20}<b><i>나</i></b>다</p>", f"<p>{'가' * 20}|<b><i>나|</i></b>다</p>"),
        (f"<p>{'a' * 30}(<b>나</b>)다</p>", f"<p>{'a' * 30}|(<b>|나</b>)다</p>"),
        (f"<p>{'a' * 30}(<b>나라</b>다</p>", f"<p>{'a' * 30}|(<b>나|라|</b>다</p>"),
        (f"<p>{'a' * 30} <b>나</b>다</p>", f"<p>{'a' * 30} <b>나</b>다</p>"),
        (f"<p>{'a' * 30}<span>나</span>다</p>", f"<p>{'a' * 30}<span>나</span>다</p>"),
        (f"<style>{'a' * 30}</style>", f"<style>{'a' * 30}</style>"),
        (f"<svg><text>{'a' * 30}<a>b</a></text></svg>", f"<svg><text>{'a' * 30}<a>b</a></text></svg>"),
        (f'{"a" * 30}<a class="page-ref" href="x">000</a>', f'{"a" * 30}<a class="page-ref" href="x">000</a>'),
    ],
)
def test_a_long_run_may_break_where_an_inline_element_begins_or_ends(before: str, after: str) -> None:
    assert edited(before, break_long_runs).replace(BREAK, "|") == after


def test_all_rules_together() -> None:
    html = '<p>주민 <a href="x">자치</a><sup class="note-ref">1</sup></p>'
    expected = f'<p>주{JOINER}민<a href="x"> 자{JOINER}치</a><sup class="note-ref">1</sup></p>'
    assert edited(html, set_line_breaks) == expected
