"""What the document of visits shows as a whole can be read."""

from __future__ import annotations

import re
from pathlib import Path

from tests.check.conftest import judged
from tests.conftest import ROOT

DOCUMENT = (ROOT / "docs" / "ko" / "visit.md").read_text(encoding="utf-8")


def test_its_example_is_a_visit_without_a_fault(maru: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", DOCUMENT, re.DOTALL)
    (maru / "visits" / "hansol.yml").write_text(example, encoding="utf-8")
    assert judged(maru) == []
