"""The checklist names all 33 items of KWCAG 2.2, and tests that are there."""

from __future__ import annotations

import re

from tests.conftest import ROOT

CHECKLIST = (ROOT / "docs" / "kwcag.md").read_text(encoding="utf-8")
ITEMS = {5: (1, 1, 3, 4), 6: (4, 2, 1, 4, 4), 7: (1, 2, 4), 8: (1, 1)}
"""Principle → how many items each of its guidelines has."""


def test_every_item_has_its_line() -> None:
    named = re.findall(r"^\| (\d\.\d\.\d) \S", CHECKLIST, re.MULTILINE)
    wanted = [
        f"{principle}.{guideline}.{item}"
        for principle, guidelines in ITEMS.items()
        for guideline, items in enumerate(guidelines, 1)
        for item in range(1, items + 1)
    ]
    assert named == wanted
    assert len(wanted) == 33


def test_every_test_it_names_is_there() -> None:
    for file, name in re.findall(r"`(\w+/test_\w+\.py)(?:::(\w+))?…?`", CHECKLIST):
        path = ROOT / "tests" / file
        assert path.is_file(), file
        assert f"def {name}" in path.read_text(encoding="utf-8"), name
