"""Fixtures that every folder of tests uses."""

from __future__ import annotations

import gc
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from guidebook.cli import main
from guidebook.cli.paths import CACHE_VARIABLE
from tests.chromium import browser
from tests.content_guard import content_is_left_alone, pytest_make_collect_report, pytest_runtest_protocol
from tests.own_cache import folder_for_this_run, guard
from tests.scheduling import pytest_collection_modifyitems
from tests.sharing import made_once

__all__ = [
    "browser",
    "content_is_left_alone",
    "pytest_collection_modifyitems",
    "pytest_make_collect_report",
    "pytest_runtest_protocol",
]

ROOT = Path(__file__).parents[1]
CITIES = ROOT / "tests" / "cities"
Change = Callable[[str, str, str], None]


TWO_COACHES = """depart: {place: 한솔시청 앞, time: "07:30"}
contact: {department: 주민자치과, duty: 서무, phone: 02-2000-0000}
coaches:
  - seats: 25
    phone: 02-2000-1111
    boarding:
      - {place: 한솔시청 앞, time: "07:30", who: 주민자치위원, people: 14}
      - {place: 한솔역, address: 한솔시 역로 1, time: "07:45", who: 담당 공무원, people: 4}
  - {name: 뒤차, seats: 15, people: 10}
diet: [채식 2명]
mobility: [휠체어 1명]
edition: 2
changed: [점심 장소를 바꾸었습니다, 버스를 두 대로 나누었습니다]
"""
"""What a visit may say of its delegation, beside what 한솔시's says."""


# How long an example takes says more of the machine than of the code.
settings.register_profile("unhurried", deadline=None)
settings.register_profile("brief", deadline=None, max_examples=40)
BRIEF = "not long"
"""The mark by which `build.py test` leaves out what takes long; only `--all` tries every example."""


def pytest_configure(config: pytest.Config) -> None:
    """A run in the background of a shell does not hear Ctrl-C, and neither would a command that it starts."""
    settings.load_profile("brief" if config.getoption("markexpr") == BRIEF else "unhurried")
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Most of what lives from here on lives to the end: the collector need not look through it again and again."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept`: what golden pages look like now becomes what they should look like."""
    parser.addoption("--accept", action="store_true", help="rewrite the pictures of tests/golden from what is made now")


@pytest.fixture(autouse=True)
def day_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the day on which it runs: what the cities plan lies ahead."""
    monkeypatch.setattr("guidebook.cli.clock.today", lambda: "2026-11-28")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Commands, in this process or another, keep what they keep in a folder of this run."""
    guard()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE_VARIABLE, str(folder_for_this_run(tmp_path_factory)))
        yield


@pytest.fixture(scope="session", autouse=True)
def one_process() -> Iterator[None]:
    """Commands in this process start no others, for tests run side by side already. Those of the pool ask for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("guidebook.storage.workers.cores", lambda: 1)
        yield


@pytest.fixture(scope="session")
def built_yeoul(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Website and book of the tiny city, for tests that only read them."""

    def build(folder: Path) -> None:
        assert main(["--content", str(CITIES / "yeoul"), "--output", str(folder / "output")]) == 0

    return made_once(tmp_path_factory, "built-yeoul", build) / "output"


@pytest.fixture
def no_waiting() -> Iterator[None]:
    """Fails what never ends. Without a handler the alarm would end the whole run of tests."""

    def stop(*_: object) -> None:
        pytest.fail("no end after 300 seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(300)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


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


@pytest.fixture
def change(maru: Path) -> Change:
    """Replaces words once in a file of that copy: `change("site.yml", old, new)`."""

    def replace(file: str, old: str, new: str) -> None:
        before = (maru / file).read_text(encoding="utf-8")
        assert old in before
        (maru / file).write_text(before.replace(old, new, 1), encoding="utf-8")

    return replace
