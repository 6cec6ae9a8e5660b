"""The city's own content, read once, and built once with everything that is published of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from guidebook.cli.paths import CACHE_VARIABLE
from guidebook.load.content import Loaded, load_content
from guidebook.model.catalogue import Catalogue
from tests.browser.conftest import address, page, tab
from tests.conftest import ROOT
from tests.export.conftest import City, published
from tests.sharing import made_once

__all__ = ["address", "page", "tab"]


@dataclass(frozen=True)
class Built:
    """The content as it was built, and what came out."""

    content: Path
    output: Path


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return load_content(ROOT / "content")


@pytest.fixture(scope="session")
def content(loaded: Loaded) -> Catalogue:
    return loaded.catalogue


@pytest.fixture(scope="session")
def city(content: Catalogue) -> City:
    """What is published of it."""
    return published(content)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Website and books. The sample is made public, so that its page is looked at too."""
    folder = made_once(tmp_path_factory, "dangjin", build)
    return Built(folder / "content", folder / "output")


def build(folder: Path) -> None:
    """Copy the content and build all that is published of it."""
    content, output = folder / "content", folder / "output"
    shutil.copytree(ROOT / "content", content)
    sample = content / "visits" / "sample.yml"
    sample.write_text(sample.read_text(encoding="utf-8") + "public: true\n", encoding="utf-8")
    run("--content", content, "--output", output)


def run(*arguments: str | Path) -> None:
    """A command in a process of its own, as `build.py` starts it: on all cores and with the checkout's cache.

    So the city is made once, whether it is built before its tests or after them.
    """
    environment = {name: value for name, value in os.environ.items() if name != CACHE_VARIABLE}
    command = [sys.executable, "-m", "guidebook.cli", *map(str, arguments)]
    made = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr


@pytest.fixture(scope="session")
def pack(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample's pack. Apart, because those who look at pages need not wait for it."""

    def make(folder: Path) -> None:
        run("guidebook", "--visit", "sample", "--content", built.content, "--output", folder / "output")

    return made_once(tmp_path_factory, "dangjin-pack", make) / "output" / "print" / "sample"


@pytest.fixture(scope="session")
def site(built: Built) -> Path:
    """The website, for the tests of pages in a browser."""
    return built.output / "site"
