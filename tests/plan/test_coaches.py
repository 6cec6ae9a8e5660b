"""Who rides on which coach follows from what the file says, and from nothing else."""

from __future__ import annotations

import pytest

from guidebook.model.records.delegation import Boarding, Coach, Departure
from guidebook.model.records.visit import Visit
from guidebook.plan.coaches import runs_of
from tests.conftest import CITIES
from tests.export.conftest import planned

VISIT = planned(CITIES / "maru").visit
GATE, STATION = (
    Boarding(place="시청 앞", time="07:30", people=14),
    Boarding(place="역", time="07:45", people=4),
)
UNCOUNTED = Boarding(place="역", time="07:45")


def with_coaches(*coaches: Coach) -> Visit:
    return VISIT.model_copy(update={"coaches": coaches, "depart": Departure(place="시청 앞", time="07:20")})


@pytest.mark.parametrize(
    ("coaches", "people"),
    [
        ((), [28]),
        ((Coach(),), [28]),
        ((Coach(people=20),), [20]),
        ((Coach(), Coach(people=8)), [None, 8]),
        ((Coach(boarding=(GATE, STATION)), Coach(people=10)), [18, 10]),
        ((Coach(boarding=(GATE, UNCOUNTED)), Coach(people=10)), [None, 10]),
        ((Coach(people=20, boarding=(GATE, STATION)),), [20]),
    ],
)
def test_how_many_ride(coaches: tuple[Coach, ...], people: list[int | None]) -> None:
    assert [run.people for run in runs_of(with_coaches(*coaches))] == people


def test_where_nothing_else_is_said_all_get_on_where_they_set_off() -> None:
    first, second = runs_of(with_coaches(Coach(boarding=(GATE, STATION)), Coach(people=10)))
    assert first.boarding == (GATE, STATION)
    assert second.boarding == (Boarding(place="시청 앞", time="07:20", people=10),)
    assert runs_of(VISIT)[0].boarding == ()
