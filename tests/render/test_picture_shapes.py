"""Which picture opens a record, how many stand in a row, and that none is cut whose licence forbids it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.picture import Licence, People, Picture, Rights
from guidebook.render.text.picture_shapes import ABREAST, ROOM, ROWS, SHAPES, STEP, fit, opening, rows
from tests.conftest import ROOT

SIDES = st.integers(min_value=1, max_value=6000)
PERCENT = st.integers(min_value=0, max_value=100)


@dataclass(frozen=True)
class File:
    width: int
    height: int


def picture(licence: Licence = Licence.OWN, focus: str = "50% 50%", file: str = "a.jpg") -> Picture:
    rights = Rights(holder="마루군", licence=licence)
    return Picture(file=file, alt="강가의 나룻배", rights=rights, people=People.NONE, focus=focus)


@given(PERCENT, PERCENT)
def test_every_percentage_is_a_focus(across: int, down: int) -> None:
    assert picture(focus=f"{across}% {down}%").focus_point == (across, down)


@pytest.mark.parametrize("focus", ["60 40", "60%", "101% 0%", "60% 40% 20%", "-1% 5%", "left top", "6.5% 5%"])
def test_nothing_else_is(focus: str) -> None:
    with pytest.raises(ValueError, match="focus"):
        picture(focus=focus)


@given(st.sampled_from(sorted(SHAPES)), SIDES, SIDES, st.booleans(), st.sampled_from([Licence.KOGL_3, Licence.KOGL_4]))
def test_what_must_not_be_changed_is_never_cut(
    shape: str, width: int, height: int, paper: bool, licence: Licence
) -> None:
    found = fit(picture(licence, "0% 0%"), File(width, height), shape, paper)
    assert "cut" not in found.classes
    assert found.zoom <= 1


@given(st.sampled_from(sorted(SHAPES)), SIDES, SIDES, PERCENT, PERCENT)
def test_what_is_cut_fills_its_place_without_being_enlarged(
    shape: str, width: int, height: int, across: int, down: int
) -> None:
    found = fit(picture(focus=f"{across}% {down}%"), File(width, height), shape)
    if "cut" in found.classes:
        assert found.zoom >= 1
        assert width + 0.005 * ROOM[shape] >= ROOM[shape] * found.zoom
        assert found.classes == ("cut", f"to-{shape}")
    else:
        assert found.moved == ()
        assert (found.classes == ("fit", f"to-{shape}")) == (shape in ROWS)


@given(PERCENT, PERCENT)
def test_the_style_sheet_has_every_focus(across: int, down: int) -> None:
    css = (ROOT / "templates" / "theme" / "css" / "37-pictures.css").read_text(encoding="utf-8")
    for size, there in (((2400, 800), across), ((1200, 1600), down)):
        moved = fit(picture(focus=f"{across}% {down}%"), File(*size), "pair").moved
        (near,) = [int(name.removeprefix("at-")) for name in moved] or [50]
        assert abs(near - there) <= STEP / 2
        assert near == 50 or f".at-{near} {{ --at: {near}%; }}" in css


def test_the_style_sheet_has_every_shape() -> None:
    css = (ROOT / "templates" / "theme" / "css" / "37-pictures.css").read_text(encoding="utf-8")
    for shape, ratio in SHAPES.items():
        (line,) = [line for line in css.splitlines() if line.startswith(f".to-{shape} img")]
        width, _, height = line.partition("aspect-ratio: ")[2].rstrip("; }").partition("/")
        assert float(width) / float(height or 1) == ratio


@given(st.integers(min_value=1, max_value=40))
def test_rows_are_as_long_as_each_other(count: int) -> None:
    pictures = [picture(file=f"{number}.jpg") for number in range(count)]
    found = rows(pictures)
    assert [one for row in found for one in row] == pictures
    lengths = [len(row) for row in found]
    assert max(lengths) <= ABREAST
    assert max(lengths) - min(lengths) <= 1


@pytest.mark.parametrize(
    ("size", "low", "shape"),
    [
        ((1800, 1200), False, "wide"),
        ((1800, 1200), True, "band"),
        ((2400, 800), False, "band"),
        ((600, 200), False, "wide"),  # too small for the whole width
        ((1200, 1600), False, "tall"),
        ((1200, 1600), True, "tall"),
        ((1000, 1000), False, "tall"),
    ],
)
def test_the_first_picture_opens_the_record(size: tuple[int, int], low: bool, shape: str) -> None:
    first, second = picture(file="first.jpg"), picture(file="second.jpg")
    files = {"first.jpg": File(*size), "second.jpg": File(100, 100)}
    found = opening((first, second), files, low)
    assert (found.picture, found.shape, found.others) == (first, shape, (second,))


def test_a_picture_without_its_file_opens_nothing() -> None:
    assert opening((picture(),), {}).picture is None


def test_a_panorama_that_must_stay_whole_is_no_band() -> None:
    assert opening((picture(Licence.KOGL_4),), {"a.jpg": File(2400, 800)}).shape == "wide"
