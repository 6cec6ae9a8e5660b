"""What the fonts cannot draw is told by `check`, wherever it stands; the table of what they can is theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.check.glyphs import TABLE, as_table, covered
from guidebook.cli.paths import cache_folder
from guidebook.commands.examine import examine
from guidebook.layout.typefaces import WEIGHTS, coverage, install
from tests.conftest import Change
from tests.paths import PACKAGES


def test_the_table_is_as_the_fonts_are(pytestconfig: pytest.Config) -> None:
    faces, faults = install(cache_folder(), PACKAGES)
    assert faces is not None, faults
    if pytestconfig.getoption("accept"):
        TABLE.write_text(as_table(coverage(faces)), encoding="ascii")
        covered.cache_clear()
    assert {coverage(faces, weight) for weight, _ in WEIGHTS} == {covered()}
    assert TABLE.read_text(encoding="ascii") == as_table(covered())


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("visits/hansol.yml", "delegation: ", "delegation: 😀"),
        ("site.yml", "title: ", "title: 가😀"),
        ("programs/river-path.md", "summary: ", "summary: ༄"),
        ("programs/river-path.md", "\n## ", "\n## &#128512; "),
        ("programs/river-path.md", "\n## ", "\n## 😀 "),
        ("sites/river-museum.yml", "name: ", "name: ༄"),
    ],
)
def test_a_character_without_a_glyph_is_told_at_its_line(
    change: Change, maru: Path, file: str, old: str, new: str
) -> None:
    change(file, old, new)
    (fault,) = [fault for fault in examine(maru)[1] if fault.code == "missing-glyph"]
    lines = (maru / file).read_text(encoding="utf-8").split("\n")
    assert fault.span.file.endswith(file)
    assert new.strip() in lines[fault.span.line - 1]
