"""Personal data in every spelling that people use, in every field; and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.check.personal import no_numbers_of_people_in_visits, no_personal_data, personal_data
from guidebook.load.content import load_content
from guidebook.model.diagnostic import Severity
from tests.conftest import Change


def numbered(first: str) -> str:
    """Twelve digits with the check digit of a resident number."""
    weights = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
    total = sum(int(digit) * weight for digit, weight in zip(first, weights, strict=True))
    return f"{first}{(11 - total % 11) % 10}"


RESIDENT = numbered("900101123456")
SPELLINGS = {
    "휴대전화": (
        "010-1234-5678", "01012345678", "010 1234 5678", "010.1234.5678", "010 - 1234 - 5678", "010–1234–5678",
        "010—1234—5678", "010‑1234‑5678", "010)1234-5678", "(010)1234-5678", "(010) 1234-5678", "010/1234/5678",
        "０１０－１２３４－５６７８", "+82-10-1234-5678", "+82 10 1234 5678", "+821012345678", "+82 (0)10-1234-5678",
        "82-10-1234-5678", "O10-1234-5678", "011-234-5678", "tel:01012345678", "전화010-1234-5678번",
    ),
    "주민등록번호": (
        RESIDENT, f"{RESIDENT[:6]}-{RESIDENT[6:]}", f"{RESIDENT[:6]}–{RESIDENT[6:]}", f"{RESIDENT[:6]} {RESIDENT[6:]}",
        f"{RESIDENT[:6]} - {RESIDENT[6:]}", "900101-1******", f"번호 {RESIDENT}입니다", "240101-3123456",
    ),
    "전자우편": (
        "kim@naver.com", "HONG@NAVER.COM", "Kim@Gmail.com", "kim@yahoo.co.jp", "kim@qq.com", "kim@icloud.com",
        "kim at naver.com", "kim(at)naver.com", "kim [at] naver [dot] com", "kim@naver dot com", "kim @ naver . com",
        "kim＠naver.com", "kim골뱅이naver.com", "kim(골뱅이)naver.com", "kim{at}daum(dot)net", "kim.lee+x@hotmail.fr",
    ),
    "계좌번호": (
        "농협 302-1234-5678-91", "국민은행 123456-01-123456", "계좌: 110-123-456789 (신한은행)",
        "302-1234-5678-91 농협", "카카오뱅크 3333-01-1234567", "새마을금고 9002-1234-5678-9", "하나은행 12345678901234",
        "계좌번호 302 1234 5678 91",
    ),
    "여권번호": ("여권번호 M12345678", "여권 M123A4567", "M12345678", "여권번호: AB1234567", "Passport No. M12345678"),
}  # fmt: skip
INNOCENT = (
    "041-350-3114", "농협 041-350-3114", "우체국(041-355-0001)", "농협 1588-2100", "02-123-4567",
    "우리 동네 2019-07-23", "20190723-20190801", "농협 2018-2019", "9788912345678",
    "사업자등록번호 123-45-67890", "36.8912345, 126.6512345678901",
    "농협(사업자등록번호 123-45-67890)", "https://example.org/?id=M12345678", "발간등록번호 74-1234567-000001-01",
    "info@maru.go.kr", "gil.dong@korea.kr", "help@mail.maru.go.kr", "1,111,111명", "2010-1234-5678", "82 1234 5678",
    "문서 D20190723", "제2019-010-1234호", "1234567890123", "우리은행 마루지점 041-350-1234", "ask@example.org",
)  # fmt: skip


@pytest.mark.parametrize(("kind", "written"), [(kind, one) for kind, them in SPELLINGS.items() for one in them])
def test_every_spelling_is_told(kind: str, written: str) -> None:
    assert any(kind in str(said) for said in personal_data(f"문의: {written} (담당)"))


@pytest.mark.parametrize("written", INNOCENT)
def test_what_only_looks_like_it_is_not(written: str) -> None:
    assert [str(said) for said in personal_data(f"문의: {written}")] == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("site.yml", "description: ", "description: 010-1234-5678 "),
        ("pages/visit.md", "\n## ", "\n010–1234–5678\n\n## "),
        ("routes/river-day.md", "title: ", "title: kim(at)naver.com "),
        ("sites/river-museum.yml", "name: ", "name: 농협 302-1234-5678-91 "),
        ("restaurants/ferry-table.yml", "name: ", "name: M12345678 "),
    ],
)
def test_it_is_looked_for_in_every_record(maru: Path, change: Change, file: str, old: str, new: str) -> None:
    change(file, old, new)
    (fault,) = no_personal_data(load_content(maru).catalogue)
    assert (fault.code, fault.span.file.endswith(file)) == ("personal-data", True)


def test_sources_notes_and_public_visits_are_looked_through_and_private_visits_are_not(maru: Path) -> None:
    visit = next((maru / "visits").glob("*.yml"))
    visit.write_text(visit.read_text(encoding="utf-8") + "remarks: 기사 010-1234-5678\n", encoding="utf-8")
    assert list(no_personal_data(load_content(maru).catalogue)) == []
    assert list(no_numbers_of_people_in_visits(load_content(maru).catalogue)) == []
    visit.write_text(visit.read_text(encoding="utf-8") + f"questions: [여권 M12345678, {RESIDENT}]\n", encoding="utf-8")
    warned = list(no_numbers_of_people_in_visits(load_content(maru).catalogue))
    assert [(one.code, one.severity) for one in warned] == [("personal-data", Severity.WARNING)] * 2
    visit.write_text(visit.read_text(encoding="utf-8") + "public: true\n", encoding="utf-8")
    assert [fault.code for fault in no_personal_data(load_content(maru).catalogue)] == ["personal-data"] * 3
    assert list(no_numbers_of_people_in_visits(load_content(maru).catalogue)) == []


def test_a_mail_address_of_nobody_known_is_only_a_warning(change: Change, maru: Path) -> None:
    change("site.yml", "description: ", "description: gil.dong@company.co.kr ")
    (warning,) = no_personal_data(load_content(maru).catalogue)
    assert (warning.code, warning.severity) == ("perhaps-personal", Severity.WARNING)
    assert "gil.dong@company.co.kr" in str(warning.message)
