"""What the host reads at the copier: sheets, packs of paper, which way to turn, how to bind."""

from __future__ import annotations

import gettext

import pytest

from guidebook.model.profile import Profile
from guidebook.publish.pipeline import TEMPLATES
from guidebook.publish.profiles import profiles
from guidebook.render.printing import Print, job_of, print_lines, print_words
from guidebook.words import catalogue

KOREAN = gettext.NullTranslations()
OFFICE, PLAIN = profiles(("office", "office-plain"), TEMPLATES)[0]


@pytest.mark.parametrize(
    ("profile", "pages", "sheets"), [(OFFICE, (28,), (7,)), (OFFICE, (32, 44), (8, 11)), (PLAIN, (57,), (29,))]
)
def test_a_folded_sheet_carries_four_pages_and_another_two(
    profile: Profile, pages: tuple[int, ...], sheets: tuple[int, ...]
) -> None:
    assert job_of(profile, 40, pages, False, 15).sheets == sheets


@pytest.mark.parametrize(
    ("copies", "sheets", "paper", "reams"), [(40, (7,), 280, 1), (40, (8, 11), 760, 2), (1, (500,), 500, 1)]
)
def test_paper_is_counted_for_all_copies(copies: int, sheets: tuple[int, ...], paper: int, reams: int) -> None:
    job = Print(copies, sheets, False)
    assert (job.paper, job.reams) == (paper, reams)


def test_one_booklet_and_several_are_told_apart() -> None:
    assert print_words(Print(40, (7,), False), KOREAN) == (
        "40부 = A4 280장, 흑백 가능, 양면(짧은 쪽), 한 부 7장, 가운데 철심"
    )
    several = print_words(Print(40, (8, 11), True), KOREAN)
    assert "한 부 19장(1권 8장, 2권 11장)" in several
    assert "색 있음" in several
    assert several.endswith("권마다 가운데 철심")


@pytest.mark.parametrize(("sheets", "how"), [(15, "왼쪽 위 모서리 철심"), (16, "왼쪽을 집게로 묶기")])
def test_beyond_the_stapler_a_clip_holds_the_leaves(sheets: int, how: str) -> None:
    said = print_words(Print(1, (sheets,), False, "corner", 15), KOREAN)
    assert said.endswith(how)
    assert "양면(긴 쪽)" in said


def test_the_page_for_the_copier_names_files_paper_and_the_trial_copy() -> None:
    said = print_lines(Print(40, (8, 11), False), "책", ("하나.pdf", "둘.pdf"), KOREAN)
    for words in (
        "책: 인쇄하는 법",
        "하나.pdf",
        "둘.pdf",
        "A4 760장(500장 묶음 2개)",
        "짧은 쪽",
        "실제 크기",
        "한 부만",
    ):
        assert words in said


def test_it_speaks_english() -> None:
    said = print_lines(Print(2, (3,), False, "corner"), "Book", ("a.pdf",), catalogue("en"))
    assert "flip on the long edge" in said
    assert "6 sheets of A4" in said
