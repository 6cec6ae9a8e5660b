"""What the copier's panel is told: sheets and packs of paper, sides, binding, in both languages."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.books.print_formats import print_formats
from guidebook.model.print_format import PrintFormat
from guidebook.render.office.print_instructions import REAM, CopierJob, job_of, print_lines, print_words
from guidebook.words import catalogue
from tests.paths import TEMPLATES

KO, EN = catalogue("ko"), catalogue("en")
FOLDED, FLAT = print_formats(("office", "office-plain"), TEMPLATES)[0]
PAGES = st.lists(st.integers(1, 60), min_size=1, max_size=6)


@given(st.integers(1, 300), PAGES)
def test_paper_holds_every_page_of_every_booklet_and_no_sheet_is_wasted(copies: int, pages: list[int]) -> None:
    for print_format, per_sheet in ((FOLDED, 4), (FLAT, 2)):
        job = job_of(print_format, copies, pages, False, 15)
        assert len(job.sheets) == len(pages)
        for sheets, count in zip(job.sheets, pages, strict=True):
            assert (sheets - 1) * per_sheet < count <= sheets * per_sheet
        assert job.paper == sum(job.sheets) * copies


@given(st.integers(1, 5000))
def test_packs_are_enough_and_the_last_is_begun(copies: int) -> None:
    job = CopierJob(copies, (7,), False)
    assert (job.reams - 1) * REAM < job.paper <= job.reams * REAM


@pytest.mark.parametrize(("copies", "reams"), [(1, 1), (50, 1), (51, 2), (100, 2), (101, 3)])
def test_a_pack_has_five_hundred_sheets(copies: int, reams: int) -> None:
    assert CopierJob(copies, (10,), False).reams == reams


def test_a_job_takes_binding_and_stapler_from_where_they_stand() -> None:
    assert job_of(FOLDED, 3, [32], True, 20) == CopierJob(3, (8,), True, "stitch", 20)
    assert job_of(FLAT, 3, [32], False, 20) == CopierJob(3, (16,), False, "corner", 20)


def test_one_booklet_in_one_line() -> None:
    job = job_of(FOLDED, 40, [32], False, 15)
    assert print_words(job, KO) == "40부 = A4 320장, 흑백 가능, 양면(짧은 쪽), 한 부 8장, 가운데 철심"
    assert print_words(job, EN) == (
        "40 copies = 320 sheets of A4, black and white is possible, both sides (short edge), 8 sheets a copy, "
        "stapled along the fold"
    )


def test_several_booklets_are_told_one_by_one() -> None:
    job = job_of(FOLDED, 10, [60, 60, 24], True, 15)
    assert print_words(job, KO) == (
        "10부 = A4 360장, 컬러, 양면(짧은 쪽), 한 부 36장(1권 15장, 2권 15장, 3권 6장), 권마다 가운데 철심"
    )
    assert print_words(job, EN) == (
        "10 copies = 360 sheets of A4, in colour, both sides (short edge), "
        "36 sheets a copy (booklet 1: 15, booklet 2: 15, booklet 3: 6), each booklet stapled along the fold"
    )


@pytest.mark.parametrize(
    ("pages", "korean", "english"),
    [
        (30, "왼쪽 위 모서리 철심", "stapled at the top left corner"),
        (32, "왼쪽 집게 고정", "clipped at the left"),
    ],
)
def test_what_the_stapler_cannot_take_is_clipped(pages: int, korean: str, english: str) -> None:
    job = job_of(FLAT, 1, [pages], False, 15)
    assert print_words(job, KO).endswith(f"양면(긴 쪽), 한 부 {pages // 2}장, {korean}")
    assert print_words(job, EN).endswith(english)
    assert korean in print_lines(job, "제목", ("a.pdf",), KO)
    assert english in print_lines(job, "Title", ("a.pdf",), EN)


def test_the_page_for_the_copier_says_all_that_is_to_be_set() -> None:
    job = job_of(FOLDED, 20, [60, 56], False, 15)
    said = print_lines(job, "마루군 길잡이", ("책-1.pdf", "책-2.pdf"), KO)
    assert said == (
        "마루군 길잡이: 인쇄 방법\n"
        "\n"
        "파일         책-1.pdf\n"
        "             책-2.pdf\n"
        "부수·용지    20부, A4 580장(500장 묶음 2개), 한 부 29장(1권 15장, 2권 14장)\n"
        "색           흑백(회색조만 사용)\n"
        "양면         짧은 쪽으로 넘기기\n"
        "크기         실제 크기(100%). ‘용지에 맞춤’은 끄세요.\n"
        "제본         권마다 가운데 철심\n"
        "시험 인쇄    한 부만 먼저 인쇄해 반으로 접고, 쪽 번호가 이어지는지 확인하세요.\n"
    )


def test_a_flat_book_is_turned_over_the_long_edge_and_not_folded() -> None:
    korean = print_lines(job_of(FLAT, 1, [10], True, 15), "제목", ("a.pdf",), KO)
    assert "긴 쪽으로 넘기기" in korean
    assert "컬러" in korean
    assert "접고" not in korean
    assert "짧은" not in korean
    english = print_lines(job_of(FLAT, 2, [6], False, 15), "Book", ("a.pdf",), EN)
    assert "flip on the long edge" in english
    assert "6 sheets of A4" in english


@pytest.mark.parametrize("print_format", [FOLDED, FLAT])
@pytest.mark.parametrize("pages", [[8], [60, 60]])
def test_english_pages_have_no_korean_in_them(print_format: PrintFormat, pages: list[int]) -> None:
    job = job_of(print_format, 2, pages, False, 15)
    said = print_lines(job, "Title", ("book.pdf",), EN) + print_words(job, EN)
    assert not [letter for letter in said if "HANGUL" in unicodedata.name(letter, "")]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_is_set_stands_in_one_column(language: str) -> None:
    said = print_lines(job_of(FOLDED, 2, [8], False, 15), "제목", ("FILE",), catalogue(language)).splitlines()[2:]

    def place(line: str) -> int:
        name, value = line.split("  ", 1) if not line.startswith(" ") else ("", line)
        before = name + " " * (len(line) - len(name) - len(value.lstrip()))
        return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in before)

    assert len({place(line) for line in said}) == 1
