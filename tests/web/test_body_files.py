"""Pictures and files at their place in bodies, as readers meet them: on pages, without a network, on paper."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pikepdf
import pymupdf
import pytest

from guidebook.commands.examine import examine
from guidebook.render.book.program import program_chapter
from guidebook.render.new_context import context_of
from tests.attachments import HWPX, PDF
from tests.paths import PACKAGES, TEMPLATES
from tests.web.city_with_files import BASE, SIZES, with_files


@pytest.fixture(scope="module")
def page(output: Path) -> str:
    return (output / "site" / "programs" / "river-path" / "index.html").read_text(encoding="utf-8")


def test_a_file_is_told_by_kind_and_size_and_kept_under_its_own_name(output: Path, page: str) -> None:
    links = re.findall(r'<a href="([^"]+)" download="([^"]+)">([^<]+)</a> <span class="file">\(([^)]+)\)', page)
    assert [(name, words, told) for _, name, words, told in links] == [
        ("신청서.hwpx", "견학 신청서", "HWPX, 1KB"),
        ("plan.pdf", "계획", "PDF, 1KB"),
    ]
    for href, name, _, _ in links:
        assert re.fullmatch(r"\.\./\.\./files/[a-z0-9.-]+", href)
        published = output / "site" / "programs" / "river-path" / unquote(href)
        assert published.read_bytes() == {"신청서.hwpx": HWPX, "plan.pdf": PDF}[name]
    assert len(list((output / "site" / "files").iterdir())) == 2, "what nothing leads to is not published"


def test_pictures_stand_where_they_were_written(page: str) -> None:
    said = re.sub(r"\s+", " ", re.sub(r'<img[^>]*alt="([^"]*)"[^>]*>', r" [\1] ", page))
    before, opening, said = said.partition("[둑.jpg에 보이는 것]")
    assert opening, "one that the body does not show opens the page"
    assert "[" not in before.partition("<h1>")[2]
    said = said.partition("사진: 마루군")[2]
    shown = [
        "[버드나무 사이로 난 강길]",
        "사진: 마루군",
        "견학 신청서",
        "[나루.jpg에 보이는 것]",
        "[표지.png에 보이는 것]",
    ]
    places = [said.index(words) for words in shown]
    assert places == sorted(places)
    assert page.count('<figure class="picture') == len(SIZES), "one that the body shows is not shown again at the end"
    assert '<div class="gallery of-2">' in page


def test_no_picture_is_shown_larger_than_it_is(page: str) -> None:
    assert re.search(r'sizes="[^"]*min\(40px, [^"]*100vw\)" width="40" height="40"', page)


def test_a_reader_s_device_keeps_no_files_for_later(output: Path) -> None:
    worker = (output / "site" / "worker.js").read_text(encoding="utf-8")
    assert "routes/river-day/" in worker
    assert "files/" not in worker


def test_pages_and_routes_have_them_too(output: Path) -> None:
    for path in ("visit", "routes/river-day"):
        page = (output / "site" / path / "index.html").read_text(encoding="utf-8")
        assert page.count('<figure class="picture') == len(SIZES)
        assert 'download="신청서.hwpx"' in page


def test_on_paper_a_picture_has_its_resolution_and_its_rights_beside_it(output: Path) -> None:
    document = pymupdf.open(output / "site" / "guidebook" / "river-path.pdf")
    seen = 0
    for page in document.pages():
        for number, *_, width, height in [(image[0], image[2], image[3]) for image in page.get_images()]:
            for place in page.get_image_rects(number):
                seen += 1
                assert width / place.width * 72 >= 299
                assert abs(place.width / place.height - width / height) < 0.05, "no side is stretched"
                assert page.rect.contains(place)
                middle = (place.y0 + place.y1) / 2  # of one that is cut, what is above and below is not seen
                credit = page.search_for("사진", clip=(place.x0 - 1, middle, page.rect.x1, place.y1 + 40))
                assert credit, "its rights are on the same page, right beneath"
    assert seen >= len(SIZES)


def test_on_paper_a_file_leads_to_the_website_and_says_where(output: Path) -> None:
    book = output / "site" / "guidebook" / "guidebook.pdf"
    with pikepdf.open(book) as pdf:
        links = {
            str(link.A.URI) for page in pdf.pages for link in page.get("/Annots", []) if "/URI" in link.get("/A", {})
        }
    files = {link for link in links if "/files/" in link}
    assert files == {f"{BASE}files/{path.name}" for path in (output / "site" / "files").iterdir()}
    said = "".join(page.get_text() for page in pymupdf.open(book).pages()).replace("\u2060", "").replace("\n", "")
    assert "HWPX, 1KB" in said


@pytest.mark.parametrize("base_url", [None, BASE])
def test_a_book_without_an_address_names_the_file(tmp_path: Path, base_url: str | None) -> None:
    catalogue, _ = examine(with_files(tmp_path / "content", base_url))
    edition = context_of(catalogue, TEMPLATES, PACKAGES)
    html = program_chapter(edition, catalogue.programs[0]).html.replace("\u2060", "")
    assert ("/files/" in html) == (base_url is not None)
    assert ("누리집의 ‘신청서.hwpx’ 파일" in html) == (base_url is None)
    assert (f"{BASE}q/river-path/" in re.sub("<[^>]+>", "", html)) == (base_url is not None)
    assert "assets/" not in html
