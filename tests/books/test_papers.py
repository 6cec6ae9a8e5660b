"""PDFs of the website, made in this process and in others: the same files, faults in the same order, the same steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from guidebook.books.guidebook import guidebook_and_reports
from guidebook.books.kept_books import kept_books
from guidebook.books.leaflets import leaflets_of
from guidebook.books.papers import make_papers
from guidebook.books.site_papers import make_site_papers
from guidebook.commands.examine import examine
from guidebook.model.diagnostic import Diagnostic, has_errors
from guidebook.model.text import text
from guidebook.preflight.document import Document, Finding
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.templates import compiled
from guidebook.storage.paths import Paths
from guidebook.storage.steps import Redone
from guidebook.storage.workers import Task, Workers
from tests.own_cache import furnished
from tests.paths import PACKAGES, TEMPLATES, paths
from tests.short_report import shorten

pytestmark = pytest.mark.usefixtures("no_waiting")
TOO_HIGH = f"\n표: 긴 줄\n\n| 가 | 나 |\n|---|---|\n| 하나 | {'주민자치회의 회의록과 결정 사항을 적습니다. ' * 90} |\n"


@pytest.fixture
def short(maru: Path) -> Path:
    """A city whose report has nothing in front of its body, for that is laid out many times here."""
    shorten(maru)
    return maru


def steps(redone: list[Redone]) -> set[tuple[str, str]]:
    return {(one.step, one.subject) for one in redone}


def edition(content: Path) -> RenderContext:
    catalogue, faults = examine(content)
    assert not has_errors(faults)
    return context_of(catalogue.public(), TEMPLATES, PACKAGES)


def kept_in(content: Path, cache: Path) -> Paths:
    return replace(paths(content), cache=furnished(cache), redone=[])


def test_other_processes_make_the_same_files_and_compile_no_template(short: Path, tmp_path: Path) -> None:
    context = edition(short)
    made = []
    for most in (1, 2):
        own = kept_in(short, tmp_path / str(most))
        with Workers(most) as workers:
            papers, faults = make_site_papers(context, own, workers)
            assert papers is not None
            made.append((papers.files, faults, papers.told(), papers.verdict(), steps(own.redone)))
            if most > 1:
                asked = [Task(compiled, ()) for _ in range(4)]
                assert workers.give(asked)
                assert [task.result() for task in asked] == [{}] * 4
    assert made[0] == made[1]


def page_is_there(document: Document) -> Iterator[Finding]:
    """A check that finds something in every file."""
    yield "broken-word", text("{words} {page}", words=document.expected.title, page="1")


def told(content: Path, own: Paths, most: int) -> list[Diagnostic]:
    """What is told of all papers, each of which has a fault at least."""
    context = edition(content)
    with Workers(most) as workers:
        books, _ = guidebook_and_reports(context, own, workers)
        papers = [replace(paper, checks=(page_is_there,)) for paper in (*leaflets_of(context, own)[0], *books)]
        made = make_papers(context, papers, kept_books(own), workers)
        assert [paper.path for paper in made] == [paper.path for paper in papers]
        assert workers.start(0) == (most > 1)
        return [fault for paper in made for fault in paper.told()]


def test_faults_of_several_books_come_in_the_order_of_the_books(short: Path, tmp_path: Path) -> None:
    """What is without a fault may be kept from another test where one process lays out; two begin with nothing."""
    report = short / "programs" / "river-path.md"
    report.write_text(report.read_text(encoding="utf-8") + TOO_HIGH, encoding="utf-8")
    alone = told(short, paths(short), 1)
    assert [fault.code for fault in alone] == ["broken-word", "row-too-high", "row-too-high"]
    assert told(short, kept_in(short, tmp_path), 2) == alone
