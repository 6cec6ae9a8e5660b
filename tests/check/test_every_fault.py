"""A folder with every fault there is: each is reported once, at its line, with a sentence and a remedy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.check import check
from guidebook.load.content import load_content
from guidebook.load.folders import shown
from guidebook.model.diagnostic import Diagnostic
from tests.conftest import ROOT

BAD = ROOT / "tests" / "diagnostics" / "bad"
EXPECTED = ROOT / "tests" / "diagnostics" / "expected.txt"

Fault = tuple[str, int, str]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Diagnostic]:
    import shutil

    content = tmp_path_factory.mktemp("bad") / "content"
    shutil.copytree(BAD, content)
    with (content / "towns" / "huge.yml").open("wb") as file:
        file.truncate(50_000_000)
    loaded = load_content(content)
    diagnostics = [*loaded.diagnostics, *check(loaded.catalogue)]
    assert all(found.span.file.startswith(shown(content)) for found in diagnostics)
    return diagnostics


def expected() -> set[Fault]:
    faults: set[Fault] = set()
    for path in sorted(BAD.rglob("*")):
        if path.is_file():
            for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").split("\n"), start=1):
                for code in re.findall(r"(?:error|warning)\[([a-z-]+)\]", line):
                    faults.add((path.relative_to(BAD).as_posix(), number, code))
    for line in EXPECTED.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            place, code = line.split()
            file, number_text = place.rsplit(":", 1)
            faults.add((file, int(number_text), code))
    return faults


def as_fault(diagnostic: Diagnostic) -> Fault:
    parts = Path(diagnostic.span.file).parts
    return "/".join(parts[parts.index("content") + 1 :]), diagnostic.span.line, diagnostic.code


def test_each_fault_is_found_at_its_line_and_nothing_else(found: list[Diagnostic]) -> None:
    allowed_besides = {("towns/missing.yml", 1, "missing-key")}
    assert {as_fault(diagnostic) for diagnostic in found} == expected() | allowed_besides


def test_there_are_more_than_thirty_different_faults(found: list[Diagnostic]) -> None:
    assert len({(as_fault(d)[0], as_fault(d)[2]) for d in found}) > 30
    assert len({d.code for d in found}) > 30


def test_each_has_a_korean_sentence_and_a_remedy(found: list[Diagnostic]) -> None:
    for diagnostic in found:
        assert re.search("[가-힣]", str(diagnostic.message)), diagnostic
        assert re.search("[가-힣]", str(diagnostic.hint)), diagnostic
        assert "{" not in str(diagnostic.message) + str(diagnostic.hint).replace("‘{’", "")


def test_a_mistyped_name_is_answered_with_the_nearest_one(found: list[Diagnostic]) -> None:
    hints = {diagnostic.code: str(diagnostic.hint) for diagnostic in found if "뜻하셨나요" in str(diagnostic.hint)}
    assert "'gangbyeon'(강변면)" in hints["unknown-town"]
    assert "unknown-key" in hints
