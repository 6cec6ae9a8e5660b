"""A health section's list becomes restaurants: proposed, written, known again, and never over what a person changed."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from guidebook.cli import main
from guidebook.importers.hygiene.columns import HYGIENE
from guidebook.importers.hygiene.register import register_rows
from guidebook.importers.reading.heading import heading
from guidebook.importers.reading.limits import UnreadableError
from guidebook.importers.reading.spreadsheet import rows
from guidebook.importers.reading.values import day, landline
from guidebook.load.content import load_content
from tests.conftest import CITIES

HEAD = ("연번", "업소명", "주소", "등급", "지정번호", "지정일자", "유효기간만료일", "전화번호", "대표자")
RIVER = (
    "1",
    "강가식당",
    "가람도 마루군 가온면 강가길 1",
    "매우우수",
    "제1호",
    "20240810",
    "2027.08.09",
    "031-000-1001",
    "홍길동",
)
HILL = (
    "2",
    "언덕, 국밥",
    "가람도 마루군 나루읍 언덕길 2",
    "우수",
    "제2호",
    "2024-09-01",
    "2027-08-31",
    "010-1234-5678",
    "김철수",
)
ENDED = ("3", "옛집", "가람도 마루군 가온면 옛길 3", "좋음", "제3호", "2020.01.01", "2022.01.01", "", "이영희")
AWAY = ("4", "먼집", "다른도 다른시 먼길 4", "우수", "제4호", "20240810", "20270809", "", "박민수")

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A city of two towns and no restaurant."""
    root = tmp_path / "content"
    (root / "towns").mkdir(parents=True)
    site = (CITIES / "maru" / "site.yml").read_text(encoding="utf-8")
    (root / "site.yml").write_text(site.split("grades:")[0] + SETTINGS, encoding="utf-8")
    for order, (id, name) in enumerate((("gaon", "가온면"), ("naru", "나루읍"))):
        hall = "hall: {address: 어딘가, as_of: 2024, sources: [{kind: official, publisher: 시}]}"
        kind = "eup" if name.endswith("읍") else "myeon"
        record = f"name: {name}\nname_en: X\nkind: {kind}\norder: {order}\n{hall}\n"
        (root / "towns" / f"{id}.yml").write_text(record, encoding="utf-8")
    return root


SETTINGS = """
grades:
  - {id: very-good, label: 매우 우수, stars: 3}
  - {id: good, label: 우수, stars: 2}
  - {id: fair, label: 좋음, stars: 1}
"""


