"""Which reports a delegation is given: those its file names, else its route's, else those of which its stops tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.plan.visiting import programs_of
from tests.conftest import Change

VISIT = "visits/hansol.yml"
STOPS = "stops:\n  - {hall: gaon, text: 강길 이야기, program: river-path, stay: 60}\n  - {hall: naru, stay: 40}\n"
UNNAMED = STOPS.replace("program: river-path, ", "")


@pytest.mark.parametrize(
    ("places", "given"),
    [
        ("route: river-day\n", ["river-path"]),
        (STOPS, ["river-path"]),
        (UNNAMED, []),
        (f"{UNNAMED}programs: [river-path]\n", ["river-path"]),
    ],
)
def test_the_booklet_has_the_reports_that_are_told_of(
    places: str, given: list[str], maru: Path, change: Change
) -> None:
    change(VISIT, "route: river-day\n", places)
    catalogue = load_content(maru).catalogue
    assert [program.id for program in programs_of(catalogue.visits[0], catalogue)] == given
