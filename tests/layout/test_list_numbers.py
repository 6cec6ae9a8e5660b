"""Lists of ten items and more have room for their numbers, however closely what is around them is set."""

from __future__ import annotations

import pytest

from guidebook.books.assembly import SPARING
from guidebook.books.style_sheets import print_css
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.low_pages import COMPACT, TIGHT
from guidebook.model.settings.showing import Palette
from guidebook.render.book.chapter import LARGE, set_closer
from guidebook.render.book.typesetting import stylesheet
from tests.books.test_assembly import chapter, press
from tests.design import DESIGN, ON_SCREEN
from tests.paths import TEMPLATES

REPORT = '<article class="report"><div class="sections">{}</div></article>'
LESSONS = REPORT.format('<dl class="bodies lessons"><div><dt>진행 순서</dt><dd>{}</dd></div></dl>')
PROSE = REPORT.format('<div class="prose">{}</div>')


@pytest.fixture(scope="module")
def sheets() -> LayoutEngine:
    return press(stylesheet(print_css(TEMPLATES, "guidebook", DESIGN), Palette(), ON_SCREEN))


@pytest.mark.parametrize("around", [LESSONS, PROSE, "{}"])
@pytest.mark.parametrize(("first", "count"), [(1, 14), (95, 8), (2020, 6)])
@pytest.mark.parametrize("steps", [None, (), (COMPACT,), (COMPACT, TIGHT), (LARGE, SPARING)])
def test_no_number_hangs_into_the_margin(
    sheets: LayoutEngine, around: str, first: int, count: int, steps: tuple[str, ...] | None
) -> None:
    start = f' style="counter-reset: list-item {first - 1}"' if first > 1 else ""
    items = "".join("<li>읽어 봄</li>" for _ in range(count))
    made = chapter(around.format(f"<ol{start}>{items}</ol>"))
    _, faults = sheets.lay_out(made if steps is None else set_closer(made, *steps))
    assert faults == ()