@pytest.fixture
def run(city: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(octets: bytes, name: str, *options: str, date: str = "2026-11-20") -> tuple[int, str]:
        file = tmp_path / name
        file.write_bytes(octets)
        code = main(["import", "hygiene", str(file), "--content", str(city), "--date", date, *options])
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return run


def as_csv(*lines: Sequence[str]) -> str:
    return "\r\n".join(",".join(f'"{cell}"' if "," in cell else cell for cell in line) for line in lines) + "\r\n"


def as_xlsx(*lines: Sequence[str]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for line in lines:
        book.active.append(list(line))
    octets = io.BytesIO()
    book.save(octets)
    return octets.getvalue()


def as_c004(count: int) -> bytes:
    row = [
        {
            "PRSDNT_NM": "비밀이름",
            "WRKR_REG_NO": "1234567890",
            "LCNS_NO": f"2024{number:07}",
            "BSSH_NM": f"마루식당 {number} &amp;amp; 찻집",
            "ADDR": f"가람도 마루군 가온면 강가길 {number}(1층)",
            "HG_ASGN_LV": "매우우수",
            "HG_ASGN_NO": f"제{number}호",
            "ASGN_FROM": "20240810",
            "ASGN_TO": "20270809",
            "ASGN_CANCEL_YMD": "",
            "CLSBIZ_DT": "",
            "TELNO": f"031-000-{number:04}",
            "INDUTY_NM": "휴게음식점",
        }
        for number in range(count)
    ]
    return json.dumps({"C004": {"total_count": str(count), "row": row}}, ensure_ascii=False).encode()


def restaurants(city: Path) -> dict[str, Path]:
    loaded = load_content(city)
    assert loaded.diagnostics == ()
    return {one.name: city / "restaurants" / f"{one.id}.yml" for one in loaded.catalogue.restaurants}


@pytest.mark.parametrize("encoding", ["cp949", "utf-8-sig", "utf-16"])
def test_a_csv_in_any_encoding_proposes_what_is_new_ended_and_elsewhere(run: Run, city: Path, encoding: str) -> None:
    code, said = run(as_csv(HEAD, RIVER, HILL, ENDED, AWAY).encode(encoding), "list.csv")
    assert code == 0
    assert "신규 2" in said
    assert "언덕, 국밥" in said
    assert "만료·취소(제외) 1\n  옛집" in said
    assert "다른 시군(제외) 1\n  먼집" in said
    assert "2곳은 좌석 수와 휴무일이 없습니다" in said
    assert not (city / "restaurants").exists()


def test_an_xlsx_with_title_rows_is_written_and_a_second_import_proposes_nothing(run: Run, city: Path) -> None:
    octets = as_xlsx(("위생등급 지정 현황",), ("2026년 11월 기준",), (), HEAD, RIVER, HILL)
    assert run(octets, "list.xlsx", "--write")[0] == 0
    written = restaurants(city)
    assert set(written) == {"강가식당", "언덕, 국밥"}
    record = next(one for one in load_content(city).catalogue.restaurants if one.name == "강가식당")
    assert (record.town, record.phone) == ("gaon", "031-000-1001")
    assert record.designation is not None
    held = record.designation
    assert (held.grade, held.start, held.end, held.checked_on) == (
        "very-good",
        "2024-08-10",
        "2027-08-09",
        "2026-11-20",
    )
    code, said = run(octets, "list.xlsx", "--write")
    assert (code, "변경할 내용이 없습니다" in said, "변경 없음 2곳" in said) == (0, True, True)
    assert main(["check", "--content", str(city)]) == 0


def test_what_a_person_changed_survives_the_next_import_and_comments_stay(run: Run, city: Path) -> None:
    run(as_csv(HEAD, RIVER).encode(), "list.csv", "--write")
    path = restaurants(city)["강가식당"]
    edited = path.read_text(encoding="utf-8").replace("phone: 031-000-1001", "phone: 031-000-9999 # 새 번호")
    path.write_text(
        "# 우리 동네\n"
        + edited.replace("imported:", "# 지정서는 서랍에\nimported:").replace("sources:", "seats: 40\nsources:"),
        encoding="utf-8",
    )
    changed = (*RIVER[:3], "우수", *RIVER[4:7], "031-000-2002", "")
    code, said = run(as_csv(HEAD, changed).encode(), "list.csv", "--write", date="2026-12-01")
    assert code == 0
    assert "grade: very-good → good" in said
    assert "직접 수정한 값이어서 유지 1" in said
    text = path.read_text(encoding="utf-8")
    assert "phone: 031-000-9999 # 새 번호" in text
    assert text.startswith("# 우리 동네\n")
    assert "# 지정서는 서랍에\n" in text
    assert "seats: 40" in text
    record = load_content(city).catalogue.restaurants[0]
    assert record.designation is not None
    assert (record.designation.grade, record.phone, record.seats) == ("good", "031-000-9999", 40)
    assert not re.search(
        r"^변경 \d", run(as_csv(HEAD, changed).encode(), "list.csv", date="2026-12-01")[1], re.MULTILINE
    )


def test_a_cancelled_place_is_cancelled_in_its_record(run: Run, city: Path) -> None:
    head = (*HEAD, "지정취소일")
    run(as_csv(head, (*RIVER, "")).encode(), "list.csv", "--write")
    code, said = run(as_csv(head, (*RIVER, "2026-11-01")).encode(), "list.csv", "--write")
    assert "cancelled: 없음 → 2026-11-01" in said
    held = load_content(city).catalogue.restaurants[0].designation
    assert code == 0
    assert held is not None
    assert held.cancelled == "2026-11-01"


def test_a_saved_page_of_the_register_gives_twenty_records_without_personal_data(run: Run, city: Path) -> None:
    code, said = run(as_c004(20), "c004.json", "--write")
    assert code == 0
    assert "신규 20" in said
    written = restaurants(city)
    assert len(written) == 20
    assert "마루식당 3 & 찻집" in written
    for path in (city / "restaurants").iterdir():
        assert "비밀이름" not in path.read_text(encoding="utf-8")
        assert "1234567890" not in path.read_text(encoding="utf-8")
    assert "변경할 내용이 없습니다" in run(as_c004(20), "c004.json", "--write")[1]


def test_personal_fields_of_the_register_are_not_even_rows() -> None:
    read = list(register_rows(as_c004(2)))
    assert len(read) == 3
    assert not any("비밀이름" in cell or cell == "1234567890" for row in read for cell in row.cells)


def test_the_register_as_xml_says_the_same_and_entities_are_refused(run: Run) -> None:
    page = (
        "<C004><row><LCNS_NO>1</LCNS_NO><BSSH_NM>강가식당</BSSH_NM><ADDR>가람도 마루군 가온면 1</ADDR>"
        "<HG_ASGN_LV>우수</HG_ASGN_LV><PRSDNT_NM>비밀이름</PRSDNT_NM></row></C004>"
    )
    code, said = run(page.encode(), "c004.xml")
    assert (code, "신규 1" in said, "비밀이름" in said) == (0, True, False)
    code, said = run(b'<!DOCTYPE a [<!ENTITY b "c">]>' + page.encode(), "c004.xml")
    assert (code, "error[unreadable-list]" in said) == (1, True)


def test_a_mobile_number_and_a_name_of_a_person_never_get_in(run: Run, city: Path) -> None:
    code, said = run(as_csv(HEAD, HILL).encode(), "list.csv", "--write")
    text = restaurants(city)["언덕, 국밥"].read_text(encoding="utf-8")
    assert (code, "휴대전화 번호 1개" in said) == (0, True)
    assert "010-1234" not in text
    assert "김철수" not in text + said
    assert "읽지 않은 열: 연번, 대표자" in said


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ((*RIVER[:3], "최우수", *RIVER[4:]), "등록되지 않은 등급입니다: 최우수"),
        ((*RIVER[:5], "작년 봄", *RIVER[6:]), "날짜를 읽을 수 없습니다: 작년 봄"),
        ((*RIVER[:2], "", *RIVER[3:]), "주소 셀이 비어 있습니다"),
        ((RIVER[0], "=1+1", *RIVER[2:]), "수식이 있습니다: =1+1"),
        (RIVER[:3], "등급"),
    ],
)
def test_a_doubtful_row_is_named_with_its_number_and_the_others_are_taken(
    run: Run, row: Sequence[str], words: str
) -> None:
    code, said = run(as_xlsx(HEAD, HILL, row), "list.xlsx")
    assert code == 0
    assert "list.xlsx:3:1: warning[doubtful-row]" in said
    assert words in said
    assert "신규 1" in said


