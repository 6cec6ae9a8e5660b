"""The machine every test of set-up gets, and the program as a package, built once in a run of tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.setup.installed_program import Installed, built, built_newer
from tests.setup.machine import Machine
from tests.sharing import made_once


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A fresh one: nothing installed, root, network."""
    return Machine(tmp_path)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return made_wheel(tmp_path_factory, "wheel", lambda folder: built(ROOT, folder))


@pytest.fixture(scope="session")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a version to come."""
    return made_wheel(tmp_path_factory, "newer", built_newer)


def made_wheel(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The wheel that `make` puts into its folder, or a folder below."""
    (wheel,) = made_once(factory, name, make).rglob("*.whl")
    return wheel


@pytest.fixture
def program(tmp_path: Path, wheel: Path) -> Installed:
    """The program in a venv of its own."""
    made = Installed(tmp_path)
    made.install(wheel)
    return made
