from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.render.text.korean import JOINER, bind_words, in_index, initial, unbind


def test_words_hold_together_and_spaces_stay_open() -> None:
    assert bind_words("주민 자치") == f"주{JOINER}민 자{JOINER}치"


@pytest.mark.parametrize(
    "words", ["57건", "2,948명", "1.3%", "300㎡", "제1동", "공가(公暇)보장", "‘우리마을’을", "10백만원"]
)
def test_number_and_unit_and_bracketed_hanja_cannot_part(words: str) -> None:
    bound = bind_words(words)
    for left, right in itertools.pairwise(words):
        if left in "‘(" or right in "’)" or (left + right).isdigit():
            continue  # the engine itself keeps digits together, and brackets with what they hold
        assert left + JOINER + right in bound, (left, right)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("2019. 7. 23.(화) 열린", ["2019. 7. 23.(화)", "열린"]),
        ("7. 22.~7. 24. 동안", ["7. 22.~7. 24.", "동안"]),
        ("2019. 7. 23.~2019. 12. 24.", ["2019. 7. 23.~", "2019. 12. 24."]),
        ("2019. 7.에 한", ["2019. 7.에", "한"]),
        ("12:00~13:00 점심", ["12:00~13:00", "점심"]),
        ("12:00 – 13:00", ["12:00 – 13:00"]),
        ("1,000만 원씩 준", ["1,000만 원씩", "준"]),
        ("5 원도심", ["5", "원도심"]),
        ("3,600여 명이 온", ["3,600여 명이", "온"]),
        ("㉠ 공가 보장", ["㉠ 공가", "보장"]),
        ("2.(10개월 간) 걸린", ["2.(10개월 간)", "걸린"]),
        ("정책 포럼 ①에서", ["정책", "포럼 ①에서"]),
        ("둘째 정책포럼 ③ 마을계획", ["둘째", "정책포럼 ③", "마을계획"]),
        ("할 일 ① 첫째 ② 둘째", ["할", "일", "① 첫째", "② 둘째"]),
        ("2024년 12월 31일(화)에 연", ["2024년 12월 31일(화)에", "연"]),
        ("2024년 7월 15일 ~ 2024년 7월 26일까지", ["2024년 7월 15일 ~", "2024년 7월 26일까지"]),
        ("2024년 7월 15일~7월 26일", ["2024년 7월 15일~", "7월 26일"]),
        ("7월 15일∼26일에 한", ["7월 15일∼26일에", "한"]),
        ("2024년 12월 말", ["2024년", "12월", "말"]),
        ("지난 12월 31일 밤", ["지난", "12월 31일", "밤"]),
        ("오후 3시 30분에 모여", ["오후 3시 30분에", "모여"]),
        ("오전 10시부터", ["오전 10시부터"]),
        ("1시간 30분 걸린", ["1시간 30분", "걸린"]),
        ("on 12 September 2026 in", ["on", "12 September 2026", "in"]),
        ("in September 2026, on", ["in", "September 2026,", "on"]),
        ("September 12, 2026", ["September 12, 2026"]),
        ("on Thu 3 Dec 2026", ["on", "Thu 3 Dec 2026"]),
        ("23–24 July 2019", ["23–24 July 2019"]),
        ("at 3:30 p.m. or", ["at", "3:30 p.m.", "or"]),
        ("call +82 43 222 0000 now", ["call", "+82 43 222 0000", "now"]),
        ("we may 12 times", ["we", "may", "12", "times"]),
        ("2019. 7. 23. ~ 2019. 12. 24.", ["2019. 7. 23. ~", "2019. 12. 24."]),
    ],
)
def test_dates_hours_amounts_and_counted_names_cannot_part(words: str, lines: list[str]) -> None:
    ends = re.sub(rf" (?!{JOINER})|(?<=[~∼–])(?![ {JOINER}])", "\n", bind_words(words))
    assert unbind(ends).split("\n") == lines


@given(st.text(alphabet="가나 다12,.()<>&;ab'\"", max_size=60))
def test_taking_the_joiners_out_gives_the_text_back(words: str) -> None:
    assert unbind(bind_words(words)) == words


@given(st.text(alphabet="가나다라 12", min_size=1, max_size=40))
def test_binding_twice_changes_nothing_more(words: str) -> None:
    assert bind_words(bind_words(words)) == bind_words(words)


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
