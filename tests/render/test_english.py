"""Pages in English: their own frame and menu, known by their Korean twins, nothing invented and nothing in the book."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.model.diagnostic import Severity
from guidebook.render.book.guidebook import manuscript
from guidebook.render.new_context import context_of
from tests.paths import PACKAGES, TEMPLATES
from tests.render.conftest import add_english


@pytest.fixture
def english(maru: Path) -> Path:
    add_english(maru)
    return maru


def _read(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8")


def test_a_page_in_english_speaks_english_around_it_too(maru_site: Path) -> None:
    page = _read(maru_site, "en/visit")
    assert '<html lang="en">' in page
    assert "Skip to the text" in page
    assert "This is a sample made from public records." in page
    bare = re.sub(r'<(\w+)[^>]*lang="ko".*?</\1>', "", page, flags=re.DOTALL)
    said = re.sub(r"<script.*?</script>|<style.*?</style>|<button.*?</button>|<[^>]*>", "", bare, flags=re.DOTALL)
    assert re.findall("[가-힣]+", said.replace("마루 기록 모임", "")) == []


def test_each_knows_its_twin(maru_site: Path) -> None:
    for path, other in (("visit", "en/visit"), ("en/visit", "visit"), ("", "en"), ("en", "")):
        page = _read(maru_site, path)
        there = "https://example.org/maru/" + (f"{other}/" if other else "")
        language = "en" if other.startswith("en") else "ko"
        assert f'<link rel="alternate" hreflang="{language}" href="{there}">' in page
        (switch,) = re.findall(r'<a class="language" href="([^"]+)"', page)
        up = "../" * (path.count("/") + bool(path)) or "./"
        assert switch == (up + (f"{other}/" if other else "") if other or path else up)
    fort = _read(maru_site, "sites/old-fort")
    assert "hreflang" not in fort.replace('hreflang="en">English', "")
    assert '<a class="language" href="../../en/"' in fort


def test_they_are_in_neither_menu_nor_book_nor_index(maru_site: Path, english: Path) -> None:
    assert "What happened" not in _read(maru_site, "")
    assert "Visiting Maru" not in _read(maru_site, "index")
    catalogue, _ = examine(english)
    assert not [
        one for one in manuscript(context_of(catalogue.public(), TEMPLATES, PACKAGES)).chapters if "Maru" in one.html
    ]


def test_what_has_no_english_stays_korean_and_is_noted(english: Path, maru_site: Path, yeoul_site: Path) -> None:
    _, faults = examine(english)
    notes = [fault for fault in faults if fault.code == "no-english"]
    assert {fault.severity for fault in notes} == {Severity.NOTE}
    assert any("summary_en" in str(fault.message) and "river-path" in str(fault.message) for fault in notes)
    assert '<td><span class="cell-head" aria-hidden="true">Result</span><span lang="ko">' in _read(maru_site, "en")
    (english / "pages" / "en.md").unlink()
    (english / "pages" / "en-visit.md").unlink()
    assert not [fault for fault in examine(english)[1] if fault.code == "no-english"]
    assert 'class="language"' not in _read(yeoul_site, "")
