"""One style sheet for all editions: what grows, what must not, and that nothing is set too small."""

from __future__ import annotations

import re

import pytest

from guidebook.model.profile import PAPERS, SCREEN, Profile
from guidebook.model.site import Palette
from guidebook.publish.pipeline import BOOK_STYLES, TEMPLATES, print_css
from guidebook.publish.profiles import EDITIONS, profiles
from guidebook.publish.visit_book import STYLES
from guidebook.render.map.drawing import Size
from guidebook.render.typesetting import fitted, map_size, ruled_lines, stylesheet

LARGE = Profile(id="large-print", title="큰글자", paper="a4", body=19, least=16)
EVERY, _ = profiles(("all",), TEMPLATES)


def test_the_usual_type_leaves_a_style_sheet_as_it_is() -> None:
    css = print_css(*BOOK_STYLES)
    assert fitted(css, SCREEN) == css


def test_lengths_grow_and_nothing_else_does() -> None:
    css = "p{margin:8pt 2mm;width:50%;line-height:1.5;letter-spacing:0.1em;color:#1e2124;orphans:2}"
    assert (
        fitted(css, LARGE)
        == "p{margin:16pt 4mm;width:50%;line-height:1.5;letter-spacing:0.1em;color:#1e2124;orphans:2}"
    )


def test_small_type_is_raised_with_the_room_of_its_lines() -> None:
    assert (
        fitted("p{font-size:5pt;line-height:8pt;margin:3pt}", LARGE)
        == "p{font-size:16pt;line-height:25.6pt;margin:6pt}"
    )
    assert fitted(".x{font-size: 85%}", LARGE) == ".x{font-size:100%}"


@pytest.mark.parametrize("styles", [BOOK_STYLES, STYLES], ids=["guidebook", "visit"])
@pytest.mark.parametrize("profile", EVERY, ids=EDITIONS)
def test_every_edition_s_sheet_is_whole_and_large_enough(styles: tuple[str, ...], profile: Profile) -> None:
    css = stylesheet(print_css(*styles), Palette(), profile)
    assert "var(--" not in css
    assert f"size: {profile.sheet.width:g}mm {profile.sheet.height:g}mm" in css
    sizes = [float(size) for size in re.findall(r"font(?:-size)?:[^;}]*?([\d.]+)pt", css)]
    assert len(sizes) > 20
    assert min(sizes) >= profile.least


def test_a_map_keeps_its_size_on_the_paper_it_is_written_for_and_its_words_grow_on_other() -> None:
    size = Size(330, 180)
    assert map_size(size, SCREEN) == size
    drawn, paper = map_size(size, LARGE), PAPERS["a4"]
    enlarged = (paper.width - paper.inner - paper.outer) * 72 / 25.4 / drawn.width
    assert 7.0 * enlarged >= LARGE.least, "7 pt is the smallest that a map is drawn with"
    assert drawn.height < size.height


def test_a_page_of_ruled_lines_is_as_long_as_the_page() -> None:
    assert ruled_lines(SCREEN) == 30
    assert ruled_lines(LARGE) == 22
