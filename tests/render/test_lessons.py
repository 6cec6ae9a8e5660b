"""Lessons, rules, history and kept copies, as readers of page, book and data files meet them."""

from __future__ import annotations

import gettext
import json
from pathlib import Path

import pytest

from guidebook.check.sources import RULES
from guidebook.commands.examine import examine
from guidebook.export.programs_json import programs_json
from guidebook.render.book.guidebook import manuscript
from guidebook.render.book.index import index_lines
from guidebook.render.book.report import report_book
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.web.pages.index import entries
from guidebook.render.web.site import site_pages
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES


def context(content: Path) -> RenderContext:
    return context_of(examine(content)[0].public(), TEMPLATES, PACKAGES)


def plain(html: str) -> str:
    """The HTML of a book without what only guides its line breaks."""
    return html.replace("\u2060", "").replace("\u00a0", " ")


def edit(file: Path, old: str, new: str) -> None:
    before = file.read_text(encoding="utf-8")
    assert old in before
    file.write_text(before.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def dasom() -> RenderContext:
    return context(CITIES / "dasom")


@pytest.fixture(scope="module")
def pages(dasom: RenderContext) -> dict[str, str]:
    return {page.path: str(page.body) for page in site_pages(dasom)}


@pytest.fixture(scope="module")
def chapters(dasom: RenderContext) -> dict[str, str]:
    return {chapter.id: plain(chapter.html) for chapter in manuscript(dasom).chapters}


def test_lessons_have_their_steps_in_order_and_no_part_that_is_empty(pages: dict[str, str]) -> None:
    lessons = pages["programs/assembly/"].partition('id="lessons">따라 하려면')[2].partition("</section>")[0]
    assert lessons.index("공개 모집") < lessons.index("추첨") < lessons.index("주민세")
    assert "예산" in lessons
    assert "인력" not in lessons
    assert 'id="lessons"' not in pages["programs/leave/"]


def test_a_kept_copy_says_of_when_it_is(pages: dict[str, str]) -> None:
    assert "다솜시, 「위원 모집 공고」, 2024. 2. (2025. 4. 보존본)" in pages["programs/assembly/"]


def test_lessons_stand_before_the_questions_in_the_book(chapters: dict[str, str]) -> None:
    report = chapters["program-assembly"]
    assert report.index("program-assembly-lessons") < report.index("program-assembly-questions")


def test_rules_stand_in_the_fact_box_and_both_indexes(
    dasom: RenderContext, pages: dict[str, str], chapters: dict[str, str]
) -> None:
    facts = pages["programs/assembly/"].partition('id="rules"')[2].partition("</dl>")[0]
    assert '<a href="https://rules.example.org/dasom/assembly">「다솜시 주민자치회 조례」 제3조</a>' in facts
    assert "(2024. 1.)" in facts
    assert "「다솜시 주민자치회 조례」 제3조" in chapters["program-assembly"]
    assert ("다솜시 주민자치회 조례", "주민총회", "programs/assembly/#rules") in entries(dasom)
    assert dict(index_lines(dasom, manuscript(dasom).chapters))["다솜시 주민자치회 조례"] == ("program-assembly-rules",)


def test_the_history_runs_forward_on_page_and_paper(pages: dict[str, str], chapters: dict[str, str]) -> None:
    for html in (pages["overview/"], chapters["page-overview"]):
        table = html.partition('class="history"')[2].partition("</table>")[0]
        assert table.index("2023") < table.index("2024. 7.") < table.index("모든 읍면동")


def test_the_data_file_has_both_with_their_sources(dasom: RenderContext) -> None:
    octets = programs_json(dasom.catalogue, dasom.site, gettext.NullTranslations()) or b"{}"
    (assembly,) = [one for one in json.loads(octets)["programs"] if one["id"] == "assembly"]
    assert assembly["rules"][0]["article"] == "제3조"
    assert assembly["lessons"]["steps"][0]["sources"][0]["kept"] == "2025-04"
    assert list(assembly["lessons"]) == ["steps", "budget"]


def test_notes_are_short_where_the_book_lists_its_sources(dasom: RenderContext, chapters: dict[str, str]) -> None:
    report = plain(chapters["program-assembly"])
    assert "다솜신문, 2024. 9. 16." in report
    assert "마을자치 보도" not in report
    assert "「주민총회 결과」</a>, 2024. 12. 30." in report, "another of that publisher is of the same day"
    assert "「주민총회 결과」" in chapters["page-about"]
    assert "example.go.kr/assembly</a>" in plain(chapters["page-about"])
    (program,) = [one for one in dasom.catalogue.programs if one.id == "assembly"]
    assert any("「주민총회 결과」" in plain(chapter.html) for chapter in report_book(dasom, program).chapters)


def test_a_book_without_such_a_page_lists_them_in_a_chapter(yeoul: Path) -> None:
    edit(yeoul / "pages" / "about.md", "[[sources]]", "없습니다.")
    (chapter,) = [one for one in manuscript(context(yeoul)).chapters if one.id == "sources"]
    assert "여울신문, 「마을자치 보도」, 2025. 10. 2." in plain(chapter.html)
    assert "program-market" in chapter.references


def test_a_history_that_no_page_shows_is_told(yeoul: Path) -> None:
    said = "history:\n  - when: 2024\n    text: 시작했습니다.\n    sources:\n"
    edit(yeoul / "site.yml", "highlights:", f"{said}      - {{kind: press, publisher: 신문}}\nhighlights:")
    catalogue, _ = examine(yeoul)
    found = [(one.code, one.span.line) for rule in RULES for one in rule(catalogue)]
    assert found == [("source-without-title", 26), ("hidden-history", 23)]
