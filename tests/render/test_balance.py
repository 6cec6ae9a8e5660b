"""How titles are balanced on paper."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.render.text.balance import SPACE, balanced, lines_of
from guidebook.render.text.korean import JOINER, KEPT
from guidebook.render.text.word_width import set_width

WIDTHS = st.lists(st.floats(0.3, 10), min_size=1, max_size=7)
TITLE = st.lists(st.text(alphabet="가나12.a()", min_size=1, max_size=6), min_size=1, max_size=12).map(" ".join)


def longest(widths: list[float], lines: tuple[int, ...]) -> float:
    words = iter(widths)
    return max(sum(line) + SPACE * (len(line) - 1) for line in (list(itertools.islice(words, n)) for n in lines))


def ways(count: int, lines: int) -> list[tuple[int, ...]]:
    """All ways to set words in lines."""
    cuts = itertools.combinations(range(1, count), lines - 1)
    return [tuple(end - start for start, end in itertools.pairwise((0, *cut, count))) for cut in cuts]


@given(WIDTHS)
def test_no_setting_in_as_few_lines_has_a_shorter_longest_line(widths: list[float]) -> None:
    measure = 10.0
    lines = lines_of(widths, measure)
    assert sum(lines) == len(widths)
    longest_of = {n: min((longest(widths, way) for way in ways(len(widths), n)), default=99.0) for n in range(1, 8)}
    assert len(lines) == next(count for count, width in longest_of.items() if width <= measure + 1e-6)
    assert longest(widths, lines) == pytest.approx(longest_of[len(lines)])


@given(TITLE.filter(lambda title: not KEPT.search(title)), st.floats(4, 30))
def test_lines_filled_one_after_the_other_come_out_balanced(title: str, measure: float) -> None:
    tied = balanced(title, measure)
    assert tied.replace(JOINER, "") == title
    runs = tied.replace(f" {JOINER}", "\N{NO-BREAK SPACE}").split(" ")
    filled: list[list[str]] = []
    for run in runs:
        words = " ".join([*(filled[-1] if filled else ()), run]).replace("\N{NO-BREAK SPACE}", " ")
        if filled and set_width(words) <= measure + 1e-6:
            filled[-1].append(run)
        else:
            filled.append([run])
    counts = tuple(sum(run.count("\N{NO-BREAK SPACE}") + 1 for run in line) for line in filled)
    assert counts == lines_of([set_width(word) for word in title.split(" ")], measure)


@pytest.mark.parametrize(
    ("title", "measure", "tied"),
    [
        ("주민이 정하고 함께 가꾸는 마을 숲", 12, "주민이 정하고 함께 가꾸는_마을_숲"),
        ("짧은 제목", 12, "짧은 제목"),
        ("마을 축제를 2019. 7. 23. 엶", 9, "마을 축제를 2019. 7. 23. 엶"),
    ],
)
def test_what_would_come_up_into_a_line_before_is_tied(title: str, measure: float, tied: str) -> None:
    assert balanced(title, measure).replace(f" {JOINER}", "_") == tied
