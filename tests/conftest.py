"""Fixtures that every folder of tests uses."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CITIES = ROOT / "tests" / "cities"


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
