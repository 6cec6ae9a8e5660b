"""A content folder in, a website and a book out: what a person who types the commands sees.

That the same content gives the same output is seen in `test_other_city.py`, which builds it once more.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
import pytest

from guidebook.cli import main
from guidebook.cli.paths import cache_folder
from tests.conftest import CITIES, ROOT

NOTICE = "공개 자료로 만든 견본입니다. 여울군이 운영하거나 발행하지 않습니다."


@pytest.fixture(scope="module")
def output(built_yeoul: Path) -> Path:
    return built_yeoul


def pages(output: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((output / "site").rglob("*.html")):
        yield path.relative_to(output / "site").as_posix(), path.read_text(encoding="utf-8")


def book_text(output: Path) -> list[str]:
    document = pypdfium2.PdfDocument(output / "site" / "guidebook" / "guidebook.pdf")
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_every_page_is_there(output: Path) -> None:
    written = {name for name, _ in pages(output)}
    ids = ("about", "gangbyeon", "library", "market", "old-market", "watermap")
    assert {name for name in written if name.startswith("q/")} == {f"q/{id}/index.html" for id in ids}
    assert {name for name in written if not name.startswith("q/")} == {
        "404.html",
        "index.html",
        "about/index.html",
        "data/index.html",
        "figures/index.html",
        "index/index.html",
        "programs/index.html",
        "programs/library/index.html",
        "programs/market/index.html",
        "programs/old-market/index.html",
        "programs/years/2023/index.html",
        "programs/years/2025/index.html",
        "programs/watermap/index.html",
        "towns/index.html",
        "towns/gangbyeon/index.html",
    }


def test_nobody_can_take_the_sample_for_the_citys_own(output: Path) -> None:
    for name, html in pages(output):
        before_header = html.split("<header", 1)[0]
        assert NOTICE in before_header, name
        assert re.search(r"<title>[^<]*\(견본\)</title>", html), name
        assert re.search(r'property="og:title" content="[^"]*\(견본\)"', html), name
        assert "발행처: 여울 기록 모임" in html, name
        assert "공공누리" not in html, name
        assert "공식 전자정부 누리집" not in html, name
    said = ["".join(page.split()) for page in book_text(output)]
    assert "".join(NOTICE.split()) in said[0]
    assert "".join(NOTICE.split()) in said[-1]


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The city's own site, without books."""
    folder = tmp_path_factory.mktemp("official")
    shutil.copytree(CITIES / "yeoul", folder / "content")
    with (folder / "content" / "site.yml").open("a", encoding="utf-8") as site:
        site.write("official: true\n")
    built = ["--content", str(folder / "content"), "--output", str(folder / "output"), "--site-only"]
    assert main(built) == 0
    return folder / "output"


def test_an_official_site_carries_no_such_notice(official: Path) -> None:
    for name, html in pages(official):
        assert "견본" not in html, name


def test_site_only_makes_no_pdf_and_no_link_to_one(official: Path) -> None:
    assert not list(official.rglob("*.pdf"))
    for name in ("index.html", "programs/market/index.html"):
        assert ".pdf" not in (official / "site" / name).read_text(encoding="utf-8")


def test_the_year_of_the_facts_stands_beside_each_title(output: Path) -> None:
    for id in ("market", "watermap", "library"):
        html = (output / "site" / "programs" / id / "index.html").read_text(encoding="utf-8")
        assert "2025년 자료 기준" in html[html.index("<h1>") :][:400]


def test_names_from_data_are_escaped_everywhere(output: Path) -> None:
    for name, html in pages(output):
        assert "<만나다>" not in html, name
    market = (output / "site" / "programs" / "market" / "index.html").read_text(encoding="utf-8")
    assert "장터에서 &lt;만나다&gt; &amp; 나누다" in market


def test_links_to_the_book_say_pages_and_size(output: Path) -> None:
    home = (output / "site" / "index.html").read_text(encoding="utf-8")
    count = len(book_text(output))
    assert re.search(
        rf'href="guidebook/guidebook.pdf">안내책자 내려받기</a> <span class="quiet">PDF, {count}쪽, [\d.]+[KM]B', home
    )


def test_tables_have_captions_and_scopes(output: Path) -> None:
    for name, html in pages(output):
        for table in re.findall(r"<table.*?</table>", html, re.DOTALL):
            assert "<caption" in table, name
            assert "<th scope=" in table, name
            assert not re.search(r"<th(?! scope)[ >]", table), name


def test_the_city_hall_can_be_reached_from_screen_and_paper(output: Path) -> None:
    towns = (output / "site" / "towns" / "index.html").read_text(encoding="utf-8")
    for said in (towns, "".join(book_text(output))):
        assert "가람도 여울군 물길로 100" in said
        assert "043-111-0000" in said


def test_a_doubtful_source_is_marked(output: Path) -> None:
    town = (output / "site" / "towns" / "gangbyeon" / "index.html").read_text(encoding="utf-8")
    assert "어느 블로그, 「블로그 글」 (확인 필요)" in town


def test_manifest_lists_every_file_with_its_digest(output: Path) -> None:
    import hashlib

    listed = json.loads((output / "manifest.json").read_text(encoding="utf-8"))["files"]
    for entry in listed:
        octets = (output / entry["path"]).read_bytes()
        assert (entry["size"], entry["sha256"]) == (len(octets), hashlib.sha256(octets).hexdigest())
    there = {p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file()} - {"manifest.json"}
    assert {entry["path"] for entry in listed} == there


