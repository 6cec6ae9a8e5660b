"""The pages of the tour: what the engine and the records say is what a reader sees, both ways, and nothing more."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from guidebook.commands.examine import examine
from guidebook.model.clock import clock
from guidebook.plan.itinerary import plan_route
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.web.page import SitePage
from guidebook.render.web.site import site_pages
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES

Pages = dict[str, SitePage]


def edition(content: Path) -> RenderContext:
    catalogue, _ = examine(content)
    return context_of(catalogue.public(), TEMPLATES, PACKAGES)


def pages_of(content: Path) -> Pages:
    return {page.path: page for page in site_pages(edition(content))}


@pytest.fixture(scope="module")
def dasom() -> Pages:
    return pages_of(CITIES / "dasom")


def words(page: SitePage) -> str:
    """What a reader sees, spaces as one."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page.body)).split())


def links(page: SitePage) -> set[str]:
    """The paths of pages that a page leads to."""
    found = re.findall(r'href="([^"#]*)', page.body)
    return {urljoin("/" + page.path, link)[1:] for link in found if "://" not in link and not link.startswith("tel:")}


def change(path: Path, old: str, new: str) -> None:
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new), encoding="utf-8")


def test_a_route_shows_the_engine_s_times_and_a_script_can_move_them_all(dasom: Pages) -> None:
    made = edition(CITIES / "dasom")
    for route in made.catalogue.routes:
        itinerary = plan_route(route, made.catalogue)
        times = re.findall(r'<time data-at="(\d+)">([\d:]+)</time>', dasom[f"routes/{route.id}/"].body)
        expected = [itinerary.start, itinerary.end]
        for entry in itinerary.entries:
            expected += [entry.arrive, entry.depart]
        assert times == [(str(at), clock(at)) for at in expected]


def test_what_is_doubtful_on_a_route_or_place_says_so(maru: Path) -> None:
    pages = pages_of(maru)
    village = re.search(
        r'<li id="stop-4".*?</li>\s*</ol>|<li id="stop-4".*?<li id="stop-5"', pages["routes/river-day/"].body, re.S
    )
    assert village is not None
    assert village[0].count("확인 필요") >= 3  # address, hours, closed days are all a blog's
    assert "043-222-2100" not in village[0], "so is the telephone, which is therefore nobody's to call"
    assert 'class="disc rough"' in village[0]
    museum = words(pages["sites/river-museum/"])
    assert "확인 필요" not in museum
    assert words(pages["sites/reed-village/"]).count("확인 필요") >= 4
    assert "지도 위치는 인근 지점입니다. (성터 들머리 가로등)" in words(pages["sites/old-fort/"])


def test_map_links_need_no_key_and_survive_any_name(maru: Path) -> None:
    change(maru / "sites" / "river-museum.yml", "name: 강 박물관", 'name: "강, 박물관 & <배>"')
    body = pages_of(maru)["sites/river-museum/"].body
    found = [html.unescape(link) for link in re.findall(r'href="((?:https://map|https://www|geo:)[^"]*)', body)]
    assert [link.split("/")[2] if "//" in link else "geo" for link in found] == [
        "map.kakao.com",
        "map.naver.com",
        "www.google.com",
        "geo",
    ]
    assert unquote(found[0]) == "https://map.kakao.com/link/map/강  박물관 & <배>,36.51,127.91"
    assert found[0].count(",") == 2, "a comma in a name breaks Kakao's link"
    assert not re.search(r"<배>", body)


def test_a_place_without_its_own_point_is_searched_by_address_and_never_pinned(maru: Path) -> None:
    change(maru / "sites" / "old-fort.yml", "sources:", "address: 가람도 마루군 나루면 성길 2\nsources:")
    change(maru / "sites" / "old-fort.yml", "covers: [approx]", "covers: [approx, address]")
    body = html.unescape(pages_of(maru)["sites/old-fort/"].body)
    assert "36.56" not in re.sub(r"<svg.*?</svg>", "", body, flags=re.S)
    assert "https://map.kakao.com/link/search/" in body
    assert "geo:" not in body


PAIRS: tuple[tuple[str, str], ...] = (
    ("programs", "routes"),
    ("routes", "towns"),
    ("routes", "sites"),
    ("sites", "towns"),
    ("programs", "towns"),
)


def without_boxes(html: str) -> str:
    """The page without the boxes in which tables scroll, so that the next `</div>` is that of the part around them."""
    return re.sub(r'<div class="table-box[^>]*>(<table.*?</table>)</div>', r"\1", str(html), flags=re.S)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_records_lead_to_each_other_both_ways(dasom: Pages, one: str, other: str) -> None:
    def pairs(here: str, there: str) -> Iterator[tuple[str, str]]:
        for path, page in dasom.items():
            if re.fullmatch(rf"{here}/[^/]+/", path):
                # What a report mentions in passing is no tie between records.
                body = (
                    re.sub(r'<div class="prose">.*?</div>', "", without_boxes(page.body), flags=re.S)
                    if here == "programs"
                    else ""
                )
                found = links(replace(page, body=body or page.body))
                yield from ((path, link) for link in found if re.fullmatch(rf"{there}/[^/]+/", link))

    forward = set(pairs(one, other))
    back = {(there, here) for here, there in pairs(other, one)}
    if one == "sites":  # a place names its neighbours too; a town only its own
        assert back <= forward
    else:
        assert forward == back
    assert forward


