"""A visit's booklet that is more than its pages or its stapler take.

Most of it asks the functions below the command, for the one edition that is in question; `tests/commands/` has the rest
of a pack. A pack of several booklets and a checklist of several pages are made by the command, in one.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.books.edition_files import PRINTING
from guidebook.books.visit_booklet import plain_book
from guidebook.books.visit_editions import COPIER, SCREEN, VisitEditions, write_editions
from guidebook.books.visit_papers import CHECKLIST
from guidebook.model.diagnostic import Faults, has_errors
from guidebook.report.diagnostics import as_text
from guidebook.storage.workers import Workers
from guidebook.words import catalogue
from tests.commands.packs import FILES, Pack, formats, packed, visit_in
from tests.commands.printed_files import Pdf, bare
from tests.conftest import Change
from tests.paths import paths


def editions_of(content: Path, *ids: str) -> tuple[Path, VisitEditions | None, Faults]:
    """The folder of the booklet in these editions alone, how the copier prints them, and what was told."""
    folder = content.parent / "editions"
    folder.mkdir()
    return folder, *write_editions(folder, visit_in(content), formats(*ids), None, paths(content), Workers(1))


def said(faults: Faults) -> str:
    return as_text(faults, catalogue("ko"))


def stapled(change: Change, limit: int) -> None:
    change("site.yml", "published:", f"printing:\n  staple_sheets: {limit}\npublished:")


def with_stops(change: Change, stops: str, further: str = "programs: [river-path]\n") -> None:
    change("visits/hansol.yml", "route: river-day\n", f"stops:\n{stops}{further}")


def test_without_any_place_known_ruled_lines_face_the_stops_and_no_frame_is_empty(maru: Path, change: Change) -> None:
    with_stops(change, "  - {text: 이야기, stay: 60}\n  - {text: 물음과 답, stay: 30}\n")
    folder, editions, faults = editions_of(maru, "screen", "office", "office-plain")
    assert editions is not None, said(faults)
    folded, plain = (Pdf(path).words for path in (folder / SCREEN, *(folder / "office-plain").glob("*.pdf")))
    assert len(folded) % 4 == 0
    left, right = (bare(page) for page in folded[len(folded) // 2 - 1 : len(folded) // 2 + 1])
    assert left.startswith("메모")
    assert right.startswith("방문지")
    assert not [page for page in (*folded, *plain) if "지도와방문지" in bare(page) or bare(page).startswith("지도")]
    assert not any(bare(page).startswith("메모") for page in plain), "what is not folded needs nothing beside it"
    assert "방문지" in bare(folded[1])


def test_files_for_readers_of_english_have_no_space_in_their_names(maru: Path, change: Change) -> None:
    change("visits/hansol.yml", "delegation:", "language: en\ndelegation:")
    with_stops(change, "  - {hall: gaon, stay: 60}\n", further="")
    folder, _, _ = editions_of(maru, "office", "large-print")
    assert [path.name for path in (folder / "large-print").glob("*.pdf")] == ["Guidebook-large-print.pdf"]


def volumes(count: int) -> list[str]:
    return [COPIER.replace(".pdf", f"-{count}권중{number}권.pdf") for number in range(1, count + 1)]


def check_volumes(folder: Path, limit: int, count: int) -> str:
    """Each booklet says which it is and is not too thick; how the copier prints them all."""
    read = [Pdf(folder / name).words for name in volumes(count)]
    for number, words in enumerate(read, start=1):
        assert len(words) % 2 == 0
        assert bare(f"{count}권 중 {number}권") in bare(words[0])
    sheets = [len(words) // 2 for words in read]
    assert max(sheets) <= limit
    each = ", ".join(f"{number}권 {paper}장" for number, paper in enumerate(sheets, start=1))
    assert each in (folder / PRINTING).read_text(encoding="utf-8-sig")
    paper = f"30부 = A4 {30 * sum(sheets)}장, 흑백 가능, 양면(짧은 쪽)"
    return f"{paper}, 한 부 {sum(sheets)}장({each}), 권마다 가운데 철심"


def check_told(told: str) -> None:
    """A warning that names the report to leave out, and no fault."""
    assert "warning[too-thick]" in told
    assert "error[" not in told
    assert "river-path(" in told


def test_too_thick_a_booklet_becomes_two_and_names_the_reports_to_leave_out(maru: Path, change: Change) -> None:
    """The copier's edition alone; that the checklist counts the booklets is looked at below."""
    stapled(change, 3)
    folder, editions, faults = editions_of(maru, "office")
    check_told(said(faults))
    assert editions is not None
    assert {path.name for path in folder.iterdir()} == {*volumes(2), PRINTING}
    check_volumes(folder, 3, 2)


