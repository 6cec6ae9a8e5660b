"""Which columns of a table hold figures or signs alone."""

from __future__ import annotations

import pytest

from guidebook.markdown.columns import figure_columns


@pytest.mark.parametrize(
    ("column", "flush_right"),
    [
        (["1", "22", "-3"], True),
        (["1,200만 원", "약 300명", "1.3%"], True),
        (["2,137[^a]", "**57건**", ""], True),
        (["10~12명", "-", "3"], True),
        (["○", "", "○"], True),
        (["✓", "○ ○"], False),
        (["○", "3"], False),
        (["3", "셋"], False),
        (["2019", "2020"], False),
        (["2019년"], False),
        (["7. 22.", "7. 23."], False),
        (["041-350-3602"], False),
        (["12:00"], False),
        (["3곳이 함께했다"], False),
        (["", "-"], False),
        ([], False),
    ],
)
def test_a_column_of_figures_or_signs_is_set_flush_right(column: list[str], flush_right: bool) -> None:
    assert figure_columns([["이름", cell] for cell in column]) == (frozenset({1}) if flush_right else frozenset())


def test_short_rows_say_nothing_of_further_columns() -> None:
    assert figure_columns([["가"], ["나", "3"], ["다", "", "○"]]) == {1, 2}
