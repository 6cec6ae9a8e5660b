"""The Nu validator finds no error in any page, nor in the file of the site's drawing. (KWCAG 2.2, 8.1.1.)"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from guidebook.setup.system import java
from tests.conftest import ROOT

VALIDATOR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def _faults(*files: Path) -> list[dict[str, Any]]:
    program = java()
    assert program is not None, "set-up installs it"
    command = [program, "-jar", str(VALIDATOR), "--errors-only", "--also-check-svg", "--stdout", "--exit-zero-always"]
    told = subprocess.run([*command, "--format", "json", *map(str, files)], capture_output=True, check=True)
    return list(json.loads(told.stdout)["messages"])


def test_no_page_has_a_fault(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted([*site.rglob("*.html"), *site.rglob("*.svg")])
    faults = _faults(*files)
    with capsys.disabled():
        sys.stdout.write(f"\nNu validator: {len(files)} files, {len(faults)} errors\n")
    assert [(one["url"], one.get("lastLine"), one["message"]) for one in faults] == []
    assert len(files) > 150


def test_the_validator_would_tell(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang='ko'><title>쪽</title><p id=a id=b></p>", encoding="utf-8")
    assert "id" in _faults(page)[0]["message"]
