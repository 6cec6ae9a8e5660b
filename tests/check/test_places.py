"""Values have sources, hours can be read, and designations hold on the day the guidebook carries."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.model.diagnostic import Severity
from tests.check.conftest import Change, judged, line, only

MUSEUM, TABLE, GUIDE = "sites/river-museum.yml", "restaurants/ferry-table.yml", "guides/museum-guide.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "field"),
    [
        (MUSEUM, "address, point, phone", "address, point", "phone:"),
        (TABLE, "seats, opening", "opening", "seats:"),
        (TABLE, ", designation]", "]", "grade:"),
        (GUIDE, "covers: [shows]", "covers: [kind]", "shows:"),
    ],
)
def test_a_value_without_a_source_is_an_error_at_its_line(
    maru: Path, change: Change, file: str, old: str, new: str, field: str
) -> None:
    change(file, old, new)
    found = only(maru, "no-source")
    assert found.severity is Severity.ERROR
    assert (Path(found.span.file).name, found.span.line) == (Path(file).name, line(maru, file, field))


def test_our_own_words_need_none(maru: Path, change: Change) -> None:
    change(MUSEUM, "name: 강 박물관", "name: 강가 박물관")
    assert judged(maru) == []


def test_a_source_covers_only_what_is_there(maru: Path, change: Change) -> None:
    change(MUSEUM, "covers: [name_en", "covers: [adress, fee, name_en")
    hints = {str(one.message): str(one.hint) for one in judged(maru) if one.code == "unknown-cover"}
    assert [("adress" in message, "fee" in message) for message in hints] == [(True, False), (False, True)]
    assert "'address' 이름을 뜻하셨나요?" in hints["covers에 적은 'adress' 항목이 이 파일에 없습니다."]
    assert judged(maru)[0].span.line == line(maru, MUSEUM, "adress")


@pytest.mark.parametrize(
    ("file", "old"), [(MUSEUM, "Tu-Su 09:00-18:00"), (TABLE, "11:00-20:00"), ("site.yml", "Mo-Fr 09:00-12:00,13:00")]
)
def test_hours_that_cannot_be_read_are_answered_with_an_example(
    maru: Path, change: Change, file: str, old: str
) -> None:
    change(file, old, "월요일 휴무 " + old)
    found = only(maru, "bad-opening")
    assert (found.severity, found.span.line) == (Severity.ERROR, line(maru, file, "월요일 휴무 "))
    assert "Tu-Su 09:00-18:00; PH off" in str(found.hint)


@pytest.mark.parametrize("file", [MUSEUM, TABLE])
def test_a_town_that_is_not_there(maru: Path, change: Change, file: str) -> None:
    change(file, "town: gaon", "town: gaan")
    found = only(maru, "unknown-town")
    assert (Path(found.span.file).name, found.span.line) == (Path(file).name, line(maru, file, "town:"))
    assert "'gaon'(가온면)" in str(found.hint)


def test_a_town_in_a_press_list_that_is_not_there(maru: Path) -> None:
    (maru / "lists").mkdir()
    (maru / "lists" / "press.yml").write_text(
        "title: 옛 목록\ntext: 지금은 모릅니다.\nrows:\n"
        "  - {name: 가, town: gaon, years: [2025]}\n  - {name: 나, town: nara, years: [2025]}\n"
        "sources:\n  - {kind: press, publisher: 마루신문, title: 보도}\n",
        encoding="utf-8",
    )
    assert only(maru, "unknown-town").span.line == 5


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("", "guide-place"),
        ("site: river-museum\ntown: gaon\n", "guide-place"),
        ("site: river-musem\n", "unknown-site"),
        ("town: gaan\n", "unknown-town"),
    ],
)
def test_a_guide_stands_at_one_place_that_is_there(maru: Path, change: Change, place: str, code: str) -> None:
    change(GUIDE, "site: river-museum\n", place)
    found = next(one for one in judged(maru) if Path(one.span.file).name == "museum-guide.yml")
    assert (found.code, found.severity) == (code, Severity.ERROR)


def test_a_grade_that_the_city_does_not_know(maru: Path, change: Change) -> None:
    change(TABLE, "grade: good", "grade: goood")
    found = only(maru, "unknown-grade")
    assert (found.severity, found.span.line) == (Severity.ERROR, line(maru, TABLE, "grade:"))
    assert "'good'(좋음)" in str(found.hint)


@pytest.mark.parametrize(
    ("term", "code", "key"),
    [
        ("end: 2026-11-01", "designation-ended", "end:"),
        ("end: 2026-10", "designation-ended", "end:"),
        ("end: 2026-12-31", "designation-ends", "end:"),
        ("end: 2026-12", "designation-ends", "end:"),
        ("end: 2027-06\n  cancelled: 2026-09-01", "designation-ended", "cancelled:"),
    ],
)
def test_a_designation_that_is_over_or_nearly_so_warns(
    maru: Path, change: Change, term: str, code: str, key: str
) -> None:
    change(TABLE, "end: 2027-06", term)
    found = only(maru, code)
    assert (found.severity, found.span.line) == (Severity.WARNING, line(maru, TABLE, key))


@pytest.mark.parametrize("term", ["end: 2027-01-02", "end: 2026", "number: 제1호"])
def test_a_designation_far_from_its_end_or_without_one_is_silent(maru: Path, change: Change, term: str) -> None:
    change(TABLE, "end: 2027-06", term)
    assert [one.code for one in judged(maru)] == (["designation-ends"] if term == "end: 2026" else [])
