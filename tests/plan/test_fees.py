"""What a visit costs: from stated numbers alone, by the largest group that they are, and never a guess."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.load.content import load_content
from guidebook.model.records.fees import EVERYONE, Fee
from guidebook.plan.fees import Bill, amount_for, bills, price_list
from guidebook.plan.visiting import plan_visit
from tests.conftest import Change
from tests.groups import divided

MUSEUM, VISIT = "sites/river-museum.yml", "visits/hansol.yml"
KINDS = """fees:
  - {who: 어른, amount: 3000}
  - {who: 어른, amount: 2400, group_from: 20}
  - {who: 어린이, amount: 1000}
"""
COVERS = "covers: [name_en, summary"


def of(content: Path) -> tuple[Bill, ...]:
    catalogue = load_content(content).catalogue
    visit = catalogue.visits[0]
    return bills(visit, plan_visit(visit, catalogue), catalogue)


@pytest.fixture
def museum(maru: Path, change: Change) -> Path:
    change(MUSEUM, "search:", f"{KINDS}search:")
    change(MUSEUM, COVERS, f"{COVERS}, fees")
    return maru


fees = st.lists(
    st.builds(
        Fee,
        who=st.sampled_from(("어른", "어린이")),
        amount=st.integers(0, 20_000),
        group_from=st.none() | st.integers(1, 60),
    ),
    max_size=6,
)


@given(fees, st.integers(1, 80))
def test_a_price_is_one_of_the_list_that_holds_for_so_many(fees: list[Fee], people: int) -> None:
    amount = amount_for("어른", people, fees)
    holding = [fee for fee in fees if fee.who == "어른" and (fee.group_from or 1) <= people]
    assert (amount is None) == (not holding)
    if amount is not None:
        largest = max(fee.group_from or 1 for fee in holding)
        assert amount in {fee.amount for fee in holding if (fee.group_from or 1) == largest}


def test_without_knowing_who_pays_nothing_is_reckoned(museum: Path) -> None:
    (bill,) = of(museum)
    assert (bill.paid, bill.total) == ((), None)
    assert price_list(bill.place.fees, str) == "어른 3,000원, 어른 20명부터 2,400원, 어린이 1,000원"


def test_those_who_pay_are_reckoned_by_the_group_that_they_are(museum: Path, change: Change) -> None:
    change(VISIT, "edition_at", "payers: [{who: 어른, people: 26}, {who: 어린이, people: 2}]\nedition_at")
    (bill,) = of(museum)
    assert bill.paid == (("어른", 26, 2400), ("어린이", 2, 1000))
    assert bill.total == 26 * 2400 + 2 * 1000
    assert not bill.doubtful


def test_payers_that_are_not_everyone_or_pay_no_stated_price_make_no_sum(museum: Path, change: Change) -> None:
    change(VISIT, "edition_at", "payers: [{who: 어른, people: 20}]\nedition_at")
    assert [bill.total for bill in of(museum)] == [None]
    change(VISIT, "{who: 어른, people: 20}", "{who: 어른, people: 20}, {who: 경로, people: 8}")
    assert [bill.total for bill in of(museum)] == [None]


def test_a_fee_for_everyone_needs_no_payers_and_a_group_pays_for_itself(museum: Path, change: Change) -> None:
    change(MUSEUM, KINDS, f"fees: [{{who: {EVERYONE}, amount: 500}}]\n")
    assert [bill.total for bill in of(museum)] == [28 * 500]
    divided(museum)
    assert [bill.total for bill in of(museum)] == [18 * 500]