def test_a_fault_leaves_the_last_good_output(
    output: Path, yeoul: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "output"
    shutil.copytree(output, folder)
    before = (folder / "manifest.json").read_bytes()
    market = yeoul / "programs" / "market.md"
    market.write_text(market.read_text(encoding="utf-8").replace("towns: [gangbyeon]", "towns: [gangbyun]"), "utf-8")
    capsys.readouterr()
    assert main(["--content", str(yeoul), "--output", str(folder), "--site-only"]) == 1
    said = capsys.readouterr().err
    assert re.search(r"programs/market\.md:\d+:\d+: error\[unknown-town\] 'gangbyun' 읍면동을 찾을 수 없습니다\.", said)
    assert "도움말: 'gangbyeon'(강변면)을 뜻하셨나요?" in said
    assert (folder / "manifest.json").read_bytes() == before


def test_check_of_bad_content_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "tests" / "diagnostics" / "bad", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--content", "content"]) == 1
    said = capsys.readouterr().out
    assert len(re.findall(r"^content/\S+:\d+:\d+: error\[", said, re.MULTILINE)) > 30
    assert main(["check", "--content", "content", "--format", "json"]) == 1
    faults = json.loads(capsys.readouterr().out)
    assert set(faults[0]) == {"file", "line", "column", "severity", "code", "message", "hint"}
    assert main(["check", "--content", "content", "--format", "github"]) == 1
    annotations = capsys.readouterr().out.splitlines()
    assert len(annotations) == len(faults)
    kinds = {"error": "error", "warning": "warning", "note": "notice"}
    for line, fault in zip(annotations, faults, strict=True):
        assert line.startswith(f"::{kinds[fault['severity']]} file=content/")
    assert main(["--content", "content", "--output", "output"]) == 1
    assert not (tmp_path / "output").exists()


def test_check_of_good_content_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--content", str(CITIES / "yeoul")]) == 0
    assert capsys.readouterr().out == "오류가 없습니다.\n"


def test_a_glyph_that_no_font_has_stops_the_build(
    yeoul: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    town = yeoul / "towns" / "gangbyeon.yml"
    town.write_text(town.read_text(encoding="utf-8").replace("강변 걷기", "강변 걷기 \U0001f6b6"), encoding="utf-8")
    assert main(["--content", str(yeoul), "--output", str(tmp_path / "output"), "--site-only"]) == 1
    said = capsys.readouterr().err
    assert "gangbyeon.yml" in said
    assert "missing-glyph" in said
    assert not (tmp_path / "output").exists()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.frame: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "nav" in self.inside or {"dt", "th"} & set(self.inside):
            self.frame.append(data)


def test_english_interface_around_korean_content(yeoul: Path, tmp_path: Path) -> None:
    assert main(["--lang", "en", "--content", str(yeoul), "--output", str(tmp_path / "o"), "--site-only"]) == 0
    html = (tmp_path / "o" / "site" / "programs" / "market" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in html
    assert "| Yeoul-gun village casebook (sample)</title>" in html
    assert "Yeoul-gun" in html.split("<header", 1)[0]
    for korean in ("본문으로 건너뛰기", "추진주체</h2>", "자료 기준</span>", "주석과 출처"):
        assert korean not in html


def test_english_diagnostics(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["check", "--lang", "en", "--content", str(tmp_path)]) == 1
    assert "error[no-site]" in (said := capsys.readouterr().out)
    assert not re.search("[가-힣]", said)


@pytest.mark.parametrize("arguments", [["--cotnent", "x"], ["biuld"], ["check", "--format", "xml"]])
def test_wrong_usage_is_answered_in_korean(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert re.search("[가-힣]", said)
    assert "Error" not in said
    assert "Traceback" not in said


def test_a_cache_that_is_deleted_meanwhile_is_no_bug_of_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], maru: Path
) -> None:
    def deleted(*_: object) -> None:
        (cache_folder() / "fonts" / "no-such-font.ttf").read_bytes()

    monkeypatch.setattr("guidebook.commands.examine.examine_visits", deleted)
    assert main(["check", "--content", str(maru)]) == 1
    assert "error[cache-lost]" in capsys.readouterr().err


def test_our_own_bug_is_a_sentence_and_a_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], maru: Path
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("넘어짐")

    monkeypatch.setattr("guidebook.commands.examine.examine_visits", broken)
    assert main(["check", "--content", str(maru)]) == 3
    said = capsys.readouterr().err
    assert "Traceback" not in said
    log = cache_folder() / "crash.txt"
    assert "넘어짐" in log.read_text(encoding="utf-8")
    log.unlink()


def test_a_report_whose_graphic_shows_all_its_figures_is_built(maru: Path, tmp_path: Path) -> None:
    """Its list of contents named a section of figures that was not there."""
    report = maru / "programs" / "river-path.md"
    said = report.read_text(encoding="utf-8")
    figures = said[said.index("indicators:") : said.index("timetable:")]
    report.write_text(said.replace(figures, ""), encoding="utf-8")
    assert main(["--content", str(maru), "--output", str(tmp_path / "output"), "--site-only"]) == 0
    page = (tmp_path / "output" / "site" / "programs" / "river-path" / "index.html").read_text(encoding="utf-8")
    assert "#figures" not in page
