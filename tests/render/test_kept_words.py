"""What stays on one line of a web page, and that nothing else is changed by it."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.render.text.kept_words import RUNNING, keep_words, units
from guidebook.render.text.word_width import width_of

WORDS = st.text(alphabet="가나 다12,.()<>&;ab'\"·“”~:-①\n원년월일", max_size=40)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("공가(公暇)보장으로 참여", "[공가(公暇)보장으로] 참여"),
        ("2019. 7. 23.(화) 열린", "[2019. 7. 23.(화)] 열린"),
        ("(2019. 7. 23.)은", "[(2019. 7. 23.)은]"),
        ("2019. 7. 23.~2019. 12. 24.", "[2019. 7. 23.~]<wbr>[2019. 12. 24.]"),
        ("2024년 12월 31일(화)에 연", "[2024년 12월 31일(화)에] 연"),
        ("오후 3시 30분에 모여", "[오후 3시 30분에] 모여"),
        ("until 12 September 2026.", "until [12 September 2026.]"),
        ("12:00–13:00 점심", "[12:00–13:00] 점심"),
        ("‘우리마을’을 열고", "[‘우리마을’을] 열고"),
        ("1,000만 원씩 준다", "[1,000만 원씩] 준다"),
        ("2020. 2.(10개월 간)", "[2020. 2.(10개월 간)]"),
        ("정책포럼 ①에서", "[정책포럼 ①에서]"),
        ("할 일 ① 첫째 ② 둘째", "할 일 [① 첫째] [② 둘째]"),
        ("① 첫째", "[① 첫째]"),
        ("정책포럼 ③ 마을계획", "[정책포럼 ③] 마을계획"),
        ("관련 사업 ㉣ 참여주간 선포", "관련 사업 [㉣ 참여주간] 선포"),
        ("모두 3,600여 명이 왔다", "모두 [3,600여 명이] 왔다"),
        ("공원·항구·시장입니다", "공[원·]항[구·]시장입니다"),
        ("읍면동 주민자치회·마을계획단·주민", "읍면동 주민자치[회·]마을계획[단·]주민"),
        ("57·65건과 14/14개 읍면동", "57·65건과 14/14개 읍면동"),
        ("a &lt; b", "a &lt; b"),
        ("<h1>가나다라마바사(아)자</h1>", "<h1>가나다라마바사(아)자</h1>"),
        (
            "<pre>2019. 7. 23.</pre><svg><text>가(나)다</text></svg>",
            "<pre>2019. 7. 23.</pre><svg><text>가(나)다</text></svg>",
        ),
        ('<a title="가(나)다">가(나)다</a>', '<a title="가(나)다">[가(나)다]</a>'),
        ("<!-- 가(나)다 -->", "<!-- 가(나)다 -->"),
    ],
)
def test_what_a_browser_would_part_does_not_wrap(words: str, shown: str) -> None:
    kept = shown.replace("[", '<span class="whole">').replace("]", "</span>")
    assert keep_words(words) == kept


def test_a_heading_keeps_a_longer_word_where_it_has_the_room() -> None:
    assert keep_words("<h1>공가(公暇)를 준</h1>") == '<h1><span class="whole">공가(公暇)를</span> 준</h1>'
    kept = '<h1><span class="whole-roomy">공가(公暇)보장으로</span> 준</h1>'
    assert keep_words("<h1>공가(公暇)보장으로 준</h1>") == kept


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_only_elements_are_added_and_none_is_wider_than_the_narrowest_screen(words: list[str]) -> None:
    html = "".join(f"<p>{escape(one)}<b>{escape(one)}</b></p>" for one in words)
    kept = keep_words(html)
    assert re.sub(r'<span class="whole">(.*?)</span>(?:<wbr>)?', r"\1", kept, flags=re.DOTALL) == html
    for inside in re.findall(r'<span class="whole">(.*?)</span>', kept, re.DOTALL):
        assert width_of(inside) <= max(RUNNING, width_of("2019. 12. 23.(화)~12. 24.(수)까지")) or "&" in inside


@given(WORDS)
def test_units_are_the_words_with_nothing_lost(words: str) -> None:
    assert "".join("".join(units(words)).split()) == re.sub(r"\s", "", words)
