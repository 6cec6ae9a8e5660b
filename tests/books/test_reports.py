"""A report as a book of its own: the guidebook's chapter, numbered for itself, offered on its page."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest


@pytest.fixture
def site(built_yeoul: Path) -> Path:
    return built_yeoul / "site"


def pages(octets: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(octets)
    read = [str(page.get_textpage().get_text_bounded()) for page in document]
    document.close()
    return read


def test_every_programme_has_its_report(site: Path) -> None:
    made = {path.stem for path in (site / "guidebook").glob("*.pdf")}
    assert {"market", "watermap", "library"} <= made


def test_it_has_a_cover_the_report_and_a_colophon_with_numbers_of_its_own(site: Path) -> None:
    read = pages((site / "guidebook" / "market.pdf").read_bytes())
    assert "마을 장터" in read[0]
    assert "1,200명" in "".join(read[1:-1])
    assert "판권지" in read[-1]
    assert "골목 책방" not in "".join(read[1:-1])
    assert [re.findall(r"\d+", page)[-1] for page in read[1:]] == [str(number) for number in range(2, len(read) + 1)]


def test_it_links_to_nothing_that_it_does_not_hold(site: Path) -> None:
    with pikepdf.open(io.BytesIO((site / "guidebook" / "market.pdf").read_bytes())) as pdf:
        for page in pdf.pages:
            for link in page.obj.get("/Annots", pikepdf.Array()):
                assert "/Dest" in link or str(link.A.URI).startswith("http")


def test_its_page_offers_it(site: Path) -> None:
    page = (site / "programs" / "market" / "index.html").read_text(encoding="utf-8")
    count = len(pages((site / "guidebook" / "market.pdf").read_bytes()))
    (offer,) = re.findall(r'<a href="\.\./\.\./guidebook/market\.pdf">.*?</p>', page)
    assert f"PDF, {count}쪽" in offer
