"""Figures, notes and towns: what the source says stands as it says it, and what other records say stands beside it."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from guidebook.check import check
from guidebook.check.personal import personal_data
from guidebook.load.content import Loaded
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Severity
from guidebook.model.records.program import Program
from tests.conftest import ROOT
from tests.shipped.dangjin_si.test_source import IDS, LATER, of

FIGURES = {
    "official-leave": {"12": "12개 기관 단체 및 기업체"},
    "town-cooperation": {"10": "10백만원"},
    "participation-week": {
        "2137": "2,137명",
        "1.3": "1.3%",
        "57": "57건",
        "21": "21개 지자체",
        "324": "324명",
        "14": "14개 읍면동",
        "300": "300백만원",
    },
    "policy-fair": {"3600": "3,600여 명", "52": "52개 기관단체"},
    "resident-tour": {"109": "109개 기관단체", "2948": "2,948명", "5": "5개소"},
}

MISREADINGS = (
    "쏘",
    "쏠",
    "he지자체",
    "자차",
    "가초",
    "자생정부",
    "주민공",
    "MO체결",
    *"❖▶•⇒㊤㉔Ⓜ",
    "그림 생략",
    "235%",
)

TOWNS = {
    "hapdeok": ("합덕읍", "Hapdeok-eup", "예덕로 403", "31811", "041-360-8002"),
    "songak": ("송악읍", "Songak-eup", "반촌로 59", None, "041-360-8071"),
    "godae": ("고대면", "Godae-myeon", "구장터길 9", "31793", "041-360-8151"),
    "seongmun": ("석문면", "Seongmun-myeon", "통정3길 2-1", "31703", "041-360-8220"),
    "daehoji": ("대호지면", "Daehoji-myeon", "4.4만세로 55-1", "31798", "041-360-8251"),
    "jeongmi": ("정미면", "Jeongmi-myeon", "정미로 679", "31800", "041-360-8301"),
    "myeoncheon": ("면천면", "Myeoncheon-myeon", "면천로 623", "31804", "041-360-8351"),
    "sunseong": ("순성면", "Sunseong-myeon", "순성로 535", "31757", "041-360-8401"),
    "ugang": ("우강면", "Ugang-myeon", "솔뫼로 51", "31754", "041-360-8451"),
    "sinpyeong": ("신평면", "Sinpyeong-myeon", "신평로 834", "31741", "041-360-8501"),
    "songsan": ("송산면", "Songsan-myeon", "상거중앙길 57", "31714", "041-360-8561"),
    "dangjin1": ("당진1동", "Dangjin 1(il)-dong", "당진중앙1로 57 (읍내동)", None, "041-360-8635"),
    "dangjin2": ("당진2동", "Dangjin 2(i)-dong", "동부1로 15 (대덕동)", "31786", "041-360-8651"),
    "dangjin3": ("당진3동", "Dangjin 3(sam)-dong", "원당로 86 (원당동)", "31767", "041-360-8682"),
}
MODEL_TOWNS = ["songak", "sinpyeong", "dangjin1", "dangjin2", "dangjin3"]

DIFFERING = {
    ("uridongnet", "name"): ("우리동네",),
    ("uridongnet", "expected"): ("계획", "2021년"),
    ("uridongnet", "voters"): ("현장 투표도", "216명", "484명"),
    ("official-leave", "signing"): ("노력키로", "공가인정"),
    ("public-service", "start"): ("2019년 3월", "2020년 ~ 계속"),
    ("town-cooperation", "ongoing"): ("2019년 ~ 계속", "2020년 2월까지"),
    ("participation-week", "dates"): ("일요일", "7월 22일", "9개 읍면동", "8월에 열 예정"),
    ("participation-week", "pilot"): ("여섯 곳", "다섯 곳", "2019년이 처음"),
    ("participation-week", "budget"): ("280백만원", "300백만원"),
    ("participation-week", "experts"): ("우리동네 전문가", "우리동넷"),
    ("participation-week", "count"): ("2,560명", "1.53%", "65건", "8월 29일"),
    ("participation-week", "observers"): ("20개 기관·단체 319명",),
    ("resident-tour", "doubling"): ("2배 이상", "1.7배"),
    ("resident-tour", "count"): ("98곳 2,578명", "2016~2019년", "더하거나 뺄 수 없습니다"),
    ("resident-tour", "guidebook"): ("당진으로 마실가요",),
}
LOST = {
    "official-leave": ("추진흐름",),
    "town-cooperation": (
        "사업흐름",
        "송악-신평 MOU체결",
        "오봉제 300인 토론회",
        "고대면 행정복지센터",
        "고대면 MOU체결 및 도시락배달사업",
    ),
    "participation-week": ("예산 연계 현황",),
    "policy-fair": ("행사구성",),
    "public-service": ("추진흐름", "주인공 사업 실무협의체 회의"),
    "resident-tour": ("프로그램 구성",),
}


def note(program: Program, id: str) -> str:
    return next(note.text for note in program.notes if note.id == id)


def test_nothing_is_wrong_with_it(loaded: Loaded) -> None:
    found = (*loaded.diagnostics, *check(loaded.catalogue))
    # The sample visit has estimated legs and a lunch without a point: good to know for its host, no fault.
    assert [one for one in found if one.severity is not Severity.NOTE] == []
    assert {one.code for one in found} == {"estimated-legs", "rough-place", "korean-on-english-page"}


@pytest.mark.parametrize("id", FIGURES)
def test_figures_stand_as_the_source_writes_them(content: Catalogue, id: str) -> None:
    program = of(content, id)
    own = [indicator for indicator in program.indicators if not indicator.sources]
    assert {indicator.value: indicator.text for indicator in own} == {
        Decimal(value): text for value, text in FIGURES[id].items()
    }
    written = re.sub(r"\s", "", f"{program.body}{program.facts}")
    for text in FIGURES[id].values():
        assert re.sub(r"\s", "", text) in written


def test_two_years_are_compared_as_in_the_rebuilt_table(content: Catalogue) -> None:
    compared = {c.id: [(bar.label, bar.text) for bar in c.bars] for c in of(content, "participation-week").comparisons}
    assert compared == {
        "towns": [("2018년", "5개 읍면동"), ("2019년", "14개 읍면동")],
        "budget": [("2018년", "75백만원"), ("2019년", "300백만원")],
        "budget-per-town": [("2018년", "15백만원"), ("2019년", "20백만원")],
        "members": [("신청", "528명"), ("사전교육 이수", "430명"), ("위촉", "383명")],
    }


def test_bars_are_as_long_as_their_words_say(content: Catalogue) -> None:
    for program in content.programs:
        for bar in (bar for comparison in program.comparisons for bar in comparison.bars):
            assert bar.text.startswith(f"{bar.value:,}")


@pytest.mark.parametrize("misreading", MISREADINGS)
def test_no_misreading_of_the_scan_is_left(misreading: str) -> None:
    for path in (ROOT / "content").rglob("*.*"):
        if path.is_file():
            assert misreading not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize(("id", "about"), DIFFERING)
def test_a_note_says_where_other_records_differ(content: Catalogue, id: str, about: str) -> None:
    said = note(of(content, id), about)
    for words in DIFFERING[id, about]:
        assert words in said


@pytest.mark.parametrize("id", IDS)
def test_what_is_lost_is_named_once_and_nowhere_else(content: Catalogue, id: str) -> None:
    program = of(content, id)
    if id not in LOST:
        assert "lost" not in [note.id for note in program.notes]
        return
    for words in LOST[id]:
        assert words in note(program, "lost")
    assert f"## {LOST[id][0]}" not in program.body


@pytest.mark.parametrize("id", IDS)
def test_later_years_are_dated_and_rest_on_a_source(content: Catalogue, id: str) -> None:
    program = of(content, id)
    _, _, later = program.body.partition(LATER)
    notes = {note.id: note for note in program.notes}
    for line in filter(None, later.split("\n")):
        assert re.search(r"20(19|2\d)년", line)
        found = re.search(r"(었|했|렸|났)습니다\.\[\^([^]]+)\]$", line)
        assert found, line
        assert notes[found[2]].sources, line


def test_the_fourteen_towns_and_their_halls(content: Catalogue) -> None:
    assert [town.id for town in content.towns] == list(TOWNS)
    for town in content.towns:
        name, english, address, postcode, phone = TOWNS[town.id]
        assert (town.name, town.name_en, town.hall.postcode, town.hall.phone) == (name, english, postcode, phone)
        assert town.hall.address.startswith("충청남도 당진시 ")
        assert town.hall.address.endswith(address)
        assert "2023. 4. 확인" in town.hall.as_of
        assert town.hall.sources


def test_towns_are_what_their_names_say(content: Catalogue) -> None:
    kinds = {"읍": "eup", "면": "myeon", "동": "dong"}
    assert all(town.kind == kinds[town.name[-1]] for town in content.towns)


def test_halls_that_moved_say_so(content: Catalogue) -> None:
    moved = {town.id: town.hall.moved for town in content.towns if town.hall.moved}
    assert "2024년 10월 30일" in moved["songak"]
    assert "반촌로 150" in moved["songak"]
    assert "2026년 2월 2일" in moved["dangjin1"]
    assert "임시 청사" in moved["dangjin1"]
    assert "당진중앙1로 33" in moved["dangjin1"]


def test_five_towns_receive_visitors(content: Catalogue) -> None:
    assert [town.id for town in content.towns if town.model] == MODEL_TOWNS
    assert sorted(of(content, "resident-tour").towns) == sorted(MODEL_TOWNS)


def test_every_town_has_its_own_case_of_2019(content: Catalogue) -> None:
    for town in content.towns:
        assert town.case is not None
        assert town.case.year == 2019
        assert [source.publisher for source in town.case.sources] == ["충청투데이"]


def test_towns_of_a_programme_are_those_the_source_names(content: Catalogue) -> None:
    assert {program.id: len(program.towns) for program in content.programs} == {
        "official-leave": 0,
        "uridongnet": 0,
        "town-cooperation": 9,
        "participation-week": 14,
        "policy-fair": 0,
        "public-service": 14,
        "resident-tour": 5,
    }


def test_it_is_a_sample_and_nobodys_private_matter(content: Catalogue) -> None:
    assert content.site is not None
    assert not content.site.official
    assert "당진시" not in content.site.publisher.name
    assert content.site.document
    assert content.site.document.publisher == "작성 기관이 적혀 있지 않은 사례 보고 문서"
    for _, value in content.passages():
        assert not list(personal_data(value)), value
