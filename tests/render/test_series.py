"""Figures over time: every number stands in the drawing, words stay inside and apart, parts add up."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.model.records.report.series import Series
from guidebook.render.graphic import series
from guidebook.render.graphic.figure import page_series, web_series
from guidebook.render.graphic.scene import Scene
from guidebook.render.graphic.sheet import Sheet
from tests.render.test_graphic import LOOK, SVG, WIDTHS, WORDS, context, look_at, program, texts

BUDGET = {
    "id": "budget",
    "title": "예산",
    "form": "stacked",
    "lines": [{"label": "군비", "unit": "백만원"}, {"label": "도비", "unit": "백만원"}],
    "rows": [{"when": "2024년", "values": ["8", "2"]}, {"when": "2025년", "values": ["9", "-"]}],
}


def drawn(made: Series, width: float) -> ElementTree.Element:
    sheet = Sheet(LOOK, width)
    height = series.draw(sheet, made, Scene(program("coverage")[1], context("yeoul")))
    svg = ElementTree.fromstring(str(sheet.svg(height, "g", "제목", "설명")))
    look_at(svg, width, height)
    return svg


def made_of(**changes: Any) -> Series:
    return Series.model_validate({**BUDGET, **changes})


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_not_known_is_no_nought_and_breaks_the_sum(width: float) -> None:
    said = [one for one, _ in texts(drawn(made_of(), width))]
    assert said.count("10") == 1, "the sum of 2024"
    assert said.count("-") == 2, "the part of 2025 and its sum"
    assert "0" not in said


@pytest.mark.parametrize("width", WIDTHS)
def test_a_line_is_broken_where_nothing_is_known(width: float) -> None:
    rows = [{"when": f"202{year}년", "values": [value]} for year, value in enumerate(["1", "2", "-", "4", "5"])]
    made = made_of(form="lines", lines=[{"label": "사람", "unit": "명"}], rows=rows)
    svg = drawn(made, width)
    strokes = [one for one in svg.iter(f"{SVG}path") if one.get("class") == "g-stroke"]
    dots = [one for one in svg.iter(f"{SVG}circle") if one.get("class") == "g-full"]
    assert (len(strokes), len(dots)) == (2 + 1, 4 + 1), "and one each in front of its name"


def test_lines_of_other_units_have_a_panel_of_their_own() -> None:
    lines = [{"label": "예산", "unit": "백만원"}, {"label": "사람", "unit": "명"}, {"label": "도비", "unit": "백만원"}]
    rows = [{"when": f"{year}년", "values": ["1", "2", "3"]} for year in (2024, 2025)]
    made = made_of(form="lines", lines=lines, rows=rows)
    assert made.panels == ((0, 2), (1,))
    said = [one for one, _ in texts(drawn(made, WIDTHS[0]))]
    assert [one for one in said if one.startswith("단위")] == ["단위: 백만원", "단위: 명"]


VALUES = st.one_of(st.just("-"), st.integers(0, 10**9).map(str), st.decimals(0, 999, places=1).map(str))


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(["lines", "stacked"]), st.integers(1, 4), st.integers(1, 12), st.sampled_from(WIDTHS))
def test_every_number_stands_in_the_drawing_and_words_stay_apart(
    data: st.DataObject, form: str, lines: int, rows: int, width: float
) -> None:
    names = data.draw(st.lists(WORDS, min_size=lines, max_size=lines, unique=True))
    grid = data.draw(st.lists(st.lists(VALUES, min_size=lines, max_size=lines), min_size=rows, max_size=rows))
    if form == "stacked" and lines > 1 and rows == 2:
        grid[0] = ["-"] * lines
    made = made_of(
        form=form,
        lines=[{"label": name, "unit": "명"} for name in names],
        rows=[{"when": f"{2000 + place}년", "values": values} for place, values in enumerate(grid)],
    )
    said = "".join(one for one, _ in texts(drawn(made, width))).replace(" ", "")
    for values in grid:
        for value in values:
            assert (value if value == "-" else f"{Decimal(value):,f}") in said


def test_the_figures_of_a_report_are_drawn_for_pages_and_paper_with_their_table() -> None:
    place, made = program("coverage")
    budget, people = web_series(place, made)
    assert [where for where, _ in budget.drawings] == ["desk", "phone"]
    assert [where for one in page_series(place, made) for where, _ in one.drawings] == ["page", "page"]
    assert budget.table.rows[1].cells == ("2024년", "8", "2")
    assert people.table.rows[0].cells == ("2023년", "420", "-")
    assert people.notes == ("counting",)
    assert people.table.sources
