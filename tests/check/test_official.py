"""Nobody may take a sample for the city's own work."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guidebook.check import check
from guidebook.load.content import load_content


def codes(content: Path) -> list[str]:
    loaded = load_content(content)
    return [fault.code for fault in (*loaded.diagnostics, *check(loaded.catalogue))]


def change(content: Path, old: str, new: str) -> None:
    site = content / "site.yml"
    text = site.read_text(encoding="utf-8")
    assert old in text
    site.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", ["여울군", "여울군청 기록팀", "여 울 군"])
def test_the_city_is_not_the_publisher_of_a_sample(yeoul: Path, name: str) -> None:
    change(yeoul, "name: 여울 기록 모임", f"name: {name}")
    assert codes(yeoul) == ["sample-publisher"]


def test_the_city_may_publish_its_own_site(yeoul: Path) -> None:
    change(yeoul, "name: 여울 기록 모임", "name: 여울군")
    change(yeoul, "published:", "official: true\npublished:")
    assert codes(yeoul) == []


def test_a_sample_claims_no_open_government_licence(yeoul: Path) -> None:
    change(yeoul, "published:", "licence: kogl-1\npublished:")
    assert codes(yeoul) == ["sample-licence"]


def test_a_colour_that_nobody_can_read_is_refused(yeoul: Path) -> None:
    change(yeoul, "#4a3a78", "#9a8ac8")
    assert codes(yeoul) == ["low-contrast"]


def test_a_signal_that_nobody_can_see_is_refused(yeoul: Path) -> None:
    change(yeoul, 'primary: "#4a3a78"', 'primary: "#4a3a78"\n  signal: "#ffd000"')
    assert codes(yeoul) == ["low-contrast"]


def test_only_written_pages_are_about_no_city(yeoul: Path) -> None:
    lines = (yeoul / "site.yml").read_text(encoding="utf-8").split("\n")
    begin = lines.index("city:")
    end = next(number for number, line in enumerate(lines[begin + 1 :], begin + 1) if line[:1] != " ")
    (yeoul / "site.yml").write_text("\n".join(lines[:begin] + lines[end:]), encoding="utf-8")
    assert "missing-key" in codes(yeoul)
    for folder in ("programs", "towns"):
        shutil.rmtree(yeoul / folder)
    change(yeoul, "highlights:\n  - program: market\n    indicator: visitors\n", "")
    assert "missing-key" not in codes(yeoul)
    change(yeoul, "published:", "official: true\npublished:")
    assert "missing-key" in codes(yeoul)
