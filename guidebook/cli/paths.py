"""Which folders a command works on: the one place where options, environment and checkout become a `Paths` value."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from guidebook.storage.paths import Paths

CACHE_VARIABLE = "JUMIN_CACHE"
"""Environment variable that names another cache than `.cache` in the checkout. The tests have one of their own."""


def checkout() -> Path:
    """The folder that the program runs from: content and output lie there unless said otherwise."""
    return Path(__file__).parents[2]


def cache_folder() -> Path:
    """What is kept between builds."""
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named) if named else checkout() / ".cache"


def paths_of(content: str, output: str) -> Paths:
    """The paths of a command with these options."""
    return Paths.within(checkout(), Path(content), Path(output), cache_folder())


def paths_of_mkdocs(config: Any) -> Paths:
    """The paths of plain `mkdocs`, whose configuration lies in the checkout and names the content."""
    folder = Path(config["config_file_path"]).absolute().parent
    return Paths.within(folder, Path(config["docs_dir"]), cache=cache_folder())
