"""The yearly count adds up, and says what it left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.load.content import load_content
from guidebook.plan.tally import tally

DONE = "status: done\npeople_came: {people}\n"


def visits(maru: Path, *endings: str) -> None:
    """The city's visit, once for each ending, with another date each."""
    visit = (maru / "visits" / "hansol.yml").read_text(encoding="utf-8")
    (maru / "visits" / "hansol.yml").unlink()
    for number, ending in enumerate(endings, start=1):
        text = visit.replace("2026-12-03", f"2026-0{number}-05") + ending
        (maru / "visits" / f"v{number}.yml").write_text(text, encoding="utf-8")


def test_done_visits_are_counted_by_town_programme_and_month(maru: Path) -> None:
    visits(maru, DONE.format(people=20), DONE.format(people=5), "status: cancelled\n", "", "status: done\n")
    counted = tally(load_content(maru).catalogue, 2026)
    assert (counted.delegations, counted.people) == (3, 25)
    assert (counted.planned, counted.cancelled, counted.uncounted) == (1, 1, ("v5",))
    assert counted.months == (("1", 1, 20), ("2", 1, 5), ("5", 1, 0))
    assert ("가온면", 3, 25) in counted.towns
    assert [delegations for _, delegations, _ in counted.programs] == [3]
    assert tally(load_content(maru).catalogue, 2025).delegations == 0


def test_the_command_prints_a_table_and_writes_a_csv_that_no_spreadsheet_runs(
    maru: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visits(maru, DONE.format(people=20), DONE.format(people=5))
    town = maru / "towns" / "gaon.yml"
    town.write_text(town.read_text(encoding="utf-8").replace("name: 가온면", 'name: "=가온면"'), encoding="utf-8")
    file = tmp_path / "visits.csv"
    assert main(["visits", "--year", "2026", "--csv", str(file), "--content", str(maru)]) == 0
    said = capsys.readouterr().out
    assert "2026년 방문단 2곳, 25명" in said
    octets = file.read_bytes()
    assert octets.startswith(b"\xef\xbb\xbf")
    assert "면,'=가온면,2,25" in octets.decode("utf-8-sig")


def test_a_year_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["visits"]) == 2
    assert "--year" in capsys.readouterr().err
