"""Which days the command line takes: one rule for every `--date`, `--day` and `--today`, told with an example."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.cli import main

COMMANDS = (
    ("due", "--date"),
    ("check", "--date"),
    ("check", "--today"),
    ("visits", "--day"),
    ("new", "visit", "--date"),
    ("guidebook", "--date"),
    ("import", "hygiene", "file", "--date"),
    ("import", "tourapi", "file", "--date"),
    ("import", "table", "file", "--as", "site", "--date"),
)
NO_DAYS = ("2999-12-31", "9990-01-01", "2100-01-01", "1979-12-31", "0026-12-01", "0001-01-01", "2026-12-32", "12월 3일")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("day", NO_DAYS)
def test_a_day_that_no_calendar_or_file_holds_is_told(
    maru: Path, tmp_path: Path, command: tuple[str, ...], day: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, day, "--content", str(maru), "--output", str(tmp_path / "output")]) == 2
    said = capfd.readouterr().err
    assert "2026-12-03처럼" in said
    assert "%Y" not in said
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("day", ["1980-01-01", "2099-12-31"])
def test_the_first_and_the_last_day_are_taken(maru: Path, tmp_path: Path, day: str) -> None:
    arguments = ["--content", str(maru), "--output", str(tmp_path / "output")]
    assert main(["due", "--date", day, *arguments]) == 0
    assert main(["visits", "--day", day, *arguments]) == 0
