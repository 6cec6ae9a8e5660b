"""A missing key is answered with the form of its value, and a name in the place of an id with the id."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.model.diagnostic import Diagnostic
from tests.conftest import Change

VISIT, PROGRAM = "visits/hansol.yml", "programs/river-path.md"


def only(content: Path) -> Diagnostic:
    (found,) = load_content(content).diagnostics
    return found


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("people: 28\n", "‘people: 40’처럼 숫자로"),
        ("copies: 30\n", "‘copies: 40’처럼"),
        ("date: 2026-12-03\n", "‘date: 2026-12-03’처럼"),
        ('start: "10:00"\n', '‘start: "10:00"’처럼'),
        ("  phone: 043-222-0101\n", "‘phone: 041-350-3114’처럼"),
        ("edition_at: 2026-12-01 16:30\n", "‘edition_at: 2026-12-01 16:30’처럼"),
        ("host:\n  department: 마을자치과\n  phone: 043-222-0101\n", "department, phone"),
    ],
)
def test_what_a_visit_lacks_is_shown_in_its_form(maru: Path, change: Change, line: str, form: str) -> None:
    change(VISIT, line, "")
    found = only(maru)
    assert found.code == "missing-key"
    assert form in str(found.hint)


def test_a_session_without_its_time_is_shown_one(maru: Path, change: Change) -> None:
    change(PROGRAM, ', time: "14:00"', "")
    assert '‘time: "10:00"’처럼' in str(only(maru).hint)


def test_a_picture_without_its_word_on_people_is_asked_about_people_on_it(maru: Path, change: Change) -> None:
    picture = "pictures:\n  - {file: a.jpg, alt: 강, rights: {holder: 마루군, licence: own}}\n"
    change(PROGRAM, "offer:", f"{picture}offer:")
    assert "people: none" in str(only(maru).hint)


@pytest.mark.parametrize(
    ("stop", "id"),
    [
        ("{site: 강 박물관, stay: 10}", "river-museum"),
        ("{site: 강박물관, stay: 10}", "river-museum"),
        ("{hall: 가온면, stay: 10}", "gaon"),
        ("{text: 점심, town: 나루면, stay: 10}", "naru"),
        ("{restaurant: 나룻배, stay: 10}", "ferry-table"),
        ("{hall: gaon, program: 강길 내기, stay: 10}", "river-path"),
    ],
)
def test_a_korean_name_is_answered_with_the_id(maru: Path, change: Change, stop: str, id: str) -> None:
    change(VISIT, "route: river-day\n", f"stops:\n  - {stop}\n  - {{hall: gaon, stay: 10}}\n")
    found = only(maru)
    assert (found.code, found.span.line) == ("bad-id", 8)
    assert f"'{id}' 아이디를 적으세요" in str(found.hint)


def test_a_name_that_nothing_has_is_answered_with_the_rule_of_ids(maru: Path, change: Change) -> None:
    change(VISIT, "route: river-day\n", "route: 아무 데도 없는 코스\n")
    assert "영문 소문자" in str(only(maru).hint)


def test_a_list_whose_only_item_is_wrong_is_not_called_empty(maru: Path) -> None:
    path = maru / "programs" / "river-path.md"
    written = path.read_text(encoding="utf-8")
    lessons = "lessons:\n  people: {text: 두 사람, sources: [{kind: official, publisher: 마루군, kept: 2023-13}]}\n"
    path.write_text(written.replace("---\n", f"---\n{lessons}", 1), encoding="utf-8")
    assert [(fault.code, fault.span.line) for fault in load_content(maru).diagnostics] == [("bad-date", 3)]
