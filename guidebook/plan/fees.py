"""What a visit costs at its places, from numbers that stand in the files alone: where they do not suffice, no sum.

Pure arithmetic over records; words of sources are never read for numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.fees import EVERYONE, Fee
from guidebook.model.records.place import Place
from guidebook.model.records.visit import Visit
from guidebook.model.wording.numbers import number
from guidebook.plan.itinerary import Entry, Itinerary

Paid = tuple[str, int, int]
"""Who, how many of them, what each pays."""


@dataclass(frozen=True, slots=True)
class Bill:
    """What one place costs the delegation."""

    place: Place
    paid: tuple[Paid, ...]
    """Empty where the files do not say enough to reckon it."""

    @property
    def total(self) -> int | None:
        """In won; None where it cannot be reckoned."""
        return sum(people * amount for _, people, amount in self.paid) if self.paid else None

    @property
    def doubtful(self) -> bool:
        """Whether its prices need confirming."""
        return self.place.doubtful("fees")


def bills(visit: Visit, itinerary: Itinerary, catalogue: Catalogue) -> tuple[Bill, ...]:
    """What each place with a price list costs, in the order of the visit; one that is seen twice a day once."""
    found: dict[tuple[str, int, str | None], Bill] = {}
    for entry in itinerary.entries:
        place = catalogue.place(entry.stop.site) if entry.stop.site else None
        if place is not None and place.fees:
            found.setdefault((place.id, entry.day, entry.stop.group), Bill(place, _paid(place.fees, entry, visit)))
    return tuple(found.values())


def _paid(fees: Sequence[Fee], entry: Entry, visit: Visit) -> tuple[Paid, ...]:
    people = visit.people if entry.people is None else entry.people
    if {fee.who for fee in fees} == {EVERYONE}:
        payers = [(EVERYONE, people)]
    elif people == visit.people == sum(payer.people for payer in visit.payers):
        payers = [(payer.who, payer.people) for payer in visit.payers]
    else:
        return ()
    paid: list[Paid] = []
    for who, count in payers:
        amount = amount_for(who, people, fees)
        if amount is None:
            return ()
        paid.append((who, count, amount))
    return tuple(paid)


def amount_for(who: str, people: int, fees: Sequence[Fee]) -> int | None:
    """What one of them pays in a group of so many: by the line for the largest group that they are; None if none."""
    lines = [fee for fee in fees if fee.who == who and (fee.group_from or 1) <= people]
    return max(lines, key=lambda fee: fee.group_from or 1).amount if lines else None


def price_list(fees: Sequence[Fee], words: Callable[[str], str]) -> str:
    """`어른 3,000원, 어른 20명부터 2,400원`."""
    return ", ".join(_line(fee, words) for fee in fees)


def _line(fee: Fee, words: Callable[[str], str]) -> str:
    won = words("{amount}원").format(amount=number(fee.amount))
    if fee.group_from is None:
        return f"{fee.who} {won}"
    return words("{who} {count}명부터 {price}").format(who=fee.who, count=number(fee.group_from), price=won)
