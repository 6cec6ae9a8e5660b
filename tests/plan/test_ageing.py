"""What ages: since when a value is unconfirmed, when a designation ends, when all has to be reviewed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.load.content import load_content
from guidebook.plan.ageing import Due, Reason, _a_year_after, ageing, due_by
from tests.conftest import CITIES

Edit = Callable[[str, str], None]
SOURCE = "sources:\n  - {kind: official, publisher: 마루군, title: 자료, %s covers: [%s]}\n"


@pytest.fixture
def place(tmp_path: Path) -> Callable[[str], tuple[Due, ...]]:
    """Writes a place with these lines and gives what ages of it."""
    import shutil

    content = tmp_path / "content"
    shutil.copytree(CITIES / "maru", content)

    def written(lines: str) -> tuple[Due, ...]:
        (content / "sites" / "pier.yml").write_text(f"name: 부두\nkind: port\ntown: gaon\n{lines}", encoding="utf-8")
        loaded = load_content(content)
        assert "pier" in {site.id for site in loaded.catalogue.sites}, loaded.diagnostics
        return tuple(due for due in ageing(loaded.catalogue) if due.id == "pier")

    return written


def test_values_seen_together_are_due_together(place: Callable[[str], tuple[Due, ...]]) -> None:
    (due,) = place("phone: 043-222-2000\nhours: 09:00~18:00\n" + SOURCE % ("date: 2025-03,", "phone, hours"))
    assert (due.reason, due.day, due.seen, due.keys) == (
        Reason.UNCONFIRMED,
        date(2026, 3, 31),
        "2025-03",
        ("phone", "hours"),
    )
    assert [str(title) for title in due.titles] == ["전화", "운영시간"]
    assert due.span.line in (4, 5)


def test_the_latest_source_counts_and_a_kept_copy_is_as_old_as_it_is(place: Callable[[str], tuple[Due, ...]]) -> None:
    entry = "  - {kind: official, publisher: 시, title: 자료, date: 2026-01-05, kept: 2023-04, covers: [phone]}\n"
    (due,) = place("phone: 043-222-2000\n" + SOURCE % ("date: 2024-02-29,", "phone") + entry)
    assert (due.seen, due.day) == ("2024-02-29", date(2025, 2, 28))


def test_what_was_never_dated_is_due_at_once(place: Callable[[str], tuple[Due, ...]]) -> None:
    (due,) = place("fee: 무료\n" + SOURCE % ("", "fee"))
    assert (due.day, due.seen) == (None, "")


def test_what_does_not_change_by_itself_does_not_age(place: Callable[[str], tuple[Due, ...]]) -> None:
    assert place("parking: 40\n" + SOURCE % ("date: 2019,", "parking")) == ()


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_a_year_later_is_a_year_later(day: date) -> None:
    later = _a_year_after(day.isoformat())
    assert timedelta(365) <= later - day <= timedelta(366)
    assert (later.month, later.day) == (day.month, day.day) or (day.month, day.day) == (2, 29)


def test_what_is_due_comes_in_its_order_and_not_before_its_day() -> None:
    catalogue = load_content(CITIES / "yeoul").catalogue
    everything = ageing(catalogue)
    days = [due.day or date.min for due in everything]
    assert days == sorted(days)
    assert {due.reason for due in everything} >= {Reason.UNCONFIRMED, Reason.REVIEW}
    for day in ("2020-01-01", "2026-11-28", "2080-01-01"):
        due = due_by(catalogue, day)
        assert due == everything[: len(due)]
        assert all(one.day is None or one.day <= date.fromisoformat(day) for one in due)
    assert due_by(catalogue, "2080-01-01") == everything
