"""Rules that search a line only where it can hold what they look for pass over none that does."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guidebook.check import personal
from guidebook.check.markdown import marks

MARKS = tuple(dict.fromkeys(foreign.pattern for foreign in marks.FOREIGN))
PERSONAL = (
    personal.MOBILE,
    personal.RESIDENT,
    personal.PRIVATE_MAIL,
    *personal.ACCOUNT,
    personal.PASSPORT,
    personal.NEAR_PASSPORT,
)
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


@pytest.mark.parametrize("pattern", MARKS, ids=lambda pattern: pattern.pattern[:20])
@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(data=st.data())
def test_every_line_with_a_foreign_mark_is_searched(pattern: re.Pattern[str], data: st.DataObject) -> None:
    for line in data.draw(st.from_regex(pattern)).split("\n"):
        if pattern.search(line):
            assert marks._SUSPICIOUS.search(line), line


@pytest.mark.parametrize("pattern", PERSONAL, ids=lambda pattern: pattern.pattern[:20])
@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(data=st.data())
def test_every_text_with_personal_data_is_searched(pattern: re.Pattern[str], data: st.DataObject) -> None:
    assert personal._NEEDED.search(data.draw(st.from_regex(pattern)))
