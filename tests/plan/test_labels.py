"""The words for kinds of places."""

from __future__ import annotations

from guidebook.model.records.place import PlaceKind
from guidebook.plan.labels import KINDS


def test_every_kind_has_a_word_of_its_own() -> None:
    assert set(KINDS) == set(PlaceKind)
    assert len({str(word) for word in KINDS.values()}) == len(PlaceKind)
