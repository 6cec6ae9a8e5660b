"""A list of cities in, one website out: what a person who types the command sees."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.load.portal.cities import load_portal
from guidebook.model.portal.cases import FACETS, Cases
from guidebook.web.link_check import check_links
from tests.conftest import CITIES
from tests.portal.conftest import THREE, Made

SAMPLE = '<span class="tag">견본</span>'


def read(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8")


def words(page: str) -> str:
    main_part = page[page.index("<main") : page.index("</main>")]
    whole = re.sub(r"</?span[^>]*>", "", main_part)  # what stays on one line is marked within words
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", whole)).split())


@pytest.fixture(scope="module")
def cases() -> Cases:
    found, faults = load_portal(THREE / "cities.yml")
    assert (faults, found is not None) == ((), True)
    assert found is not None
    return found


def test_every_case_has_a_page_with_the_facts_as_they_were_published(portal: Path, cases: Cases) -> None:
    assert len(cases.all) == 6
    for case in cases.all:
        page = words(read(portal, case.path))
        told = case.program.facts.model_dump(exclude_none=True).values()
        for fact in (case.program.title, case.program.summary, case.of.city.name, *told):
            assert " ".join(fact.split()) in page
        assert f'href="{case.of.city.url}programs/{case.program.id}/"' in read(portal, case.path)
    assert "추진기간 적혀 있지 않음" in words(read(portal, "cases/soha/apple-school"))
    assert "1,200여 명 (2026년)" in words(read(portal, "cases/maru/river-path"))


def test_no_link_of_the_portal_leads_nowhere_and_no_page_has_faulty_markup(portal: Path) -> None:
    assert [str(fault.message) for fault in check_links(portal, {})] == []


def test_what_cities_write_is_text_and_never_markup(portal: Path) -> None:
    for path in portal.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "<script>alert" not in page
        assert "<b>맑게" not in page
    assert '물길을 <b>맑게</b> & "오래"' in words(read(portal, "cases/naru/river-path"))


def test_cities_that_did_not_publish_themselves_are_marked_as_samples_everywhere(portal: Path, cases: Cases) -> None:
    for case in cases.all:
        page = read(portal, case.path)
        assert (SAMPLE in page) is (case.of.city.id == "naru")
        assert "‘견본’이라고 표시한 도시의 자료는 그 도시의 공식 자료가 아닙니다." in page
    assert read(portal, "cities").count(SAMPLE) == 1


def test_lists_by_every_facet_agree_with_a_plain_count(portal: Path, cases: Cases) -> None:
    for facet in FACETS:
        options = cases.options(facet, str)
        assert options
        for value, label, count in options:
            page = read(portal, f"by/{facet}/{value}")
            expected = {case.path for case in cases.all if value in case.values(facet)}
            assert set(re.findall(r"cases/[a-z]+/[a-z-]+/", page)) == expected
            assert count == len(expected)
            assert label in words(page)


def test_amounts_that_are_no_number_are_filed_as_not_stated(cases: Cases) -> None:
    told = {case.id: (case.values("budget"), case.values("scale")) for case in cases.all}
    assert told == {
        "maru.river-path": (("to-10m",), ("to-300",)),
        "maru.lunch-table": (("to-50m",), ("none",)),
        "maru.market-night": (("from-100m",), ("to-1000",)),
        "naru.river-path": (("to-5m",), ("to-100",)),
        "naru.school-way": (("none",), ("from-1000",)),
        "soha.apple-school": (("none",), ("none",)),
    }


def test_places_and_news_of_the_cities_are_told_with_links_to_the_city_alone(portal: Path) -> None:
    assert "공원 2곳, 행정복지센터 1곳" in words(read(portal, "cities/maru"))
    news = read(portal, "news")
    assert "https://maru.example.org/guide/programs/river-path/" in news
    assert "장터의 여는 날을 고쳤습니다." in news
    assert "elsewhere.example.com" not in news


def test_terms_of_use_are_told_as_people_call_them(portal: Path) -> None:
    told = words(read(portal, "cities"))
    assert told.count("이용 조건 공공누리 제1유형") == 2
    assert "이용 조건 CC BY 4.0" in told


def test_every_page_keeps_the_policy_without_exceptions(portal: Path) -> None:
    for path in portal.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "default-src 'none'; script-src 'self'; style-src 'self'" in page
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)


def test_the_index_is_bounded_whatever_cities_write(three: Path, made: Made, tmp_path: Path) -> None:
    file = three / "maru" / "programs.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    data["programs"][0]["summary"] = "가" * 5_000
    file.write_text(json.dumps(data), encoding="utf-8")
    assert made() == 0
    (index,) = (tmp_path / "output" / "site" / "assets").glob("cases.*.json")
    assert max(len(json.dumps(one, ensure_ascii=False)) for one in json.loads(index.read_text())["cases"]) < 600


def test_a_character_that_our_fonts_lack_is_told_at_the_city_and_stops_nothing(
    three: Path, made: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    file = three / "soha" / "programs.json"
    file.write_text(file.read_text(encoding="utf-8").replace("과수원이 교실이", "🚲 과수원이 교실이"), encoding="utf-8")
    assert made() == 0
    assert f"{file}:1:1: warning[missing-glyph]" in capsys.readouterr().err


def test_a_copy_in_the_first_language_or_in_english(made: Made, tmp_path: Path) -> None:
    assert made("--lang", "en") == 0
    assert '<html lang="en">' in (tmp_path / "output" / "site" / "index.html").read_text(encoding="utf-8")


Change = Callable[[str], str]
FAULTS: dict[str, tuple[str, Change, str, int, str]] = {
    "a version of tomorrow": (
        "maru/programs.json",
        lambda text: text.replace('"version": 1', '"version": 2'),
        "unknown-version",
        3,
        "소프트웨어",
    ),
    "no version": ("maru/programs.json", lambda text: text.replace(' "version": 1,\n', ""), "no-version", 1, "다시"),
    "another format": (
        "maru/programs.json",
        lambda text: text.replace("guidebook/programs", "guidebook/places"),
        "wrong-format",
        2,
        "다시",
    ),
    "half a file": ("soha/programs.json", lambda text: text[:-20], "json-syntax", 38, "다시"),
    "words for a number": (
        "soha/programs.json",
        lambda text: text.replace('"as_of": 2026,', '"as_of": "올해",'),
        "bad-data",
        29,
        "다시",
    ),
    "a fact that is missing": (
        "soha/programs.json",
        lambda text: text.replace('"what": "사과 학교",', ""),
        "bad-data",
        30,
        "다시",
    ),
    "an address that leads away": (
        "soha/programs.json",
        lambda text: text.replace("programs/apple-school/", "https://elsewhere.example.com/"),
        "bad-data",
        38,
        "다시",
    ),
    "an id that is a way": (
        "soha/programs.json",
        lambda text: text.replace('"id": "apple-school"', '"id": "../../up"'),
        "bad-data",
        23,
        "다시",
    ),
    "a character that nobody sees": (
        "soha/programs.json",
        lambda text: text.replace("과수원이 교실이", "과수원이\\u202e 교실이"),
        "invisible-character",
        27,
        "다시",
    ),
    "half a character": (
        "soha/programs.json",
        lambda text: text.replace("과수원이 교실이", "과수원이\\ud800 교실이"),
        "json-syntax",
        27,
        "다시",
    ),
    "a case twice": (
        "maru/programs.json",
        lambda text: text.replace('"id": "lunch-table"', '"id": "river-path"'),
        "same-case",
        62,
        "도시에",
    ),
    "a feed that is none": ("maru/feed.xml", lambda text: text.replace("</feed>", ""), "bad-feed", 9, "feed.xml"),
    "a feed with entities": (
        "maru/feed.xml",
        lambda text: text.replace("<feed", "<!DOCTYPE feed [<!ENTITY a 'b'>]>\n<feed"),
        "bad-feed",
        1,
        "feed.xml",
    ),
    "a city twice": ("cities.yml", lambda text: text.replace("id: naru", "id: maru"), "same-city", 12, "하나를"),
    "the data of another": (
        "cities.yml",
        lambda text: text.replace("data: naru", "data: maru"),
        "other-city",
        16,
        "name",
    ),
    "no data": ("cities.yml", lambda text: text.replace("data: naru", "data: nowhere"), "no-data", 16, "programs.json"),
    "data outside": ("cities.yml", lambda text: text.replace("data: naru", "data: ../naru"), "no-data", 16, "‘..’"),
    "a city without a site": (
        "cities.yml",
        lambda text: text.replace('    url: "https://soha.example.org/"\n', ""),
        "missing-key",
        18,
        "url",
    ),
    "no list": ("cities.yml", lambda text: "", "empty-file", 1, "내용"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_names_its_file_and_line_and_leaves_the_last_output(
    name: str, three: Path, made: Made, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "output"
    (output / "site").mkdir(parents=True)
    (output / "site" / "index.html").write_text("the last one", encoding="utf-8")
    (output / "manifest.json").write_text('{"generator": "jumin-guidebook", "files": []}', encoding="utf-8")
    file, change, code, line, remedy = FAULTS[name]
    path = three / file
    written = path.read_text(encoding="utf-8")
    assert change(written) != written
    path.write_text(change(written), encoding="utf-8")
    capsys.readouterr()
    assert made("--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    found = [one for one in told if one["code"] == code]
    assert found, told
    assert (found[0]["file"], found[0]["line"]) == (path.as_posix(), line)
    assert remedy in found[0]["hint"]
    assert (output / "site" / "index.html").read_text(encoding="utf-8") == "the last one"
    assert sorted(one.name for one in output.iterdir()) == ["manifest.json", "site"]


def test_every_fault_is_told_at_once(three: Path, made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    for city in ("maru/programs.json", "naru/data/programs.json", "soha/programs.json"):
        (three / city).write_text("{", encoding="utf-8")
    assert made() == 1
    said = capsys.readouterr().err
    assert said.count("programs.json:1") == 3


def test_a_list_that_is_not_there_says_what_to_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["portal", str(tmp_path / "none.yml"), "--output", str(tmp_path / "output")]) == 1
    assert "cities.yml" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()


def test_links_and_pipes_are_not_followed(three: Path, made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    kept = three / "soha" / "programs.json"
    moved = kept.rename(three / "elsewhere.json")
    kept.symlink_to(moved)
    assert made() == 1
    assert "링크" in capsys.readouterr().err


def test_data_is_never_overwritten(three: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inside = three / "out"
    (three / "soha").rename(three / "kept")
    (inside / "site").mkdir(parents=True)
    (three / "kept").rename(inside / "site" / "soha")
    (inside / "manifest.json").write_text('{"generator": "jumin-guidebook", "files": []}', encoding="utf-8")
    listed = three / "cities.yml"
    written = listed.read_text(encoding="utf-8").replace("soha/programs.json", "out/site/soha")
    listed.write_text(written, encoding="utf-8")
    assert main(["portal", str(listed), "--output", str(inside)]) == 1
    assert "--output" in capsys.readouterr().err
    assert (inside / "site" / "soha" / "programs.json").is_file()


def test_the_same_data_makes_the_same_bytes(portal: Path, made: Made, tmp_path: Path) -> None:
    assert made() == 0
    site = tmp_path / "output" / "site"
    files = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert files == {path.relative_to(portal): path.read_bytes() for path in portal.rglob("*") if path.is_file()}


def test_what_a_build_publishes_is_read_and_linked_to(built_yeoul: Path, tmp_path: Path) -> None:
    shutil.copytree(built_yeoul / "site", tmp_path / "yeoul")
    listed = tmp_path / "cities.yml"
    listed.write_text(
        "title: 모음\npublisher: 모음\npublished: 2026-11-28\ncities:\n  - {id: yeoul, name: 여울군, province: 누리도, "
        'url: "https://yeoul.example.org/", data: yeoul, checked: 2026-11-28}\n',
        encoding="utf-8",
    )
    assert main(["portal", str(listed), "--output", str(tmp_path / "output")]) == 0
    pages = list((tmp_path / "output" / "site" / "cases").glob("yeoul/*/index.html"))
    assert len(pages) == len(list((CITIES / "yeoul" / "programs").iterdir()))
    for page in pages:
        written = page.read_text(encoding="utf-8")
        (there,) = set(re.findall(r'"https://yeoul\.example\.org/(programs/[^"]+)"', written))
        assert (built_yeoul / "site" / there / "index.html").is_file()
        assert SAMPLE in written
