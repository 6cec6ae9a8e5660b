"""Lists for the office, through the front door: what is due, and the visits of a year."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from icalendar import Calendar

from guidebook.cli import main
from guidebook.cli.paths import CACHE_VARIABLE
from guidebook.layout.cache import STEP
from guidebook.storage.paths import Paths
from tests.commands.test_print_visits import words_kept
from tests.conftest import CITIES, ROOT

pytestmark = pytest.mark.usefixtures("one_process")


@pytest.fixture
def maru(tmp_path: Path) -> Path:
    """Maru with two visits of 2026 that took place."""
    content = tmp_path / "content"
    shutil.copytree(CITIES / "maru", content)
    visit = (content / "visits" / "hansol.yml").read_text(encoding="utf-8")
    for number, people in ((3, 12), (5, 24)):
        lines = visit.replace("date: 2026-12-03", f"date: 2026-0{number}-03").splitlines()
        text = "\n".join((*lines, "status: done", f"people_came: {people}"))
        (content / "visits" / f"past-{number}.yml").write_text(text + "\n", encoding="utf-8")
    return content


def run(content: Path, *arguments: str) -> int:
    output = content.parent / "output"
    return main([*arguments, "--content", str(content), "--output", str(output)])


def folder(content: Path, name: str) -> Path:
    return content.parent / "output" / "print" / name


def text_of(printed: bytes) -> str:
    """The words of a PDF, without what only holds lines together."""
    pages = pymupdf.open(stream=printed, filetype="pdf").pages()
    return "".join(page.get_text() for page in pages).replace("\u2060", "")


def test_what_is_due_is_a_list_and_a_calendar(maru: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(maru, "due", "--date", "2030-01-01") == 0, capfd.readouterr().err
    files = {path.name: path for path in folder(maru, "확인할-것").iterdir()}
    assert {"확인할-것.pdf", "확인할-것.hwpx", "확인할-것.txt", "확인할-날.ics"} == files.keys()
    words = files["확인할-것.txt"].read_text(encoding="utf-8-sig")
    assert "확인한 지 오래된 값" in words
    assert "강 박물관" in words
    assert "전화" in words
    printed = files["확인할-것.pdf"].read_bytes()
    assert "강 박물관" in text_of(printed)
    assert pikepdf.open(io.BytesIO(printed)).Root.MarkInfo.Marked
    calendar = Calendar.from_ical(files["확인할-날.ics"].read_bytes())
    events = calendar.walk("VEVENT")
    assert events
    assert len({event["uid"] for event in events}) == len(events)
    assert run(maru, "due", "--date", "2030-01-01") == 0  # a second time takes the place of the first


def test_check_says_what_is_due_at_its_line(maru: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(maru, "check", "--today", "2030-01-01") == 0
    said = capfd.readouterr().out
    assert "sites/river-museum.yml:" in said
    assert "note[due]" in said
    assert run(maru, "check") == 0
    assert "note[due]" not in capfd.readouterr().out


def test_the_visits_of_a_year_are_a_page_for_the_report(maru: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(maru, "visits", "--year", "2026", "--report") == 0, capfd.readouterr().err
    files = {path.suffix: path.read_bytes() for path in folder(maru, "2026년-방문-현황").iterdir()}
    words = text_of(files[".pdf"])
    assert all(said in words for said in ("2026년 방문 현황", "36명", "3월", "5월", "가온면"))
    section = zipfile.ZipFile(io.BytesIO(files[".hwpx"])).read("Contents/section0.xml").decode()
    assert "36명" in section
    assert len(pikepdf.open(io.BytesIO(files[".pdf"])).pages) == 1


def test_a_year_without_visits_is_said_to_have_none(maru: Path) -> None:
    assert run(maru, "visits", "--year", "2031", "--report") == 0
    words = folder(maru, "2031년-방문-현황").joinpath("2031년-방문-현황.txt").read_text(encoding="utf-8-sig")
    assert "0곳" in words
    assert "월별" not in words


def test_broken_content_makes_no_list(maru: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (maru / "site.yml").write_text("title: [", encoding="utf-8")
    for arguments in (("due",), ("visits", "--year", "2026", "--report")):
        assert run(maru, *arguments) == 1
        assert "error[" in capfd.readouterr().err
    assert not folder(maru, "").exists()


def test_a_day_is_one_sheet_and_who_would_meet_is_named(maru: Path, capfd: pytest.CaptureFixture[str]) -> None:
    visit = (maru / "visits" / "hansol.yml").read_text(encoding="utf-8")
    for name, start, state in (
        ("둘째", "10:20", "planned"),
        ("셋째", "17:00", "planned"),
        ("넷째", "10:00", "cancelled"),
    ):
        other = visit.replace("한솔시 주민자치회", f"{name} 방문단").replace('start: "10:00"', f'start: "{start}"')
        other = other.replace('end: "16:00"\n', "")
        (maru / "visits" / f"day-{start[:2]}-{state}.yml").write_text(f"{other}status: {state}\n", encoding="utf-8")
    assert run(maru, "visits", "--day", "2026-12-03") == 0, capfd.readouterr().err
    words = folder(maru, "2026-12-03-방문-일정").joinpath("2026-12-03-방문-일정.txt").read_text(encoding="utf-8-sig")
    assert words.index("10:00") < words.index("10:20") < words.index("17:00")
    lines = [line for line in words.splitlines() if "둘째 방문단" in line and "한솔시" in line]
    assert any(line.startswith(("10:20", "10:00")) for line in lines), words
    assert "넷째" not in words
    assert "겹치는 방문단" in words


def test_nothing_of_a_visit_stays_in_the_cache(maru: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    for arguments in (("--day", "2026-12-03"), ("--year", "2026", "--report")):
        assert run(maru, "visits", *arguments) == 0
        places = Paths.within(ROOT, maru, tmp_path / "output", tmp_path / "cache")
        assert not (places.cache / "visits").exists()
        kept = words_kept(places.shared_steps) if (places.shared_steps / STEP).exists() else []
        assert not any(said in words for words in kept for said in ("한솔", "043-222-0101"))


@pytest.mark.parametrize("arguments", [(), ("--year", "2026", "--day", "2026-12-03"), ("--day", "Thursday")])
def test_one_of_year_and_day_is_said(maru: Path, arguments: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    assert run(maru, "visits", *arguments) == 2
    assert capfd.readouterr().err.strip()


def test_a_list_of_one_page_says_once_whose_work_it_is(maru: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(maru, "visits", "--year", "2026", "--report") == 0, capfd.readouterr().err
    printed = folder(maru, "2026년-방문-현황") / "2026년-방문-현황.pdf"
    assert len(pymupdf.open(printed)) == 1
    assert text_of(printed.read_bytes()).count("견본입니다") == 1
