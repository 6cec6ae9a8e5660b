"""Which folders a command works on: the one place where options, environment and checkout become a `Paths` value.

In a checkout, `build.py` works on the checkout's own content. Where the program is installed, `guidebook` works on the
content of the folder in which it is started, as git does, and keeps output and cache beside that content.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from guidebook import __version__
from guidebook.storage.paths import Paths
from guidebook.storage.places import PACKAGES, front_end_folder, program_folder
from guidebook.words import COMMAND_OF_CHECKOUT, command

CACHE_VARIABLE = "JUMIN_CACHE"
"""Environment variable that names another cache than `.cache` beside the content. The tests have one of their own."""
CONTENT, SITE, OUTPUT, CACHE = "content", "site.yml", "output", ".cache"
PINNED = re.compile(r"^jumin-guidebook==([^\s;]+)", re.MULTILINE)
"""The line of a city's requirements.txt that says which version its repository is made with."""


def checkout() -> Path:
    """The folder of the program's own files: templates, lock files and, in a checkout, content and output."""
    return program_folder()


def works_on_its_checkout() -> bool:
    """Whether `build.py` was started, and not the `guidebook` of an installed package."""
    return command() == COMMAND_OF_CHECKOUT


def found_content(start: Path | None = None) -> Path | None:
    """The content that a command without `--content` works on; None where an installed program finds none.

    It is looked for in the folder itself and in those above it.
    """
    if works_on_its_checkout():
        return checkout() / CONTENT
    here = start or _here()
    for folder in (here, *here.parents):
        if (folder / CONTENT / SITE).exists():
            return folder / CONTENT
        if (folder == here or folder.name == CONTENT) and (folder / SITE).exists():
            return folder
    return None


def home_of(content: Path | None) -> Path:
    """The folder in which output and cache lie, if no option says otherwise."""
    if works_on_its_checkout():
        return checkout()
    return content.absolute().parent if content else _here()


def cache_folder(content: Path | None = None) -> Path:
    """What is kept between builds; without `content`, of the content that is found."""
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named) if named else home_of(content or found_content()) / CACHE


def paths_of(content: str | Path, output: str | Path | None) -> Paths:
    """The paths of a command with these options."""
    folder = Path(content)
    made = Path(output) if output is not None else home_of(folder) / OUTPUT
    return _with_packages(Paths.within(checkout(), folder, made, cache_folder(folder)))


def other_version(content: Path) -> str:
    """The version that the city's repository names, where another one runs; else empty."""
    named = None
    if not works_on_its_checkout():
        with suppress(OSError, UnicodeDecodeError):
            named = PINNED.search((home_of(content) / "requirements.txt").read_text(encoding="utf-8"))
    return named[1] if named and named[1] != __version__ else ""


def paths_of_mkdocs(config: Any) -> Paths:
    """The paths of plain `mkdocs`, whose configuration lies in the checkout and names the content."""
    folder = Path(config["config_file_path"]).absolute().parent
    return Paths.within(folder, Path(config["docs_dir"]), cache=cache_folder())


def paths_of_program() -> Paths:
    """The paths of a program that has no options: on a machine of a cluster, content and output come from elsewhere."""
    return _with_packages(Paths.within(checkout(), cache=cache_folder()))


def _here() -> Path:
    """The folder in which the program was started; where somebody deleted it, one in which nothing lies."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return Path("/")


def _with_packages(paths: Paths) -> Paths:
    return replace(paths, packages=front_end_folder(paths.checkout, os.environ) / PACKAGES)
