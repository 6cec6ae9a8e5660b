"""The host's pack, made by the command and read back from its files."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from guidebook.books.edition_files import PRINTING
from guidebook.books.visit_editions import COPIER, SCREEN
from guidebook.books.visit_papers import (
    CALENDAR,
    CHECKLIST,
    MESSAGE,
    REPORT,
    REPORT_OFFICE,
    SCHEDULE,
    SCHEDULE_OFFICE,
    WELCOME,
)
from guidebook.cli import main
from guidebook.load.content import load_content
from guidebook.model.clock import clock
from guidebook.plan.itinerary import Itinerary, plan_visit
from guidebook.render.new_context import context_of
from guidebook.render.text.korean import unbind
from guidebook.render.visit.booklet import booklet
from guidebook.render.visit.context import VisitContext
from tests.conftest import CITIES, TWO_COACHES, Change
from tests.paths import PACKAGES, TEMPLATES

NAME = "해담시 주민자치협의회 방문단(견본)"
FILES = {
    *(CALENDAR, CHECKLIST, COPIER, MESSAGE, PRINTING),
    *(REPORT, REPORT_OFFICE, SCHEDULE, SCHEDULE_OFFICE, SCREEN, WELCOME),
}


@dataclass(frozen=True)
class Pack:
    output: Path
    plan: Itinerary
    id: str = "haedam"

    @property
    def folder(self) -> Path:
        return self.output / "print" / self.id

    def words(self, name: str) -> list[str]:
        """The text of every page."""
        document = pypdfium2.PdfDocument(self.folder / name)
        try:
            return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
        finally:
            document.close()


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """The pack of a visit, then a build of everything into the same folder."""
    output = tmp_path_factory.mktemp("pack") / "output"
    content = str(CITIES / "dasom")
    assert main(["guidebook", "--visit", "haedam", "--content", content, "--output", str(output)]) == 0
    assert main(["--site-only", "--content", content, "--output", str(output)]) == 0
    catalogue = load_content(CITIES / "dasom").catalogue
    return Pack(output, plan_visit(catalogue.visits[0], catalogue))


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)


def test_everything_for_the_day_is_there_and_a_later_build_keeps_it(pack: Pack) -> None:
    assert {path.name for path in pack.folder.iterdir()} == FILES
    assert (pack.output / "site" / "index.html").is_file()


def test_nothing_of_the_visit_is_in_the_site_or_the_manifest(pack: Pack) -> None:
    published = [pack.output / "manifest.json", *(p for p in (pack.output / "site").rglob("*") if p.is_file())]
    assert len(published) > 20
    for path in published:
        octets = path.read_bytes()
        assert b"print/" not in octets or path.name != "manifest.json"
        for word in ("해담시", "1판", "견본 부서"):
            assert word.encode() not in octets, path


def test_the_booklet_shows_the_engine_s_times_inside_and_on_its_back(pack: Pack) -> None:
    pages = pack.words(SCREEN)
    times = [(clock(entry.arrive), clock(entry.depart)) for entry in pack.plan.entries]
    schedule = next(page for page in pages if page.startswith("일정\n") or "\n일정\n" in page[:40])
    for page in (schedule, pages[-1]):
        assert re.findall(r"(\d\d:\d\d)\s*~(\d\d:\d\d)", page)[-len(times) :] == times
    assert NAME in pages[0].replace("\n", " ")
    assert "1판" in pages[0]
    assert "119" in pages[-1]


def test_the_map_lies_open_in_the_middle_and_its_numbers_are_the_list_s(pack: Pack) -> None:
    pages = pack.words(SCREEN)
    assert len(pages) % 4 == 0
    left, right = pages[len(pages) // 2 - 1], pages[len(pages) // 2]
    assert left.lstrip().startswith("지도")
    assert right.lstrip().startswith("방문지")
    shown = re.sub(r"\d+km|20\d\d\.[\d. ]*", "", left)
    assert {digit for entry in pack.plan.entries for digit in str(entry.number)} <= set(re.findall(r"\d", shown))
    for entry in pack.plan.entries:
        assert clock(entry.arrive) in right


def test_folded_every_opening_shows_a_page_and_the_next(pack: Pack) -> None:
    document = pypdfium2.PdfDocument(pack.folder / COPIER)
    folios = []
    for page in document:
        width, height = page.get_size()
        assert (round(width), round(height)) == (842, 595)
        words = page.get_textpage()
        halves = []
        for left in (0, width / 2):
            box = {"left": left, "right": left + width / 2, "bottom": 0, "top": height * 0.09}
            found = re.findall(r"^\d+$", words.get_text_bounded(**box).strip(), re.MULTILINE)
            halves.append(int(found[0]) if found else None)
        folios.append(tuple(halves))
        words.close()
    document.close()
    pages = 2 * len(folios)
    assert pages // 4 <= 15
    for side, (left, right) in enumerate(folios):
        low = side + 1
        expected = (pages - side, low) if side % 2 == 0 else (low, pages - side)
        shown = tuple(None if number in (1, pages) else number for number in expected)
        assert (left, right) == shown


def test_the_host_is_told_how_to_print_it(pack: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    sheets = len(pack.words(COPIER)) // 2
    told = f"40부 = A4 {40 * sheets}장, 흑백 가능, 양면(짧은 쪽), 한 부 {sheets}장, 가운데 철심"
    assert bare(told) in bare(pack.words(CHECKLIST)[0])


def test_sheets_are_one_page_each_with_the_name_and_the_notice(pack: Pack) -> None:
    for name in (SCHEDULE, CHECKLIST, WELCOME):
        (page,) = pack.words(name)
        assert bare(NAME) in bare(page)
        assert "견본입니다" in page
    assert "해설 요청" in pack.words(CHECKLIST)[0]
    with pikepdf.open(pack.folder / WELCOME) as pdf:
        assert float(pdf.pages[0].mediabox[2]) > float(pdf.pages[0].mediabox[3])


def test_no_link_of_the_booklet_leads_to_a_report_that_was_left_out(pack: Pack) -> None:
    with pikepdf.open(pack.folder / SCREEN) as pdf:
        for page in pdf.pages:
            for annotation in page.obj.get("/Annots", pikepdf.Array()):
                action = annotation.get("/A", pikepdf.Dictionary())
                assert not str(action.get("/URI", "")).startswith("book:")


def test_doubtful_hours_and_rough_places_say_so(pack: Pack) -> None:
    pages = pack.words(SCREEN)
    assert "대략 위치" in pages[len(pages) // 2]
    assert any("확인 필요" in page for page in pages)


def numbers_in_contents(pages: list[str]) -> list[int]:
    """The page numbers of the contents from the first line to the last."""
    lines = pages[1].split("\n")
    return [int(found[1]) for line in lines[1:-1] if (found := re.search(r"[.\s](\d+)$", line.strip()))]


def test_the_contents_are_in_the_order_of_the_pages(pack: Pack) -> None:
    numbers = numbers_in_contents(pack.words(SCREEN))
    assert len(numbers) >= 9
    assert numbers == sorted(numbers)


def test_ruled_pages_stand_at_the_very_end_before_the_back_cover(pack: Pack) -> None:
    ruled = [page.strip().startswith("메모") for page in pack.words(SCREEN)]
    assert not any(ruled[: len(ruled) - 1 - sum(ruled)])


def test_what_the_press_reported_years_ago_is_not_in_the_booklet(pack: Pack) -> None:
    (listed,) = load_content(CITIES / "dasom").catalogue.lists
    assert not any(listed.title in page.replace("\n", " ") for page in pack.words(SCREEN))


def test_the_paper_report_has_the_fields_of_the_office_file(pack: Pack) -> None:
    booklet_pages, paper = bare("".join(pack.words(SCREEN))), bare("".join(pack.words(REPORT)))
    for heading in ("방문개요", "참석자", "방문내용", "질의응답", "우리지역에적용할점", "사진", "향후계획", "작성자"):
        assert heading in paper
        assert heading in booklet_pages
    assert paper.startswith("다솜시방문결과보고")


def test_a_sample_says_so_once_in_a_title(pack: Pack) -> None:
    assert "(견본) (견본)" not in (pack.folder / PRINTING).read_text(encoding="utf-8-sig")
    assert "(견본): 인쇄하는 법" in (pack.folder / PRINTING).read_text(encoding="utf-8-sig")


def test_the_checklist_has_no_names_of_fields(pack: Pack) -> None:
    (page,) = pack.words(CHECKLIST)
    assert "people_came" not in page
    assert "status" not in page
    assert "모름" not in page


def test_an_unknown_visit_is_answered_with_the_nearest(maru: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guidebook", "--visit", "hansoll", "--content", str(maru), "--output", str(maru.parent / "out")]) == 1
    said = capsys.readouterr().err
    assert "error[unknown-visit]" in said
    assert "'hansol'" in said
    assert not (maru.parent / "out").exists()


def test_a_fault_leaves_the_last_pack_and_the_same_visit_gives_the_same_bytes(
    maru: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["guidebook", "--visit", "hansol", "--content", str(maru), "--output", str(maru.parent / "out")]
    assert main(arguments) == 0
    before = {path.name: path.read_bytes() for path in (maru.parent / "out" / "print" / "hansol").iterdir()}
    assert main(arguments) == 0
    assert {p.name: p.read_bytes() for p in (maru.parent / "out" / "print" / "hansol").iterdir()} == before
    change("site.yml", "published:", "printing:\n  staple_sheets: 1\npublished:")
    capsys.readouterr()
    assert main(arguments) == 1
    assert "error[too-thick]" in capsys.readouterr().err
    assert {p.name: p.read_bytes() for p in (maru.parent / "out" / "print" / "hansol").iterdir()} == before


@pytest.mark.parametrize(("limit", "count"), [(3, 2), (2, 4)])
def test_too_thick_a_booklet_becomes_several_and_names_the_reports_to_leave_out(
    maru: Path, change: Change, capsys: pytest.CaptureFixture[str], limit: int, count: int
) -> None:
    change("site.yml", "published:", f"printing:\n  staple_sheets: {limit}\npublished:")
    output = maru.parent / "out"
    assert main(["guidebook", "--visit", "hansol", "--content", str(maru), "--output", str(output)]) == 0
    said = capsys.readouterr().err
    assert "warning[too-thick]" in said
    assert "error[" not in said
    assert "river-path(" in said
    names = [COPIER.replace(".pdf", f"-{count}권중{number}권.pdf") for number in range(1, count + 1)]
    pack = Pack(output, plan_visit(load_content(maru).catalogue.visits[0], load_content(maru).catalogue), "hansol")
    assert {path.name for path in pack.folder.iterdir()} == {*FILES, *names} - {COPIER}
    sheets = [len(pack.words(name)) // 2 for name in names]
    assert max(sheets) <= limit
    each = ", ".join(f"{number}권 {paper}장" for number, paper in enumerate(sheets, start=1))
    told = (
        f"30부 = A4 {30 * sum(sheets)}장, 흑백 가능, 양면(짧은 쪽), 한 부 {sum(sheets)}장({each}), 권마다 가운데 철심"
    )
    assert bare(told) in bare(pack.words(CHECKLIST)[0])
    assert each in (pack.folder / PRINTING).read_text(encoding="utf-8-sig")
    for number, name in enumerate(names, start=1):
        assert len(pack.words(name)) % 2 == 0
        assert bare(f"{count}권 중 {number}권") in bare(pack.words(name)[0])


def test_too_many_stops_for_a_page_are_told_and_not_cut(
    maru: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    stops = "".join(f"  - {{hall: gaon, text: 이야기 {number}, stay: 5}}\n" for number in range(30))
    change("visits/hansol.yml", "route: river-day\n", f"stops:\n{stops}programs: [river-path]\n")
    assert main(["guidebook", "--visit", "hansol", "--content", str(maru), "--output", str(maru.parent / "out")]) == 1
    assert re.search(r"hansol\.yml:8:\d+: error\[page-too-full\]", capsys.readouterr().err)


def test_what_does_not_fit_the_large_page_of_another_edition_is_told_as_contents(
    maru: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    stops = "".join(
        f"  - {{site: river-museum, text: 강을 따라 걸으며 주민과 나누는 이야기 {number}, stay: 5, leg: 5}}\n"
        for number in range(16)
    )
    change("visits/hansol.yml", "route: river-day\n", f"stops:\n{stops}programs: [river-path]\n")
    arguments = ["guidebook", "--visit", "hansol", "--content", str(maru), "--output", str(maru.parent / "out")]
    assert main([*arguments, "--edition", "large-print"]) == 1
    said = capsys.readouterr().err
    assert re.search(r"hansol\.yml:8:\d+: error\[page-too-full\]", said)
    assert "wrong-folio" not in said


def test_goals_are_numbered_inside_the_margin_however_many(maru: Path, change: Change) -> None:
    goals = "".join(f"  - 조사할 것 {number}\n" for number in range(1, 103))
    change("visits/hansol.yml", "edition_at", f"goals:\n{goals}edition_at")
    assert main(["guidebook", "--visit", "hansol", "--content", str(maru), "--output", str(maru.parent / "out")]) == 0


@pytest.mark.parametrize(("count", "mapped"), [(3, True), (8, False), (11, True)])
def test_the_schedule_has_a_map_where_there_is_room(maru: Path, change: Change, count: int, mapped: bool) -> None:
    stops = "".join(f"  - {{site: river-museum, text: 이야기 {number}, stay: 5, leg: 5}}\n" for number in range(count))
    change("visits/hansol.yml", "route: river-day\n", f"stops:\n{stops}programs: [river-path]\n")
    output = maru.parent / "out"
    arguments = ["guidebook", "--visit", "hansol", "--content", str(maru), "--output", str(output), "--lang", "en"]
    assert main(arguments) == 0
    document = pypdfium2.PdfDocument(output / "print" / "hansol" / SCHEDULE)
    assert len(document) == 1
    words = document[0].get_textpage().get_text_bounded()
    assert "Schedule" in words
    assert (re.search(r"\dkm", words) is not None) == mapped
    sent = (output / "print" / "hansol" / MESSAGE).read_text(encoding="utf-8-sig")
    assert "Thu 3 December 2026 10:00" in sent
    assert "Maru-gun" in sent.splitlines()[-1]
    document.close()


def test_a_checklist_runs_over_several_pages_rather_than_refusing_the_visit(maru: Path, change: Change) -> None:
    change("visits/hansol.yml", "edition_at", f"remarks: {'길게 적은 말입니다. ' * 220}\nedition_at")
    output = maru.parent / "out"
    assert main(["guidebook", "--visit", "hansol", "--content", str(maru), "--output", str(output)]) == 0
    catalogue = load_content(maru).catalogue
    pages = Pack(output, plan_visit(catalogue.visits[0], catalogue), "hansol").words(CHECKLIST)
    assert len(pages) > 1
    assert bare("".join(pages)).count("길게적은말입니다.") == 220
    assert "나누어 주지 마세요" in pages[-1]


def test_a_report_s_link_to_what_the_booklet_does_not_hold_is_plain_words(maru: Path, change: Change) -> None:
    path = maru / "programs" / "river-path.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n[나루읍의 이야기](town:naru)도 있습니다.\n", encoding="utf-8")
    output = maru.parent / "out"
    assert main(["guidebook", "--visit", "hansol", "--content", str(maru), "--output", str(output)]) == 0
    document = pypdfium2.PdfDocument(output / "print" / "hansol" / SCREEN)
    assert any("나루읍의 이야기도" in page.get_textpage().get_text_bounded() for page in document)
    document.close()


@pytest.fixture(scope="module")
def coaches(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """The second edition for a delegation of two coaches, also in large print."""
    content = tmp_path_factory.mktemp("coaches") / "content"
    shutil.copytree(CITIES / "maru", content)
    visit = content / "visits" / "hansol.yml"
    told = f"{TWO_COACHES}confirmed: [ferry-table]\nedition_at"
    visit.write_text(visit.read_text(encoding="utf-8").replace("edition_at", told), encoding="utf-8")
    output = content.parent / "output"
    arguments = ["--visit", "hansol", "--edition", "large-print", "--content", str(content), "--output", str(output)]
    assert main(["guidebook", *arguments]) == 0
    catalogue = load_content(content).catalogue
    return Pack(output, plan_visit(catalogue.visits[0], catalogue), "hansol")


LARGE_PRINT = "large-print/안내책자-큰글자.pdf"


def test_every_edition_lists_its_pages_in_order_and_says_what_is_new(coaches: Pack) -> None:
    for name in (SCREEN, LARGE_PRINT):
        pages = coaches.words(name)
        numbers = numbers_in_contents(pages)
        assert len(numbers) >= 9
        assert numbers == sorted(numbers)
        assert "1판과 달라진 것" in pages[1]
        schedule = bare(next(page for page in pages[2:] if "1판과 달라진 것" in page))
        assert "점심장소를바꾸었습니다" in schedule
        assert "07:45한솔역(한솔시역로1),담당공무원4명" in schedule
        assert "나룻배밥상" in bare("".join(pages[2:]))
        ruled = [page.strip().startswith("메모") for page in pages]
        assert not any(ruled[: len(ruled) - 1 - sum(ruled)])


def test_what_only_the_host_may_know_is_on_the_checklist_alone(coaches: Pack) -> None:
    (checklist,) = coaches.words(CHECKLIST)
    for private in ("02-2000-1111", "채식 2명", "휠체어 1명"):
        assert private in checklist
        for name in (SCREEN, LARGE_PRINT, SCHEDULE, WELCOME, REPORT):
            assert bare(private) not in bare("".join(coaches.words(name))), name
    assert "02-2000-0000" in "".join(coaches.words(SCREEN)), "an office's number may be printed"
    assert "02-2000-1111" not in (coaches.folder / MESSAGE).read_text(encoding="utf-8-sig")


def test_the_telephones_have_one_page_in_every_edition(coaches: Pack) -> None:
    for name in (SCREEN, LARGE_PRINT):
        assert sum("긴급 연락처" in page[:40] for page in coaches.words(name)[2:]) == 1


def test_a_place_that_said_yes_is_ticked_off_in_words(coaches: Pack) -> None:
    (checklist,) = coaches.words(CHECKLIST)
    assert "확인함" in checklist


def pages_of(output: Path) -> Iterator[str]:
    return (path.read_text(encoding="utf-8") for path in (output / "site").rglob("*.html"))


def test_a_visit_is_on_the_site_only_if_it_says_so_and_then_without_its_host(maru: Path, change: Change) -> None:
    arguments = ["--site-only", "--content", str(maru), "--output", str(maru.parent / "out")]
    assert main(arguments) == 0
    assert not any("한솔시" in page for page in pages_of(maru.parent / "out"))
    change("visits/hansol.yml", "edition_at", "public: true\nstatus: done\npeople_came: 26\nedition_at")
    assert main(arguments) == 0
    page = (maru.parent / "out" / "site" / "visits" / "index.html").read_text(encoding="utf-8")
    assert "한솔시" in page
    assert "26명" in page
    assert not any("043-222-0101" in page for page in pages_of(maru.parent / "out"))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("end: 2027-06", "end: 2027-06", True),
        ("end: 2027-06", "end: 2026-11", False),
        ("end: 2027-06", "end: 2027-06\n  cancelled: 2026-10-30", False),
        ("  end: 2027-06\n", "", True),
    ],
)
def test_a_grade_is_shown_only_if_it_holds_on_the_day(
    maru: Path, change: Change, old: str, new: str, shown: bool
) -> None:
    change("restaurants/ferry-table.yml", old, new)
    visit_context = VisitContext(
        context_of(load_content(maru).catalogue, TEMPLATES, PACKAGES), load_content(maru).catalogue.visits[0]
    )
    nearby = next(chapter for chapter in booklet(visit_context).chapters if chapter.id == "nearby")
    words = unbind(nearby.html)
    assert "나룻배 밥상" in words
    assert ("좋음 ★" in words) == shown
    assert ("2026. 10. 20. 확인" in words) == shown


def test_the_back_leads_to_our_own_site_where_there_is_an_address(maru: Path, change: Change) -> None:
    change("site.yml", "published:", "base_url: https://example.org/maru/\npublished:")
    output = maru.parent / "out"
    assert main(["guidebook", "--visit", "hansol", "--content", str(maru), "--output", str(output)]) == 0
    document = pypdfium2.PdfDocument(output / "print" / "hansol" / SCREEN)
    assert "https://example.org/maru/" in document[len(document) - 1].get_textpage().get_text_bounded()
    document.close()


def test_visits_may_lie_outside_the_content(maru: Path, change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    change("site.yml", "published:", "visits_dir: ../private\npublished:")
    assert main(["check", "--content", str(maru)]) == 1
    assert "error[no-visits-dir]" in capsys.readouterr().out
    (maru / "visits").rename(maru.parent / "private")
    assert main(["check", "--content", str(maru)]) == 0
    assert [visit.id for visit in load_content(maru).catalogue.visits] == ["hansol"]
