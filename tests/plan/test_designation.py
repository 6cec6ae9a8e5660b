"""A designation holds until the end that the register gives, as exactly as that is known."""

from __future__ import annotations

import pytest

from guidebook.model.records.restaurant import Designation
from guidebook.plan.designation import current, ends_within


def held(**dates: str) -> Designation:
    return Designation(grade="good", checked_on="2026-10-20", **dates)


@pytest.mark.parametrize(
    ("dates", "day", "holds"),
    [
        ({}, "2035-01-01", True),
        ({"start": "2020-01-01"}, "2035-01-01", True),
        ({"start": "2026-12-01"}, "2026-11-30", False),
        ({"start": "2026-12-01"}, "2026-12-01", True),
        ({"end": "2026-12-15"}, "2026-12-15", True),
        ({"end": "2026-12-15"}, "2026-12-16", False),
        ({"end": "2026-12"}, "2026-12-31", True),
        ({"end": "2026-12"}, "2027-01-01", False),
        ({"end": "2028-02"}, "2028-02-29", True),
        ({"end": "2026"}, "2026-12-31", True),
        ({"end": "2026"}, "2027", False),
        ({"end": "2026-12-15"}, "2026-12", True),
        ({"end": "2027-12-15", "cancelled": "2026-06-01"}, "2026-06-01", False),
        ({"cancelled": "2026-06"}, "2026-06-20", False),
    ],
)
def test_it_holds_from_its_start_to_its_end_unless_cancelled(dates: dict[str, str], day: str, holds: bool) -> None:
    assert current(held(**dates), day) is holds


@pytest.mark.parametrize(
    ("dates", "soon"),
    [
        ({"end": "2026-12-31"}, True),
        ({"end": "2027-01-10"}, False),
        ({"end": "2027-02"}, False),
        ({"end": "2026-12"}, True),
        ({"end": "2026-11-04"}, False),
        ({"end": "2026-12-31", "cancelled": "2026-06"}, False),
        ({}, False),
    ],
)
def test_only_one_that_holds_ends_within_sixty_days(dates: dict[str, str], soon: bool) -> None:
    assert ends_within(held(**dates), "2026-11-05", 60) is soon
