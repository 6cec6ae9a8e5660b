"""What the document of visits shows as a whole can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from guidebook.model.diagnostic import Severity
from tests.check.conftest import judged
from tests.conftest import ROOT

DOCUMENT = (ROOT / "docs" / "ko" / "visit.md").read_text(encoding="utf-8")
EXAMPLES: list[str] = re.findall(r"```yaml\n(.*?)```", DOCUMENT, re.DOTALL)
"""A whole visit first, then lines to put into one."""


def test_its_example_is_a_visit_without_a_fault(maru: Path) -> None:
    (maru / "visits" / "hansol.yml").write_text(EXAMPLES[0], encoding="utf-8")
    assert judged(maru) == []


@pytest.mark.parametrize("lines", [example for example in EXAMPLES[1:] if "fees:" not in example])
def test_lines_for_a_visit_can_be_put_into_one(maru: Path, lines: str) -> None:
    visit = yaml.safe_load((maru / "visits" / "hansol.yml").read_text(encoding="utf-8"))
    added = yaml.safe_load(lines)
    del visit["route"]
    visit["stops"] = [
        {"hall": "gaon", "stay": 90},
        {"text": "점심", "meal": "lunch", "town": "gaon", "stay": 60},
        {"text": "저녁", "meal": "dinner", "town": "gaon", "stay": 60, "night": True},
        {"text": "점심", "meal": "lunch", "town": "gaon", "stay": 60},
    ]
    text = yaml.safe_dump({**visit, **added}, allow_unicode=True, sort_keys=False)
    (maru / "visits" / "hansol.yml").write_text(text, encoding="utf-8")
    assert [one for one in judged(maru) if one.severity is Severity.ERROR] == []


def test_a_price_list_can_be_put_into_a_place(maru: Path) -> None:
    (lines,) = [example for example in EXAMPLES if "fees:" in example]
    museum = maru / "sites" / "river-museum.yml"
    place = museum.read_text(encoding="utf-8").replace("covers: [", "covers: [fees, ")
    museum.write_text(f"{lines}{place}", encoding="utf-8")
    assert judged(maru) == []
