"""Numbers are read out of words only where there is no doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.wording.amounts import MOST, people_of, won_of
from guidebook.model.wording.money import money


@pytest.mark.parametrize(
    ("words", "won"),
    [
        ("5백만원", 5_000_000),
        ("500만 원", 5_000_000),
        ("10백만원", 10_000_000),
        ("1억 2천만원", 120_000_000),
        ("1억 2,000만 원", 120_000_000),
        ("3,000천원", 3_000_000),
        ("총 12,000,000원", 12_000_000),
        ("약 300만 원", 3_000_000),
        ("20백만원(도비)", 20_000_000),
        ("500만 원 정도", None),
        ("연 500만 원", None),
        ("500만~600만 원", None),
        ("시비 300만 원, 자부담 200만 원", None),
        ("2천5백만원", None),
        ("20백만원(도비 50%)", None),
        ("1인당 5만 원", None),
        ("5백만원씩", None),
        ("1억 25000만원", None),
        ("0원", None),
        ("", None),
        (None, None),
        ("9" * 400 + "원", None),
    ],
)
def test_an_amount_of_money_is_a_number_or_none(words: str | None, won: int | None) -> None:
    assert won_of(words) == won


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("120명", 120),
        ("강길 4km, 주민 120명", 120),
        ("학생 1,240명", 1_240),
        ("총 1만 명", 10_000),
        ("만 19세 이상 주민 50명", None),
        ("매주 35명", None),
        ("50여 명", None),
        ("10~20명", None),
        ("위원 30명, 주민 200명", None),
        ("연인원 1,200명", None),
        ("회당 30명", None),
        ("30명씩 4회", None),
        ("40명 × 3회", None),
        ("30명 내외", None),
        ("명예 위원", None),
        ("4km", None),
        ("0명", None),
        (None, None),
    ],
)
def test_a_number_of_people_is_a_number_or_none(words: str | None, people: int | None) -> None:
    assert people_of(words) == people


@given(st.integers(1, MOST // 10_000 - 1))
def test_money_as_we_write_it_is_read_back(ten_thousands: int) -> None:
    assert won_of(money(ten_thousands)) == ten_thousands * 10_000


@given(st.text(max_size=40))
def test_no_words_raise(words: str) -> None:
    for found in (won_of(words), people_of(words)):
        assert found is None or found > 0


def test_a_long_row_of_digits_ends() -> None:
    assert won_of("1234567890" * 12) is None
    assert won_of("1234567890" * 12 + "원") is None
