"""Price lists that say a price twice, and people who pay none, are told at their line."""

from __future__ import annotations

from pathlib import Path

from tests.check.conftest import Change, line
from tests.check.test_nights import told
from tests.plan.test_fees import COVERS, KINDS, MUSEUM, VISIT


def listed(change: Change, fees: str = KINDS) -> None:
    change(MUSEUM, "search:", f"{fees}search:")
    change(MUSEUM, COVERS, f"{COVERS}, fees")


def test_a_price_list_with_its_source_and_its_payers_meets_silence(maru: Path, change: Change) -> None:
    listed(change)
    change(VISIT, "edition_at", "payers: [{who: 어른, people: 26}, {who: 어린이, people: 2}]\nedition_at")
    assert told(maru) == []


def test_a_price_list_needs_a_source(maru: Path, change: Change) -> None:
    change(MUSEUM, "search:", f"{KINDS}search:")
    assert {one.code for one in told(maru)} == {"no-source"}


def test_a_price_is_said_once(maru: Path, change: Change) -> None:
    listed(change, KINDS + "  - {who: 어른, amount: 3500}\n")
    found = [one for one in told(maru) if one.code == "same-fee"]
    assert [one.span.line for one in found] == [line(maru, MUSEUM, "3500")]


def test_payers_are_everyone_and_pay_something(maru: Path, change: Change) -> None:
    listed(change)
    change(VISIT, "edition_at", "payers:\n  - {who: 어른, people: 20}\n  - {who: 경로, people: 2}\nedition_at")
    found = {one.code: one for one in told(maru)}
    assert "모두 22명인데 방문 인원은 28명" in str(found["payer-people"].message)
    assert found["unknown-payer"].span.line == line(maru, VISIT, "경로")
    assert "어른, 어린이" in str(found["unknown-payer"].hint)
