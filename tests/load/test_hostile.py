"""No text keeps the program busy: whatever is written, up to the bounds and beyond, it is refused or read to its end.

How long it takes is not asserted here: `python -m tests.benchmarks.growth` measures that time grows with length alone.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.load.bounds import MAX_BLOCK, MAX_BODY, MAX_LINE
from guidebook.load.content import load_content
from guidebook.model.diagnostic import has_errors
from tests.load.hostile import HOSTILE, OTHERS, WORST, YAML, former_ids, lines_of, rendered, rendered_of, write_body

pytestmark = pytest.mark.usefixtures("no_waiting")

UNITS = [*WORST, *(pytest.param(unit, marks=pytest.mark.long) for unit in OTHERS)]
MOST = MAX_BODY // 2
"""Letters of a body that is let in, and of which a reader that looks at every pair would never come to the end."""
TOO_MANY = 4 * MAX_BODY


@pytest.mark.parametrize("name", HOSTILE)
def test_bodies_up_to_the_bound_and_beyond_are_checked_and_refused_or_rendered(maru: Path, name: str) -> None:
    write_body(maru, HOSTILE[name](MOST))
    rendered_of(examine(maru)[0])
    write_body(maru, HOSTILE[name](TOO_MANY))
    assert has_errors(examine(maru)[1])


@pytest.mark.parametrize("unit", UNITS)
def test_marks_in_lines_as_long_as_may_be_are_checked_and_rendered(maru: Path, unit: str) -> None:
    write_body(maru, lines_of(unit, MOST))
    rendered_of(examine(maru)[0])


@pytest.mark.parametrize("name", YAML)
@pytest.mark.parametrize("file", ["site.yml", "towns/naru.yml", "redirects.yml"])
def test_yaml_of_every_size_is_checked(maru: Path, file: str, name: str) -> None:
    before = (maru / file).read_text(encoding="utf-8") if (maru / file).exists() else ""
    (maru / file).write_text(f"{before}\n{YAML[name](200_000)}\n", encoding="utf-8")
    examine(maru)


def test_long_ways_of_former_ids_are_followed(maru: Path) -> None:
    (maru / "redirects.yml").write_text(former_ids(8_000), encoding="utf-8")
    examine(maru)


def test_brackets_that_are_shown_as_they_are_need_no_partner(maru: Path) -> None:
    write_body(maru, "\\[가" * 30 + "\n\n" + "(가) [나](town:naru) <https://example.org> " * 30)
    assert rendered(maru)


def test_an_outline_under_a_heap_of_accents_is_told(maru: Path) -> None:
    (maru / "map").mkdir(exist_ok=True)
    (maru / "map" / "towns.geojson").write_text('{"a": "' + "\u0315\u0300" * 150_000 + '"}', encoding="utf-8")
    assert "stacked-accents" in [fault.code for fault in examine(maru)[1]]


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("## 가\n\n" + "가" * (MAX_LINE + 1), "long-line", 2),
        ("## 가\n\n" + "가나다 라마\n" * (MAX_BODY // 7 + 1), "long-body", 0),
        ("## 가\n\n" + "가나다 라마바\n" * (MAX_BLOCK // 7 + 1), "long-block", 2),
        ("## 가\n\n가\n\n" + "> " * 9 + "가", "deep-nesting", 4),
        ("## 가\n\n- 가\n" + " " * 42 + "- 나", "deep-nesting", 3),
        ("## 가\n\n가\n" + "[가" * 21, "tangled-marks", 3),
        ("## 가\n\n" + "`가" * 401, "tangled-marks", 2),
        ("## 가\n\n가" + "\u0301" * 31, "stacked-accents", 2),
    ],
)
def test_what_is_too_much_is_told_at_its_line(maru: Path, body: str, code: str, line: int) -> None:
    page = maru / "pages" / "visit.md"
    head = page.read_text(encoding="utf-8").split("\n---\n")[0]
    page.write_text(f"{head}\n---\n{body}\n", encoding="utf-8")
    (fault,) = (fault for fault in load_content(maru).diagnostics if fault.code == code)
    assert fault.span.file.endswith("pages/visit.md")
    assert fault.span.line == len(head.split("\n")) + 2 + line
    assert str(fault.hint)
