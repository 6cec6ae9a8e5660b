"""The QR codes of all books, read from the printed page as a telephone would, lead to addresses that last."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from guidebook.books.assembly import ink_of
from guidebook.books.style_sheets import print_css
from guidebook.books.visit_booklet import STYLE, visit_book
from guidebook.books.visit_papers import metadata_of_visit
from guidebook.commands.examine import examine
from guidebook.render.book.typesetting import stylesheet
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.storage.workers import Workers
from tests.books.made import made_book, made_guidebook, made_leaflets
from tests.commands.packs import visit_in
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES, paths

BASE = "https://example.org/maru-gun/"


@dataclass(frozen=True)
class Printed:
    """The books of a city whose website has an address."""

    edition: RenderContext
    guidebook: bytes
    leaflet: bytes
    booklet: bytes


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    folder = tmp_path_factory.mktemp("signposts")
    content = folder / "content"
    shutil.copytree(CITIES / "maru", content)
    site = content / "site.yml"
    site.write_text(site.read_text(encoding="utf-8") + f"base_url: {BASE}\n", encoding="utf-8")
    edition = context_of(examine(content)[0].public(), TEMPLATES, PACKAGES)
    return Printed(edition, guidebook_of(edition), leaflet_of(edition), booklet_of(content))


def guidebook_of(edition: RenderContext) -> bytes:
    book, faults = made_guidebook(edition, paths(CITIES / "maru"))
    assert faults == ()
    assert book is not None
    return book.pdf


def leaflet_of(edition: RenderContext) -> bytes:
    made = made_leaflets(edition, paths(CITIES / "maru"))
    assert made.faults == ()
    return made.files["guidebook/river-day.pdf"]


def booklet_of(content: Path) -> bytes:
    """The visit's booklet for screens, without the other papers of its pack."""
    visit_context = visit_in(content)
    context = visit_context.context
    book, faults = visit_book(visit_context, paths(content), Workers(1))
    assert faults == ()
    assert book is not None
    css = stylesheet(print_css(TEMPLATES, STYLE, context.design), context.site.palette, context.print_format)
    made, faults = made_book(book, css, metadata_of_visit(visit_context), ink_of(context.design), paths(content))
    assert faults == ()
    assert made is not None
    return made.pdf


@cache
def codes(octets: bytes) -> list[tuple[int, str]]:
    """Page from 1 and address of every code, in the order of pages; drawn as a laser printer would at 200 dpi."""
    document = pypdfium2.PdfDocument(octets)
    try:
        return [
            (number, code.text)
            for number, page in enumerate(document, start=1)
            for code in zxingcpp.read_barcodes(page.render(scale=200 / 72, grayscale=True).to_pil())
        ]
    finally:
        document.close()


def words_on_the_right(octets: bytes, number: int) -> str:
    document = pypdfium2.PdfDocument(octets)
    try:
        page = document[number - 1]
        return re.sub(r"\s", "", page.get_textpage().get_text_bounded(left=page.get_width() * 0.6))
    finally:
        document.close()


def alternatives(octets: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        yield from (str(part.Alt) for part in pdf.objects if isinstance(part, pikepdf.Dictionary) and "/Alt" in part)


def test_every_chapter_of_the_guidebook_that_has_a_page_on_the_web_leads_there(printed: Printed) -> None:
    found = [address.removeprefix(BASE) for _, address in codes(printed.guidebook)]
    assert found == ["q/river-path/", "q/river-day/", "sites/", "towns/", ""]


def test_the_leaflet_leads_to_its_route(printed: Printed) -> None:
    assert codes(printed.leaflet) == [(1, f"{BASE}q/river-day/")]


def test_the_booklet_leads_to_its_reports_and_on_its_back_to_the_route(printed: Printed) -> None:
    found = codes(printed.booklet)
    assert [address for _, address in found] == [f"{BASE}q/river-path/", f"{BASE}q/river-day/"]
    with pikepdf.open(io.BytesIO(printed.booklet)) as pdf:
        assert found[-1][0] == len(pdf.pages)


def test_permanent_addresses_are_those_of_records(printed: Printed) -> None:
    ids = {record.id for record in printed.edition.catalogue.records}
    for octets in (printed.guidebook, printed.leaflet, printed.booklet):
        for _, address in codes(octets):
            if "/q/" in address:
                assert re.fullmatch(rf"{re.escape(BASE)}q/({'|'.join(map(re.escape, ids))})/", address)


def test_the_address_stands_beneath_each_code_and_in_its_alternative(printed: Printed) -> None:
    for octets in (printed.guidebook, printed.leaflet, printed.booklet):
        spoken = list(alternatives(octets))
        for number, address in codes(octets):
            assert address in words_on_the_right(octets, number)
            assert any(said.endswith(f"페이지로 연결되는 QR 코드. 주소는 {address}") for said in spoken)


def test_without_an_address_of_the_site_there_is_no_code_and_no_room_for_one() -> None:
    edition = context_of(examine(CITIES / "maru")[0].public(), TEMPLATES, PACKAGES)
    for octets in (guidebook_of(edition), leaflet_of(edition)):
        assert codes(octets) == []
        assert not [said for said in alternatives(octets) if "QR" in said]
