"""What pages in English leave in Korean is told at its line, with the field that would mend it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.records.page import IN_ENGLISH, IN_KOREAN, Block
from tests.conftest import ROOT
from tests.render.conftest import add_english

CODE = "korean-on-english-page"


@pytest.fixture
def english(maru: Path) -> Path:
    add_english(maru)
    return maru


def _notes(content: Path) -> list[Diagnostic]:
    return [fault for fault in examine(content)[1] if fault.code == CODE]


def _told(content: Path) -> set[tuple[str, int, str]]:
    return {
        (Path(note.span.file).relative_to(content).as_posix(), note.span.line, str(note.hint))
        for note in _notes(content)
    }


def _line(file: Path, start: str) -> int:
    lines = file.read_text(encoding="utf-8").split("\n")
    return 1 + next(number for number, line in enumerate(lines) if line.lstrip().startswith(start))


@pytest.mark.parametrize(
    ("file", "key", "field"),
    [
        ("programs/river-path.md", "summary:", "summary_en"),
        ("routes/river-day.md", "title:", "title_en"),
        ("routes/river-day.md", "summary:", "summary_en"),
        ("sites/reed-village.yml", "name:", "name_en"),
        ("restaurants/ferry-table.yml", "name:", "name_en"),
        ("site.yml", "hall:", "city.hall_en"),
        ("site.yml", "name: 마루 기록 모임", "publisher.name_en"),
    ],
)
def test_each_remainder_is_told_once_at_its_line(english: Path, file: str, key: str, field: str) -> None:
    here = [told for told in _told(english) if told[:2] == (file, _line(english / file, key))]
    assert len(here) == 1
    assert f"{field} 항목" in here[0][2]
    assert {note.severity for note in _notes(english)} == {Severity.NOTE}


def test_what_is_given_in_english_is_told_no_more(english: Path) -> None:
    program = english / "programs" / "river-path.md"
    assert [told for told in _told(english) if told[0] == "programs/river-path.md"]
    said = program.read_text(encoding="utf-8")
    program.write_text(said.replace("summary: ", "summary_en: A path\nsummary: ", 1), encoding="utf-8")
    told = _told(english)
    assert not [one for one in told if one[0] in {"programs/river-path.md", "sites/river-museum.yml"}]


def test_what_no_english_page_shows_is_not_told(english: Path) -> None:
    assert not [told for told in _told(english) if told[0] == "sites/old-fort.yml"]
    page = english / "pages" / "en-visit.md"
    page.write_text(page.read_text(encoding="utf-8").replace("[[routes]]\n", "").replace("[[asking]]\n", ""), "utf-8")
    assert {told[0] for told in _told(english)} == {"programs/river-path.md", "site.yml"}


def test_korean_in_brackets_explains_and_other_korean_is_told(english: Path) -> None:
    page = english / "pages" / "en.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nCouncils (주민자치회) meet.\n\n주민총회 met.\n", "utf-8")
    told = [told for told in _told(english) if told[0] == "pages/en.md"]
    assert [line for _, line, _ in told] == [_line(page, "주민총회")]


def test_a_city_without_english_pages_is_told_nothing(maru: Path) -> None:
    assert not _notes(maru)


@pytest.mark.parametrize(
    ("page", "block", "told"),
    [("en", "history", True), ("en", "sources", True), ("en", "asking", False), ("visit", "towns", True)],
)
def test_what_a_page_cannot_show_in_its_language_is_told(english: Path, page: str, block: str, told: bool) -> None:
    file = english / "pages" / f"{page}.md"
    file.write_text(file.read_text(encoding="utf-8") + f"\n## Further\n\n[[{block}]]\n", "utf-8")
    found = [fault for fault in examine(english)[1] if fault.code == "block-not-shown"]
    assert [(Path(fault.span.file).name, fault.span.line) for fault in found] == (
        [(file.name, _line(file, f"[[{block}]]"))] if told else []
    )


@pytest.mark.parametrize(("template", "blocks"), [("block", IN_KOREAN), ("block-english", IN_ENGLISH)])
def test_the_pages_show_what_they_may_ask_for(template: str, blocks: frozenset[Block]) -> None:
    said = (ROOT / "templates" / "pages" / f"{template}.html.j2").read_text(encoding="utf-8")
    assert set(re.findall(r'block == "([\w-]+)"', said)) == set(blocks)
