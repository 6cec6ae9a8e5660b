"""The host's pack, made by the command and read back from its files."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from guidebook.books.edition_files import PRINTING
from guidebook.books.visit_editions import COPIER, SCREEN
from guidebook.books.visit_papers import CHECKLIST, REPORT, SCHEDULE, WELCOME
from guidebook.cli import main
from guidebook.load.content import load_content
from guidebook.model.clock import clock
from guidebook.model.records.place import Place
from guidebook.model.records.restaurant import Restaurant
from guidebook.render.new_context import context_of
from guidebook.render.text.korean import unbind
from guidebook.render.visit.booklet import booklet
from guidebook.render.visit.context import VisitContext
from tests.commands.packs import FILES, Pack, numbers_in_contents, packed, ruled_pages_stand_at_the_end
from tests.commands.printed_files import bare
from tests.conftest import CITIES, Change
from tests.paths import PACKAGES, TEMPLATES

NAME = "해담시 주민자치협의회 방문단(견본)"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return packed(CITIES / "dasom", tmp_path_factory.mktemp("pack") / "output", "haedam")


def test_everything_for_the_day_is_there(pack: Pack) -> None:
    assert {path.name for path in pack.folder.iterdir()} == FILES


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


def test_the_contents_are_in_the_order_of_the_pages(pack: Pack) -> None:
    numbers = numbers_in_contents(pack.words(SCREEN))
    assert len(numbers) >= 9
    assert numbers == sorted(numbers)


def test_ruled_pages_stand_at_the_very_end_before_the_back_cover(pack: Pack) -> None:
    assert ruled_pages_stand_at_the_end(pack.words(SCREEN))


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
    assert "(견본): 인쇄 방법" in (pack.folder / PRINTING).read_text(encoding="utf-8-sig")


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


def test_without_places_nearby_there_is_room_to_write_what_one_finds(maru: Path) -> None:
    catalogue = load_content(maru).catalogue
    bare = catalogue.having(Place).having(Restaurant)
    visit_context = VisitContext(context_of(bare, TEMPLATES, PACKAGES), bare.visits[0])
    nearby = next(chapter for chapter in booklet(visit_context).chapters if chapter.id == "nearby")
    assert "현장에서 알게 된 곳을 적으세요." in unbind(nearby.html)
    assert nearby.html.count('class="rule"') > 10


def test_visits_may_lie_outside_the_content(maru: Path, change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    change("site.yml", "published:", "visits_dir: ../private\npublished:")
    assert main(["check", "--content", str(maru)]) == 1
    assert "error[no-visits-dir]" in capsys.readouterr().out
    (maru / "visits").rename(maru.parent / "private")
    assert main(["check", "--content", str(maru)]) == 0
    assert [visit.id for visit in load_content(maru).catalogue.visits] == ["hansol"]
