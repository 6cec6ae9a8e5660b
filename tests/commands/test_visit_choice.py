"""Of which visits packs are made: what lies among their files and is none concerns nobody's pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.commands.packs.visit_choice import Choice, choice_of
from guidebook.model.diagnostic import has_errors


@pytest.fixture
def visits(maru: Path) -> Path:
    """Beside the one visit a text, a folder and a link, as a save may bring them."""
    folder = maru / "visits"
    (folder / "README.txt").write_text("메모", encoding="utf-8")
    (folder / "dir.yml").mkdir()
    (folder / "hansol").mkdir()
    (folder / "link.yml").symlink_to("hansol.yml")
    return folder


def chosen(maru: Path, only: frozenset[str] | None) -> Choice:
    catalogue, found = examine(maru)
    return choice_of(catalogue, found, maru, None, only)


def errors(choice: Choice) -> list[str]:
    return [fault.code for fault in choice.faults if has_errors([fault])]


def test_what_is_no_visit_does_not_stop_a_pack(maru: Path, visits: Path) -> None:
    choice = chosen(maru, frozenset({"hansol"}))
    assert [visit.id for visit in choice.visits] == ["hansol"]
    assert (choice.spoilt, errors(choice)) == ((), [])


def test_it_is_told_to_who_asks_for_it_or_for_all(maru: Path, visits: Path) -> None:
    choice = chosen(maru, frozenset({"hansol", "link"}))
    assert [visit.id for visit in choice.visits] == ["hansol"]
    assert choice.spoilt == ("link",)
    assert errors(choice) == ["linked-file"]
    everything = chosen(maru, None)
    assert [visit.id for visit in everything.visits] == ["hansol"]
    assert everything.spoilt == ("dir", "link", "visits/README.txt", "visits/hansol")


def test_a_fault_that_all_share_stops_all(maru: Path, visits: Path) -> None:
    (maru / "nonsense").mkdir()
    choice = chosen(maru, frozenset({"hansol"}))
    assert (choice.visits, errors(choice)) == ((), ["unknown-file"])
