"""What the website says of itself is what a public office would say, and a report is cited by its own source."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest

from guidebook.commands.examine import examine
from guidebook.plan.itinerary import plan_route
from guidebook.render.book.tour import lunches
from guidebook.render.new_context import context_of
from guidebook.render.text.kept_words import keep_words
from guidebook.render.web.site import site_pages
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES

STANDS = {
    "": ("주요 사업", "추천 코스", "읍면동", "문의처"),
    "404.html": ("페이지를 찾을 수 없습니다", "검색", "홈으로"),
    "offline/": ("인터넷에 연결되어 있지 않습니다",),
    "figures/": ("주요 통계", "원문과 같습니다"),
    "overview/": ("특이사항(원문)",),
    "routes/pilgrims/": ("추천 코스", "체류", "시작 시각", "관련 사업"),
    "sites/": ("조건 선택", "표시된 장소"),
}
GONE = (
    *(
        "찾는 쪽",
        "첫 쪽",
        "달라진 점",
        "안내책자 받기",
        "무엇을 했나",
        "어디로 가 볼까",
        "어디에서 했나",
        "어디에 묻나",
    ),
    *("묻는 곳", "수치로 보기", "제안하는 길", "머묾", "가져가기", "지도 프로그램용 길", "이 길에서 듣는", "따른 방문"),
    *("지도의 자리", "볼 곳과 먹을 곳", "첫소리", "빗금", "출처 문서의 표기", "이 쪽의", "알려지지 않음"),
)
"""Words of our own making that readers of public websites do not know."""


def bodies(content: Path) -> dict[str, str]:
    catalogue, _ = examine(content)
    pages = site_pages(context_of(catalogue.public(), TEMPLATES, PACKAGES))
    return {page.path: page.body for page in pages if not page.language}


def said(body: str) -> str:
    """All that is shown, and all that is read aloud only."""
    aloud = " ".join(re.findall(r'aria-label="([^"]*)"', body))
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body) + " " + aloud).split())


@pytest.fixture(scope="module")
def dasom() -> dict[str, str]:
    return {path: said(body) for path, body in bodies(CITIES / "dasom").items()}


@pytest.mark.parametrize("path", STANDS)
def test_pages_speak_as_public_websites_do(dasom: dict[str, str], path: str) -> None:
    assert [words for words in STANDS[path] if words not in dasom[path]] == []


def test_no_page_has_words_of_our_own_making(dasom: dict[str, str]) -> None:
    assert [(path, words) for path, text in dasom.items() for words in GONE if words in text] == []


def test_the_frame_does_not_either(maru_site: Path) -> None:
    frame = (maru_site / "index.html").read_text(encoding="utf-8")
    assert [
        words for words in (*GONE, "찾기<", '"찾기"', "기기 설정대로", "자료 기준일", "살펴본 날") if words in frame
    ] == []
    museum = said((maru_site / "sites" / "river-museum" / "index.html").read_text(encoding="utf-8"))
    for words in ("검색", "시스템 설정", "발행일 2026. 11. 2.", "현재 경로"):
        assert words in museum


def test_a_report_is_cited_by_the_source_document_first(maru: Path) -> None:
    cited = said(bodies(maru)["programs/river-path/"].partition('id="cite"')[2].partition("</section>")[0])
    document = cited.index("「마을자치 보고」")
    assert document < cited.index("재인용: 마루 기록 모임") < cited.index("마루군 마을자치 길잡이")


def test_a_source_names_what_it_covers_as_the_fact_box_does(maru: Path) -> None:
    fort = bodies(maru)["sites/reed-village/"]
    labels = set(re.findall(r"<dt>([^<]+)</dt>", fort))
    (sources,) = re.findall(r'<ul class="sources">(.*?)</ul>', fort, re.S)
    named = set(re.findall(r"[^(),]+", " ".join(re.findall(r"\(([^()]*)\)\s*</span>", sources))))
    assert {label for label in labels if label in {name.strip() for name in named}} == labels


def test_a_distance_in_a_straight_line_is_promised_only_where_it_is_known() -> None:
    catalogue, _ = examine(CITIES / "dasom")
    context = context_of(catalogue.public(), TEMPLATES, PACKAGES)
    coast = catalogue.route("coast")
    assert coast is not None
    shown = lunches(context, coast, plan_route(coast, catalogue))
    stops: Any = context.templates.get_template("macros/stops.html.j2").make_module({"catalogue": catalogue})

    def told(km: float | None) -> str:
        return said(str(vars(stops)["lunches"]([(item, spot, grade, km) for item, spot, grade, _ in shown])))

    assert len(shown) == 2
    assert told(1.24).count("점심 장소에서 직선거리 약 1.2km") == 2
    assert "직선거리" not in told(None)


def test_a_cell_that_is_a_line_on_a_phone_has_one_label_and_one_value() -> None:
    """They lie side by side: words inside the value that are kept whole must not become parts of their own."""
    body = keep_words(bodies(CITIES / "dasom")["overview/"])
    table = body.partition('<table class="program-facts"')[2].partition("</table>")[0]
    kept = re.compile(r'<span class="whole">([^<]*)</span>')
    assert kept.search(table)
    cells = re.findall(r"<td>(.*?)</td>", kept.sub(r"\1", table), re.S)
    pair = re.compile(r"(?:\s*<span[^>]*>[^<]*</span>){2}\s*")
    assert len(cells) == 20
    assert [cell for cell in cells if not pair.fullmatch(cell)] == []
