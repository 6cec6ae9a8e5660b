"""The columns of a list are told however an office names them, and where one is not, what stands there is said."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from guidebook.cli import main
from guidebook.importers.hygiene.columns import ALIASES, HYGIENE, TITLES
from guidebook.importers.reading.heading import heading
from guidebook.importers.reading.spreadsheet import Row
from guidebook.load.content import load_content
from guidebook.model.settings.columns import HygieneColumns

ROAD, LOT = "가람도 마루군 가온면 강길 31", "가람도 마루군 가온면 물리 12"
Import = Callable[..., tuple[int, str]]


@pytest.fixture
def imported(maru: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Import:
    """Imports a file into a copy of the small city: exit code and all that is said."""

    def run(octets: bytes, *options: str, name: str = "list.csv") -> tuple[int, str]:
        file = tmp_path / name
        file.write_bytes(octets)
        code = main(["import", "hygiene", str(file), "--date", "2026-11-20", "--content", str(maru), *options])
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return run


def csv(*lines: str) -> bytes:
    return ("\n".join(lines) + "\n").encode("cp949")


def xlsx(*sheets: tuple[str, str, Sequence[Sequence[str]]]) -> bytes:
    """Sheets as name, state, rows."""
    book, octets = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    book.remove(book.active)
    for name, state, lines in sheets:
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        for line in lines:
            sheet.append(list(line))
    book.save(octets)
    return octets.getvalue()


LIST = (("업소명", "주소", "등급"), ("강변식당", ROAD, "좋음"))


def read(*lines: Sequence[str]) -> dict[str, tuple[int, ...]] | None:
    found = heading([Row(at, tuple(line)) for at, line in enumerate(lines, start=1)], HYGIENE)
    return dict(found.places) if found else None


def test_the_standard_headings_of_public_data_are_read(imported: Import, maru: Path) -> None:
    head = "업소명,소재지도로명주소,소재지지번주소,업종명,위생등급,지정일자,데이터기준일자"
    code, said = imported(csv(head, f"강변식당,{ROAD},{LOT},일반음식점,좋음,2025-03-01,2026-10-01"), "--write")
    assert (code, "신규 1" in said, "읽지 않은 열: 데이터기준일자" in said) == (0, True, True)
    (record,) = [one for one in load_content(maru).catalogue.restaurants if one.name == "강변식당"]
    assert (record.address, record.kind) == (ROAD, "일반음식점")
    assert record.designation is not None
    assert (record.designation.start, record.designation.end) == ("2025-03-01", None)


@pytest.mark.parametrize(
    "head", ["소재지(지번),소재지(도로명)", "지번주소,도로명주소", "소재지지번주소,소재지도로명주소"]
)
def test_the_road_address_comes_before_the_lot_address_and_the_lot_stands_in(imported: Import, head: str) -> None:
    lines = (f"연번,업소명,{head},위생등급", f"1,강변식당,{LOT},{ROAD},좋음", f"2,언덕집,{LOT},,좋음")
    code, said = imported(csv(*lines))
    assert (code, f"강변식당 · {ROAD}" in said, f"언덕집 · {LOT}" in said) == (0, True, True)
    road, lot = reversed(head.split(","))
    assert f"주소는 ‘{road}’ 열에서, 비어 있으면 ‘{lot}’ 열에서" in said


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("음식점명(상호)", None),
        ("음식점 명칭(상호)", None),
        ("지정업소명", "업소명"),
        ("위생등급 지정 업소명", "업소명"),
        ("영업소 상호", "업소명"),
    ],
)
def test_a_heading_that_holds_a_known_name_is_taken_and_said(imported: Import, title: str, name: str | None) -> None:
    code, said = imported(csv(f"{title},주소,등급", f"강변식당,{ROAD},좋음"))
    assert (code, "신규 1" in said) == (0, True)
    assert (f"‘{title}’ 열을 {name} 열로 읽었습니다" in said) is (name is not None)


@pytest.mark.parametrize("title", ["대표자명", "소재지면적", "영업소 전화번호", "업소 우편번호", "담당부서"])
def test_a_heading_of_something_else_is_not_taken_for_the_name(imported: Import, title: str) -> None:
    code, said = imported(csv(f"{title},주소,등급", f"강변식당,{ROAD},좋음"))
    assert (code, "error[no-heading] 업소명 열을 찾지 못했습니다" in said) == (1, True)
    assert f"이 파일에 있는 열: {title}, 주소, 등급" in said
    assert "--column name=제목" in said


def test_what_is_missing_can_be_said_on_the_command_line_or_in_the_content(
    imported: Import, maru: Path, tmp_path: Path
) -> None:
    lines = csv("점포,사는 곳,매김", f"강변식당,{ROAD},좋음")
    code, said = imported(lines)
    assert (code, "업소명, 주소, 등급 열을 찾지 못했습니다" in said) == (1, True)
    named = ("--column", "name=점포", "--column", "address=사는 곳", "--column", "grade=매김")
    assert "신규 1" in imported(lines, *named)[1]
    code, said = imported(lines, *named[:4], "--column", "grade=없는칸")
    assert (code, "등급 열을 찾지 못했습니다. 이 파일에 있는 열: 점포, 사는 곳, 매김" in said) == (1, True)
    site = maru / "site.yml"
    own = "hygiene_columns: {name: [점포], address: [사는 곳], grade: [매김]}\n"
    site.write_text(site.read_text(encoding="utf-8") + own, encoding="utf-8")
    assert "신규 1" in imported(lines)[1]
    assert not list(tmp_path.rglob("*.new"))


@pytest.mark.parametrize("option", ["이름=점포", "name", "name="])
def test_a_column_that_nobody_knows_is_answered_with_those_there_are(imported: Import, option: str) -> None:
    code, said = imported(csv("점포,주소,등급", f"강변식당,{ROAD},좋음"), "--column", option)
    assert (code, "쓸 수 있는 이름: name, address, grade" in said) == (2, True)


def test_the_content_can_name_every_column_that_an_import_reads() -> None:
    assert set(HygieneColumns.model_fields) == set(ALIASES) == set(TITLES)


@pytest.mark.parametrize(
    "rows",
    [
        (("연번", "업소 현황", "", "위생등급", ""), ("", "업소명", "소재지", "등급", "지정일자")),
        (("연번", "업소명", "소재지", "위생등급", ""), ("", "", "", "등급", "지정일자")),
        (("순번", "업소", "", "지정", ""), ("", "명칭", "소재지", "등급", "일자")),
        (("제목",), ("연번", "업소명", "주소", "지정", ""), ("", "", "", "등급", "일자")),
    ],
)
def test_a_heading_over_two_rows_is_one(rows: Sequence[Sequence[str]]) -> None:
    assert read(*rows, ("1", "강변식당", ROAD, "좋음", "20250301")) == {
        "name": (1,),
        "address": (2,),
        "grade": (3,),
        "start": (4,),
    }


def test_a_street_without_its_number_is_no_address(imported: Import) -> None:
    code, said = imported(csv("업소명,도로명,건물번호,등급", "강변식당,강길,31,좋음"))
    assert (code, "주소 열을 찾지 못했습니다" in said) == (1, True)


def test_addresses_under_one_heading_are_told_apart() -> None:
    found = read(("업소명", "소재지", "", "등급"), ("", "지번", "도로명", ""))
    assert found is not None
    assert found["address"] == (2, 1)


def test_blank_columns_and_headings_that_stand_twice_are_no_hindrance(imported: Import) -> None:
    lines = ("업소명,,주소,주소,,등급", f"강변식당,,{ROAD},,,좋음")
    code, said = imported(csv(*lines))
    assert (code, "제목이 같은 열이 둘 이상이어서 앞의 것을 읽었습니다: 주소" in said) == (0, True)
    assert "신규 1" in said


def test_sums_and_what_stands_below_the_table_become_no_restaurants(imported: Import) -> None:
    lines = (
        "연번,업소명,주소,등급",
        f"1,강변식당,{ROAD},좋음",
        "소계,,1개소,",
        ",합 계,,",
        "총 1개소,,,",
        "※ 자료: 위생과,,,",
        "끝.,,,",
    )
    code, said = imported(csv(*lines))
    assert (code, "신규 1" in said, "합계 행 3개는 읽지 않았습니다" in said) == (0, True, True)
    assert "표 밖의 글(읽지 않음) 2\n  ※ 자료: 위생과\n  끝." in said
    assert "확인이 필요한 행" not in said
    assert "다른 시군" not in said


def test_a_restaurant_that_is_called_like_a_sum_is_a_restaurant(imported: Import) -> None:
    assert "신규 1" in imported(csv("업소명,주소,등급", f"총계,{ROAD},좋음"))[1]


def test_a_cover_is_passed_by_and_which_sheet_is_read_is_said(imported: Import) -> None:
    cover = (("위생등급 지정 현황",), ("2026년 11월",))
    octets = xlsx(("표지", "visible", cover), ("목록", "visible", LIST), ("지난해", "visible", LIST))
    code, said = imported(octets, name="list.xlsx")
    assert (code, "신규 1" in said) == (0, True)
    assert "‘목록’ 시트를 읽었습니다" in said
    assert "목록이 없어 건너뛴 시트: 표지" in said
    assert "목록이 든 다른 시트: 지난해" in said
    assert "‘지난해’ 시트를 읽었습니다" in imported(octets, "--sheet", "지난해", name="list.xlsx")[1]


def test_a_hidden_list_is_not_read_but_said(imported: Import) -> None:
    octets = xlsx(("목록", "visible", LIST), ("명단", "hidden", LIST))
    assert "숨겨져 있어 읽지 않은 시트: 명단" in imported(octets, name="list.xlsx")[1]
    only = xlsx(("표지", "visible", (("표지",),)), ("명단", "hidden", LIST))
    code, said = imported(only, name="list.xlsx")
    assert (code, "숨긴 시트에 있습니다: 명단" in said, "--sheet" in said) == (1, True, True)
    assert "신규 1" in imported(only, "--sheet", "명단", name="list.xlsx")[1]


def test_a_sheet_that_is_not_there_is_answered_with_those_that_are(imported: Import) -> None:
    code, said = imported(xlsx(("목록", "visible", LIST)), "--sheet", "목룍", name="list.xlsx")
    assert (code, "'목룍' 시트가 없습니다" in said, "하나를 적으세요: 목록" in said) == (1, True, True)


def test_a_refused_import_leaves_nothing_behind(imported: Import, maru: Path) -> None:
    before = sorted(maru.rglob("*"))
    assert imported(csv("이름,값", "가,나"), "--write")[0] == 1
    assert imported(b"PK\x03\x04" + bytes(100), "--write", name="list.xlsx")[0] == 1
    assert imported(csv("업소명,주소,등급", f"강변식당,{ROAD},좋음"))[0] == 0
    assert sorted(maru.rglob("*")) == before
