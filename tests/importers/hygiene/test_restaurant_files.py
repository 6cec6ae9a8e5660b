"""A restaurant's file after an import: the changes are in, and all else stands as a person wrote it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from guidebook.commands.imports.hygiene import HygieneRequest, import_hygiene
from guidebook.load.content import load_content

HEAD = "업소명,주소,등급,지정번호,전화번호"
ROW = "강가식당,가람도 마루군 가온면 강길 1,좋음,제1호,043-222-3001"

SAVED = 1_795_276_800
"""2026-11-21 16:00 UTC, which is 01:00 of the next day in Seoul."""
Import = Callable[..., list[str]]


@pytest.fixture
def city(maru: Path) -> Path:
    for path in (maru / "restaurants").iterdir():
        path.unlink()
    for folder in ("routes", "visits"):
        for path in (maru / folder).iterdir():
            path.unlink()
    return maru


@pytest.fixture
def imported(city: Path, tmp_path: Path) -> Import:
    """Import one row with `--write`; gives the codes of the diagnostics."""

    def imported(row: str = ROW, day: str = "2026-11-20", head: str = HEAD) -> list[str]:
        file = tmp_path / "list.csv"
        file.write_text(f"{head}\n{row}\n", encoding="utf-8")
        return [fault.code for fault in import_hygiene(HygieneRequest(city, file, day, True)).diagnostics]

    return imported


@pytest.fixture
def path(city: Path, imported: Import) -> Path:
    """The file of a restaurant that was imported."""
    assert imported() == []
    return next((city / "restaurants").iterdir())


def changed(path: Path, *edits: tuple[str, str]) -> str:
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return text


def test_remarks_and_order_inside_the_designation_stay(city: Path, path: Path, imported: Import) -> None:
    before = changed(
        path,
        ("  grade: good\n  number: 제1호\n", "  # 보건위생과에 물음\n  number: 제1호\n  grade: 'good' # 11월 기준\n"),
        ("imported:", "# 좌석은 아직 모름\nimported:"),
    )
    assert imported(ROW.replace("제1호", "제2호"), "2026-12-01") == []
    after = path.read_text(encoding="utf-8")
    assert after == before.replace("제1호", "제2호").replace("2026-11-20", "2026-12-01")


def test_what_the_list_newly_says_gets_a_line_of_its_own(city: Path, path: Path, imported: Import) -> None:
    assert imported(f"{ROW},20270101,일반음식점", "2026-11-20", f"{HEAD},만료일,업종") == []
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[lines.index("  end: 2027-01-01") + 1] == "  checked_on: 2026-11-20", "in the order of the model"
    assert "kind: 일반음식점" in lines
    assert load_content(city).diagnostics == ()


@pytest.mark.parametrize(
    "sources",
    [
        "sources:\n- kind: press\n  publisher: 마루신문\n  covers: [address, phone, designation]\n",
        "sources:\n    - {kind: press, publisher: 마루신문, covers: [address, phone, designation]}\n# 끝\n",
    ],
)
def test_sources_of_other_people_stay_however_they_are_indented(
    city: Path, path: Path, imported: Import, sources: str
) -> None:
    path.write_text(path.read_text(encoding="utf-8").split("sources:")[0] + sources, encoding="utf-8")
    assert imported(day="2026-12-01") == []
    loaded = load_content(city)
    assert loaded.diagnostics == ()
    assert [one.publisher for one in loaded.catalogue.restaurants[0].sources] == ["마루신문", "마루군"]
    assert path.read_text(encoding="utf-8").count("# 끝") == sources.count("# 끝")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - kind: official\n", "  [{kind: official, publisher: 마루군, covers: [address, phone, designation]}]\n#"),
        ("phone: 043-222-3001\n", "phone: >\n  043-222-3001\n"),
    ],
)
def test_a_file_whose_lines_are_not_understood_is_left_alone_and_named(
    path: Path, imported: Import, old: str, new: str
) -> None:
    text = path.read_text(encoding="utf-8").replace(old, new, 1)
    if new.endswith("#"):
        text = text.split("#")[0]
    path.write_text(text, encoding="utf-8")
    assert imported(ROW.replace("3001", "3002"), "2026-12-01") == ["unknown-lines"]
    assert path.read_text(encoding="utf-8") == text


def test_a_phone_that_a_person_took_out_is_not_claimed_to_be_covered(path: Path, imported: Import) -> None:
    changed(path, ("phone: 043-222-3001\n", ""), ("covers: [address, phone, designation]", "covers: [address]"))
    assert imported(day="2026-12-01") == []
    text = path.read_text(encoding="utf-8")
    assert "covers: [address, designation]" in text
    assert "phone: " not in text


def test_a_phone_with_a_source_of_its_own_is_not_laid_to_the_list(path: Path, imported: Import) -> None:
    own = "sources:\n  - kind: official\n    publisher: 강가식당\n    covers: [phone]\n"
    changed(path, ("phone: 043-222-3001", "phone: 043-222-9999"), ("sources:\n", own))
    assert imported(day="2026-12-01") == []
    assert "covers: [address, designation]" in path.read_text(encoding="utf-8")


def test_line_ends_of_windows_stay(path: Path, imported: Import) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert imported(ROW.replace("강가식당", "강가밥집"), "2026-12-01") == []
    octets = path.read_bytes()
    assert octets.count(b"\n") == octets.count(b"\r\n")
    assert "name: 강가밥집\r\n".encode() in octets


def test_without_a_date_the_list_is_of_the_day_on_which_it_was_saved_in_korea(
    city: Path, tmp_path: Path, imported: Import
) -> None:
    imported()
    os.utime(tmp_path / "list.csv", (SAVED, SAVED))
    assert import_hygiene(HygieneRequest(city, tmp_path / "list.csv")).today == "2026-11-22"
