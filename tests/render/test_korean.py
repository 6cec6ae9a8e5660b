from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.wording.particles import subject
from guidebook.render.text.korean import (
    BREAK,
    JOINER,
    bind_words,
    in_index,
    initial,
    inner_spaces,
    part_runs,
    unbind,
)


def test_words_hold_together_and_spaces_stay_open() -> None:
    assert bind_words("주민 자치") == f"주{JOINER}민 자{JOINER}치"


@pytest.mark.parametrize(
    "words", ["57건", "2,948명", "1.3%", "300㎡", "제1동", "공가(公暇)보장", "‘우리동넷’을", "10백만원"]
)
def test_number_and_unit_and_bracketed_hanja_cannot_part(words: str) -> None:
    bound = bind_words(words)
    for left, right in itertools.pairwise(words):
        if left in "‘(" or right in "’)" or (left + right).isdigit():
            continue  # the engine itself keeps digits together, and brackets with what they hold
        assert left + JOINER + right in bound, (left, right)


def test_markup_is_left_alone() -> None:
    html = '<title>주민자치</title><a href="book:성과-및" title="주민">주민</a>&middot;<!-- 주민 -->'
    assert bind_words(html) == html.replace(">주민</a>", f">주{JOINER}민</a>")


@given(st.text(alphabet="가나 다12,.()<>&;ab'\"", max_size=60))
def test_taking_the_joiners_out_gives_the_text_back(words: str) -> None:
    assert unbind(bind_words(words)) == words


@given(st.text(alphabet="가나다라 12", min_size=1, max_size=40))
def test_binding_twice_changes_nothing_more(words: str) -> None:
    assert bind_words(bind_words(words)) == bind_words(words)


@pytest.mark.parametrize(
    ("noun", "expected"), [("당진시", "당진시가"), ("여울군", "여울군이"), ("서울", "서울이"), ("ABC", "ABC가")]
)
def test_subject_particle_follows_the_last_syllable(noun: str, expected: str) -> None:
    assert subject(noun) == expected


def test_the_mark_of_a_note_stays_with_its_word() -> None:
    assert bind_words('319명<sup class="note-ref">주1</sup>') == (
        f'319{JOINER}명{JOINER}<sup class="note-ref">주{JOINER}1</sup>'
    )
    assert bind_words('명 <sup class="note-ref">1</sup>') == '명 <sup class="note-ref">1</sup>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('글입니다. <span class="note-source">출처</span>', '글입니다.<span class="note-source"> 출처</span>'),
        ('자세한 <a href="#x">글</a>', '자세한<a href="#x"> 글</a>'),
        ('<b>곳</b> <a href="#x">글</a>', '<b>곳</b> <a href="#x">글</a>'),
        ('→ <a class="page-ref" href="#x">000</a>', '→ <a class="page-ref" href="#x">000</a>'),
        ('곳 <span class="doubt">확인 필요</span>', '곳 <span class="doubt">확인 필요</span>'),
    ],
)
def test_a_space_goes_into_the_inline_element_after_it(before: str, after: str) -> None:
    assert inner_spaces(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>짧은 <b>말</b>은 그대로</p>", "<p>짧은 <b>말</b>은 그대로</p>"),
        (f"<p>{'가' * 20}<b>나</b>다</p>", f"<p>{'가' * 20}|<b>나|</b>다</p>"),
        (f"<p>{'a' * 30}(<b>나</b>)다</p>", f"<p>{'a' * 30}|(<b>|나</b>)다</p>"),
        (f"<p>{'a' * 30} <b>나</b>다</p>", f"<p>{'a' * 30} <b>나</b>다</p>"),
        (f"<title>{'a' * 30}</title>", f"<title>{'a' * 30}</title>"),
        (f"<svg><text>{'a' * 30}<a>b</a></text></svg>", f"<svg><text>{'a' * 30}<a>b</a></text></svg>"),
        (f'{"a" * 30}<a class="page-ref" href="x">000</a>', f'{"a" * 30}<a class="page-ref" href="x">000</a>'),
    ],
)
def test_a_long_run_may_break_where_an_inline_element_begins_or_ends(before: str, after: str) -> None:
    assert part_runs(before).replace(BREAK, "|") == after
    assert unbind(part_runs(before)) == before


@pytest.mark.parametrize("words", ["확인 필요 · 쉬는 날", "가 : 나", "( 가 )", "[ 가", "정말 ?"])
def test_a_mark_that_stands_free_keeps_to_the_word_that_it_belongs_to(words: str) -> None:
    bound = bind_words(words)
    assert f" {JOINER}" in bound
    assert unbind(bound) == words


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("강", "ㄱ"),
        ("까치", "ㄱ"),
        ("“강” 이야기", "ㄱ"),
        ("(사)강 모임", "ㅅ"),
        ("㈜나루", "ㄴ"),
        ("ㄷ자집", "ㄷ"),
        ("école", "E"),
        ("bus", "B"),
        ("3.1운동", "#"),
        ("…", "#"),
        ("", "#"),
        ("公暇", "#"),
    ],
)
def test_a_word_stands_under_its_first_letter(word: str, letter: str) -> None:
    assert initial(word) == letter


@given(st.lists(st.text(max_size=6)))
def test_an_index_has_each_letter_once(words: list[str]) -> None:
    letters = [letter for letter, _ in itertools.groupby(sorted(words, key=in_index), key=initial)]
    assert len(letters) == len(set(letters))
