"""Rules that search a line only where it can hold what they look for pass over none that does."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from guidebook.check import personal
from guidebook.check.markdown import marks

MARKS = "".join(sorted({letter for foreign in marks.FOREIGN for letter in foreign.pattern.pattern}))
LINES = st.text(st.one_of(st.sampled_from(MARKS + "가나다.,()‘’“”·… 019\ufffc"), st.characters()), max_size=30)
WRITTEN = st.text(
    st.one_of(st.sampled_from("가 -(@.여권골뱅이at\u3000＠０１"), st.characters(categories=("L", "P", "Z")))
)


@given(LINES)
def test_no_foreign_mark_is_in_a_line_that_is_passed_over(line: str) -> None:
    if not marks._SUSPICIOUS.search(line):
        assert [foreign.code for foreign in marks.FOREIGN if foreign.pattern.search(line)] == []


@given(WRITTEN)
def test_no_personal_data_is_in_a_text_that_is_passed_over(written: str) -> None:
    plain = written.translate(personal.PLAIN)
    if not personal._NEEDED.search(plain):
        patterns: tuple[re.Pattern[str], ...] = (personal.MOBILE, personal.RESIDENT, personal.PRIVATE_MAIL)
        for pattern in (*patterns, *personal.ACCOUNT, personal.PASSPORT, personal.NEAR_PASSPORT):
            assert not pattern.search(plain)
