"""Pictures on pages: cut around their focus where they may be, of one height beside each other, small on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from guidebook.cli import main
from guidebook.render.text.picture_shapes import SHAPES
from tests.browser.conftest import fresh, sized
from tests.browser.late import coming_late
from tests.browser.serving import served
from tests.browser.test_axe import MODES, Show, broken, show
from tests.browser.test_steady import PAINTED, SHIFTS
from tests.photographed import OTHERS, REPORT, photographed
from tests.sharing import made_once

__all__ = ["show"]

REPORT_PAGE = "programs/river-path/"
PAGES = (REPORT_PAGE, "visit/", "routes/river-day/", "sites/river-museum/", "sites/old-fort/", "towns/gaon/")
WIDTHS = (390, 820, 1440)
SHOWN = """() => Promise.all([...document.querySelectorAll("main .picture img")].map(async one => {
  one.loading = "eager";
  await one.decode();
  const style = getComputedStyle(one), box = one.getBoundingClientRect(), figure = one.closest("figure");
  return {
    name: one.alt.slice(3).split(",")[0], classes: [...figure.classList], width: box.width, height: box.height,
    left: box.left, top: box.top + scrollY, bottom: box.bottom + scrollY, fit: style.objectFit,
    at: style.objectPosition, asked: one.naturalWidth,
    caption: figure.querySelector("figcaption").getBoundingClientRect().top + scrollY,
  };
}))"""
"""What is seen of each picture. Its natural width is what `sizes` says: browsers divide by the density they chose."""


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small city with pictures at every place."""
    folder = made_once(tmp_path_factory, "maru-with-pictures", build)
    with served(folder / "output" / "site") as address:
        yield address


def build(folder: Path) -> None:
    content = photographed(folder / "content")
    assert main(["--content", str(content), "--output", str(folder / "output"), "--site-only"]) == 0


Seen = Callable[[str, int], dict[str, dict[str, object]]]


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Page]:
    """A page for all tests here: a new one costs a second."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def seen(opened: Page, pictures: str) -> Seen:
    """What a page shows of its pictures at a width, by their names; each is opened once at each width."""

    @cache
    def look(path: str, width: int) -> dict[str, dict[str, object]]:
        sized(opened, width, 900)
        opened.goto(pictures + path)
        return {one["name"]: one for one in opened.evaluate(SHOWN)}

    return look


@pytest.fixture(scope="module")
def arriving(browser: Browser) -> Iterator[Page]:
    """A page that notes what moves in it; what is loaded is asked for each time."""
    page = browser.new_page()
    page.add_init_script(SHIFTS)
    yield page
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_pictures_beside_each_other_have_one_height_and_are_cut_around_their_focus(seen: Seen, width: int) -> None:
    found = seen(REPORT_PAGE, width)
    assert set(found) == set(REPORT)
    pair = [found["pair-left"], found["pair-right"]]
    assert pair[0]["height"] == pytest.approx(pair[1]["height"], abs=0.1)
    assert pair[0]["width"] == pytest.approx(pair[1]["width"], abs=0.1)
    assert [one["at"] for one in pair] == ["100% 100%", "20% 20%"], "only one side is cut"
    row = [found[name] for name in ("row-first", "row-second", "row-third")]
    assert row[0]["height"] == pytest.approx(row[1]["height"], abs=0.1)
    assert row[0]["height"] == pytest.approx(row[2]["height"], abs=0.1)
    assert row[0]["top"] == row[1]["top"]
    if width > 640:
        assert row[1]["top"] == row[2]["top"]
        assert pair[0]["top"] == pair[1]["top"]
    for name, one in found.items():
        (shape,) = [name[3:] for name in one["classes"] if name.startswith("to-")]  # type: ignore[attr-defined]
        assert one["width"] / one["height"] == pytest.approx(SHAPES[shape], rel=0.01)  # type: ignore[operator]
        assert one["fit"] == ("scale-down" if name == "whole-right" else "cover")
        assert 0 < one["caption"] - one["bottom"] < 20  # type: ignore[operator]


@pytest.mark.parametrize("width", WIDTHS)
def test_what_must_not_be_changed_is_shown_whole(seen: Seen, width: int) -> None:
    beside = seen(REPORT_PAGE, width)["whole-right"]
    assert beside["fit"] == "scale-down"
    assert "cut" not in beside["classes"]  # type: ignore[operator]
    (alone,) = seen("sites/old-fort/", width).values()
    assert "cut" not in alone["classes"]  # type: ignore[operator]
    size = OTHERS["sites/old-fort.yml"]["fort"].size
    assert alone["width"] / alone["height"] == pytest.approx(size[0] / size[1], rel=0.01)  # type: ignore[operator]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_a_browser_is_told_how_large_a_picture_is_drawn(seen: Seen, path: str, width: int) -> None:
    for one in seen(path, width).values():
        drawn, height = float(one["width"]), float(one["height"])  # type: ignore[arg-type]
        size = next(shown[one["name"]].size for shown in (REPORT, *OTHERS.values()) if one["name"] in shown)
        ratio = size[0] / size[1]
        drawn = max(drawn, height * ratio) if one["fit"] == "cover" else min(drawn, height * ratio)
        assert 0.97 * drawn < one["asked"], one  # type: ignore[operator]
        assert one["asked"] < 1.6 * drawn + 20, one  # type: ignore[operator]


@pytest.mark.parametrize("path", PAGES)
def test_no_picture_is_taller_than_the_window(seen: Seen, path: str) -> None:
    for width in WIDTHS:
        assert all(one["height"] < 720 for one in seen(path, width).values())  # type: ignore[operator]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_late_late(arriving: Page, pictures: str, path: str, width: int) -> None:
    with fresh(arriving, width, {}, 900) as page, coming_late(page, "**/assets/picture.*") as late:
        page.goto(pictures + path, wait_until="commit")
        page.wait_for_function(PAINTED)
        page.evaluate("document.fonts.ready.then(() => 0)")
        assert late.come(), "a picture is asked for before anybody scrolls"
        page.wait_for_load_state("load")
        assert page.evaluate("window.settled()") < 0.01


def test_the_first_stop_of_a_route_is_on_the_first_screen_of_a_phone(opened: Page, pictures: str) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    opened.goto(pictures + "routes/river-day/")
    box = opened.locator("#stop-1 h3").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 844


def test_pages_with_pictures_are_accessible(browser: Browser, pictures: str, show: Show) -> None:
    assert broken(browser, [pictures + path for path in PAGES], WIDTHS, MODES, show) == []
