"""Graphics of reports: words stay inside and apart, squares are the amount, and every kind has its table behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations, pairwise
from math import hypot
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.load.content import load_content
from guidebook.model.print_format import PrintFormat
from guidebook.model.records.graphic import Graphic
from guidebook.model.records.program import Program
from guidebook.render.book.program import program_chapter
from guidebook.render.context import RenderContext
from guidebook.render.graphic.bars import ratios
from guidebook.render.graphic.figure import KINDS, GraphicFigure, page_figure, untold, web_figure
from guidebook.render.graphic.look import GraphicLook
from guidebook.render.graphic.scene import Scene
from guidebook.render.graphic.sheet import Sheet, wrapped
from guidebook.render.map.placing import Box
from guidebook.render.new_context import context_of
from guidebook.render.templates import numbered
from guidebook.render.text.korean import unbind
from guidebook.render.text.word_width import width_of
from tests.conftest import CITIES
from tests.design import DESIGN, PACKAGES, TEMPLATES

SVG = "{http://www.w3.org/2000/svg}"
LOOK = DESIGN.look(GraphicLook)
WIDTHS = (LOOK.width_page, LOOK.width_desk, LOOK.width_phone)
HAIR = 0.6
"""Points by which the estimate of a width may be off."""
WHERE = {
    "actors": ("dasom", "leave"),
    "before_after": ("yeoul", "library"),
    "ties": ("dasom", "neighbours"),
    "spread": ("dasom", "assembly"),
    "hours": ("maru", "river-path"),
    "coverage": ("yeoul", "market"),
    "growth": ("dasom", "visitors"),
}
"""A programme of each kind, in the cities of the tests."""
WORDS = st.text(alphabet="가나다라마바사 Ab1.,()·", min_size=1, max_size=40).filter(lambda said: said.strip() != "")


@cache
def context(city: str) -> RenderContext:
    return context_of(load_content(CITIES / city).catalogue, TEMPLATES, PACKAGES)


def program(kind: str) -> tuple[RenderContext, Program]:
    city, id = WHERE[kind]
    found = context(city).catalogue.program(id)
    assert found is not None
    return context(city), found


def figures(kind: str) -> Iterator[GraphicFigure]:
    for draw in (web_figure, page_figure):
        figure = draw(*program(kind))
        assert figure is not None
        assert figure.kind == kind
        yield figure


def texts(svg: ElementTree.Element) -> Iterator[tuple[str, Box]]:
    """Every line of words, and the box of its letters."""
    for one in svg.iter(f"{SVG}text"):
        said, size = one.text or "", float(one.get("font-size", ""))
        width, x, y = width_of(said) * size, float(one.get("x", "")), float(one.get("y", ""))
        left = x - {"start": 0, "middle": width / 2, "end": width}[one.get("text-anchor", "start")]
        yield said, Box(left, y - 0.75 * size, width, 0.8 * size)


def look_at(svg: ElementTree.Element, width: float, height: float) -> None:
    """No word leaves the drawing, and none lies on another."""
    written = list(texts(svg))
    for said, box in written:
        assert Box(-HAIR, -HAIR, width + 2 * HAIR, height + 2 * HAIR).holds(box), said
    for (one, box), (other, beside) in combinations(written, 2):
        assert not box.within(HAIR).meets(beside.within(HAIR)), (one, other)


def drawn(kind: str, made: Program, place: RenderContext, width: float) -> ElementTree.Element:
    assert made.graphic is not None
    sheet = Sheet(LOOK, width)
    height = KINDS[kind].draw(sheet, getattr(made.graphic, kind), Scene(made, place))
    svg = ElementTree.fromstring(str(sheet.svg(height, "g", "제목", "설명")))
    look_at(svg, width, height)
    return svg


def with_graphic(changes: dict[str, Any], graphic: dict[str, Any]) -> Program:
    _place, base = program("ties")
    data = base.model_dump(by_alias=True, exclude={"graphic", "id"} | set(changes))
    return Program.model_validate({**data, "id": base.id, **changes, "graphic": graphic})


def test_every_kind_is_in_a_city_of_the_tests() -> None:
    assert set(WHERE) == set(KINDS) == set(Graphic.model_fields)


@pytest.mark.parametrize("kind", WHERE)
@pytest.mark.parametrize("width", WIDTHS)
def test_words_stay_inside_and_apart(kind: str, width: float) -> None:
    place, made = program(kind)
    drawn(kind, made, place, width)


@pytest.mark.parametrize("kind", WHERE)
def test_the_drawing_says_what_its_table_says(kind: str) -> None:
    """Names, works, values: what is told to who does not see the drawing stands in it too."""
    for figure in figures(kind):
        assert figure.drawings
        assert figure.table.rows
        column = {"growth": 2, "spread": 1, "before_after": 2, "hours": 2, "actors": 1}.get(kind, 0)
        for _, svg in figure.drawings:
            said = re.sub(r"\s", "", "".join(one for one, _ in texts(ElementTree.fromstring(str(svg)))))
            for row in figure.table.rows:
                told = row.cells[column].replace("(새로 열림)", "").replace("앞 막대의", "")
                words = re.sub(r"^\d\. ", "", told).split()
                assert all(word in said for word in words), (kind, row)


@pytest.mark.parametrize("kind", WHERE)
def test_the_same_record_gives_the_same_drawing(kind: str) -> None:
    assert [one.drawings for one in figures(kind)] == [one.drawings for one in figures(kind)]


@pytest.mark.parametrize("width", WIDTHS)
def test_squares_and_dots_are_the_amount(width: float) -> None:
    place, made = program("spread")
    svg = drawn("spread", made, place, width)
    classes = [one.get("class") for one in svg.iter(f"{SVG}rect")]
    budget = next(one for one in made.comparisons if one.id == "budget")
    later = 1
    assert classes.count("g-dashed") == 2, "those that nobody explained"
    assert classes.count("g-full") - later == sum(int(bar.value / 10) for bar in budget.bars) - 2
    assert classes.count("g-hollow") == later
    dots = [one for one in svg.iter(f"{SVG}circle") if one.get("class") == "g-full"]
    assert len(dots) == 16, "1.6 percent of a thousand"


@pytest.mark.parametrize("width", WIDTHS)
def test_ties_stand_in_the_order_of_their_numbers_and_no_line_crosses_the_map_to_them(width: float) -> None:
    place, made = program("ties")
    svg = drawn("ties", made, place, width)
    named = [tie.partners for tie in made.partnerships]
    found = sorted((box.top, said) for said, box in texts(svg) if said in named)
    assert [said for _, said in found] == named
    assert not [one for one in svg.iter(f"{SVG}path") if one.get("class") == "g-line"]


@pytest.mark.parametrize("kind", ["ties", "spread"])
def test_the_land_is_sent_once_for_desk_and_phone(kind: str) -> None:
    """A path is written in steps, so the same land elsewhere is the same letters but for its first place."""
    figure = web_figure(*program(kind))
    assert figure is not None
    desk, phone = (
        [
            re.sub(r"M[\d. -]+l", "", one.get("d", ""))
            for one in ElementTree.fromstring(str(svg)).iter(f"{SVG}path")
            if one.get("class") == "map-land"
        ]
        for _, svg in figure.drawings
    )
    assert desk
    assert desk == phone


@pytest.mark.parametrize("width", WIDTHS)
def test_numbers_of_awards_keep_off_the_dots_of_teams(width: float) -> None:
    place, base = context("dasom"), program("spread")[1]
    towns = [town.id for town in place.catalogue.towns]
    graphic = {
        "title": "닿는 곳",
        "covered": "마을",
        "teams": [{"town": town, "name": "모둠"} for town in towns],
        "awards": [{"year": "2025년", "name": "으뜸", "town": town} for town in towns],
    }
    made = Program.model_validate({**base.model_dump(by_alias=True), "graphic": {"coverage": graphic}})
    svg = drawn("coverage", made, place, width)
    knots = [
        one for group in svg.iter(f"{SVG}g") if group.get("class") == "map-knot" for one in group.iter(f"{SVG}rect")
    ]
    squares = [Box(*(float(one.get(side, "")) for side in ("x", "y", "width", "height"))) for one in knots]
    dots = [one for one in svg.iter(f"{SVG}circle") if one.get("class") == "map-dot"]
    assert len(squares) == len(dots) == len(towns)
    for dot in dots:
        at = float(dot.get("cx", "")), float(dot.get("cy", ""))
        assert not any(square.meets(Box.around(at, 2, 2)) for square in squares)


def with_teams(place: RenderContext, those: list[tuple[int, bool]]) -> Program:
    towns = [town.id for town in place.catalogue.towns]
    teams = [{"town": towns[town % len(towns)], "name": "모둠", "reported": reported} for town, reported in those]
    return with_graphic({"towns": towns[:1]}, {"coverage": {"title": "닿는 곳", "covered": "마을", "teams": teams}})


def dots_of_teams(svg: ElementTree.Element, signs: int) -> list[tuple[float, float, float]]:
    """Those on the map: the signs that say what they mean are drawn behind them."""
    every = [one for one in svg.iter(f"{SVG}circle") if one.get("class") in ("g-full", "g-hollow")]
    return [(float(one.get("cx", "")), float(one.get("cy", "")), float(one.get("r", ""))) for one in every[:-signs]]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=1, max_size=40), st.sampled_from(WIDTHS))
def test_every_team_is_a_dot_or_counted_in_one_and_no_dot_covers_another(
    those: list[tuple[int, bool]], width: float
) -> None:
    place = context("dasom")
    svg = drawn("coverage", with_teams(place, those), place, width)
    dots = dots_of_teams(svg, len({reported for _, reported in those}))
    for (x, y, radius), (right, down, other) in combinations(dots, 2):
        assert hypot(x - right, y - down) >= radius + other - 0.1
    numbers = [int(said) for said, _ in texts(svg) if said.isdigit()]
    assert sum(numbers) + len(dots) - len(numbers) == len(those)


@pytest.mark.parametrize("city", ["dasom", "yeoul"])
@pytest.mark.parametrize("width", WIDTHS)
def test_twelve_teams_of_one_town_do_not_run_out_of_it(city: str, width: float) -> None:
    place = context(city)
    svg = drawn("coverage", with_teams(place, [(0, number < 4) for number in range(12)]), place, width)
    dots = dots_of_teams(svg, 2)
    assert (
        max(x + radius for x, _, radius in dots) - min(x - radius for x, _, radius in dots)
        <= 2 * LOOK.number + 2 * LOOK.rule + HAIR
    )
    said = [one for one, _ in texts(svg)]
    assert {"8", "4"} <= set(said)
    assert any(one.endswith("(8)") for one in said), "its name stands once in the list"


@pytest.mark.parametrize(
    ("content", "told"),
    [("2020년 발표회", "2020년 발표회(보도)"), ("두기로 한 곳(2019. 10.)", "두기로 한 곳(2019. 10., 보도)")],
)
def test_what_rests_on_the_press_says_so_in_one_pair_of_brackets(content: str, told: str) -> None:
    scene = Scene(program("ties")[1], context("dasom"))
    assert scene.told(content, reported=True) == told
    assert scene.told(content, reported=False) == content


def test_notes_of_a_graphic_are_called_in_the_order_of_their_numbers() -> None:
    figure = web_figure(*program("spread"))
    assert figure is not None
    numbers = [note.id for note in numbered(program("spread")[1])]
    assert len(figure.notes) > 1
    assert list(figure.notes) == [note for note in numbers if note in figure.notes]


def test_each_body_has_a_square() -> None:
    place, made = program("actors")
    for width in WIDTHS:
        svg = drawn("actors", made, place, width)
        classes = [one.get("class") for one in svg.iter(f"{SVG}rect")]
        assert classes.count("g-full") == sum(len(group.names) for group in made.bodies)
        assert classes.count("g-hollow") == 2, "where it spread to is no body"


def test_groups_of_one_sector_share_a_column() -> None:
    bodies = [{"sector": "civic", "names": [name]} for name in ("하나모임", "둘모임", "셋모임", "넷모임")]
    made = with_graphic({"bodies": bodies}, {"actors": {"title": "곳"}})
    figure = page_figure(context("dasom"), made)
    assert figure is not None
    drawing = figure.drawings[0][1]
    assert all(name in drawing for name in ("하나모임", "둘모임", "셋모임", "넷모임"))
    assert drawing.count(">4곳<") == 1


def test_ratios_are_rounded_as_people_do() -> None:
    place, made = program("growth")
    assert "2.3배" in [said for said, _ in texts(drawn("growth", made, place, WIDTHS[0]))], "900 is 2.25 times 400"


def test_colours_are_of_the_design_and_nothing_is_styled_inline() -> None:
    for kind in WHERE:
        for figure in figures(kind):
            for _, svg in figure.drawings:
                assert "style=" not in svg
                assert "<style" not in svg
                assert "pattern" not in svg
                assert "gradient" not in svg


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="가나 A1.", max_size=60), st.floats(1.2, 30))
def test_wrapped_words_fit_and_none_is_lost(said: str, ems: float) -> None:
    lines = wrapped(said, ems)
    assert all(width_of(line) <= ems or len(line) == 1 for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", said)


@given(
    st.dates(date(2000, 1, 1), date(2030, 12, 31)),
    st.dates(date(2000, 1, 1), date(2030, 12, 31)),
    st.sampled_from(["", "(보도)", "부터"]),
    st.floats(1.2, 30),
)
def test_a_period_is_parted_behind_its_sign_and_no_date_that_a_line_holds(
    begin: date, end: date, after: str, ems: float
) -> None:
    first, last = f"{begin.year}. {begin.month}. {begin.day}.", f"{end.month}. {end.day}."
    lines = wrapped(f"{first} ~ {last}{after}", ems)
    together = "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")
    for one in (first, last):
        assert one in together or width_of(f"{one} ~{after}") > ems, lines


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=3),
    st.lists(WORDS, max_size=6),
    st.sampled_from(WIDTHS),
)
def test_any_bodies_can_be_drawn(groups: list[list[str]], spread: list[str], width: float) -> None:
    bodies = [
        {"sector": sector, "names": names}
        for sector, names in zip(("civic", "public", "business"), groups, strict=False)
    ]
    made = with_graphic({"bodies": bodies}, {"actors": {"title": "곳", "spread_to": spread}})
    drawn("actors", made, context("dasom"), width)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(WORDS, WORDS, WORDS, st.booleans()), min_size=1, max_size=4),
    st.lists(st.tuples(WORDS, WORDS), max_size=4),
    st.sampled_from(WIDTHS),
)
def test_any_change_can_be_drawn(
    rows: list[tuple[str, str, str, bool]], steps: list[tuple[str, str]], width: float
) -> None:
    graphic = {
        "title": "바뀐 것",
        "before": "앞",
        "after": "뒤",
        "rows": [dict(zip(("topic", "before", "after", "opened"), row, strict=True)) for row in rows],
        "steps": [{"when": when, "text": said} for when, said in steps],
    }
    drawn("before_after", with_graphic({}, {"before_after": graphic}), context("dasom"), width)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.integers(0, 23), st.sampled_from([0, 30]), WORDS, st.none() | WORDS),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(WIDTHS),
)
def test_any_timetable_can_be_drawn(those: list[tuple[int, int, int, str, str | None]], width: float) -> None:
    sessions = [
        {"date": f"2026-09-0{day}", "time": f"{hour:02}:{minute:02}", "title": title, "place": place}
        for day, hour, minute, title, place in those
    ]
    made = with_graphic({"timetable": {"title": "표", "sessions": sessions}}, {"hours": {"title": "표"}})
    drawn("hours", made, context("dasom"), width)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 23), st.integers(0, 59)), min_size=1, max_size=6), st.sampled_from(WIDTHS))
def test_the_hours_of_a_day_follow_each_other_or_the_axis_is_cut(times: set[tuple[int, int]], width: float) -> None:
    starts = [f"{hour:02}:{minute:02}" for hour, minute in sorted(times)]
    sessions = [{"date": "2026-09-01", "time": time, "title": "걷기", "place": "나루"} for time in starts]
    made = with_graphic({"timetable": {"title": "표", "sessions": sessions}}, {"hours": {"title": "표"}})
    svg = drawn("hours", made, context("dasom"), width)
    shown = [said for said, _ in texts(svg) if re.fullmatch(r"\d\d:\d\d", said)]
    assert shown == sorted(shown)
    assert set(starts) <= set(shown)
    minutes = [int(time[:2]) * 60 + int(time[3:]) for time in shown]
    gaps = sum(after - before > 60 for before, after in pairwise(minutes))
    assert gaps == sum(one.get("stroke-dasharray") is not None for one in svg.iter(f"{SVG}path"))
    assert len(set(shown) - set(starts)) <= 10 + 3 * len(starts), "hours without anything are not shown all night long"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 10**9), min_size=2, max_size=14), st.sampled_from(["", " 이상"]), st.sampled_from(WIDTHS)
)
def test_any_growth_can_be_drawn(values: list[int], more: str, width: float) -> None:
    """However many bars and however long their numbers: none is torn, and each ratio stands on one line."""
    bars = [
        {"label": f"{2015 + year}년{more}", "value": value, "text": f"{value:,}명"} for year, value in enumerate(values)
    ]
    graphic = {
        "title": "늘어남",
        "comparisons": ["years"],
        "marked": [
            {"comparison": "years", "bar": f"2016년{more}", "value": values[1] // 2, "text": "절반", "when": "6월까지"}
        ],
        "ratios": {"comparison": "years", "claim": "매년 두 배"},
    }
    made = with_graphic({"comparisons": [{"id": "years", "title": "해마다", "bars": bars}]}, {"growth": graphic})
    said = [one for one, _ in texts(drawn("growth", made, context("dasom"), width))]
    told = [f"{ratio}배" for ratio in ratios(made.comparisons[0])]
    for one in (*(bar["text"] for bar in bars), *told):
        assert one in said
        said.remove(one)


def test_a_page_has_the_drawing_its_table_and_nothing_twice(maru_site: Path) -> None:
    page = (maru_site / "programs" / "river-path" / "index.html").read_text("utf-8")
    figure = page[page.index('<figure class="graphic"') : page.index("</figure>")]
    assert figure.count("graphic-drawing") == 2, "one for a desk, one for a phone"
    assert "<table" in figure
    assert "여는 모임" in figure
    assert 'class="timetable"' not in page, "the timetable stands behind the graphic already"


def test_a_chapter_has_the_drawing_and_its_notes_at_the_foot() -> None:
    place, made = program("spread")
    html = program_chapter(place, made).html
    assert html.count("graphic-drawing") == 1
    assert "graphic-table" not in html
    assert 'class="footnote" id="program-assembly-note-pilot"' in html
    assert "개 읍면동</span>" not in html, "bars that the graphic stands for are not drawn again"


def test_what_is_higher_than_a_page_is_told_by_its_table() -> None:
    bodies = [{"sector": "civic", "names": [f"모임 {number}" for number in range(60)]}]
    figure = page_figure(context("dasom"), with_graphic({"bodies": bodies}, {"actors": {"title": "곳"}}))
    assert figure is not None
    assert not figure.drawings
    assert len(figure.table.rows) == 60


def test_steps_have_columns_of_their_own_and_teams_of_one_name_one_row() -> None:
    steps = [{"when": "2025. 3.", "text": "책방을 열었습니다."}]
    rows = [{"topic": "책", "before": "없음", "after": "두 곳"}]
    changed = {"title": "달라짐", "before": "앞", "after": "뒤", "rows": rows, "steps": steps}
    figure = web_figure(context("dasom"), with_graphic({}, {"before_after": changed}))
    assert figure is not None
    assert [len(row.cells) for row in figure.table.rows] == [3]
    assert figure.table.further is not None
    assert [row.cells for row in figure.table.further.rows] == [("2025. 3.", "책방을 열었습니다.")]
    assert "책방을 열었습니다." in figure.table.described
    towns = [town.id for town in context("dasom").catalogue.towns]
    teams = [{"name": "모둠", "town": town} for town in (*towns, towns[0])]
    figure = web_figure(
        context("dasom"), with_graphic({}, {"coverage": {"title": "닿은 곳", "covered": "닿은 곳", "teams": teams}})
    )
    assert figure is not None
    (row,) = [row for row in figure.table.rows if row.cells[0] == "모둠"]
    assert all(town.name in row.cells[1] for town in context("dasom").catalogue.towns)
    assert "(2)" in row.cells[1]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", [3, 12])
def test_a_bar_beside_a_very_long_one_can_be_seen(width: float, count: int) -> None:
    values = [1, 90, *(1_000_000 for _ in range(count - 2))]
    bars = [{"label": f"{2000 + at}년", "value": value, "text": f"{value}명"} for at, value in enumerate(values)]
    comparisons = [{"id": "people", "title": "사람", "bars": bars}]
    made = with_graphic({"comparisons": comparisons}, {"growth": {"title": "늘어남", "comparisons": ["people"]}})
    svg = drawn("growth", made, context("dasom"), width)
    paths = [one.get("d") or "" for one in svg.iter(f"{SVG}path") if one.get("class") == "g-full"]
    sizes = [tuple(map(float, re.findall(r"[hv](-?[\d.]+)", path)[:2])) for path in paths]
    assert len(sizes) == count
    assert all(min(map(abs, size)) >= 0.7 for size in sizes), sizes


def test_large_print_has_the_table_whose_words_are_as_large_as_all_others() -> None:
    place, made = program("spread")
    large = replace(place, print_format=PrintFormat(id="large-print", title="큰글자", paper="a4", body=16, least=16))
    html = program_chapter(large, made).html
    assert "graphic-drawing" not in html
    assert html.count('class="graphic-table of-spread parting"') == 1


def test_a_programme_without_graphic_has_none() -> None:
    made = context("yeoul").catalogue.program("watermap")
    assert made is not None
    assert page_figure(context("yeoul"), made) is None


def test_what_a_comparison_says_beyond_its_bars_is_not_lost() -> None:
    """A graphic stands for the bars alone: the total and its period follow in words, and no bar is drawn again."""
    made = context("dasom").catalogue.program("visitors")
    assert made is not None
    assert any(one.total for one in made.comparisons)
    for draw in (web_figure, page_figure):
        figure = draw(context("dasom"), made)
        assert figure is not None
        with_total = {one.id for one in made.comparisons if one.total}
        assert with_total == figure.beyond & figure.comparisons
    html = unbind(program_chapter(context("dasom"), made).html)
    assert 'class="bars' not in html
    assert "따로 집계한 수치" in html
    assert html.count("2024년 11월까지") == 1


def test_an_indicator_is_told_by_a_row_with_its_name_and_value_alone() -> None:
    place, made = program("spread")
    figure = page_figure(place, made)
    assert figure is not None
    drawn_value = figure.table.rows[0].cells[1]
    other = made.indicators[0].model_copy(
        update={"id": "other", "label": "다른 수", "text": drawn_value, "sources": ()}
    )
    short = other.model_copy(update={"text": "1"})
    added = made.model_copy(update={"indicators": (*made.indicators, other, short)})
    assert {other, short} <= set(untold(added, figure))


def test_ratios_of_the_longest_numbers_are_reckoned() -> None:
    bars = [
        {"label": "가", "value": "0.00000000000001", "text": "0"},
        {"label": "나", "value": 10**15 - 1, "text": "1"},
    ]
    comparison = {"id": "g", "title": "비교", "bars": bars}
    growth = {"title": "늘어남", "comparisons": ["g"], "ratios": {"comparison": "g", "claim": "배"}}
    figure = page_figure(context("dasom"), with_graphic({"comparisons": [comparison]}, {"growth": growth}))
    assert figure is not None
    assert "배" in figure.table.rows[-1].cells[2]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 10**13), st.integers(1, 10**13)), min_size=1, max_size=4),
    st.sampled_from(WIDTHS),
)
def test_no_number_is_cut_where_a_figure_stands_beside_its_later_count(
    counts: list[tuple[int, int]], width: float
) -> None:
    place, base = program("spread")
    assert base.graphic is not None
    assert base.graphic.spread is not None
    when = "2024년 7월 15일 ~ 2024년 7월 26일(2주간)"
    own = [
        {"id": f"n{one}", "label": "참여", "value": first, "text": f"{first:,}명", "when": when}
        for one, (first, _) in enumerate(counts)
    ]
    later = [{"indicator": f"n{one}", "value": f"{last:,}명", "when": when} for one, (_, last) in enumerate(counts)]
    stages = base.graphic.spread.model_dump(include={"title", "before", "after"})
    made = with_graphic({"indicators": own}, {"spread": {**stages, "later": later}})
    said = [one for one, _ in texts(drawn("spread", made, place, width))]
    for amounts in counts:
        for amount in amounts:
            assert f"{amount:,}명" in said


@given(st.integers(10**6, 10**15), st.sampled_from(["명", "원", "%", ""]), st.floats(60, 200))
def test_a_number_is_set_smaller_rather_than_cut(amount: int, unit: str, width: float) -> None:
    sheet, words = Sheet(LOOK, width), f"{amount:,}{unit}"
    sheet.words((0, 0), width, f"모두 {words}", sheet.figure)
    written = "".join(sheet.parts)
    smallest = width_of(words) * LOOK.type_small
    assert words in written or smallest > width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("when", ["2024년", "2024년 12월 31일 기준", "2024년 7월 15일 ~ 2024년 12월 26일 조사"])
def test_no_line_ends_with_the_dot_between_a_share_and_its_date(when: str, width: float) -> None:
    place, base = program("spread")
    assert base.graphic is not None
    assert base.graphic.spread is not None
    own = {"id": "s", "label": "비율", "value": 99.9, "text": "99.9%", "when": when}
    stages = base.graphic.spread.model_dump(include={"title", "before", "after"})
    graphic = {"spread": {**stages, "share": {"indicator": "s", "of": 1000}}}
    svg = drawn("spread", with_graphic({"indicators": [own]}, graphic), place, width)
    assert not [said for said, _ in texts(svg) if said.endswith("·")]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_town_of_which_the_map_shows_nothing_is_named_beneath_it(width: float) -> None:
    place, base = program("spread")
    assert base.graphic is not None
    assert base.graphic.spread is not None
    assert place.catalogue.boundaries is not None
    outlines = place.catalogue.boundaries.outlines
    lon, lat = outlines[1].label
    speck = ((lon, lat), (lon + 1e-5, lat), (lon, lat + 1e-5), (lon, lat))
    left = (replace(outlines[0], polygons=((speck,),)), *outlines[2:])
    catalogue = replace(place.catalogue, boundaries=replace(place.catalogue.boundaries, outlines=left))
    towns = [town.id for town in catalogue.towns]
    stages = {"before": {"label": "앞", "towns": towns[:1]}, "after": {"label": "뒤", "towns": towns}}
    made = with_graphic({}, {"spread": {"title": "퍼짐", **stages}})
    svg = drawn("spread", made, replace(place, catalogue=catalogue), width)
    said = " ".join(one for one, _ in texts(svg))
    assert said.count("지도에 나타내지 못한 곳:") >= 1
    for outline in outlines[:2]:
        assert outline.name in said
    assert outlines[3].name not in said


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", [1, 4, 8, 21])
def test_a_long_list_of_ties_leaves_no_column_empty_beneath_the_map(count: int, width: float) -> None:
    place, base = program("ties")
    assert base.graphic is not None
    tie = base.partnerships[0].model_dump()
    ties = [
        {**tie, "partners": f"모임 {one}", "title": "함께 길을 고치고 강가를 가꾸는 일"} for one in range(1, count + 1)
    ]
    made = with_graphic({"partnerships": ties}, {"ties": {"title": "함께"}})
    svg = drawn("ties", made, place, width)
    tops = {said: box for said, box in texts(svg) if said.startswith("모임")}
    assert len(tops) == count
    columns = {round(box.left) for box in tops.values()}
    if width >= LOOK.narrow and count >= 8:
        assert len(columns) == 3, "beside the map, and two beneath it"
        lowest = sorted(max(box.top for box in tops.values() if round(box.left) == left) for left in columns)
        assert lowest[2] - lowest[1] < 60 or lowest[1] - lowest[0] < 60
    else:
        assert len(columns) == 1
