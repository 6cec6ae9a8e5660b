"""The list of what preflight says, and of whom, is whole: `docs/decisions/0018-what-preflight-blames.md`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import guidebook.preflight
from guidebook.model.print_format import PAPERS
from guidebook.preflight.checks import FROM_CONTENT
from guidebook.preflight.numbers import FOLIO_ZONE
from tests.conftest import ROOT

ROOM = Path(guidebook.preflight.__file__).parent
LIST = ROOT / "docs" / "decisions" / "0018-what-preflight-blames.md"
ROW = re.compile(r"^\| `([a-z-]+)` \| (ours|content's) \| (.+) \|$", re.MULTILINE)


def codes() -> Iterator[str]:
    """The first of every pair that a check of preflight yields."""
    for path in sorted(ROOM.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
                first = node.value.elts[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def test_every_code_of_preflight_is_listed_with_its_reason() -> None:
    rows = {code: (whose, reason) for code, whose, reason in ROW.findall(LIST.read_text(encoding="utf-8"))}
    assert set(rows) == set(codes())
    assert all(len(reason) > 10 for _, reason in rows.values())


def test_what_content_can_reach_is_told_as_contents() -> None:
    rows = ROW.findall(LIST.read_text(encoding="utf-8"))
    assert {code for code, whose, _ in rows if whose == "content's"} == set(FROM_CONTENT)


def test_a_folio_stands_below_all_words_of_every_paper() -> None:
    assert all(paper.bottom * 72 / 25.4 >= FOLIO_ZONE for paper in PAPERS.values())
