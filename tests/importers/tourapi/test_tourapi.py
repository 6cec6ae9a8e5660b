"""`import tourapi`: saved replies become sites and restaurants, licences and days are kept, and nothing is guessed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.cli import main
from guidebook.commands.examine import examine
from guidebook.importers.reading.limits import UnreadableError
from guidebook.importers.reading.refusals import REASONS
from guidebook.importers.tourapi.joining import Saved, joined
from guidebook.importers.tourapi.opening import opening_of
from guidebook.importers.tourapi.plain_text import lines_of
from guidebook.importers.tourapi.replies import RefusedError, items_of
from guidebook.importers.tourapi.values import read_values
from guidebook.load.content import load_content
from guidebook.model.diagnostic import has_errors
from guidebook.plan.opening import parses
from tests.conftest import CITIES

Run = Callable[..., tuple[int, str, str]]
TEMPLE = {
    "addr1": "가람도 마루군 가온면 절골길 10",
    "addr2": "(가온면)",
    "contentid": "126508",
    "contenttypeid": "12",
    "modifiedtime": "20251111151027",
    "firstimage": "http://tong.visitkorea.or.kr/cms/resource/06/3564906_image2_1.jpg",
    "cpyrhtDivCd": "Type3",
    "mapx": "127.9219749520",
    "mapy": "36.5121187744",
    "tel": "",
    "title": "강절",
    "zipcode": "28901",
    "lclsSystm3": "HS030100",
}
HILL = {
    **TEMPLE,
    "contentid": "300",
    "title": "물봉우리",
    "lclsSystm3": "NA010100",
    "addr1": "가람도 마루군 나루면 물길 1",
}
NOODLES = {
    "addr1": "가람도 마루군 가온면 강길 40",
    "contentid": "400",
    "contenttypeid": "39",
    "modifiedtime": "20251001000000",
    "title": "강가 국수",
}
COMMON = {**TEMPLE, "overview": "강가에 선 절이다.<br />고려 때 지었다고 전한다. &nbsp;탑이 있다.<script>x()</script>"}
IMAGE = {
    "contentid": "126508",
    "originimgurl": "http://tong.visitkorea.or.kr/cms/resource/57/2987657_image2_1.png",
    "imgname": "강절 탑",
    "cpyrhtDivCd": "Type1",
}
INTRO = """<?xml version="1.0" encoding="UTF-8"?>
<response><header><resultCode>0000</resultCode></header><body><items>
<item><contentid>126508</contentid><contenttypeid>12</contenttypeid><infocenter>종무소 043-222-7777</infocenter>
<usetime>09:00~18:00</usetime><restdate>매주 월요일</restdate><parking>가능(40대)</parking></item>
<item><contentid>400</contentid><contenttypeid>39</contenttypeid><infocenterfood>010-1234-5678</infocenterfood>
<opentimefood>11:00~20:00 (주문 마감 19:30)</opentimefood><restdatefood>연중무휴</restdatefood>
<firstmenu>국수</firstmenu><treatmenu>국수 / 비빔국수 등</treatmenu><seat>40석</seat></item>
</items></body></response>
"""


def reply(*items: object, one: bool = False) -> bytes:
    rows: object = items[0] if one else list(items)
    body = {"items": {"item": rows} if items else "", "numOfRows": 10, "pageNo": 1, "totalCount": len(items)}
    return json.dumps({"response": {"header": {"resultCode": "0000", "resultMsg": "OK"}, "body": body}}).encode()


@pytest.fixture
def maru(tmp_path: Path) -> Path:
    shutil.copytree(CITIES / "maru", tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture
def run(maru: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*replies: bytes, options: tuple[str, ...] = ()) -> tuple[int, str, str]:
        names: list[str] = []
        for number, octets in enumerate(replies):
            file = tmp_path / f"reply-{number}"
            file.write_bytes(octets)
            os.utime(file, (1_795_000_000, 1_795_000_000))
            names.append(str(file))
        capsys.readouterr()
        code = main(["import", "tourapi", *names, "--content", str(maru), *options])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


WRITE = ("--write",)
ALL = (reply(TEMPLE, NOODLES), reply(COMMON, one=True), INTRO.encode(), reply(IMAGE, one=True))


def files(content: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}


def test_replies_of_one_place_are_joined_and_proposed_before_they_are_written(run: Run, maru: Path) -> None:
    before = files(maru)
    code, said, _ = run(*ALL)
    assert code == 0
    assert "강절(s-126508)" in said
    assert "강가 국수(r-400)" in said
    assert files(maru) == before


def test_what_is_written_is_sound_and_names_the_service_the_number_and_the_day(run: Run, maru: Path) -> None:
    assert run(*ALL, options=WRITE)[0] == 0
    catalogue, found = examine(maru, "2026-11-28")
    assert not has_errors(found)
    place, restaurant = catalogue.place("s-126508"), catalogue.restaurant("r-400")
    assert place is not None
    assert restaurant is not None
    assert (place.kind, place.town, place.phone, place.parking) == ("temple", "gaon", "043-222-7777", 40)
    assert (place.hours, place.closed, place.opening) == ("09:00~18:00", "매주 월요일", "Tu-Su 09:00-18:00")
    (source,) = place.sources
    assert (source.publisher, source.title, source.date) == (
        *("한국관광공사", "TourAPI (contentid 126508)"),
        "2025-11-11",
    )
    assert set(place.needing_source) == {*source.covers} == {name for name in source.covers if place.sources_of(name)}
    assert (restaurant.dishes, restaurant.seats, restaurant.phone) == (("국수", "비빔국수"), 40, None)
    assert restaurant.opening is None


def test_what_a_person_decides_stands_above_and_pictures_with_their_rights_below(run: Run, maru: Path) -> None:
    run(*ALL, options=WRITE)
    text = (maru / "sites" / "s-126508.yml").read_text(encoding="utf-8")
    assert text.startswith("# 소개 글입니다. 이 글에서 요약 한 문장을 적으세요.\n# 강가에 선 절이다.\n# 고려 때")
    assert "x()" not in text
    assert (
        "#   - file: s-126508-1.png\n#     # https://tong.visitkorea.or.kr/cms/resource/57/2987657_image2_1.png" in text
    )
    assert "licence: kogl-1" in text
    assert "licence: kogl-3" in text
    other = (maru / "restaurants" / "r-400.yml").read_text(encoding="utf-8")
    assert "운영시간(기계용)은 이 글에서 정할 수 없어 비워 두었습니다: 11:00~20:00 (주문 마감 19:30)" in other
    assert "010-1234-5678" not in other


def test_the_same_replies_again_change_nothing_and_an_edit_survives_newer_ones(run: Run, maru: Path) -> None:
    run(*ALL, options=WRITE)
    before = files(maru)
    assert "변경할 내용이 없습니다." in run(*ALL, options=WRITE)[1]
    assert files(maru) == before
    file = maru / "sites" / "s-126508.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("phone: 043-222-7777", "phone: 043-222-7000"), "utf-8")
    newer = {**TEMPLE, "modifiedtime": "20261101000000", "tel": "043-222-8888", "zipcode": "28999"}
    code, said, _ = run(reply(newer), options=WRITE)
    assert code == 0
    assert "전화: 043-222-7000 ≠ 043-222-8888" in said
    place = load_content(maru).catalogue.place("s-126508")
    assert place is not None
    assert (place.phone, place.postcode, place.sources[0].date) == ("043-222-7000", "28999", "2026-11-01")


def test_a_place_that_is_there_is_known_by_name_and_address_and_keeps_its_values(run: Run, maru: Path) -> None:
    museum = {**TEMPLE, "contentid": "5", "title": "강 박물관", "addr1": "가람도 마루군 가온면 강길 7", "addr2": ""}
    code, said, _ = run(reply({**museum, "tel": "043-222-1199"}), options=WRITE)
    assert code == 0
    assert "우편번호: 없음 → 28901" in said
    assert "전화: 043-222-1100 ≠ 043-222-1199" in said
    assert not (maru / "sites" / "s-5.yml").exists()


def test_what_no_code_decides_is_asked_for_and_can_be_answered(run: Run, maru: Path) -> None:
    code, said, _ = run(reply(TEMPLE, HILL), options=WRITE)
    assert code == 0
    assert "물봉우리: 분류(관광지)만으로는 장소의 종류를 정할 수 없습니다" in said
    assert "--kind 300=종류" in said
    assert not (maru / "sites" / "s-300.yml").exists()
    for answer in ("300=landmark", "NA010100=landmark", "12=landmark"):
        assert "물봉우리(s-300)" in run(reply(TEMPLE, HILL), options=("--kind", answer))[1]
    run(reply(TEMPLE, HILL), options=("--kind", "12=landmark", *WRITE))
    kinds = {place.id: str(place.kind) for place in load_content(maru).catalogue.sites}
    assert (kinds["s-126508"], kinds["s-300"]) == ("temple", "landmark")


@pytest.mark.parametrize("options", [(), WRITE])
def test_what_no_line_of_a_file_can_hold_is_left_out_before_it_is_written(
    run: Run, maru: Path, options: tuple[str, ...]
) -> None:
    long = {**TEMPLE, "contentid": "7", "title": "긴 절 " * 2_000}
    code, said, wrong = run(reply(TEMPLE, long, NOODLES), options=options)
    assert (code, wrong) == (0, "")
    assert "신규 1" in said
    assert "한 줄이 너무 깁니다" in said
    assert "[7]:1:" in said
    written = {path.name for path in (*(maru / "sites").iterdir(), *(maru / "restaurants").iterdir())}
    assert "s-7.yml" not in written
    assert ({"s-126508.yml", "r-400.yml"} <= written) == bool(options)


@pytest.mark.parametrize("options", [(), ("--id", "126508=river-museum"), ("--id", "126508=gang-temple")])
def test_replies_of_one_time_that_disagree_are_asked_for_with_what_helps(
    run: Run, maru: Path, options: tuple[str, ...]
) -> None:
    before = files(maru)
    one, other = {**TEMPLE, "tel": "043-222-0001"}, {**TEMPLE, "tel": "043-222-0002"}
    code, said, _ = run(reply(one), reply(other), options=(*options, *WRITE))
    assert (code, files(maru)) == (0, before)
    assert "126508: 같은 때의 자료가 서로 다릅니다(tel: 043-222-0001 / 043-222-0002)" in said
    assert "맞는 값이 든 파일만 적어 다시 실행하세요" in said
    assert "--id" not in said
    assert "--kind" not in said


def test_an_older_reply_is_told_its_day_and_no_answer_that_does_not_help(run: Run) -> None:
    run(reply(TEMPLE), options=WRITE)
    _, said, _ = run(reply({**TEMPLE, "modifiedtime": "20240101000000", "tel": "043-222-0001"}), options=WRITE)
    assert "더 나중 자료(2025-11-11)" in said
    assert "--id" not in said
    assert "--date" not in said


@pytest.mark.parametrize(
    ("octets", "told"),
    [
        (INTRO.encode()[:400], "TourAPI 응답의 형식이 아니거나 파일이 잘렸습니다."),
        (b"<response>" * 300, "요소가 너무 깊이 겹쳐 있습니다."),
        (json.dumps({"response": {"body": "강절"}}, ensure_ascii=False).encode("cp949"), "UTF-8이 아닙니다"),
        (INTRO.replace("UTF-8", "euc-kr").encode("cp949"), "UTF-8이 아닙니다"),
        (b'{"a":' + b"[" * 100_000, "요소가 너무 깊이 겹쳐 있습니다."),
        (b'{"a":' + b"," * 3_000_001, "값이 너무 많습니다. 나누어"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_words_of_this_service(run: Run, octets: bytes, told: str) -> None:
    code, _, said = run(octets)
    assert code == 1
    assert told in said
    assert "C004" not in said
    assert "압축" not in said


def test_an_id_says_which_record_is_meant(run: Run, maru: Path) -> None:
    code, said, _ = run(reply({**TEMPLE, "title": "갈대 체험마을"}))
    assert code == 0
    assert "주소가 다른 기록이 있습니다" in said
    assert "reed-village" in said
    code, said, _ = run(reply({**TEMPLE, "title": "갈대 체험마을"}), options=("--id", "126508=reed-village"))
    assert "우편번호: 없음 → 28901" in said


@pytest.mark.parametrize("options", [("--kind", "126508=Castle"), ("--id", "126508=강 절"), ("--kind", "landmark")])
def test_an_answer_that_is_none_is_wrong_usage(run: Run, options: tuple[str, str]) -> None:
    assert run(reply(TEMPLE), options=options)[0] == 2


def test_what_is_no_place_or_lies_elsewhere_is_left_and_named(run: Run) -> None:
    festival = {**TEMPLE, "contentid": "7", "contenttypeid": "15", "title": "강 축제"}
    elsewhere = {**TEMPLE, "contentid": "8", "title": "딴 절", "addr1": "가람도 한솔시 절길 1"}
    code, said, _ = run(reply(festival, elsewhere, {"contentid": "9", "contenttypeid": "12", "usetime": "09:00"}))
    assert code == 0
    assert "1건: 강 축제" in said
    assert "다른 시군(제외) 1건: 딴 절" in said
    assert "이름이나 주소가 없어 제외 1건: 9" in said


def test_a_place_without_a_town_and_replies_that_contradict_each_other_are_questions(run: Run, maru: Path) -> None:
    before = files(maru)
    code, said, _ = run(
        reply({**TEMPLE, "addr1": "가람도 마루군 큰길 1", "addr2": ""}, {**NOODLES, "tel": "043-222-1000"}),
        reply({**NOODLES, "tel": "043-222-2000"}),
        options=WRITE,
    )
    assert (code, files(maru)) == (0, before)
    assert "주소에서 읍면동을 알 수 없습니다" in said
    assert "서로 다릅니다(tel: 043-222-1000 / 043-222-2000)" in said


def test_a_wrong_value_leaves_out_its_place_and_no_other(run: Run, maru: Path) -> None:
    code, said, _ = run(reply({**TEMPLE, "title": "강절 010-1234-5678"}, NOODLES), options=WRITE)
    assert code == 0
    assert "휴대전화 번호로 보이는 숫자가 있습니다" in said
    assert not (maru / "sites" / "s-126508.yml").exists()
    assert (maru / "restaurants" / "r-400.yml").exists()


REFUSED = b"""<OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE ERROR</errMsg>
<returnAuthMsg>SERVICE_KEY_IS_NOT_REGISTERED_ERROR</returnAuthMsg></cmmMsgHeader></OpenAPI_ServiceResponse>"""


@pytest.mark.parametrize(
    ("octets", "said"),
    [
        (REFUSED, "SERVICE_KEY_IS_NOT_REGISTERED_ERROR"),
        (b'{"resultCode":"10","resultMsg":"INVALID_REQUEST_PARAMETER_ERROR"}', "10 INVALID_REQUEST"),
        (reply(), "비어 있습니다"),
        (b'{"response":{"body":{}}}', "TourAPI 응답의 형식이 아니거나"),
        (b"[1]", "TourAPI 응답의 형식이 아니거나"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><response/>', "엔티티"),
    ],
)
def test_a_file_that_is_no_reply_is_told_in_a_sentence(run: Run, octets: bytes, said: str) -> None:
    code, _, told = run(reply(TEMPLE), octets)
    assert code == 1
    assert said in told
    assert "reply-1" in told


def test_one_row_many_rows_and_xml_are_read_alike() -> None:
    xml = "<response><body><items><item><contentid>1</contentid><title>강절</title></item></items></body></response>"
    item = {"contentid": "1", "title": "강절"}
    assert items_of(reply(item)) == items_of(reply(item, one=True)) == items_of(xml.encode()) == (item,)


def test_the_newer_of_two_replies_holds_and_the_older_fills_in() -> None:
    old, new = {**NOODLES, "tel": "043-1", "zipcode": "1"}, {**NOODLES, "modifiedtime": "20260101", "tel": "043-2"}
    for order in ([old, new], [new, old]):
        (place,) = joined([Saved("a", tuple(order))])
        assert (place.item["tel"], place.item["zipcode"], place.conflict) == ("043-2", "1", None)


@pytest.mark.parametrize(
    ("hours", "closed", "opening"),
    [
        ("09:00~18:00", "연중무휴", "Mo-Su 09:00-18:00"),
        ("매일 9:00 - 18:00", "매주 월요일", "Tu-Su 09:00-18:00"),
        ("10:00~17:00", "월요일, 목요일", "Tu-We,Fr-Su 10:00-17:00"),
        ("09:00~18:00", "", None),
        ("09:00~18:00", "매주 월요일 / 법정공휴일", None),
        ("하절기 09:00~18:00", "연중무휴", None),
        ("09:00~18:00 (입장 마감 17:00)", "연중무휴", None),
        ("22:00~02:00", "연중무휴", None),
        ("상시 개방", "연중무휴", None),
    ],
)
def test_hours_become_a_rule_only_where_nothing_is_left_to_guess(hours: str, closed: str, opening: str | None) -> None:
    assert opening_of(hours, closed) == opening


WORDS = st.sampled_from(["09:00~18:00", "매주 월요일", "연중무휴", "<br>", "월요일, ", "24:00", "9:00-", ""]) | st.text(
    max_size=5
)
TEXT = st.lists(WORDS, max_size=3).map("".join)


@given(TEXT, TEXT)
def test_any_rule_that_is_made_can_be_read(hours: str, closed: str) -> None:
    opening = opening_of(hours, closed)
    assert opening is None or parses(opening)


@given(st.text(max_size=80))
def test_any_html_becomes_lines_of_words(written: str) -> None:
    assert all(line and "\n" not in line for line in lines_of(written))


@given(st.dictionaries(st.sampled_from([*TEMPLE, "usetime", "restdate", "parking", "seat", "firstmenu"]), TEXT))
def test_any_item_is_read(item: dict[str, str]) -> None:
    read = read_values({"contenttypeid": "12", **item})
    assert set(read.origins) == set(read.values)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["response", "body", "items", "item", "header", "contentid"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(
    JSON.map(json.dumps).map(str.encode) | st.binary(max_size=80) | st.binary(max_size=60).map(b"<response>".__add__)
)
def test_any_bytes_are_items_or_a_reason(octets: bytes) -> None:
    assert reason(octets) in (None, "refused", *REASONS)


def reason(octets: bytes) -> str | None:
    """Why a reply cannot be read; None where it can."""
    try:
        return None if items_of(octets) else "nothing"
    except UnreadableError as error:
        return str(error)
    except RefusedError:
        return "refused"


def test_a_kind_that_the_city_has_not_is_told_and_one_that_it_has_is_taken(run: Run, maru: Path) -> None:
    code, said, _ = run(reply(TEMPLE), options=("--kind", "126508=castle", *WRITE))
    assert code == 0
    assert "'castle' 종류를 찾을 수 없습니다." in said
    assert not (maru / "sites" / "s-126508.yml").exists()
    site = maru / "site.yml"
    own = "place_kinds:\n  - {id: castle, label: 옛 성, label_en: Castle}\n"
    site.write_text(site.read_text(encoding="utf-8") + own, encoding="utf-8")
    assert run(reply(TEMPLE), options=("--kind", "126508=castle", *WRITE))[0] == 0
    assert "kind: castle" in (maru / "sites" / "s-126508.yml").read_text(encoding="utf-8")
