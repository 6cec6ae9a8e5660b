"""Office documents as text: columns that line up where Hangul is two wide, lines that mail programs leave whole."""

from __future__ import annotations

import gettext

import pytest

from guidebook.export.plain import COLUMNS, plain, width, wrapped
from guidebook.model.office import Heading, OfficeDocument, Paragraph, Table
from guidebook.render.office.documents import report_document, schedule_document
from tests.export.conftest import Planned

FORM = OfficeDocument(
    "서식",
    "지은이",
    (
        Heading("서식", 1),
        Table((170,), (("먼저 읽을 것",), ("다음에 읽을 것",)), head=False),
        Heading("책"),
        Table((40, 130), (("제목", "가나다"), ("ISBN", ""), ("요약", "낱말 " * 40)), head=False),
        Paragraph("끝에 적는 글", small=True),
    ),
)


def test_a_syllable_is_as_wide_as_two_letters() -> None:
    assert width("가a") == 3
    assert width("（全角）") == 8


@pytest.mark.parametrize("columns", [7, 8, 20])
def test_lines_break_at_spaces_and_lose_nothing(columns: int) -> None:
    words = "나는 책 두 권을 읽고 abcdefghijklmnopqrstuvwxyz라는 말을 배웠다"
    lines = wrapped(words, columns)
    assert all(0 < width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert "나는" in lines[0]


def test_nothing_is_one_empty_line() -> None:
    assert wrapped("", 10) == [""]


def test_titles_headings_boxes_and_paragraphs_stand_apart() -> None:
    rule = "-" * COLUMNS
    head = f"서식\n====\n\n{rule}\n먼저 읽을 것\n\n다음에 읽을 것\n{rule}\n\n[책]\n\n제목"
    assert plain(FORM).startswith(head)
    assert plain(FORM).endswith("\n\n끝에 적는 글\n")


def test_values_begin_in_the_same_column_also_on_the_lines_below() -> None:
    lines = plain(FORM).split("[책]\n\n")[1].split("\n\n")[0].split("\n")
    starts = [width(line) - width(line[4:].lstrip()) for line in lines if line.startswith(("제목", "요약", " "))]
    assert len(lines) > 4
    assert set(starts) == {18}


def test_an_empty_cell_says_that_it_wants_to_be_filled_in() -> None:
    assert "ISBN              (작성)\n" in plain(FORM, "(작성)")
    assert "ISBN\n" in plain(FORM)


def test_a_head_is_ruled_off() -> None:
    table = Table((85, 85), (("시각", "곳"), ("10:00", "시청")))
    assert plain(OfficeDocument("표", "", (table,))).split("\n")[1] == "-" * COLUMNS


def test_every_document_there_is_fits_its_lines(plan: Planned) -> None:
    words = gettext.NullTranslations()
    schedule = schedule_document(plan.visit, plan.itinerary, plan.site, words)
    report = report_document(
        plan.visit, plan.itinerary, [*map(plan.catalogue.emblazoned, plan.catalogue.programs)], plan.site, words
    )
    for document in (schedule, report):
        lines = plain(document).split("\n")
        assert all(width(line) <= COLUMNS and line == line.rstrip() for line in lines)
        assert plan.visit.delegation in plain(document)
