"""The walks and decisions that name files of this city's content name files that are there."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

PAGES = (
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    *sorted(f"docs/decisions/{p.name}" for p in ROOT.glob("docs/decisions/*.md")),
)


@pytest.mark.parametrize("page", PAGES)
def test_named_content_is_there(page: str) -> None:
    for name in re.findall(r"`(content/[\w/.*-]*)`", (ROOT / page).read_text(encoding="utf-8")):
        assert list(ROOT.glob(name.rstrip("/"))), f"{page} speaks of {name}, which is not there"