def test_the_same_place_twice_is_taken_once_and_said(run: Run) -> None:
    code, said = run(as_csv(HEAD, RIVER, RIVER).encode(), "list.csv")
    assert (code, "신규 1" in said, "목록에 두 번 있습니다" in said) == (0, True, True)


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (as_xlsx(HEAD, RIVER)[:900], "손상되었거나 일부만"),
        (as_c004(3)[:200], "JSON이 손상되었거나"),
        (b'{"C004":{"RESULT":{"CODE":"INFO-200"}}}', "목록이 비어 있습니다"),
        ("이름,값\r\n가,나\r\n".encode(), "열을 찾지 못했습니다"),
        (b"\x81\xff\xff,\x80", "문자 인코딩을 알 수 없습니다"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_a_sentence(run: Run, city: Path, octets: bytes, words: str) -> None:
    code, said = run(octets, "list.bin", "--write")
    assert (code, words in said) == (1, True), said
    assert not (city / "restaurants").exists()


def test_a_file_that_is_not_there_is_told_in_korean(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for missing, words in (
        (city / "none.csv", "파일이 없습니다."),
        (city, "파일을 읽을 수 없습니다: 폴더나 장치입니다."),
    ):
        assert main(["import", "hygiene", str(missing), "--content", str(city)]) == 1
        assert "error[unreadable-list]" in (said := capsys.readouterr().err)
        assert words in said


def test_fifty_thousand_rows_are_read_one_by_one_and_none_is_lost() -> None:
    many = as_csv(HEAD, *((str(number), *RIVER[1:]) for number in range(50_000))).encode("cp949")
    assert sum(1 for _ in rows(many)) == 50_001
    with pytest.raises(UnreadableError, match="rows"):
        list(rows(b"a,b\n" * 200_001))


def test_headings_dates_and_numbers_of_the_dialects() -> None:
    found = heading(
        list(rows("업소 명(BSSH_NM),등급(GRAD),지정 일자(APPN_DE),소재지(LOCPLC),전화번호(TELNO)".encode())),
        HYGIENE,
    )
    assert found is not None
    assert found.places == {"name": (0,), "grade": (1,), "start": (2,), "address": (3,), "phone": (4,)}
    assert [day(one) for one in ("20240810", "2024-8-1", "2024. 8. 10.", "2024.08.10", "어제", "20241399")] == [
        "2024-08-10",
        "2024-08-01",
        "2024-08-10",
        "2024-08-10",
        None,
        None,
    ]
    assert [landline(one) for one in ("0413601234", "02-123-4567", "1522-3113", "010-1234-5678", "12")] == [
        "041-360-1234",
        "02-123-4567",
        "1522-3113",
        None,
        None,
    ]