@pytest.fixture
def thick(maru: Path, change: Change) -> Pack:
    """A pack of four booklets, whose host has much to remember."""
    stapled(change, 2)
    change("visits/hansol.yml", "edition_at", f"remarks: {'길게 적은 말입니다. ' * 220}\nedition_at")
    return packed(maru, maru.parent / "out", "hansol")


def test_booklets_are_told_on_a_checklist_that_runs_over_several_pages_rather_than_refusing_the_visit(
    thick: Pack,
) -> None:
    check_told(thick.told)
    assert {path.name for path in thick.folder.iterdir()} == {*FILES, *volumes(4)} - {COPIER}
    pages = thick.words(CHECKLIST)
    assert bare(check_volumes(thick.folder, 2, 4)) in bare(pages[0])
    assert len(pages) > 1
    assert bare("".join(pages)).count("길게적은말입니다.") == 220
    assert "배포하지 마세요" in pages[-1]


def tells_a_full_page(faults: Faults) -> bool:
    """At the line of the stops."""
    return re.search(r"hansol\.yml:8:\d+: error\[page-too-full\]", said(faults)) is not None


def test_too_many_stops_for_a_page_are_told_and_not_cut(maru: Path, change: Change) -> None:
    with_stops(change, "".join(f"  - {{hall: gaon, text: 이야기 {number}, stay: 5}}\n" for number in range(30)))
    _, editions, faults = editions_of(maru, "screen", "office")
    assert editions is None
    assert tells_a_full_page(faults)


def test_what_does_not_fit_the_large_page_of_another_edition_is_told_as_contents(maru: Path, change: Change) -> None:
    """The booklet itself has room for all of it, so that the edition alone can be wrong."""
    stop = "site: river-museum, text: 강을 따라 걸으며 주민과 나누는 이야기"
    with_stops(change, "".join(f"  - {{{stop} {number}, stay: 5, leg: 5}}\n" for number in range(16)))
    assert not has_errors(plain_book(visit_in(maru), paths(maru), Workers(1))[1])
    _, editions, faults = editions_of(maru, "large-print")
    assert editions is None
    assert tells_a_full_page(faults)
    assert "wrong-folio" not in said(faults)


def test_three_days_of_many_stops_have_a_booklet_whose_back_tells_them_in_brief(maru: Path, change: Change) -> None:
    """Four groups that part each day: more than a page of list or back cover takes in full."""
    change("visits/hansol.yml", "host:", f"groups: [{', '.join(f'{{name: {g}조, people: 7}}' for g in GROUPS)}]\nhost:")
    parted = "".join(f"  - {{hall: gaon, text: 주민과 이야기, group: {g}조, stay: 30, leg: 10}}\n" for g in GROUPS)
    visited = "  - {site: river-museum, text: 전시 해설 듣기, stay: 30, leg: 10}\n"
    day = f"{visited}{parted}{visited}  - {{text: 점심, stay: 60, leg: 10}}\n{visited}"
    with_stops(change, f"{day}  - {{text: 강변 숙소, night: true, stay: 0, leg: 10}}\n" * 2 + day)
    change("visits/hansol.yml", 'end: "16:00"\n', "")
    book, faults = plain_book(visit_in(maru), paths(maru), Workers(1))
    assert book is not None, said(faults)
    back = book.chapters[-1].html.replace("\u2060", "")
    assert back.count("강 박물관") == 9
    assert back.count("강변 숙소에서 출발") == 2


GROUPS = "가나다라"
