"""The machine every test of set-up gets, and the program as a package, built once for the tests of a process."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.setup.installed_program import Installed, built, built_newer
from tests.setup.machine import Machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A fresh one: nothing installed, root, network."""
    return Machine(tmp_path)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return built(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a version to come."""
    return built_newer(tmp_path_factory.mktemp("newer"))


@pytest.fixture
def program(tmp_path: Path, wheel: Path) -> Installed:
    """The program in a venv of its own."""
    made = Installed(tmp_path)
    made.install(wheel)
    return made
