"""That the measures see what they are for: each on a small file that has the fault, and on one that has not."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pymupdf
import pytest

from tests.look import paper
from tests.look.screen import parted_in_drawings
from tests.look.torn_words import torn_between

A5 = (148 * paper.POINTS, 210 * paper.POINTS)
FONT = "korea"


@pytest.mark.parametrize(
    ("first", "second", "parted"),
    [
        ("행사는 2019. ", "7. 23.에 열렸다", "2019. 7. 23."),
        ("행사는 2019. 7.", "23.(화) 열렸다", "2019. 7. 23.(화)"),
        ("점심 12:00~", "13:00 쉼", "12:00~ 13:00"),
        ("점심 12:00 ~", "13:00 쉼", "12:00 ~ 13:00"),
        ("모두 1,000만", "원을 썼다", "1,000만 원"),
        ("열 달(10개월", "간) 걸려", "0개월 간"),
        ("공가", "(公暇)보장으로", "공가(公暇)보장으로"),
        ("‘우리마을’", "을 열었다", "’을"),
        ("‘우리마을’ ", "을왕리에", ""),
        ("정책포럼", "①에서", "럼 ①"),
        ("정책포럼", "③ 마을계획", "럼 ③"),
        ("할 일", "① 첫째 ② 둘째", ""),
        ("모두 3,600여", "명이 왔다", "3,600여 명"),
        ("관련 사업 ㉣", "참여주간", "㉣ 참"),
        ("2024년 12월", "31일(화)에", "2024년 12월 31일(화)"),
        ("2024년", "12월 31일에", "2024년 12월 31일"),
        ("오후 3시", "30분에", "오후 3시 30분"),
        ("until 12", "September 2026", "12 September 2026"),
        ("1,234,", "567명", "1,234,567명"),
        ("1,300,000", "명", "1,300,000 명"),
        ("주민이 모여", "마을을 가꾼다", ""),
        ("", "2019. 7. 23.", ""),
    ],
)
def test_what_the_end_of_a_line_parts_is_seen(first: str, second: str, parted: str) -> None:
    assert torn_between(first, second) == parted


def test_what_lines_of_a_drawing_part_is_seen() -> None:
    lines = [("1,234,", 10.0, 20.0, 13.0), ("567명", 10.0, 36.0, 13.0), ("2,137명", 10.0, 90.0, 13.0)]
    assert list(parted_in_drawings(lines)) == ["1,234,567명"]


def test_a_page_is_as_full_as_its_longest_empty_stretch_leaves_it(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        for places in ((), (0.5,), (0.25, 0.5, 0.75)):
            page = document.new_page(width=A5[0], height=A5[1])
            top, high = 16 * paper.POINTS, (210 - 16 - 20) * paper.POINTS
            for place in places:
                page.draw_rect((100, top + place * high - 2, 200, top + place * high + 2), fill=(0, 0, 0))
            page.draw_rect((0, 0, 400, 20), fill=(0, 0, 0))  # a running head is no text
        document.save(tmp_path / "a.pdf")
    shares = [page.filled for page in paper.pages_filled(tmp_path / "a.pdf")]
    assert shares == pytest.approx([0, 0.5, 0.75], abs=0.02)


def test_parted_words_struck_names_and_notes_elsewhere_are_seen(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        for _ in range(2):
            document.new_page(width=A5[0], height=A5[1])
        page, other = document[0], document[1]
        page.insert_text((60, 100), ["행사는 2019. 7.", "23. 열렸다"], fontname=FONT, fontsize=10)
        page.insert_text((60, 200), "가람읍", fontname=FONT, fontsize=8)
        page.insert_text((60, 250), "나루면", fontname=FONT, fontsize=8)
        page.draw_line((55, 190), (90, 205))
        page.draw_line((55, 247), (95, 247))  # a rule of a table
        for row, target in ((300, other.number), (350, page.number)):
            page.insert_text((60, row), "주1", fontname=FONT, fontsize=8)
            there = pymupdf.Point(0, row)
            where = pymupdf.Rect(59, row - 9, 78, row + 3)
            page.insert_link({"kind": pymupdf.LINK_GOTO, "from": where, "page": target, "to": there})
        document.save(tmp_path / "a.pdf")
    found = paper.measured(tmp_path / "a.pdf")
    assert [one.words for one in found.words] == ["2019. 7. 23."]
    assert [one.words for one in found.names] == ["가람읍"]
    assert [one.words for one in found.notes] == ["주1 stands on page 2"]


@pytest.mark.parametrize(("rows", "torn"), [((0, 0), 0), ((0, 1), 1), ((0,) * 8 + (1,) * 8, 0)])
def test_a_small_table_on_two_pages_is_seen(tmp_path: Path, rows: tuple[int, ...], torn: int) -> None:
    with pikepdf.new() as document:
        for _ in range(2):
            document.add_blank_page()
        row = [
            pikepdf.Dictionary(S=pikepdf.Name.TR, Pg=document.pages[page].obj, K=number)
            for number, page in enumerate(rows)
        ]
        table = pikepdf.Dictionary(S=pikepdf.Name.Table, K=pikepdf.Array(row))
        document.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Array([table]))
        document.save(tmp_path / "a.pdf")
    assert len(list(paper.torn_tables(tmp_path / "a.pdf"))) == torn
