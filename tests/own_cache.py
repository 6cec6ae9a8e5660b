"""A cache of the tests' own, and a guard that keeps them out of the checkout's.

What a developer's builds keep in `.cache` must neither help a test of the engine to pass nor be changed by one. Only
the shipped city is built there for its own tests, by a process of its own (`tests/shipped/`).
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guidebook.cli.paths import cache_folder
from guidebook.layout.typefaces import install
from tests.paths import PACKAGES

ROOT = Path(__file__).parents[1]
GUARDED = ROOT / ".cache"
REPORTS = GUARDED / "golden"
"""Pictures of pages that look otherwise than they should are left here for a person to see."""
HERE = -1
"""What the interpreter says where a path is not looked for in an open folder."""
EVENTS = frozenset(("open", "os.mkdir", "os.rename", "os.remove"))
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def folder_for_this_run(temporary: pytest.TempPathFactory) -> Path:
    """One for all workers, so that fonts are unpacked and chapters laid out once."""
    base = temporary.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache"


BOOK_FONTS, WEB_FONTS, STEPS = "fonts", "webfonts", "steps"


def furnished(folder: Path, *further: str, fonts: tuple[str, ...] = (BOOK_FONTS, WEB_FONTS)) -> Path:
    """A cache that begins with the fonts of this run's cache, for a test that wants one of its own.

    Unpacking and cutting them takes longer than a small city does. `further` are folders of that cache that it begins
    with, too: with `STEPS`, nothing is made again that any test has made.
    """
    ours = cache_folder()
    faces, faults = install(ours, PACKAGES)
    assert faces is not None, faults
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*fonts, *further):
        for path in [path for path in (ours / name).rglob("*") if path.is_file()]:
            place = folder / path.relative_to(ours)
            place.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):  # another worker has put it in its place, or taken it away, meanwhile
                place.hardlink_to(path)
    return folder


@cache
def guard() -> None:
    """From now on whatever this process would write into the checkout's cache fails. Cannot be taken back."""
    sys.addaudithook(_watch)


def _watch(event: str, arguments: tuple[Any, ...], events: frozenset[str] = EVENTS) -> None:
    if event not in events:  # as a rule
        return
    if event == "open":
        path, _, flags = arguments
        if flags & WRITING:
            _refuse(path)
        return
    folder = arguments[-1]
    if folder == HERE:  # else the name is one of a folder that is open, as when an old folder of tests is removed
        _refuse(arguments[1] if event == "os.rename" else arguments[0])


def _refuse(path: object) -> None:
    if isinstance(path, str | bytes | os.PathLike):
        place = Path(os.fsdecode(path)).absolute()
        allowed = not place.is_relative_to(GUARDED) or place.is_relative_to(REPORTS)
        assert allowed, f"a test writes into the cache of the checkout: {place}"
