"""Proves on every run that no test of the engine reads the content in the checkout: who opens it fails.

Separate, because it hangs in the interpreter: an audit hook sees every file that is opened and every folder that is
listed, whoever does it. A city's own tests in `tests/shipped/` read that content; they are let through. Processes that
tests start are not seen; `tests/test_other_city.py` runs such tests beside another city.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMED = "content"
CONTENT = str(ROOT / NAMED)
CITY_TESTS = ROOT / "tests" / "shipped"
EVENTS = frozenset(("open", "os.listdir", "os.scandir"))


class ContentGuard:
    """Watches while the engine's own tests are imported and run."""

    def __init__(self) -> None:
        self.watching = False
        self.opened: list[str] = []
        """What was opened all the same. Kept, because whoever opened it may have caught what was raised."""

    def look_at(self, name: object) -> None:
        """Raise where what is opened is the content."""
        if not self.watching:
            return
        if not isinstance(name, str):
            if not isinstance(name, bytes | os.PathLike):
                return
            name = os.fsdecode(name)
        if os.sep not in name:  # a bare name is one of a folder that is open, as when a folder is removed
            return
        if name[0] == os.sep and NAMED not in name:
            return
        path = os.path.abspath(name)  # noqa: PTH100  # no Path: this runs for every file
        if path == CONTENT or path.startswith(CONTENT + os.sep):
            self.opened.append(path)
            raise pytest.fail.Exception(f"a test of the engine reads the checkout's own content: {path}", pytrace=True)

    @contextmanager
    def around(self, path: Path) -> Iterator[None]:
        """Watch while a test module is imported, or one of its tests is run."""
        self.watching = not path.is_relative_to(CITY_TESTS)
        try:
            yield
        finally:
            self.watching = False


GUARD = ContentGuard()


def _hook(event: str, arguments: tuple[object, ...], events: frozenset[str] = EVENTS) -> None:
    """The audit hook. Of a hundred events one is among these, so that a method would take four times as long."""
    if event in events:
        GUARD.look_at(arguments[0])


sys.addaudithook(_hook)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """While a module is imported."""
    if not isinstance(collector, pytest.Module):
        return (yield)
    with GUARD.around(collector.path):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """While a test and its fixtures are run."""
    with GUARD.around(item.path):
        return (yield)


@pytest.fixture(autouse=True)
def content_is_left_alone() -> Iterator[None]:
    """Fails a test that swallowed what the hook raised."""
    yield
    opened, GUARD.opened = GUARD.opened, []
    assert opened == []
