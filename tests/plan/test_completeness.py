"""How complete records are, by the labels of their fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.model.label import label_of, models_of
from guidebook.model.record import Record
from guidebook.plan.completeness import Completeness, completeness
from guidebook.plan.local_words import sights
from tests.conftest import CITIES


@pytest.fixture(scope="module")
def of_maru() -> dict[tuple[str, str], Completeness]:
    catalogue, _ = examine(CITIES / "maru")
    return {(one.kind, one.id): one for one in completeness(catalogue)}


def lacking(one: Completeness) -> set[str]:
    return {str(lack.title) for lack in one.lacking}


def test_every_kind_with_wanted_fields_is_told_and_no_private_one(
    of_maru: dict[tuple[str, str], Completeness],
) -> None:
    assert {kind for kind, _ in of_maru} == {"program", "town", "site", "guide", "restaurant", "route"}


def test_what_is_lacking_is_named_as_its_label_says(maru: Path) -> None:
    catalogue, _ = examine(maru)
    program = catalogue.programs[0]
    bare = program.model_copy(
        update={
            "facts": program.facts.model_copy(update={"scale": None, "cost": None, "result": None}),
            "rules": (),
            "notes": (),
            "indicators": (),
            "comparisons": (),
            "timetable": None,
            "lessons": type(program.lessons)(),
        }
    )
    one = next(one for one in completeness(catalogue.having(type(program), bare)) if one.kind == "program")
    assert {"규모", "예산", "성과", "근거 법규", "따라 하려면", "주요 통계", "출처"} <= lacking(one)
    assert one.there + len(one.lacking) == one.wanted
    assert ("facts", "cost") in {lack.keys for lack in one.lacking}


def test_no_is_an_answer_and_nothing_is_none(maru: Path) -> None:
    catalogue, _ = examine(maru)
    place = sights(catalogue)[0]
    for value, is_lacking in ((False, False), (True, False), (None, True)):
        other = place.model_copy(update={"toilet": value})
        (one,) = (one for one in completeness(catalogue.having(type(place), other)) if one.kind == "site")
        assert ("화장실" in lacking(one)) == is_lacking


def test_a_car_park_needs_no_closed_days(maru: Path) -> None:
    catalogue, _ = examine(maru)
    place = catalogue.sites[0]
    wanted = {}
    for kind in ("museum", "parking"):
        other = place.model_copy(update={"kind": kind, "closed": None, "hours": None})
        (one,) = (one for one in completeness(catalogue.having(type(place), other)) if one.kind == "site")
        wanted[kind] = lacking(one)
    assert {"휴무일", "운영시간"} <= wanted["museum"]
    assert not {"휴무일", "운영시간"} & wanted["parking"]


def test_wanted_fields_can_be_left_out() -> None:
    """A field that must be there is never lacking, so that wanting it says nothing."""
    roots = Record.__subclasses__()
    wanted = [
        (model.__name__, name)
        for model in models_of(*roots)
        for name, info in model.model_fields.items()
        if label_of(model, name).wanted and info.is_required() and info.annotation is not str
    ]
    assert wanted == []