def test_every_page_says_something_of_its_own(dasom: Pages) -> None:
    for path, page in dasom.items():
        assert page.redirect or len(words(page)) > 60, path


def test_a_sample_takes_no_applications_and_an_official_site_may(maru: Path) -> None:
    sample = "이 견본 누리집은 신청을 받지 않습니다."
    assert sample in words(pages_of(maru)["visit/"])
    site = maru / "site.yml"
    site.write_text(site.read_text(encoding="utf-8") + "official: true\n", encoding="utf-8")
    said = words(pages_of(maru)["visit/"])
    assert sample not in said
    assert "043-222-0000" in said


def test_a_grade_is_shown_with_its_dates_while_it_holds_and_not_a_day_longer(maru: Path) -> None:
    shown = words(pages_of(maru)["restaurants/"])
    assert "좋음 ★ 2026. 10. 20. 2027. 6.까지 지정" in shown
    change(maru / "restaurants" / "ferry-table.yml", "end: 2027-06", "end: 2026-10")
    for path in ("restaurants/", "restaurants/ferry-table/"):
        page = pages_of(maru)[path]
        assert "★" not in page.body
        assert "좋음" not in page.body
        assert "좋음" not in "".join(page.linked_data)
        assert "식품안전나라에서 확인하세요" in words(page)


def test_names_from_the_press_stand_apart_and_carry_no_grade(dasom: Pages) -> None:
    body = dasom["restaurants/"].body
    table, press = body.split('<section class="press">', 1)
    assert "다솜국수 시장점" in press
    assert "다솜국수" not in table
    assert "현재 지정 여부는 식품안전나라에서 확인하세요" in press
    assert "★" not in body


def test_figures_of_others_are_never_mixed_with_the_report_s(maru: Path) -> None:
    body = pages_of(maru)["figures/"].body
    tables = re.findall(r"<table.*?</table>", body, re.S)
    own, others = [table for table in tables if 'class="indicators"' in table]
    assert ("4km" in own, "1,200명" in own) == (True, False)
    assert ("마루신문" in others, "1,200명" in others) == (True, True)
    chart = re.search(r'<div class="chart">.*?</div>', without_boxes(body), re.S)
    assert chart is not None
    assert "출처 문서 외의 기록: 마루신문" in " ".join(re.sub(r"<[^>]*>", " ", chart[0]).split())
    drawn = re.findall(r'width="([\d.]+)" height="6" fill', chart[0])
    assert drawn == ["33.33", "100.00"], "the sum with another cut-off has no bar"
    assert "보고의 합 <strong>5km</strong>" in chart[0]


def test_a_timetable_runs_in_order_with_its_year(maru: Path) -> None:
    said = words(pages_of(maru)["figures/"])
    assert "2026. 9. 12.(토) 10:00 여는 모임 나루터 2026. 9. 12.(토) 14:00 걷기 주민 모임 미확인" in said


def test_what_towns_did_together_is_a_line_from_each_to_a_number_of_the_list(dasom: Pages) -> None:
    towns, report = dasom["towns/"].body, dasom["programs/neighbours/"].body
    drawn_twice = 2  # the report's graphic, once for desks and once for phones
    for body, times in ((towns, 1), (report, drawn_twice)):
        assert re.findall(r'class="map-knot"><title>(\d)', body) == ["1", "2", "3", "4"] * times
        assert body.count('class="map-tie"') == (2 + 3 + 2) * times  # the fourth is one town's alone
    assert len(re.findall(r"<li><strong>[^<]*</strong> <span class=\"line\">", towns)) == 4
    assert re.findall(r'<th scope="row">(\d)\. ', report) == ["1", "2", "3", "4"], "the table behind it"


@pytest.mark.parametrize("base_url", [None, "https://example.org/maru/"])
def test_linked_data_parses_and_every_address_in_it_is_a_page(maru: Path, base_url: str | None) -> None:
    if base_url:
        site = maru / "site.yml"
        site.write_text(site.read_text(encoding="utf-8") + f"base_url: {base_url}\n", encoding="utf-8")
    pages = pages_of(maru)
    kinds: set[str] = set()
    for page in pages.values():
        here = (base_url or "https://nowhere.test/") + page.path
        for text in page.linked_data:
            assert not re.search("[<>&]", text)
            for thing in things(json.loads(text)):
                kinds.add(thing["@type"])
                for key in ("url", "item"):
                    if isinstance(thing.get(key), str):
                        there = urljoin(here, thing[key]).removeprefix(base_url or "https://nowhere.test/")
                        assert there in pages, (page.path, thing[key])
    assert {"TouristTrip", "ItemList", "TouristAttraction", "Restaurant", "GovernmentOrganization"} < kinds
    assert "BreadcrumbList" in kinds


