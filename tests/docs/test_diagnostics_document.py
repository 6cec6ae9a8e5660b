"""`docs/ko/diagnostics.md` is fresh, and has every code that the program can tell."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from contextlib import chdir
from pathlib import Path

import pytest

from guidebook.check import check
from guidebook.load.content import load_content
from guidebook.model.diagnostic import Diagnostic
from tests.conftest import ROOT
from tests.docs.diagnostics_document import BY_HAND, document, escaped, examples, filled
from tests.docs.said_faults import Saying, faults

BAD = ROOT / "tests" / "diagnostics" / "bad"
OF_TESTS = {"bad-line"}
"""Codes that tests make up, where any would do."""
FILE = ROOT / "docs" / "ko" / "diagnostics.md"


@pytest.fixture(scope="module")
def said() -> dict[str, list[Saying]]:
    return faults()


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("bad") / "content"
    shutil.copytree(BAD, content)
    with (content / "towns" / "huge.yml").open("wb") as file:
        file.truncate(50_000_000)
    return content


@pytest.fixture(scope="module")
def told(content: Path) -> Sequence[Diagnostic]:
    with chdir(content.parent):  # so that sentences name files as they do for editors
        loaded = load_content(content)
        return [*loaded.diagnostics, *check(loaded.catalogue)]


def test_the_document_is_what_the_program_says(
    request: pytest.FixtureRequest, said: dict[str, list[Saying]], told: Sequence[Diagnostic], content: Path
) -> None:
    written = document(said, examples(told, content))
    if request.config.getoption("--accept"):
        FILE.write_text(written, encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == written, "pytest tests/docs --accept writes it anew"


def test_every_code_is_there_once(said: dict[str, list[Saying]], told: Sequence[Diagnostic]) -> None:
    entries = re.findall(r"^### `([a-z0-9-]+)`$", FILE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(entries) == sorted(said)
    # What was told in a run, and what tests of the whole program expect, was found in the source, too.
    assert {one.code for one in told} <= set(said)
    expected = {
        code
        for path in (ROOT / "tests").rglob("test_*.py")
        for code in re.findall(r"(?:error|warning|note)\[([a-z][a-z-]+)\]", path.read_text(encoding="utf-8"))
    }
    assert expected - OF_TESTS - set(said) == set()
    assert len(entries) > 300


def test_each_says_what_is_wrong_and_almost_each_what_to_do(
    said: dict[str, list[Saying]], told: Sequence[Diagnostic]
) -> None:
    seen = {one.code for one in told}
    for code, sayings in said.items():
        assert code in BY_HAND or code in seen or any(one.messages for one in sayings), code
    assert {code for code in BY_HAND if any(one.messages for one in said[code])} == set(), "no longer needed"
    without = [code for code, sayings in said.items() if not any(one.hints for one in sayings)]
    assert len(without) < len(said) / 50, without


def test_values_and_marks_of_a_sentence_are_shown() -> None:
    assert filled("'{id}'{를} 찾을 수 없습니다.") == "'…'을(를) 찾을 수 없습니다."
    assert escaped("**a** [b](c) `d`") == r"\*\*a\*\* \[b\](c) \`d\`"
