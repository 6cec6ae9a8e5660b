"""The Nu validator finds no error in any page, nor in the file of the site's drawing. (KWCAG 2.2, 8.1.1.)"""

from __future__ import annotations

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from guidebook.setup.system import java
from tests.conftest import ROOT

VALIDATOR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss2m")
"""Java compiles once and not again for speed, which takes longer than a hundred pages do; schemas nest deep."""
WRONG = "wrong.html"


@pytest.fixture(scope="module")
def told(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, list[dict[str, Any]]]:
    """How many files of the site the validator read, and its faults in them and in a page that has one: in one run."""
    wrong = tmp_path_factory.mktemp("markup") / WRONG
    wrong.write_text("<!doctype html><html lang='ko'><title>쪽</title><p id=a id=b></p>", encoding="utf-8")
    files = sorted([*site.rglob("*.html"), *site.rglob("*.svg")])
    program = java()
    assert program is not None, "set-up installs it"
    command = [program, *QUICK, "-jar", str(VALIDATOR), "--errors-only", "--also-check-svg", "--stdout"]
    asked = [*command, "--exit-zero-always", "--format", "json", *map(str, [*files, wrong])]
    return len(files), list(json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)["messages"])


def test_no_page_has_a_fault(told: tuple[int, list[dict[str, Any]]], capsys: pytest.CaptureFixture[str]) -> None:
    files, messages = told
    faults = [one for one in messages if not one["url"].endswith(f"/{WRONG}")]
    with capsys.disabled():
        sys.stdout.write(f"\nNu validator: {files} files, {len(faults)} errors\n")
    assert [(one["url"], one.get("lastLine"), one["message"]) for one in faults] == []
    assert files > 80


def test_the_validator_would_tell(told: tuple[int, list[dict[str, Any]]]) -> None:
    _, messages = told
    assert ["id" in one["message"] for one in messages if one["url"].endswith(f"/{WRONG}")] == [True]


class _Structure(HTMLParser):
    """What neither validator nor axe minds and KWCAG does."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.tables: list[list[str]] = []
        self.link: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "table":
            self.tables.append([])
        elif self.tables:
            self.tables[-1].append(tag)
            if tag == "th" and values.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
                self.faults.append("a head without scope")
        if "target" in values:
            self.faults.append("a new window")
        if tag == "a":
            self.link = ""

    def handle_data(self, data: str) -> None:
        if self.link is not None:
            self.link += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self.tables and "caption" not in self.tables.pop():
            self.faults.append("a table without caption")
        if tag == "a" and self.link is not None:
            if self.link.strip() in ("여기", "클릭", "더보기", "바로가기", "이동", "here", "more"):
                self.faults.append(f"a link that says nothing: {self.link}")
            self.link = None


def test_tables_say_what_they_hold_links_where_they_lead_and_no_window_opens(site: Path) -> None:
    wrong = []
    for file in sorted(site.rglob("*.html")):
        reader = _Structure()
        reader.feed(file.read_text(encoding="utf-8"))
        wrong += [(file.relative_to(site).as_posix(), fault) for fault in reader.faults]
    assert wrong == []
