"""Rules over fees: price lists that say each price once, and people who pay one of them."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.text import text
from guidebook.model.wording.numbers import number
from guidebook.plan.fees import bills
from guidebook.plan.visiting import plan_visit


def each_price_is_said_once(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No two lines of a price list are for the same people in groups of the same size."""
    for place in catalogue.sites:
        lines = [(fee.who, fee.group_from) for fee in place.fees]
        for position, line in enumerate(lines):
            if line in lines[:position]:
                yield Diagnostic(
                    catalogue.where(place, "fees", position),
                    "same-fee",
                    text("같은 대상의 요금이 두 번 적혀 있습니다: {who}", who=line[0]),
                    text("하나만 남기거나, 단체 요금이면 group_from을 적으세요."),
                )


def payers_are_everyone(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """As many pay as come, and each pays a fee that the places of the visit have."""
    for visit in catalogue.visits:
        counted = sum(payer.people for payer in visit.payers)
        if visit.payers and counted != visit.people:
            yield Diagnostic(
                catalogue.where(visit, "payers"),
                "payer-people",
                text(
                    "요금 내는 사람은 모두 {counted}명인데 방문 인원은 {people}명입니다.",
                    counted=number(counted),
                    people=number(visit.people),
                ),
                text("payers의 people이나 방문 인원(people)을 고치세요. 그대로 두면 합계를 계산하지 않습니다."),
                Severity.WARNING,
            )
        places = [bill.place for bill in bills(visit, plan_visit(visit, catalogue), catalogue)] if visit.payers else []
        known = dict.fromkeys(fee.who for place in places for fee in place.fees)
        for position, payer in enumerate(visit.payers):
            if places and payer.who not in known:
                yield Diagnostic(
                    catalogue.where(visit, "payers", position, "who"),
                    "unknown-payer",
                    text("'{who}' 요금이 방문하는 곳에 없습니다.", who=payer.who),
                    text("장소의 fees에 적은 who 가운데 하나를 적으세요: {known}", known=", ".join(known)),
                    Severity.WARNING,
                )


RULES = (each_price_is_said_once, payers_are_everyone)
"""Of places, then of visits."""
