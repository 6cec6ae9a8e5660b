"""`import table` of visits: no one's own number comes in, and what private text says stands in the record once."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.model.records.visit import Visit
from tests.importers.tables.conftest import Run

HEAD = "방문단,인원,방문일자,도착 시각,코스,비고"
ROW = "새솔시 자치회,28,2026-12-10,9:30,river-day,"
HOST = ("--set", "host.department=마을자치과", "--set", "host.phone=043-222-0101")
SOURCE = ("--publisher", "마루군", "--source", "현황")


def visit(content: Path) -> Visit:
    found = load_content(content).catalogue.visit("2026-12-10")
    assert found is not None
    return found


@pytest.mark.parametrize("write", [(), ("--write",)])
@pytest.mark.parametrize(
    ("remark", "told"),
    [
        ("담당 홍길동 010-1234-5678", "휴대전화"),
        ("담당 홍길동 ０１０.1234.5678", "휴대전화"),
        ("hong@naver.com으로 알림", "전자우편"),
        ("900101-1234567", "주민등록번호"),
        ("농협 302-1234-5678-91", "계좌번호"),
    ],
)
def test_what_is_somebodys_own_does_not_come_in(
    run: Run, maru: Path, remark: str, told: str, write: tuple[str, ...]
) -> None:
    code, _, said = run([HEAD, ROW + remark], *SOURCE, *HOST, *write, kind="visit")
    assert code == 1
    assert "표.csv:2:6: error[personal-data] ‘비고’(F) 열:" in said
    assert told in said
    assert load_content(maru).catalogue.visit("2026-12-10") is None


def test_what_is_given_for_all_rows_is_told_by_its_own_name(run: Run) -> None:
    given = ("--set", "remarks=담당 홍길동 010-1234-5678")
    code, _, said = run([HEAD.removesuffix(",비고"), ROW.removesuffix(",")], *SOURCE, *HOST, *given, kind="visit")
    assert code == 1
    assert "표.csv:2:1: error[personal-data] 비고: 휴대전화" in said


def test_what_a_remark_says_stands_in_the_file_once(run: Run, maru: Path) -> None:
    def imported(remark: str, day: str) -> str:
        code, said, wrong = run(
            [HEAD, ROW + remark], *SOURCE, *HOST, "--date", day, "--write", kind="visit", name=f"{day}.csv"
        )
        assert code == 0, wrong
        return said

    imported("담당 홍길동", "2026-11-20")
    file = maru / "visits" / "2026-12-10.yml"
    assert file.read_text(encoding="utf-8").count("홍길동") == 1
    assert "변경할 내용이 없습니다." in imported("담당 홍길동", "2026-11-20").replace("2026-11-20", "")
    assert "비고: 담당 홍길동 → 담당 김철수" in imported("담당 김철수", "2026-11-21")
    text = file.read_text(encoding="utf-8")
    assert (text.count("홍길동"), text.count("김철수")) == (0, 1)
    file.write_text(text.replace("remarks: 담당 김철수\n", ""), encoding="utf-8")
    assert "비고: 없음 ≠ 담당 이영희" in imported("담당 이영희", "2026-11-22")
    assert "김철수" not in file.read_text(encoding="utf-8")
    assert visit(maru).people == 28


def test_values_that_an_earlier_import_noted_in_clear_are_known_again_and_no_longer_noted_so(
    run: Run, maru: Path
) -> None:
    assert run([HEAD, ROW + "실내"], *SOURCE, *HOST, "--date", "2026-11-20", "--write", kind="visit")[0] == 0
    file = maru / "visits" / "2026-12-10.yml"
    head, _, _ = file.read_text(encoding="utf-8").partition("    values:")
    file.write_text(head + "    values: [people=28, remarks=실내]\n", encoding="utf-8")
    options = (*SOURCE, *HOST, "--date", "2026-11-21", "--write")
    assert "비고: 실내 → 실외" in run([HEAD, ROW + "실외"], *options, kind="visit")[1]
    assert "people=28" not in file.read_text(encoding="utf-8")
    assert visit(maru).remarks == "실외"
