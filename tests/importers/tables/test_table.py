"""`import table`: what a table proposes and writes, what it leaves alone, and what it says of wrong cells."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from guidebook.cli import main
from guidebook.commands.examine import examine
from guidebook.load.content import load_content
from guidebook.model.diagnostic import has_errors
from guidebook.model.records.place import Place
from tests.importers.tables.conftest import Run

SOURCE = ("--publisher", "마루군", "--source", "관광시설 현황", "--date", "2026-11-20")
HEAD = "시설명,종류,소재지도로명주소,위도,경도,전화번호,운영시간,주차가능수,화장실"
NEW = "새 미술관,박물관,가람도 마루군 가온면 강길 30,36.505,127.905,0432225000,09:00~18:00,40면,예"
RIVER = "강 박물관,박물관,가람도 마루군 가온면 강길 7,36.510,127.910,043-222-1199,09:00~18:00,30,O"


def xlsx(*rows: Sequence[object], merge: str = "") -> bytes:
    book, octets = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    if merge:
        book.active.merge_cells(merge)
    book.save(octets)
    return octets.getvalue()


def files(content: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}


def site(content: Path, name: str) -> Place:
    return next(place for place in load_content(content).catalogue.sites if place.name == name)


def test_a_table_is_proposed_and_nothing_is_written_before_it_is_asked_for(run: Run, maru: Path) -> None:
    before = files(maru)
    code, said, _ = run([HEAD, NEW, RIVER], *SOURCE)
    assert code == 0
    assert "신규 1" in said
    assert "새 미술관" in said
    assert "주차: 없음 → 30" in said
    assert "--write" in said
    assert files(maru) == before


def test_what_is_written_has_its_source_and_day_on_every_value(run: Run, maru: Path) -> None:
    assert run([HEAD, NEW], *SOURCE, "--write")[0] == 0
    place = site(maru, "새 미술관")
    assert (place.kind, place.town, place.phone, place.parking, place.toilet) == (
        *("museum", "gaon", "043-222-5000", 40),
        True,
    )
    assert place.point is not None
    assert place.point.lat == 36.505
    assert {str(source.date) for name in place.needing_source for source in place.sources_of(name)} == {"2026-11-20"}
    assert all(place.sources_of(name)[0].title == "관광시설 현황" for name in place.needing_source)
    assert not has_errors(examine(maru, "2026-11-28")[1])


def test_who_says_nothing_of_the_table_is_told_its_name_and_day_and_its_values_need_confirming(
    run: Run, maru: Path
) -> None:
    code, said, _ = run([HEAD, NEW], "--write")
    assert code == 0
    assert "표.csv" in said
    assert "확인 필요" in said
    place = site(maru, "새 미술관")
    assert place.doubtful("address")
    assert place.sources[0].date == "2026-11-18"


def test_a_value_that_somebody_wrote_stays_and_is_told(run: Run, maru: Path) -> None:
    before = (maru / "sites" / "river-museum.yml").read_text(encoding="utf-8")
    code, said, _ = run([HEAD, RIVER], *SOURCE, "--write")
    assert code == 0
    assert "전화: 043-222-1100 ≠ 043-222-1199" in said
    after = iter((maru / "sites" / "river-museum.yml").read_text(encoding="utf-8").split("\n"))
    assert all(line in after for line in before.split("\n"))  # added between in form, and not a letter changed
    place = site(maru, "강 박물관")
    assert (place.phone, place.parking) == ("043-222-1100", 30)
    assert [source.title for source in place.sources_of("parking")] == ["관광시설 현황"]
    assert [source.title for source in place.sources_of("phone")] == ["누리집 자료"]


def test_the_same_table_again_changes_nothing(run: Run, maru: Path) -> None:
    run([HEAD, NEW, RIVER], *SOURCE, "--write")
    before = files(maru)
    code, said, _ = run([HEAD, NEW, RIVER], *SOURCE, "--write")
    assert code == 0
    assert "변경할 내용이 없습니다." in said
    assert files(maru) == before


def test_a_newer_table_changes_what_it_wrote_itself_and_leaves_what_was_edited_since(run: Run, maru: Path) -> None:
    run([HEAD, NEW], *SOURCE, "--write")
    file = next((maru / "sites").glob("s-*.yml"))
    edited = (
        file.read_text(encoding="utf-8").replace("phone: 043-222-5000", "phone: 043-222-5055") + "# 손으로 적은 글\n"
    )
    file.write_text(edited, encoding="utf-8")
    newer = NEW.replace("0432225000", "043-222-5099").replace("40면", "50")
    code, said, _ = run([HEAD, newer], *SOURCE[:4], "--date", "2026-11-25", "--write", name="새 표.csv")
    assert code == 0
    assert "주차: 40 → 50" in said
    assert "전화: 043-222-5055 ≠ 043-222-5099" in said
    place = site(maru, "새 미술관")
    assert (place.phone, place.parking) == ("043-222-5055", 50)
    assert "# 손으로 적은 글" in file.read_text(encoding="utf-8")
    # The older table is no source of what the newer one says.
    assert {source.via for source in place.sources_of("parking")} == {"import table: 새 표.csv"}
    assert {source.via for source in place.sources_of("phone")} == {"import table: 표.csv"}


def test_an_older_table_is_a_question(run: Run, maru: Path) -> None:
    run([HEAD, NEW], *SOURCE, "--write")
    before = files(maru)
    code, said, _ = run([HEAD, NEW.replace("40면", "50")], *SOURCE[:4], "--date", "2026-11-01", "--write")
    assert (code, files(maru)) == (0, before)
    assert "더 나중 자료(2026-11-20)" in said
    assert "--date" in said
    assert "id 열" not in said


def test_what_a_person_took_out_stays_out(run: Run, maru: Path) -> None:
    run([HEAD, NEW], *SOURCE, "--write")
    file = next((maru / "sites").glob("s-*.yml"))
    text = file.read_text(encoding="utf-8").replace("parking: 40\n", "").replace("parking, ", "")
    file.write_text(text, encoding="utf-8")
    code, said, _ = run([HEAD, NEW], *SOURCE, "--write")
    assert code == 0
    assert "주차: 없음 ≠ 40" in said
    assert site(maru, "새 미술관").parking is None


def test_two_candidates_are_a_question_with_both_names(run: Run, maru: Path) -> None:
    for id in ("ferry-one", "ferry-two"):
        (maru / "sites" / f"{id}.yml").write_text(
            "name: 나루터\nkind: port\ntown: naru\n"
            "sources: [{kind: official, publisher: 마루군, title: 자료, covers: [kind]}]\n",
            encoding="utf-8",
        )
    before = files(maru)
    code, said, _ = run(
        ["시설명,종류,주차", "나루터,항구,5", "새 나루,항구,7"], *SOURCE, "--set", "town=naru", "--write"
    )
    assert code == 0
    assert "ferry-one" in said
    assert "ferry-two" in said
    assert {file.name for file in set(files(maru)) - set(before)} == {site(maru, "새 나루").id + ".yml"}
    # The answer is an id.
    assert run(["id,시설명,종류,주차", "ferry-two,나루터,항구,5"], *SOURCE, "--write")[0] == 0
    parkings = {place.id: place.parking for place in load_content(maru).catalogue.sites if place.name == "나루터"}
    assert parkings == {"ferry-one": None, "ferry-two": 5}


def test_one_name_at_another_address_and_two_rows_of_one_record_are_questions(run: Run) -> None:
    rows = [
        "시설명,종류,주소",
        "강 박물관,박물관,가람도 마루군 나루면 다른길 1",
        *["새 공원,공원,가람도 마루군 가온면 강길 3"] * 2,
    ]
    code, said, _ = run(rows, *SOURCE)
    assert code == 0
    assert "주소가 다른 기록이 있습니다" in said
    assert "앞의 행과 같은 기록이 됩니다: 3행 새 공원" in said


def test_every_wrong_cell_is_told_at_once_with_its_column_and_nothing_is_written(run: Run, maru: Path) -> None:
    before = files(maru)
    wrong = [
        "시설명,종류,주소,위도,경도,전화,화장실,주차",
        "나쁜 곳,궁전,가람도 마루군 가온면 1,96.5,127.9,432225000,모름,많음",
        "다른 곳,공원,가람도 마루군 가온면 2,,,010-1234-5678,예,",
        NEW.replace("36.505,127.905,", "36.505,127.905,").replace(",09:00~18:00", "").replace("40면,예", "예,40"),
    ]
    code, _, said = run(wrong, *SOURCE, "--write")
    assert (code, files(maru)) == (1, before)
    for place in ("표.csv:2:2", "표.csv:2:4", "표.csv:2:6", "표.csv:2:7", "표.csv:2:8", "표.csv:3:6"):
        assert place in said
    assert "‘종류’(B) 열: 쓸 수 없는 값입니다: 궁전" in said
    assert "앞의 0이 빠진 전화번호로 보입니다: 432225000" in said
    assert "휴대전화 번호로 보이는 숫자가 있습니다" in said
    assert said.count(": error[") == 6


def test_what_no_line_of_a_file_can_hold_is_told_before_it_is_written(run: Run, maru: Path) -> None:
    before = files(maru)
    long = "긴" * 11_000
    rows = [HEAD, NEW.replace("09:00~18:00", long), RIVER]
    code, _, said = run(rows, *SOURCE)
    assert code == 1
    assert "표.csv:2:7: error[long-line] ‘운영시간’(G) 열: 한 줄이 너무 깁니다" in said
    code, _, said = run([HEAD, NEW, RIVER], *SOURCE[:3], long)
    assert (code, said.count("한 줄이 너무 깁니다")) == (1, 1)
    assert "--source" in said
    assert files(maru) == before


def test_what_is_required_and_missing_is_told_with_how_to_give_it(run: Run) -> None:
    code, _, said = run(["시설명,위도,주소", "새 공원,36.5,가람도 어딘가 1"], *SOURCE)
    assert code == 1
    assert "‘종류’ 값이 없습니다" in said
    assert "--set kind=값" in said
    assert "‘읍면동’ 값이 없습니다" in said
    assert "‘경도’ 값이 없습니다" in said
    assert "--column point.lon=제목’으로 적으세요" in said
    assert run(["시설명,주소", "새 공원,가람도 마루군 가온면 2"], *SOURCE, "--set", "kind=공원")[0] == 0


def test_empty_cells_stay_empty(run: Run, maru: Path) -> None:
    assert run([HEAD, "새 공원,공원,가람도 마루군 가온면 강길 3,,,-,,,"], *SOURCE, "--write")[0] == 0
    place = site(maru, "새 공원")
    assert (place.phone, place.parking, place.toilet, place.point, place.hours) == (None,) * 5


def test_titles_of_fields_names_of_the_content_and_the_command_line_are_headings(run: Run, maru: Path) -> None:
    settings = maru / "site.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "columns:\n  site: {name: [이름표], point.lat: [북위]}\n",
        encoding="utf-8",
    )
    rows = ["이름표,종류,북위,지도 위치 경도,summary,꼬리표", "새 공원,공원,36.51,127.91,걷기 좋습니다.,043-222-7000"]
    code, said, _ = run(rows, *SOURCE, "--set", "town=가온면", "--column", "phone=꼬리표", "--write")
    assert (code, "읽지 않은 열" in said) == (0, False)
    place = site(maru, "새 공원")
    assert (place.town, place.phone, place.summary) == ("gaon", "043-222-7000", "걷기 좋습니다.")
    assert place.point is not None
    assert (place.point.lat, place.point.lon) == (36.51, 127.91)


def test_a_heading_in_parted_hangul_is_the_same_heading(run: Run) -> None:
    import unicodedata

    rows = [unicodedata.normalize("NFD", "시설명,종류,주소"), "새 공원,공원,가람도 마루군 가온면 2"]
    assert "신규 1" in run(rows, *SOURCE)[1]


def test_two_columns_of_one_heading_are_no_guess(run: Run) -> None:
    code, _, said = run(["시설명,종류,주소,전화,전화", "새 공원,공원,가람도 마루군 가온면 2,,"], *SOURCE)
    assert code == 1
    assert "제목이 같은 열이 2개 있습니다: 전화" in said


def test_a_table_without_a_heading_is_told_what_is_there(run: Run) -> None:
    code, _, said = run(["가,나,다", "1,2,3"], *SOURCE)
    assert code == 1
    assert "이름 열을 찾지 못했습니다. 이 파일에 있는 열: 가, 나, 다" in said
    assert "--column name=제목" in said
    code, _, said = run([HEAD, NEW], *SOURCE, "--column", "fee=없는 칸")
    assert code == 1
    assert "요금 열을 찾지 못했습니다" in said


@pytest.mark.parametrize(
    ("column", "told"), [("phone=연락처", "전화"), ("name=상호", "이름"), ("address=사는 곳", "주소")]
)
def test_a_named_heading_that_is_not_there_is_told_although_another_would_do(
    run: Run, maru: Path, column: str, told: str
) -> None:
    before = files(maru)
    code, _, said = run([HEAD, NEW], *SOURCE, "--column", column, "--write")
    assert (code, files(maru)) == (1, before)
    assert f"{told} 열을 찾지 못했습니다" in said
    assert "전화번호" in said


@pytest.mark.parametrize("options", [("--column", "nowhere=제목"), ("--set", "phone=043-222-1000"), ("--set", "kind")])
def test_wrong_usage_names_what_can_be_written(run: Run, options: tuple[str, str]) -> None:
    code, _, said = run([HEAD, NEW], *options)
    assert code == 2
    assert "쓸 수 있는 이름" in said


def test_a_sheet_with_formulas_and_merged_cells_invents_nothing(run: Run, maru: Path) -> None:
    head = ("시설명", "종류", "주소", "주차", "전화")
    rows = (
        ("가 공원", "공원", "가람도 마루군 가온면 2", "=1+1", "043-222-1000"),
        ("나 공원", None, "가람도 마루군 가온면 3", 3, 432221000),
    )
    code, _, said = run(xlsx(("관광시설 현황",), head, *rows, merge="B3:B4"), *SOURCE, name="표.xlsx")
    assert code == 1
    assert "표.xlsx[Sheet]:3:4" in said
    assert "수식이 있습니다: =1+1" in said
    assert "병합된 셀은 첫 행에만 값이 있습니다" in said
    assert "표.xlsx[Sheet]:4:5" in said
    assert "앞의 0이 빠진" in said


def test_what_the_register_says_is_closed_is_left_out_and_named(run: Run, maru: Path) -> None:
    rows = [
        "관리번호,영업상태명,폐업일자,사업장명,도로명주소,지번주소,좌표정보(X)",
        "1,영업/정상,,강변식당,가람도 마루군 가온면 강길 9,,168338",
        "2,폐업,20200101,옛 식당,가람도 마루군 가온면 강길 11,,168338",
        "3,취소/말소/만료/정지/중지,,간 식당,,가람도 마루군 가온면 12,168338",
    ]
    code, said, _ = run(rows, *SOURCE, "--write", kind="restaurant")
    assert code == 0
    assert "폐업·취소로 적힌 2행은 제외했습니다: 옛 식당, 간 식당" in said
    assert "주소에 적힌 읍면동" in said
    assert "id 열에 적는 것이 좋습니다" in said
    assert {one.name for one in load_content(maru).catalogue.restaurants} == {"강변식당", "나룻배 밥상"}


def test_cells_that_are_no_words_are_read_as_what_they_are(run: Run, maru: Path) -> None:
    head = ("방문단", "인원", "방문일자", "도착 시각", "코스", "공개")
    row = ("새솔시 자치회", 28, datetime.date(2026, 12, 10), datetime.time(9, 30), "river-day", False)
    assert run(xlsx(head, row), *SOURCE, *HOST, "--write", kind="visit", name="표.xlsx")[0] == 0
    visit = load_content(maru).catalogue.visit("2026-12-10")
    assert visit is not None
    assert (visit.people, visit.date, visit.start, visit.public) == (28, "2026-12-10", "09:30", False)


def test_a_day_that_excel_counts_is_told_with_the_form_of_its_cells(run: Run) -> None:
    head, row = "방문단,인원,방문일자,도착 시각,코스", "새솔시 자치회,28,46366,9:30,river-day"
    code, _, said = run([head, row], *SOURCE, *HOST, kind="visit")
    assert code == 1
    assert "표.csv:2:3" in said
    assert "엑셀의 날짜 번호로 보입니다: 46366" in said
    assert "셀 서식을 ‘날짜’로" in said
    assert said.count("error[") == 1


@pytest.mark.parametrize("kind", ["table", "hygiene", "tourapi", "boundaries"])
def test_a_file_that_is_not_there_is_told_so_and_nothing_of_its_form(
    maru: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    options = ("--as", "site") if kind == "table" else ()
    for name in ("없는 파일.csv", "site.yml/없는 파일.csv"):
        assert main(["import", kind, str(maru / name), "--content", str(maru), *options]) == 1
        said = capsys.readouterr().err
        assert "파일이 없습니다." in said
        assert "파일 이름과 폴더를 확인해" in said
        assert "No such file" not in said
        assert "Not a directory" not in said
        assert "다시 저장" not in said


def test_an_error_that_excel_shows_is_no_value(run: Run) -> None:
    rows = (("시설명", "종류", "주소", "주차"), ("새 공원", "공원", "가람도 마루군 가온면 2", "#REF!"))
    code, _, said = run(xlsx(*rows), *SOURCE, name="표.xlsx")
    assert code == 1
    assert "표.xlsx[Sheet]:2:4" in said
    assert "수식이 있습니다: #REF!" in said


def test_too_many_rows_are_refused_before_they_are_judged(run: Run, maru: Path) -> None:
    code, _, said = run(["시설명,종류,주소", *["가,공원,나"] * 2_001], *SOURCE, "--write")
    assert code == 1
    assert "2000개보다 많습니다" in said


def test_a_file_that_cannot_be_used_is_told_in_a_sentence(run: Run, maru: Path) -> None:
    assert "손상되었거나" in run(b"PK\x03\x04nothing", *SOURCE, name="표.xlsx")[2]
    assert "인코딩" in run(b"\x81\xff\xff,\x80", *SOURCE)[2]
    assert "신규 1" in run("\n".join((HEAD, NEW)).encode("cp949"), *SOURCE)[1]


def test_restaurants_and_guides_come_in_too(run: Run, maru: Path) -> None:
    rows = ["업소명,주소,대표메뉴,좌석수", '강변식당,가람도 마루군 가온면 강길 9,"매운탕, 조림",60석']
    assert run(rows, *SOURCE, "--write", kind="restaurant")[0] == 0
    restaurant = next(one for one in load_content(maru).catalogue.restaurants if one.name == "강변식당")
    assert (restaurant.dishes, restaurant.seats, restaurant.town) == (("매운탕", "조림"), 60, "gaon")
    rows = [
        "안내자,읍면동,안내 내용,문의처 부서,문의전화",
        "주민자치 활동가,나루면,나루 이야기,마루군 자치과,043-222-0101",
    ]
    assert run(rows, *SOURCE, "--write", kind="guide")[0] == 0
    guide = next(one for one in load_content(maru).catalogue.guides if one.town == "naru")
    assert guide.ask is not None
    assert (guide.kind, guide.ask.phone) == ("activist", "043-222-0101")
    before = files(maru)
    assert run(rows, *SOURCE, "--write", kind="guide")[0] == 0
    assert files(maru) == before


VISITS = [
    "방문단,인원,방문일자,도착 시각,코스,비고",
    "새솔시 자치회,28명,2026. 12. 10.,9:30,강길을 따라 하루,기사님이 기다립니다",
]
HOST = ("--set", "host.department=마을자치과", "--set", "host.phone=043-222-0101")


def test_a_visit_goes_to_the_private_folder_alone_and_says_what_a_repository_would_take(run: Run, maru: Path) -> None:
    (maru.parent / ".git").mkdir()
    before = set(files(maru))
    code, _, warned = run(VISITS, *SOURCE, *HOST, "--write", kind="visit")
    assert code == 0, warned
    assert {file.relative_to(maru).as_posix() for file in set(files(maru)) - before} == {"visits/2026-12-10.yml"}
    assert "visit-exposed" in warned
    visit = load_content(maru).catalogue.visit("2026-12-10")
    assert visit is not None
    assert (visit.people, visit.copies, visit.start, visit.route) == (28, 28, "09:30", "river-day")
    assert "관광시설 현황" in (visit.imports[0].source or "")


def test_a_visit_goes_to_the_folder_that_the_city_keeps_elsewhere(run: Run, maru: Path) -> None:
    (maru.parent / "elsewhere").mkdir()
    settings = maru / "site.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "visits_dir: ../elsewhere\n", encoding="utf-8")
    before = set(files(maru))
    assert run(VISITS, *SOURCE, *HOST, "--write", kind="visit")[0] == 0
    assert set(files(maru)) == before
    kept = {path.name for path in (maru.parent / "elsewhere").iterdir()}
    assert kept == {"2026-12-10.yml"}
    assert "변경할 내용이 없습니다." in run(VISITS, *SOURCE, *HOST, "--write", kind="visit")[1]


def test_a_number_of_a_resident_is_told_of_in_a_visit_too(run: Run) -> None:
    rows = [VISITS[0], VISITS[1].replace("기사님이 기다립니다", "900101-1234567")]
    assert "주민등록번호" in run(rows, *SOURCE, *HOST, "--write", kind="visit")[2]


def test_all_is_written_or_nothing(run: Run, maru: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from guidebook.commands.imports import records

    before, written = files(maru), []

    def failing(path: Path, text: str, line_end: str = "\n") -> None:
        written.append(path)
        if len(written) == 2:
            raise OSError(28, "No space left on device")
        path.write_text(text, encoding="utf-8", newline=line_end)

    monkeypatch.setattr(records, "write_content", failing)
    code, _, said = run([HEAD, NEW, RIVER], *SOURCE, "--write")
    assert code == 1
    assert "오류" in said
    monkeypatch.undo()
    assert files(maru) == before


def test_english_speaks_english_of_proposals_and_of_cells(run: Run) -> None:
    code, said, _ = run([HEAD, NEW, RIVER], *SOURCE, "--lang", "en")
    assert code == 0
    assert "Not written yet. Add --write to write it." in said
    code, _, said = run([HEAD, NEW.replace("예", "모름")], *SOURCE, "--lang", "en")
    assert code == 1
    assert "This is neither true nor false." in said


def test_line_ends_of_a_file_stay(run: Run, maru: Path) -> None:
    file = maru / "sites" / "river-museum.yml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert run([HEAD, RIVER], *SOURCE, "--write")[0] == 0
    octets = file.read_bytes()
    assert octets.count(b"\n") == octets.count(b"\r\n") > 20


def test_a_column_that_no_record_has_is_told_where_the_content_names_it(run: Run, maru: Path) -> None:
    settings = maru / "site.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "columns:\n  site: {phon: [꼬리표]}\n", encoding="utf-8")
    code, _, said = run([HEAD, NEW], *SOURCE)
    assert code == 1
    assert "site.yml" in said
    assert "phone" in said
