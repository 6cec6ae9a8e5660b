"""The arithmetic of tables that are too wide: every column is kept, everything fits, nothing becomes too small."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guidebook.layout.tables.arrange import Parted, Smaller, Turned, arrangement, page_fuls

WIDTHS = st.lists(st.floats(5, 200), min_size=1, max_size=40)
LEAST = st.floats(0.5, 1.2)


@given(WIDTHS, LEAST, st.booleans(), st.booleans())
def test_what_is_arranged_fits(columns: list[float], least: float, may_turn: bool, may_part: bool) -> None:
    way, allowed = arrangement(columns, 300, 450, least, may_turn, may_part), min(1.0, least)
    if way is None:
        head = columns[0]
        assert sum(columns) * allowed > 290
        assert not may_part or len(columns) < 3 or any(head + width > 290 / allowed for width in columns[1:])
        return
    assert allowed - 1e-9 <= way.scale <= 1
    if isinstance(way, Parted):
        assert [0, *(place for part in way.columns for place in part[1:])] == list(range(len(columns)))
        assert all(part[0] == 0 and len(part) > 1 for part in way.columns)
        assert all(sum(columns[place] for place in part) * way.scale <= 300 for part in way.columns)
    else:
        assert sum(columns) * way.scale <= (450 if isinstance(way, Turned) else 300)


@given(WIDTHS)
def test_the_mildest_way_is_taken(columns: list[float]) -> None:
    way = arrangement(columns, 300, 450, 0.8)
    width = sum(columns)
    if width * 0.8 <= 295:
        assert isinstance(way, Smaller)
    elif width * 0.8 <= 440 and width * 0.8 > 300:
        assert isinstance(way, Turned)


@given(st.lists(st.floats(5, 120), min_size=1, max_size=60))
def test_rows_dealt_out_over_pages_are_all_there_and_three_at_least(rows: list[float]) -> None:
    pages = page_fuls(rows, 300)
    if pages is None:
        assert sum(rows) > 300
        return
    assert [place for page in pages for place in page] == list(range(len(rows)))
    assert all(sum(rows[place] for place in page) <= 300 for page in pages)
    assert len(pages) == 1 or (len(rows) > 9 and all(len(page) >= 3 for page in pages))
