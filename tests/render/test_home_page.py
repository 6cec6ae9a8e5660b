"""The home page: what the site says of itself, its numbers, the doors, and how long routes take."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from guidebook.commands.examine import examine
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.web.site import site_pages
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES

DESCRIPTION = "description: 다솜시의 2024년 주민자치 사업 넷을 적고, 찾아가는 길을 모았습니다."


def edition(content: Path) -> RenderContext:
    catalogue, _ = examine(content)
    return context_of(catalogue.public(), TEMPLATES, PACKAGES)


def bodies(content: Path) -> dict[str, str]:
    return {page.path: page.body for page in site_pages(edition(content))}


@pytest.fixture(scope="module")
def dasom() -> dict[str, str]:
    return bodies(CITIES / "dasom")


@pytest.fixture
def described(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """The home page of the small city when it says this of itself."""
    content = tmp_path / "content"
    shutil.copytree(CITIES / "dasom", content)
    site = content / "site.yml"
    written = site.read_text(encoding="utf-8")
    assert DESCRIPTION in written
    site.write_text(written.replace(DESCRIPTION, f"description: {request.param}"), encoding="utf-8")
    return bodies(content)[""]


@pytest.mark.parametrize(
    ("described", "first", "rest"),
    [
        ("사업 넷입니다. 수치를 옮겼습니다. 주석도 있습니다.", "사업 넷입니다.", "수치를 옮겼습니다. 주석도 있습니다."),
        (
            "2024. 3. 5.부터 2024. 9.까지의 일입니다. 옮겼습니다.",
            "2024. 3. 5.부터 2024. 9.까지의 일입니다.",
            "옮겼습니다.",
        ),
        ("사업 넷을 적었습니다.", "사업 넷을 적었습니다.", ""),
    ],
    indirect=["described"],
)
def test_it_opens_with_a_sentence_and_tells_the_rest_beneath_the_numbers(described: str, first: str, rest: str) -> None:
    hero, _, strip = described.partition('<section class="strip"')
    assert f'<p class="summary">{first}</p>' in hero
    assert rest in strip
    assert described.count(first) == 1


def test_every_programme_has_the_number_of_the_home_page_or_the_first_of_its_report(dasom: dict[str, str]) -> None:
    made = edition(CITIES / "dasom")
    catalogue, plain = made.catalogue, made.templates.filters["money"]
    shown = {one.program: one.indicator for one in made.site.highlights}
    for path, level in (("", 3), ("programs/", 2)):
        rows = re.findall(rf'<li><span class="mark".*?<h{level}><a [^>]*>(.*?)</a>(.*?)</li>', dasom[path], re.DOTALL)
        assert [name for name, _ in rows] == [program.name for program in catalogue.programs]
        for program, (_, row) in zip(catalogue.programs, rows, strict=True):
            own = [one for one in program.indicators if not one.sources]
            known = [one for one in program.indicators if one.id == shown.get(program.id)] or own
            assert re.findall(r'<strong class="figure">(.*?)</strong>', row) == [plain(one.text) for one in known[:1]]


def test_doors_come_before_numbers_and_every_town_is_listed(dasom: dict[str, str]) -> None:
    home = dasom[""]
    assert home.index('class="door"') < home.index('class="highlights"')
    catalogue, _ = examine(CITIES / "dasom")
    for town in catalogue.towns:
        assert f'href="towns/{town.id}/">{town.name}</a>' in home


def test_the_hours_of_all_routes_stand_on_one_scale_and_stays_fill_their_part_of_it(dasom: dict[str, str]) -> None:
    drawings = re.findall(r'<svg class="hours".*?</svg>', dasom[""], re.DOTALL)
    catalogue, _ = examine(CITIES / "dasom")
    assert len(drawings) == len(catalogue.routes)
    scales = [re.findall(r'data-hour="(\d+)"', drawing) for drawing in drawings]
    assert all(scale == scales[0] for scale in scales)
    minutes = int(scales[0][-1]) - int(scales[0][0])
    for route, drawing in zip(catalogue.routes, drawings, strict=True):
        stays = re.findall(r'class="hours-stay" x="([\d.]+)%" y="2" width="([\d.]+)%"', drawing)
        assert [round(float(width) * minutes / 100) for _, width in stays] == [stop.stay for stop in route.stops]
        assert all(float(left) >= 0 and float(left) + float(width) <= 100.01 for left, width in stays)


@pytest.mark.parametrize(("stay", "shown"), [(5, 0), (15, 0), (25, 9), (40, 14)])
def test_no_number_of_a_stop_is_wider_than_its_stay_on_the_narrowest_bar(stay: int, shown: int) -> None:
    """Of fourteen stops in ten hours, on a bar of 300 pixels."""
    context = edition(CITIES / "dasom")
    entries = [
        {"number": place + 1, "arrive": 540 + place * 41, "depart": 540 + place * 41 + stay} for place in range(14)
    ]
    itinerary = {"start": 540, "end": 540 + 14 * 41, "entries": entries}
    template: Any = context.templates.get_template("macros/record.html.j2").make_module(
        {"catalogue": context.catalogue}
    )
    numbers = re.findall(r'class="hours-number"[^>]*>(\d+)<', template.hours(itinerary, 540, 540 + 600))
    assert numbers == [str(number) for number in range(1, shown + 1)]


def test_the_map_shows_how_a_programme_spread_and_says_what_rests_on_the_press(dasom: dict[str, str]) -> None:
    home = dasom[""]
    assert '<a href="programs/assembly/">2023년 2곳 → 2024년 6곳</a>' in home
    assert "사선 무늬: 2023년(보도)" in home
    assert 'class="map-hatch"' in home
    assert 'class="map-tinted"' in home
