"""The walk-through of a first visit (`docs/ko/first-visit.md`) goes as it is written, with the shipped sample."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from guidebook.cli import main
from tests.conftest import ROOT

DOCUMENT = (ROOT / "docs" / "ko" / "first-visit.md").read_text(encoding="utf-8")
NEW, CHECK, SERVE, FIRST, SECOND, YEAR = map(
    shlex.split, re.findall(r"^python3 build\.py (.+)$", DOCUMENT, re.MULTILINE)
)
CONFIRMED, REVISED, DONE = re.findall(r"```yaml\n(.*?)```", DOCUMENT, re.DOTALL)


class Desk:
    """A copy of the content, and what is done there."""

    def __init__(self, folder: Path) -> None:
        self.output, self.content = folder / "output", folder / "content"
        shutil.copytree(ROOT / "content", self.content)

    def run(self, command: Sequence[str]) -> None:
        assert main([*command, "--content", str(self.content), "--output", str(self.output)]) == 0

    def write(self, lines: str) -> None:
        """Put lines of the document into the visit, in the place of what it said there."""
        visit = self.content / "visits" / f"{NEW[2]}.yml"
        names = "|".join(re.findall(r"^(\w+):", lines, re.MULTILINE))
        kept = re.sub(rf"^(?:{names}):.*\n(?:[ -].*\n)*", "", visit.read_text(encoding="utf-8"), flags=re.MULTILINE)
        visit.write_text(kept + lines, encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("guidebook.cli.clock.today", lambda: "2026-12-01")
    desk = Desk(tmp_path)
    desk.run(NEW)
    return desk


def test_what_is_written_into_the_visit_is_right(desk: Desk) -> None:
    for lines in ("", CONFIRMED, REVISED):
        if lines:
            desk.write(lines)
        desk.run(CHECK)
    desk.write(DONE)
    desk.run(YEAR)
    assert SERVE[0] == "serve"  # which stays until somebody ends it
    assert FIRST[:3] == SECOND[:3] == ["guidebook", "--visit", NEW[2]]


@pytest.mark.long
def test_the_pack_has_what_is_named(desk: Desk) -> None:
    for lines in (CONFIRMED, REVISED):
        desk.write(lines)
    desk.run(SECOND)
    pack = desk.output / "print" / NEW[2]
    for name in re.findall(r"`([^`/]*[가-힣][^`/]*\.(?:pdf|txt))`", DOCUMENT):
        assert (pack / name).is_file(), name
    assert (pack / "large-print").is_dir()
    assert list(pack.glob("*.zip"))
