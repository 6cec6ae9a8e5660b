"""Bars of the timeline: inside the years, in their order, wide enough to be seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.records.program import Program
from guidebook.model.records.report.program_parts import Facts
from guidebook.render.text.timeline import LEAST, timeline

DATES = st.dates().map(lambda day: f"20{day.year % 30:02}-{day.month:02}-{min(day.day, 28):02}")
PARTIAL = st.builds(lambda date, length: date[:length], DATES, st.sampled_from([4, 7, 10]))


def program(start: str, end: str | None = None, as_of: int = 2019) -> Program:
    facts = Facts(what="일", when="때", who="주민")
    return Program(
        id="p", mark="㉠", name="일", name_en="Work", title="일", summary="일", as_of=as_of, facts=facts, offer="일",
        start=start, end=end,
    )  # fmt: skip


def test_no_programme_no_timeline() -> None:
    assert timeline([]) is None


@pytest.mark.parametrize(
    ("start", "end", "left", "width"),
    [
        ("2019-01", "2019-12", 0, 50),
        ("2019-07", "2020-06", 25, 50),
        ("2020", "2020", 50, 50),
        ("2019-07-23", "2019-07-23", 27.96, LEAST),
    ],
)
def test_a_bar_begins_and_ends_with_what_is_known(start: str, end: str, left: float, width: float) -> None:
    made = timeline([program("2019", "2020"), program(start, end)])
    assert made is not None
    assert made.years == (2019, 2020)
    assert (made.stretches[1].left, made.stretches[1].width) == pytest.approx((left, width), abs=0.05)
    assert not made.stretches[1].open


def test_what_goes_on_is_full_to_the_end_of_its_year_of_record() -> None:
    made = timeline([program("2019-03"), program("2019-01", "2020-02")])
    assert made is not None
    assert made.stretches[0].open
    assert made.stretches[0].left + made.stretches[0].width == pytest.approx(50, abs=0.05)


@given(st.lists(st.tuples(PARTIAL, st.none() | PARTIAL, st.integers(2000, 2030)), min_size=1, max_size=8))
def test_every_bar_lies_inside_the_years_and_can_be_seen(rows: list[tuple[str, str | None, int]]) -> None:
    made = timeline([program(*row) for row in rows])
    assert made is not None
    for stretch in made.stretches:
        assert stretch.width >= LEAST
        assert stretch.left >= -0.01
        assert stretch.left + stretch.width <= 100.01


@pytest.mark.parametrize(
    ("last", "most", "named"),
    [
        ("2019", 3, ["2019"]),
        ("2020", 3, ["2019", "2020"]),
        ("2022", 3, ["2019", "", "2021", ""]),
        ("2022", 6, ["2019", "2020", "2021", "2022"]),
        ("2025", 3, ["2019", "", "", "2022", "", "", "2025"]),
    ],
)
def test_no_more_years_are_named_than_have_room(last: str, most: int, named: list[str]) -> None:
    made = timeline([program("2019", last)])
    assert made is not None
    assert list(made.named(most)) == named
