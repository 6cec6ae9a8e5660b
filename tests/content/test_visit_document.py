"""The document of a visit's fields names every field there is, and what it shows as a whole can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from guidebook.model.records.delegation import Boarding, Coach, Contact, Departure, Host, Lunch
from guidebook.model.records.route import Stop
from guidebook.model.records.visit import Visit
from tests.check.conftest import judged
from tests.conftest import ROOT

DOCUMENT = (ROOT / "docs" / "ko" / "visit.md").read_text(encoding="utf-8")
SECTIONS: dict[str, tuple[type[BaseModel], ...]] = {
    "방문": (Visit,),
    "부서": (Host, Contact),
    "출발": (Departure,),
    "버스": (Coach, Boarding),
    "점심": (Lunch,),
    "방문지": (Stop,),
}


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_is_in_the_document_and_no_other(section: str) -> None:
    (body,) = re.findall(rf"^## {section}(?::[^\n]*)?\n(.*?)(?=^## |\Z)", DOCUMENT, re.MULTILINE | re.DOTALL)
    rows = [line.split("|")[1] for line in body.split("\n") if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert named == {name for model in SECTIONS[section] for name in model.model_fields} - {"id"}


def test_its_example_is_a_visit_without_a_fault(maru: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", DOCUMENT, re.DOTALL)
    (maru / "visits" / "hansol.yml").write_text(example, encoding="utf-8")
    assert judged(maru) == []
