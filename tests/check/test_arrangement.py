"""Names in `menu` and `book` of the settings: each is one that is there, and what is wrong is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.commands.examine import examine
from guidebook.model.diagnostic import Severity


def faults_of(content: Path, settings: str) -> list[tuple[str, int, str]]:
    """Code, line within the settings, and remedy of each error."""
    site = content / "site.yml"
    lines = site.read_text(encoding="utf-8").count("\n")
    with site.open("a", encoding="utf-8") as file:
        file.write(settings)
    errors = (fault for fault in examine(content)[1] if fault.severity is Severity.ERROR)
    return [(fault.code, fault.span.line - lines, str(fault.hint)) for fault in errors]


def written(content: Path, id: str, *more: str) -> None:
    head = "\n".join(("---", f"title: {id} 글", "summary: 짧은 글입니다.", *more, "---"))
    (content / "pages" / f"{id}.md").write_text(f"{head}\n\n짧은 글입니다.\n", encoding="utf-8")


@pytest.mark.parametrize(
    "names", ["[]", "[visit, programs, figures, routes, sites, restaurants, towns, index, changes, data]", "[towns]"]
)
def test_pages_and_lists_may_be_named(names: str, maru: Path) -> None:
    assert faults_of(maru, f"menu: {names}\n") == []


@pytest.mark.parametrize(
    ("names", "code", "line", "remedy"),
    [
        ("  - visit\n  - programms\n", "unknown-section", 3, "‘programs’"),
        ("  - vist\n", "unknown-section", 2, "visit"),
        ("  - zzzz\n", "unknown-section", 2, "programs, towns"),
        ("  - towns\n  - visit\n  - towns\n", "named-twice", 4, "지우세요"),
        ("  - foot\n", "not-in-menu", 2, "footer"),
        ("  - inner\n", "not-in-menu", 2, "section"),
        ("  - en\n", "not-in-menu", 2, "menu"),
    ],
)
def test_a_name_that_leads_nowhere_is_told(names: str, code: str, line: int, remedy: str, maru: Path) -> None:
    written(maru, "foot", "footer: true")
    written(maru, "inner", "section: visit")
    (maru / "pages" / "en.md").write_text(
        "---\ntitle: Maru\nsummary: A town.\norder: 1\n---\n\nHello.\n", encoding="utf-8"
    )
    (fault,) = faults_of(maru, f"menu:\n{names}")
    assert fault[:2] == (code, line)
    assert remedy.strip("‘’") in fault[2]


def test_a_page_that_could_not_be_read_has_its_own_fault_alone(maru: Path) -> None:
    (maru / "pages" / "broken.md").write_text("---\ntitle: 글\n---\n\n글\n", encoding="utf-8")
    assert {code for code, _, _ in faults_of(maru, "menu: [broken]\nbook: [{part: pages, pages: [broken]}]\n")} == {
        "missing-key"
    }


@pytest.mark.parametrize(
    ("parts", "code", "line"),
    [
        ("  - part: towns\n  - part: towns\n", "named-twice", 3),
        ("  - part: pages\n    title: 앞\n", "empty-part", 2),
        ("  - part: towns\n    pages: [visitt]\n", "unknown-page", 3),
        ("  - part: towns\n    pages: [river-path]\n", "unknown-page", 3),
        ("  - part: towns\n    pages: [apart]\n", "not-in-book", 3),
        ("  - part: towns\n    pages: [visit]\n  - part: programs\n    pages: [visit]\n", "named-twice", 5),
        ("  - part: town\n", "bad-choice", 2),
    ],
)
def test_a_part_that_cannot_be_is_told(parts: str, code: str, line: int, maru: Path) -> None:
    written(maru, "apart", "book: false")
    assert [fault[:2] for fault in faults_of(maru, f"book:\n{parts}")] == [(code, line)]
