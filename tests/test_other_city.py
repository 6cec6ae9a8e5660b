"""Another city in `content/`: both commands do their work, and no test of the engine misses the shipped one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CITIES, ROOT
from tests.content_guard import GUARD
from tests.own_city import folder_of
from tests.scheduling import LONGEST

STARTING = ("reader_who_leaves", "no_file_may_grow", "a_folder_that_may_not_be_read")
"""Tests that start the commands in processes, which the guard of the content does not see; the others are seen on every
run."""
NOTHING = 5
"""What pytest ends with where it collects no test."""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout in which a small city has taken the place of the shipped one."""
    root = tmp_path_factory.mktemp("other") / "checkout"
    shutil.copytree(ROOT, root, ignore=not_copied)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    shutil.copytree(CITIES / "yeoul", root / "content")
    return root


def not_copied(folder: str, names: list[str]) -> set[str]:
    """What git does not know, and what another takes the place of."""
    top = {"content", "output", "node_modules", ".git", ".venv", ".cache", ".hypothesis"}
    found = {name for name in names if name == "golden" or name.endswith("_cache")}
    return found | (top & {*names} if Path(folder) == ROOT else set())


OURS = ("PYTEST", "FONTCONFIG", "PYTHONDONTWRITEBYTECODE")
"""What these tests are run with, and commands in the copy are not: what they compile there, the next of them takes."""


def run(checkout: Path, *arguments: str, code: int = 0) -> str:
    """What `build.py` becomes once all is set up (`guidebook.setup.become`); it must end with `code`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "guidebook.cli", *arguments],
        cwd=checkout,
        env={**environment, "PYTHONPATH": str(checkout)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def test_the_other_city_is_built_and_the_same_content_gives_the_same_output(checkout: Path, built_yeoul: Path) -> None:
    """In another process, from another checkout, into another folder."""
    run(checkout)
    home = (checkout / "output" / "site" / "index.html").read_text(encoding="utf-8")
    assert "여울군" in home
    assert (checkout / "output" / "site" / "guidebook" / "guidebook.pdf").is_file()
    assert (checkout / "output" / "manifest.json").read_bytes() == (built_yeoul / "manifest.json").read_bytes()


def files_to_collect() -> set[Path]:
    """Those with the tests that start processes, and one below each `conftest.py`, which is imported with it.

    The guard sees every other test module while it is imported on every run (`tests/content_guard.py`); it is what
    `conftest.py` imports that it does not see.
    """
    tests = ROOT / "tests"
    files = {path for path in tests.rglob("test_*.py") if not path.is_relative_to(tests / "shipped")}
    starting = {path for path in files - {Path(__file__)} if any(name in path.read_text("utf-8") for name in STARTING)}
    first = {
        min(path for path in files if path.is_relative_to(conftest.parent))
        for conftest in tests.rglob("conftest.py")
        if not conftest.is_relative_to(tests / "shipped")
    }
    return {path.relative_to(ROOT) for path in starting | first}


def test_tests_of_the_engine_are_collected_beside_it_and_those_that_start_processes_pass(checkout: Path) -> None:
    files = sorted(map(str, files_to_collect()))
    told = run(checkout, "test", "-q", "-p", "no:cacheprovider", "-k", " or ".join(STARTING), *files)
    assert re.search(rf"\b{len(STARTING)} passed, \d{{2,}} deselected", told)
    assert not re.search("skipped|failed|error", told)


def test_the_tests_of_the_first_city_are_not_there(checkout: Path) -> None:
    assert "no tests collected" in run(checkout, "test", "--collect-only", "-q", "tests/shipped", code=NOTHING)


@pytest.mark.parametrize(
    ("written", "folder"),
    [
        ("city:\n  name: 여울군\n  name_en: Yeoul-gun\n", "yeoul_gun"),
        ("city:\n  name: 여울군\n", None),
        ("city: 여울군\n", None),
        ("- a\n", None),
        ("a: [\n", None),
        (None, None),
    ],
)
def test_a_city_s_own_tests_are_those_of_its_name(tmp_path: Path, written: str | None, folder: str | None) -> None:
    if written is not None:
        (tmp_path / "site.yml").write_text(written, encoding="utf-8")
    assert folder_of(tmp_path) == folder


def test_whoever_opens_the_checkout_s_content_fails() -> None:
    for look in (lambda: (ROOT / "content" / "site.yml").read_text(), lambda: list((ROOT / "content").iterdir())):
        with pytest.raises(pytest.fail.Exception, match="reads the checkout's own content"):
            look()
    GUARD.opened.clear()


def test_files_that_begin_are_there() -> None:
    assert [name for name in LONGEST if not (ROOT / name).is_file()] == []
