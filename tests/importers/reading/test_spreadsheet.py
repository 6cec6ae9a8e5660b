"""Spreadsheets as offices really save them: nothing is lost or invented, and no file is a crash."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula

from guidebook.importers.hygiene.register import register_rows
from guidebook.importers.reading.limits import UnreadableError
from guidebook.importers.reading.spreadsheet import rows, words_of
from guidebook.importers.reading.values import day, is_mobile, landline

TABLE = (("업소명", "주소", "등급"), ("강가식당", "마루군 강가길 1", "우수"), ("언덕집", "마루군 언덕길 2", "좋음"))


def xlsx(change: Callable[[openpyxl.Workbook], None] = lambda book: None) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for line in TABLE:
        book.active.append(list(line))
    change(book)
    octets = io.BytesIO()
    book.save(octets)
    return octets.getvalue()


def repacked(octets: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with `change` done to its first sheet."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(octets)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part.endswith("sheet1.xml") else old.read(part))
    return made.getvalue()


def locked(octets: bytes) -> bytes:
    """The workbook with the mark of a zip under a password on every part."""
    marked = re.sub(rb"PK\x03\x04..\x00", lambda found: found[0][:6] + b"\x01", octets, flags=re.DOTALL)
    return re.sub(rb"PK\x01\x02....\x00", lambda found: found[0][:8] + b"\x01", marked, flags=re.DOTALL)


@pytest.mark.parametrize("said", [b"A1", b"A1:XFD1048576"])
def test_a_sheet_that_tells_a_wrong_size_is_read_whole(said: bytes) -> None:
    told = repacked(xlsx(), lambda sheet: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="' + said + b'"', sheet))
    assert tuple(row.cells for row in rows(told)) == TABLE


def test_rows_that_a_sheet_numbers_beyond_excel_are_refused() -> None:
    far = repacked(xlsx(), lambda sheet: sheet.replace(b'<row r="3"', b'<row r="99999999"'))
    with pytest.raises(UnreadableError, match="rows"):
        list(rows(far))


def test_a_hidden_first_sheet_is_passed_by() -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book.create_sheet("코드", 0).append(["숨은 칸"])
        book.worksheets[0].sheet_state = "hidden"
        book.active = 1

    assert next(rows(xlsx(hide))).cells == TABLE[0]


def test_a_formula_of_any_kind_is_known_as_one_and_a_text_that_looks_like_one_is_none() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        sheet["A2"] = "=B2"
        sheet["B2"] = ArrayFormula("B2:B2", "=A3")
        sheet["C2"] = "#REF!"
        sheet["A3"] = "=맛집="
        sheet["A3"].data_type = "s"

    read = list(rows(xlsx(fill)))
    assert (read[1].cells, read[1].formulas) == (("=B2", "=A3", "#REF!"), frozenset({0, 1, 2}))
    assert (read[2].cells[0], read[2].formulas) == ("=맛집=", frozenset())
    assert next(rows("=1+1,나\n다,라\n".encode())).formulas == frozenset()


@pytest.mark.parametrize(
    ("octets", "reason"),
    [
        (xlsx()[:2000], "zip"),
        (xlsx().replace(b"PK\x05\x06", b"PK\x05\x07"), "zip"),
        (repacked(xlsx(), lambda sheet: sheet[:300]), "zip"),
        (locked(xlsx()), "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old"),
        ('업소명,주소,등급\n"강가식당,마루군,우수\n언덕집,마루군,좋음\n'.encode(), "quotes"),
        (b"<C004><row>", "xml"),
        (b'<?xml version="1.0" encoding="EUC-KR"?><C004/>', "xml"),
        (b"<C004><RESULT><CODE>INFO-200</CODE></RESULT></C004>", "empty"),
        (b'{"C004": {"row": []}}', "empty"),
        (b'{"C004": {"row": ["' + b'x"]}}', "json"),
    ],
)
def test_a_broken_file_is_refused_with_its_reason(octets: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        list(register_rows(octets) if octets[:1] in (b"<", b"{") else rows(octets))


def test_the_delimiter_is_told_by_even_lines_and_not_by_the_commas_of_addresses() -> None:
    lines = (
        "업소명\t주소\t등급",
        "강가식당\t마루군 강가길 1, 2, 3, 4, 5, 6, 7층, 8호\t우수",
        "언덕집\t마루군 언덕길 2\t좋음",
    )
    for delimiter in "\t;":
        read = list(rows("\r\n".join(lines).replace("\t", delimiter).encode("cp949")))
        assert [len(row.cells) for row in read] == [3, 3, 3]


def test_a_number_that_excel_was_kept_from_changing_is_read_without_its_wrapping() -> None:
    assert next(rows(b'a,="0431112222"\nb,c\n')).cells == ("a", "0431112222")


def test_invisible_characters_go_and_hangul_is_composed() -> None:
    assert words_of("강가\x1b식\u200b당 \u202e&amp;amp;\u00a0찻집") == "강가식당 & 찻집"
    assert words_of("\u1100\u1161\u11bc") == "강"


def test_numbers_that_lost_their_zero_are_known_and_mobile_ones_are_never_taken() -> None:
    assert [landline(one) for one in ("413601234", "+82-41-360-1234", "041-360-1234, 010-1234-5678")] == [
        "041-360-1234"
    ] * 3
    assert [landline(one) for one in ("1012345678", "+82 10-1234-5678", "0504-1234-5678", "3601234")] == [None] * 4
    assert all(is_mobile(one) for one in ("1012345678", "+82 10-1234-5678", "041-360-1234, 010-1234-5678"))


def test_a_day_that_is_in_no_calendar_or_can_be_read_in_two_ways_is_none() -> None:
    assert [day(one) for one in ("2024-02-31", "2024111", "240810")] == [None] * 3
    assert {day(one) for one in ("45514", "2024년 8월 10일", "2024-08-10 00:00:00")} == {"2024-08-10"}
