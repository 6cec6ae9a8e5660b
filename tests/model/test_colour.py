"""Any colour of a city makes a ramp whose steps are as far apart as KRDS asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.colour import STEPS, contrast, luminance, ramp

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(("apart", "needed"), [(40, 3), (50, 4.5), (70, 7), (90, 15)])
@given(colour=COLOURS)
def test_steps_that_far_apart_reach_the_contrast(apart: int, needed: float, colour: str) -> None:
    made = ramp(colour)
    pairs = [(one, other) for one in STEPS for other in STEPS if other - one >= apart]
    assert [pair for pair in pairs if contrast(made[pair[0]], made[pair[1]]) < needed] == []


@given(colour=COLOURS)
def test_a_ramp_darkens_step_by_step(colour: str) -> None:
    lights = [luminance(ramp(colour)[step]) for step in STEPS]
    assert lights == sorted(lights, reverse=True)
    assert len(set(lights)) == len(STEPS)
