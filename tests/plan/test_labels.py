"""The words for kinds of places."""

from __future__ import annotations

from guidebook.model.records.place import PlaceKind
from guidebook.plan.labels import PLACE_LABELS


def test_every_kind_has_a_word_of_its_own() -> None:
    assert set(PLACE_LABELS) == set(PlaceKind)
    assert len({str(word) for word in PLACE_LABELS.values()}) == len(PlaceKind)
