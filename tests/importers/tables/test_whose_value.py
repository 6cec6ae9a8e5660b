"""`import table` on a record that has values already: whose they are decides whether a list may change them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.model.records.place import Place
from tests.importers.tables.conftest import Run

HEAD = "시설명,종류,읍면동,주소,전화,주차"
FIRST = "새 공원,공원,가온면,가람도 마루군 가온면 강길 3,043-222-0001,40"
SOURCE = ("--publisher", "마루군", "--source", "현황")


def park(content: Path) -> Place:
    return next(place for place in load_content(content).catalogue.sites if place.name == "새 공원")


def park_file(content: Path) -> Path:
    return content / "sites" / f"{park(content).id}.yml"


def edit(content: Path, old: str, new: str) -> None:
    file = park_file(content)
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def take_out_phone(content: Path) -> None:
    file = park_file(content)
    text, count = re.subn(r"\nphone: .*", "", file.read_text(encoding="utf-8"))
    assert count == 1
    file.write_text(re.sub(r"\bphone, |, phone\b(?!=)|\n +- phone(?=\n)", "", text), encoding="utf-8")


def imported(run: Run, row: str, day: str, *more: str) -> str:
    code, said, wrong = run([HEAD, row], *SOURCE, "--date", day, "--write", *more)
    assert code == 0, wrong
    return said


def test_what_a_person_took_out_stays_out_in_every_later_list(run: Run, maru: Path) -> None:
    imported(run, FIRST, "2026-11-20")
    take_out_phone(maru)
    for day, last in (("2026-11-21", "2"), ("2026-11-22", "2"), ("2026-11-23", "3")):
        assert f"전화: 없음 ≠ 043-222-000{last}" in imported(run, FIRST.replace("0001", f"000{last}"), day)
        assert park(maru).phone is None
    assert "043-222" not in park_file(maru).read_text(encoding="utf-8")


def test_what_a_person_changed_and_later_took_out_stays_out(run: Run, maru: Path) -> None:
    imported(run, FIRST, "2026-11-20")
    edit(maru, "phone: 043-222-0001", "phone: 043-222-7777")
    assert "전화: 043-222-7777 ≠ 043-222-0002" in imported(run, FIRST.replace("0001", "0002"), "2026-11-21")
    take_out_phone(maru)
    assert "전화: 없음 ≠ 043-222-0003" in imported(run, FIRST.replace("0001", "0003"), "2026-11-22")
    assert park(maru).phone is None


@pytest.mark.parametrize("name", ["표.csv", "다른 표.csv"])
@pytest.mark.parametrize(
    "other", [("--publisher", "블로거", "--source-kind", "blog"), ("--source", "다른 현황"), ("--publisher", "가람도")]
)
def test_a_value_of_another_source_stays_and_is_a_question(
    run: Run, maru: Path, other: tuple[str, ...], name: str
) -> None:
    imported(run, FIRST, "2026-11-20")
    before = park_file(maru).read_bytes()
    row = "새 공원,박물관,나루면,가람도 마루군 가온면 강길 3,043-222-0009,40"
    code, said, _ = run([HEAD, row], *SOURCE, *other, "--date", "2026-11-25", "--write", name=name)
    assert code == 0
    assert "doubtful-value" in said
    assert "전화: 마루군, 현황의 값(043-222-0001)과 다릅니다: 043-222-0009" in said
    assert park_file(maru).read_bytes() == before


def test_another_source_fills_what_is_empty_and_never_changes_it_back(run: Run, maru: Path) -> None:
    imported(run, FIRST.removesuffix("40"), "2026-11-20")
    imported(run, FIRST.replace("0001", "0009"), "2026-11-25", "--publisher", "가람도")
    place = park(maru)
    assert (place.phone, place.parking) == ("043-222-0001", 40)
    assert {source.publisher for source in place.sources_of("phone")} == {"마루군"}
    assert {source.publisher for source in place.sources_of("parking")} == {"가람도"}
    imported(run, FIRST.replace("0001", "0003").replace(",40", ",50"), "2026-11-26")
    place = park(maru)
    assert (place.phone, place.parking) == ("043-222-0003", 40)


def test_two_lists_of_one_source_and_day_that_disagree_are_a_question(run: Run, maru: Path) -> None:
    imported(run, FIRST, "2026-11-20")
    for _ in range(2):
        code, said, _ = run(
            [HEAD, FIRST.replace("0001", "0002")], *SOURCE, "--date", "2026-11-20", "--write", name="둘.csv"
        )
        assert code == 0
        assert "전화: 같은 날짜의 자료가 서로 다릅니다: 043-222-0001 / 043-222-0002" in said
        assert "--date" in said
        place = park(maru)
        assert place.phone == "043-222-0001"
        assert {source.via for source in place.sources_of("phone")} == {"import table: 표.csv"}


def test_a_list_of_which_nobody_said_the_source_gives_way_to_one_with_a_source(run: Run, maru: Path) -> None:
    assert run([HEAD, FIRST], "--date", "2026-11-20", "--write")[0] == 0
    assert park(maru).doubtful("phone")
    imported(run, FIRST.replace("0001", "0002"), "2026-11-21")
    place = park(maru)
    assert (place.phone, place.doubtful("phone")) == ("043-222-0002", False)
    assert {source.publisher for source in place.sources} == {"마루군"}


def test_a_visit_of_another_list_stays_too(run: Run, maru: Path) -> None:
    host = ("--set", "host.department=마을자치과", "--set", "host.phone=043-222-0101")
    head, row = "방문단,인원,방문일자,도착 시각,코스", "새솔시 자치회,28,2026-12-10,9:30,river-day"
    assert run([head, row], *SOURCE, "--date", "2026-11-20", *host, "--write", kind="visit")[0] == 0
    other = ("--publisher", "가람도", "--source", "현황", "--date", "2026-11-25")
    code, said, _ = run([head, row.replace("28", "31")], *other, *host, "--write", kind="visit")
    assert (code, "doubtful-value" in said) == (0, True)
    visit = load_content(maru).catalogue.visit("2026-12-10")
    assert visit is not None
    assert visit.people == 28
    assert (visit.imports[0].source or "").startswith("마루군, 현황")
