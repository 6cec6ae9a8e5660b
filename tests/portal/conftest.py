"""Three invented cities whose data was written by hand, and a portal made of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guidebook.cli import main
from tests.sharing import made_once

THREE = Path(__file__).parent / "three"
Made = Callable[..., int]


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the three cities, made once for all workers."""
    return made_once(tmp_path_factory, "portal-of-three", build) / "output" / "site"


def build(folder: Path) -> None:
    assert main(["portal", str(THREE / "cities.yml"), "--output", str(folder / "output")]) == 0


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A copy of the three cities to change."""
    return shutil.copytree(THREE, tmp_path / "three")


@pytest.fixture
def made(three: Path, tmp_path: Path) -> Made:
    """Runs the command on the copy; the exit code."""

    def run(*options: str) -> int:
        return main(["portal", str(three / "cities.yml"), "--output", str(tmp_path / "output"), *options])

    return run
