"""A site that was built alone may go out, and it is said that its guidebook is not in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publishing.made_site import City
from tests.publishing.repositories import begin

SAID = "안내책자(PDF)가 없습니다"
TO_BRANCH = ("--author", "홍길동 <gil@example.kr>")


@pytest.mark.parametrize("target", ["www", "site.zip", "git"])
def test_a_missing_guidebook_is_said_each_time_and_a_present_one_is_not(city: City, target: str) -> None:
    begin(city.root)
    to: Path | str = target if target == "git" else city.root / target
    further = TO_BRANCH if target == "git" else ()
    for _ in range(2):
        run = city.publish(*further, to=to)
        assert (run.code, run.out.count(SAID)) == (0, 1), run.err
    city.build("whole", **{"guidebook__guidebook.pdf": "book"})
    assert SAID not in city.publish(*further, to=to).out
