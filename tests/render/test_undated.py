"""A programme that has no period, or is just there, can be written; what would show a period leaves it out."""

from __future__ import annotations

import gettext
import json
from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.export.programs_json import programs_json
from guidebook.render.book.guidebook import manuscript
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.web.site import site_pages
from tests.conftest import Change
from tests.paths import PACKAGES, TEMPLATES

PROGRAM = "programs/river-path.md"
BLOCKS = "\n\n## 사업 기간\n\n[[timeline]]\n\n## 사업\n\n[[program-table]]\n"


@pytest.fixture
def undated(maru: Path, change: Change) -> RenderContext:
    """The small city, whose one programme simply exists."""
    change(PROGRAM, '  when: "2026. 3. ~ 9."\n', "")
    change(PROGRAM, "start: 2026-03\nend: 2026-09\n", "")
    page = maru / "pages" / "visit.md"
    page.write_text(page.read_text(encoding="utf-8") + BLOCKS, encoding="utf-8")
    catalogue, found = examine(maru)
    told = [(one.code, one.severity) for one in found if one.severity != "note"]
    assert told == [("block-empty", "warning")], "the timeline has nothing to show"
    return context_of(catalogue.public(), TEMPLATES, PACKAGES)


def test_no_page_shows_a_period_or_the_word_none(undated: RenderContext) -> None:
    bodies = {page.path: page.body for page in site_pages(undated)}
    assert any("강길 내기" in body for body in bodies.values())
    for path, body in bodies.items():
        assert "None" not in body, path
        assert "2026. 3. ~ 9." not in body
        assert '<table class="timeline">' not in body


def test_no_chapter_shows_one_either(undated: RenderContext) -> None:
    book = manuscript(undated)
    assert not any("None" in chapter.html for chapter in book.chapters)


def test_the_data_leaves_it_out(undated: RenderContext) -> None:
    octets = programs_json(undated.catalogue, undated.site, gettext.NullTranslations())
    assert octets is not None
    (program,) = json.loads(octets)["programs"]
    assert not {"start", "end"} & set(program)
    assert "when" not in program["facts"]


def test_one_without_a_beginning_keeps_others_on_the_timeline(maru: Path, change: Change) -> None:
    second = (maru / PROGRAM).read_text(encoding="utf-8").replace("mark: ㉠", "mark: ㉡")
    (maru / "programs" / "second.md").write_text(second, encoding="utf-8")
    change(PROGRAM, "start: 2026-03\n", "")
    page = maru / "pages" / "visit.md"
    page.write_text(page.read_text(encoding="utf-8") + BLOCKS, encoding="utf-8")
    catalogue, _ = examine(maru)
    bodies = [
        one.body for one in site_pages(context_of(catalogue.public(), TEMPLATES, PACKAGES)) if "timeline" in one.body
    ]
    assert len(bodies) == 1
    table = bodies[0].split('<table class="timeline">')[1].split("</table>")[0]
    assert (table.count('<th scope="row">'), "㉡" in table, "㉠" in table) == (1, True, False)
