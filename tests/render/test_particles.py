"""Particles follow how a name or a number is read aloud."""

from __future__ import annotations

import pytest

from guidebook.model.wording.particles import toward


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("다솜시", "다솜시로"),
        ("태안군", "태안군으로"),
        ("서울", "서울로"),
        ("1522-3113", "1522-3113으로"),
        ("043-222-0101", "043-222-0101로"),
        ("041-350-3112", "041-350-3112로"),
        ("041-350-3110", "041-350-3110으로"),
        ("041-350-3116", "041-350-3116으로"),
        ("041-350-3118", "041-350-3118로"),
        ("다솜시청(달빛동)", "다솜시청(달빛동)으로"),
        ("‘마을’", "‘마을’로"),
        ("", "로"),
    ],
)
def test_the_particle_of_direction_follows_how_a_name_is_read(noun: str, expected: str) -> None:
    assert toward(noun) == expected
