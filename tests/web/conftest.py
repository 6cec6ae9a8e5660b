"""Tiny cities as they are published, each made once for all workers and only looked at."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guidebook.cli import main
from tests.conftest import CITIES
from tests.sharing import made_once
from tests.web.city_with_files import BASE, with_files

ENGLISH = "---\ntitle: Maru\nsummary: A town by the river.\norder: 1\n---\n\nHello.\n"


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that is made of a city with pictures and files whose address is known."""
    return made_once(tmp_path_factory, "maru-with-files", whole) / "output"


def whole(folder: Path) -> None:
    content = with_files(folder / "content", BASE)
    assert main(["--content", str(content), "--output", str(folder / "output")]) == 0


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website of a city with a page in English whose address is not known."""
    return made_once(tmp_path_factory, "maru-with-english", website) / "output" / "site"


def website(folder: Path) -> None:
    shutil.copytree(CITIES / "maru", folder / "content")
    with_english(folder / "content", folder / "output")


def with_english(content: Path, output: Path) -> None:
    """Give the city a page in English and build its website."""
    (content / "pages" / "en.md").write_text(ENGLISH, encoding="utf-8")
    assert main(["--content", str(content), "--output", str(output), "--site-only"]) == 0
