"""The shipped books as an independent checker of PDF/UA hears them: no error, and every warning known."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import outloud
import pytest

from tests.shipped.dangjin_si.conftest import Built

EXPLAINED = {
    "FIG-012": "a graphic is heard as what its table says: more than half of it are hours, years and amounts",
    "HDG-010": "names of towns end in numbers: 당진1동",
    "ORD-001": "columns and absolute boxes are painted in another order than they are read",
    "PAG-001": "the same kicker stands above the title of each route",
    "TBL-012": "a report of a visit has cells to be written in by hand",
    "TBL-014": "headings and paragraphs stand between the tables of that report",
    "TAG-030": "a map fills the page of a leaflet; it has words, and a list beside it",
}
"""Warnings that are no faults, and why."""


def test_books_leaflets_and_sheets_can_be_heard(built: Built, pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = [*sorted(pack.rglob("*.pdf")), *sorted(built.output.rglob("*.pdf"))]
    read = [path for path in made if "복사기용" not in path.name]
    assert len(read) == 18
    errors: list[tuple[str, str, str]] = []
    warnings: Counter[str] = Counter()
    for path in read:
        result = outloud.check(str(path))
        assert result.error is None
        for finding in result.findings:
            if finding.severity == "error":
                errors.append((path.name, finding.rule, finding.message))
            elif finding.severity == "warning":
                warnings[finding.rule] += 1
    with capsys.disabled():
        sys.stdout.write(f"\noutloud: {len(read)} PDFs, {len(errors)} errors, warnings {dict(warnings)}\n")
    assert errors == []
    assert set(warnings) <= set(EXPLAINED)