def things(data: object) -> Iterator[dict[str, str]]:
    """Every thing with a type, however deep."""
    if isinstance(data, dict):
        if "@type" in data:
            yield data
        for value in data.values():
            yield from things(value)
    elif isinstance(data, list):
        for value in data:
            yield from things(value)


def test_linked_data_leaves_out_what_needs_confirming(maru: Path) -> None:
    (place, _) = map(json.loads, pages_of(maru)["sites/reed-village/"].linked_data)
    assert {"name", "url"} < set(place)
    assert not {"address", "telephone", "geo", "openingHours"} & set(place)
    (museum, _) = map(json.loads, pages_of(maru)["sites/river-museum/"].linked_data)
    assert museum["telephone"] == "+82-43-222-1100"
    assert museum["geo"] == {"@type": "GeoCoordinates", "latitude": 36.51, "longitude": 127.91}


def test_stops_of_a_trip_are_listed_in_their_order(maru: Path) -> None:
    trip = json.loads(pages_of(maru)["routes/river-day/"].linked_data[0])
    items = trip["itinerary"]["itemListElement"]
    assert [item["position"] for item in items] == [1, 2, 3, 4, 5]
    assert [item["item"]["@type"] for item in items][1:3] == ["TouristAttraction", "Restaurant"]


def test_a_town_s_map_numbers_what_its_list_numbers(dasom: Pages) -> None:
    body = dasom["towns/solbit/"].body
    titles = dict(re.findall(r"<title>(\d+) ([^<]*)</title>", body))
    assert titles["1"] == "솔빛면 행정복지센터"
    listed = re.findall(r'<li><a href="../../sites/[^"]*">([^<]*)</a>', body.split('<ol class="sights" start="2">')[1])
    assert [titles[str(number)] for number in range(2, 2 + len(titles) - 1)] == listed[: len(titles) - 1]
    assert 'class="map-here"' in body
    assert 'class="map-marker map-hollow"><title>1 솔빛면' in body, "where the new hall lies is only roughly known"
    assert 'class="map-marker"><title>1 노을면' in dasom["towns/noeul/"].body


def test_the_tour_is_one_entry_of_the_menu_and_its_pages_lead_on(dasom: Pages) -> None:
    for path in (
        "tour/",
        "routes/",
        "routes/coast/",
        "sites/",
        "sites/pine-shrine/",
        "restaurants/",
        "restaurants/wind-table/",
    ):
        page = dasom[path]
        assert page.section == "tour/", path
        nav = re.search(r'<nav class="tour-nav".*?</nav>', page.body, re.S)
        assert nav is not None
        assert nav[0].count("aria-current") == 1
    assert [path for path, _ in dasom["sites/pine-shrine/"].trail] == ["", "tour/", "sites/"]


def test_without_a_written_page_the_routes_open_the_tour(maru: Path) -> None:
    (maru / "pages" / "visit.md").unlink()
    pages = pages_of(maru)
    assert pages["sites/old-fort/"].section == "routes/"
    assert [path for path, _ in pages["sites/old-fort/"].trail] == ["", "routes/", "sites/"]


def test_no_name_can_end_the_script_element_of_linked_data(maru: Path) -> None:
    change(maru / "sites" / "river-museum.yml", "name: 강 박물관", 'name: "</script><b>강 & 박물관"')
    text = pages_of(maru)["sites/river-museum/"].linked_data[0]
    assert "<" not in text
    assert json.loads(text)["name"] == "</script><b>강 & 박물관"


def test_a_list_stands_below_the_tour_and_not_below_itself(dasom: Pages) -> None:
    assert [path for path, _ in dasom["routes/"].trail] == ["", "tour/"]
    assert [path for path, _ in dasom["tour/"].trail] == [""]
    assert [path for path, _ in dasom["towns/solbit/"].trail] == ["", "towns/"]


def test_sources_of_figures_stand_in_the_list_of_sources(maru: Path) -> None:
    page = maru / "pages" / "visit.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n## 출처\n\n[[sources]]\n", encoding="utf-8")
    change(
        maru / "programs" / "river-path.md",
        "publisher: 마루신문, title: 마을자치 보도, date: 2026-10-05}\ntimetable",
        "publisher: 가람일보}\ntimetable",
    )
    said = words(pages_of(maru)["visit/"])
    assert "마루신문, 「마을자치 보도」, 2026. 10. 5. 인용 위치: 강길 내기" in said
    assert "가람일보 인용 위치: 강길 내기" in said
