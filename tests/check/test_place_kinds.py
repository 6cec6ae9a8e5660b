"""Kinds of places: those that nobody knows, and what a city writes of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.check import check
from guidebook.load.content import load_content
from guidebook.model.diagnostic import Diagnostic
from tests.conftest import Change

OWN = "place_kinds:\n  - {id: salt-farm, label: 염전, label_en: Salt farm}\n"


def faults(content: Path) -> list[Diagnostic]:
    loaded = load_content(content)
    return [one for one in (*loaded.diagnostics, *check(loaded.catalogue)) if one.severity == "error"]


def test_a_kind_that_nobody_knows_is_told_with_the_nearest_and_how_to_add_one(maru: Path, change: Change) -> None:
    change("sites/old-fort.yml", "kind: fortress", "kind: fortres")
    (fault,) = faults(maru)
    assert (fault.code, fault.span.line) == ("unknown-place-kind", 2)
    assert fault.span.file.endswith("sites/old-fort.yml")
    assert "'fortress'(성곽)를 뜻하셨나요?" in str(fault.hint)
    assert "site.yml의 place_kinds에 id, label, label_en을" in str(fault.hint)


def test_a_kind_like_none_is_told_with_how_to_add_it(maru: Path, change: Change) -> None:
    change("sites/old-fort.yml", "kind: fortress", "kind: zzz")
    (fault,) = faults(maru)
    assert str(fault.hint) == "새로운 종류라면 site.yml의 place_kinds에 id, label, label_en을 적으세요."


def test_a_korean_name_is_told_its_id(maru: Path, change: Change) -> None:
    change("sites/old-fort.yml", "kind: fortress", "kind: 박물관")
    (fault,) = faults(maru)
    assert str(fault.hint) == "'museum' 아이디를 적으세요(박물관·전시관)."


def test_a_kind_of_the_city_is_known(maru: Path, change: Change) -> None:
    change("sites/old-fort.yml", "kind: fortress", "kind: salt-farm")
    change("site.yml", "holidays:", f"{OWN}holidays:")
    assert faults(maru) == []


def test_one_that_is_near_a_kind_of_the_city_is_told_so(maru: Path, change: Change) -> None:
    change("sites/old-fort.yml", "kind: fortress", "kind: salt-fram")
    change("site.yml", "holidays:", f"{OWN}holidays:")
    (fault,) = faults(maru)
    assert "'salt-farm'(염전)을 뜻하셨나요?" in str(fault.hint)


@pytest.mark.parametrize(
    ("settings", "codes", "line"),
    [
        ("  - {id: salt-farm, label: 염전, label_en: Salt farm}\n" * 2, ["duplicate-place-kind"], 3),
        ("  - {id: salt-farm, label: 염전}\n", ["place-kind-name"], 2),
        ("  - {id: salt-farm}\n", ["place-kind-name", "place-kind-name"], 2),
        ("  - {id: museum, label: 기념관}\n", ["place-kind-name"], 2),
        ("  - {id: museum, role: facility}\n", [], 0),
        ("  - {id: market, letter: 시장}\n", ["too-long"], 2),
        ("  - {id: market, role: shop}\n", ["bad-choice"], 2),
    ],
)
def test_own_kinds_are_whole(maru: Path, change: Change, settings: str, codes: list[str], line: int) -> None:
    site = (maru / "site.yml").read_text(encoding="utf-8")
    before = site[: site.index("holidays:")].count("\n")
    change("site.yml", "holidays:", f"place_kinds:\n{settings}holidays:")
    found = faults(maru)
    assert [fault.code for fault in found] == codes
    assert all(fault.span.line == before + line for fault in found)


def test_a_landmark_of_the_city_is_no_stop(maru: Path, change: Change) -> None:
    change("sites/reed-village.yml", "kind: experience-village", "kind: gate")
    own = "place_kinds:\n  - {id: gate, label: 문, label_en: Gate, role: landmark}\n"
    change("site.yml", "holidays:", f"{own}holidays:")
    assert [fault.code for fault in faults(maru)] == ["landmark-stop"]
    change("site.yml", "role: landmark", "role: landmark, stop: true")
    assert faults(maru) == []
