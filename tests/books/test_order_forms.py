"""The forms for a finished book, read back from all of their files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest
from hwpx import HwpxDocument

from guidebook.books.office_files import order_files
from guidebook.load.content import load_content
from guidebook.model.print_format import PrintFormat
from guidebook.render.new_context import context_of
from guidebook.render.office.orders import OrderDetails, reminders
from tests.conftest import CITIES, Change
from tests.paths import PACKAGES, TEMPLATES, paths

PRESS = PrintFormat(id="press", title="인쇄소용", ink="cmyk", bleed=True, binding="press", multiple=4)
JOB = OrderDetails(
    "다솜시 주민자치 사례집 (견본)",
    "안내책자-인쇄소용.pdf",
    PRESS,
    148,
    300,
    colour=True,
    condition="FOGRA39",
)
MOMENT = "2026-11-23 00:00"
NAMES = [f"{form}.{kind}" for form in ("발간등록-신청", "인쇄-주문서") for kind in ("txt", "pdf", "hwpx")]
NOTICE = "공개 자료로 만든 견본입니다. 다솜시가 운영하거나 발행하지 않습니다."
PARA = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"


def made(content: Path, job: OrderDetails = JOB, language: str | None = None) -> Mapping[str, bytes]:
    context = context_of(load_content(content).catalogue.public(), TEMPLATES, PACKAGES, language)
    files, faults = order_files(context, job, MOMENT, paths(content))
    assert faults == ()
    return files


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    """Of a city that is a sample and says nothing of paper or department."""
    return made(CITIES / "dasom")


def section(octets: bytes) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(octets)) as packed:
        return ElementTree.fromstring(packed.read("Contents/section0.xml"))


def words(name: str, octets: bytes) -> str:
    """What a reader of the file reads, without spaces."""
    if name.endswith(".pdf"):
        document = pypdfium2.PdfDocument(octets)
        try:
            said = "".join(page.get_textpage().get_text_bounded() for page in document)
        finally:
            document.close()
    else:
        said = octets.decode("utf-8-sig") if name.endswith(".txt") else "".join(section(octets).itertext())
    return bare(said)


def bare(said: str) -> str:
    return re.sub(r"\s", "", said)


def test_there_are_six_files(files: Mapping[str, bytes]) -> None:
    assert sorted(files) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_has_both_reminders_and_says_that_it_is_of_a_sample(name: str, files: Mapping[str, bytes]) -> None:
    said = words(name, files[name])
    for line in (*reminders(str), NOTICE):
        assert bare(line) in said
    assert "공직선거법제86조제5항" in said
    assert "선거관리위원회" in said


@pytest.mark.parametrize("name", NAMES)
def test_each_has_what_is_known_of_the_book(name: str, files: Mapping[str, bytes]) -> None:
    said = words(name, files[name])
    assert bare(JOB.title) in said
    assert "A5(148×210mm)" in said
    assert "148쪽" in said
    assert ("300부" in said) == ("주문서" in name)
    assert ("2026.11.23." in said) == ("발간등록" in name)
    assert ("무선제본" in said) == ("주문서" in name)


def test_what_is_not_known_is_a_place_to_write_in(files: Mapping[str, bytes]) -> None:
    blanks = {"발간등록-신청": 4, "인쇄-주문서": 6}
    for form, count in blanks.items():
        assert words("a.txt", files[f"{form}.txt"]).count("(작성)") == count
        cells = [
            ["".join(cell.itertext()) for cell in row.iter(f"{PARA}tc")]
            for row in section(files[f"{form}.hwpx"]).iter(f"{PARA}tr")
        ]
        assert sum(row[1:] == [""] for row in cells) == count
        assert "적어넣으세요" not in words("a.pdf", files[f"{form}.pdf"])


def test_the_text_is_as_windows_reads_it(files: Mapping[str, bytes]) -> None:
    for name in NAMES:
        if name.endswith(".txt"):
            assert files[name].startswith(b"\xef\xbb\xbf")
            assert files[name].count(b"\n") == files[name].count(b"\r\n") > 20


def test_the_paper_is_one_tagged_page_whose_rows_have_names(files: Mapping[str, bytes]) -> None:
    for form, title in (("발간등록-신청", "발간등록 신청 자료"), ("인쇄-주문서", "인쇄 주문서")):
        with pikepdf.open(io.BytesIO(files[f"{form}.pdf"])) as pdf:
            assert len(pdf.pages) == 1
            assert [round(float(side) * 25.4 / 72) for side in pdf.pages[0].mediabox[2:]] == [210, 297]
            assert str(pdf.docinfo.Title) == f"{title} - {JOB.title}"
            assert str(pdf.docinfo.CreationDate).startswith("D:20261123")
            kinds = [str(part.S) for part in pdf.objects if isinstance(part, pikepdf.Dictionary) and "/S" in part]
            assert kinds.count("/TH") == kinds.count("/TD") == kinds.count("/TR") >= 12


def test_the_hwpx_is_valid(files: Mapping[str, bytes]) -> None:
    for name in NAMES:
        if name.endswith(".hwpx"):
            assert HwpxDocument.open(files[name]).validate().issues == ()


def test_the_same_book_gives_the_same_bytes(files: Mapping[str, bytes]) -> None:
    assert made(CITIES / "dasom") == files


def test_english_is_spoken_where_it_is_asked_for() -> None:
    files = made(CITIES / "dasom", JOB, "en")
    for name in NAMES:
        said = words(name, files[name])
        assert "Thisisasamplemadefrompublicrecords.ItisnotrunorpublishedbyDasom-si." in said
        assert "DasomRecordsCircle" in said
        assert ("23November2026" in said) == ("발간등록" in name)


def test_a_summary_that_fills_the_page_is_a_fault(change: Change, maru: Path) -> None:
    change("site.yml", "길을 모았습니다.", "길을 모았습니다. " * 120)
    context = context_of(load_content(maru).catalogue.public(), TEMPLATES, PACKAGES)
    files, faults = order_files(context, JOB, MOMENT, paths(maru))
    assert files == {}
    assert [fault.code for fault in faults] == ["page-too-full"]
    assert "발간등록-신청" in str(faults[0].message)
