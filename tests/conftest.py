"""Fixtures that every folder of tests uses."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
CITIES = ROOT / "tests" / "cities"
Change = Callable[[str, str, str], None]


# How long an example takes says more of the machine than of the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept`: what golden pages look like now becomes what they should look like."""
    parser.addoption("--accept", action="store_true", help="rewrite the pictures of tests/golden from what is made now")


@pytest.fixture(autouse=True)
def day_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the day on which it runs: what the cities plan lies ahead."""
    if "guidebook.cli.clock" in sys.modules:
        monkeypatch.setattr("guidebook.cli.clock.today", lambda: "2026-11-28")


@pytest.fixture
def yeoul(tmp_path: Path) -> Path:
    """A copy of the tiny city, for tests that change it."""
    copy = tmp_path / "content"
    shutil.copytree(CITIES / "yeoul", copy)
    return copy


@pytest.fixture
def maru(tmp_path: Path) -> Path:
    """A copy of the tiny city that has places, a route and a visit."""
    copy = tmp_path / "content"
    shutil.copytree(CITIES / "maru", copy)
    return copy


@pytest.fixture
def change(maru: Path) -> Change:
    """Replaces words once in a file of that copy: `change("site.yml", old, new)`."""

    def replace(file: str, old: str, new: str) -> None:
        before = (maru / file).read_text(encoding="utf-8")
        assert old in before
        (maru / file).write_text(before.replace(old, new, 1), encoding="utf-8")

    return replace
