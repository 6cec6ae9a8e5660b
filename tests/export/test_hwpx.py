"""Office documents, read back from the file: words, real tables, and the same bytes each time."""

from __future__ import annotations

import gettext
import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

from hwpx import HwpxDocument

from guidebook.export.hwpx import hwpx
from guidebook.model.clock import clock
from guidebook.model.office import Heading, OfficeDocument, Paragraph, Table
from guidebook.render.office.documents import report_document, schedule_document
from tests.design import OFFICE
from tests.export.conftest import Planned

HEAD = "{http://www.hancom.co.kr/hwpml/2011/head}"
PARA = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
SMALL = OfficeDocument(
    "제목 <하나>",
    "지은이",
    (Heading("큰 제목", 1), Paragraph("글 & 말"), Table((30, 140), (("가", "나"), ("다", "라"))), Heading("작은 제목")),
)


def section(octets: bytes) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(octets)) as packed:
        return ElementTree.fromstring(packed.read("Contents/section0.xml"))


def cells(octets: bytes) -> list[list[list[str]]]:
    """Every table as rows of cells."""
    return [
        [["".join(cell.itertext()) for cell in row.iter(f"{PARA}tc")] for row in table.iter(f"{PARA}tr")]
        for table in section(octets).iter(f"{PARA}tbl")
    ]


def test_it_is_a_valid_file_whose_first_part_says_what_it_is() -> None:
    octets = hwpx(SMALL, "2026-11-24 16:30", OFFICE)
    assert octets[30:57] == b"mimetypeapplication/hwp+zip"
    assert HwpxDocument.open(octets).validate().issues == ()


def test_the_same_document_gives_the_same_bytes_and_its_dates_are_the_content_s() -> None:
    octets = hwpx(SMALL, "2026-11-24 16:30", OFFICE)
    assert octets == hwpx(SMALL, "2026-11-24 16:30", OFFICE)
    with zipfile.ZipFile(io.BytesIO(octets)) as packed:
        assert {part.date_time for part in packed.infolist()} == {(2026, 11, 24, 16, 30, 0)}
        described = packed.read("Contents/content.hpf").decode()
    assert "synthetic" not in described
    assert "<opf:title>제목 &lt;하나&gt;</opf:title>" in described
    assert described.count("2026-11-24T07:30:00Z") == 3, "Z is not Seoul's time"


def test_names_are_written_as_they_stand() -> None:
    octets = hwpx(replace(SMALL, author=r"가\1 & \d <나>"), "2026-11-24 16:30", OFFICE)
    with zipfile.ZipFile(io.BytesIO(octets)) as packed:
        described = ElementTree.fromstring(packed.read("Contents/content.hpf"))
    said = {meta.get("name"): meta.text for meta in described.iter("{http://www.idpf.org/2007/opf/}meta")}
    assert said["creator"] == said["lastsaveby"] == r"가\1 & \d <나>"


def test_tables_are_tables_and_as_wide_as_asked() -> None:
    octets = hwpx(SMALL, "2026-11-24 16:30", OFFICE)
    assert cells(octets) == [[["가", "나"], ["다", "라"]]]
    widths = [int(size.get("width", "")) for size in section(octets).iter(f"{PARA}cellSz")]
    assert [round(width / 7200 * 25.4) for width in widths] == [30, 140, 30, 140]
    assert "글 & 말" in "".join(section(octets).itertext())


def test_the_schedule_has_the_engine_s_times_and_says_what_is_estimated(plan: Planned) -> None:
    document = schedule_document(plan.visit, plan.itinerary, plan.site, gettext.NullTranslations())
    brief, stops = cells(hwpx(document, plan.visit.revision_at, OFFICE))
    assert [row[0] for row in stops[1:]] == [
        f"{clock(entry.arrive)}~{clock(entry.depart)}" for entry in plan.itinerary.entries
    ]
    assert brief[0] == ["방문단", "한솔시 주민자치회"]
    assert "2026. 12. 3.(목) 10:00" in brief[1][1]
    assert any("추정" in row[4] for row in stops)


def test_the_report_has_the_day_filled_in_and_the_rest_empty(plan: Planned) -> None:
    document = report_document(
        plan.visit,
        plan.itinerary,
        [*map(plan.catalogue.emblazoned, plan.catalogue.programs)],
        plan.site,
        gettext.NullTranslations(),
    )
    octets = hwpx(document, plan.visit.revision_at, OFFICE)
    said = "".join(section(octets).itertext())
    for words in ("마루군 방문 결과보고", "방문 목적", "방문 내용", "시사점", "견본입니다", "28명"):
        assert words in said
    overview, _, people, day, seen, _, _, plans, *_ = cells(octets)
    assert overview[0] == ["방문단", "한솔시 주민자치회"]
    assert people[0] == ["소속", "직위(직책)", "성명", "비고"]
    assert len(day) == 1 + len(plan.itinerary.entries)
    assert len(seen) == sum(not entry.stop.lunch for entry in plan.itinerary.entries)
    assert [row[0] for row in plans] == ["조건", "첫 단계", "예산", "조례", "담당"]
    assert all(row[1] == "" for row in plans)


def test_headings_are_headings_by_style_and_level_without_numbers(plan: Planned) -> None:
    document = report_document(
        plan.visit,
        plan.itinerary,
        [*map(plan.catalogue.emblazoned, plan.catalogue.programs)],
        plan.site,
        gettext.NullTranslations(),
    )
    octets = hwpx(document, plan.visit.revision_at, OFFICE)
    opened = HwpxDocument.open(octets)
    assert opened.validate().issues == ()
    names = {str(style.id): style.name or "" for style in opened.styles.values()}
    styled = {(paragraph.text or "", names[str(paragraph.style_id_ref)]) for paragraph in opened.paragraphs}
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert {(block.text, f"개요 {block.level}") for block in headings} <= styled
    assert not any(name.startswith("개요") and text not in {block.text for block in headings} for text, name in styled)
    with zipfile.ZipFile(io.BytesIO(octets)) as packed:
        head = ElementTree.fromstring(packed.read("Contents/header.xml"))
    shapes = {shape.get("id"): shape for shape in head.iter(f"{HEAD}paraPr")}
    for paragraph in opened.paragraphs:
        kind = next(shapes[str(paragraph.para_pr_id_ref)].iter(f"{HEAD}heading")).get("type")
        assert (kind == "OUTLINE") == names[str(paragraph.style_id_ref)].startswith("개요")
    assert not any(number.text for number in head.iter(f"{HEAD}paraHead"))


def test_a_head_does_not_have_the_height_of_the_rows_to_write_in() -> None:
    table = Table((110, 60), (("사진", "설명"), ("", ""), ("", "")), height=50)
    octets = hwpx(replace(SMALL, blocks=(table,)), "2026-11-24 16:30", OFFICE)
    heights = [int(size.get("height", "")) for size in section(octets).iter(f"{PARA}cellSz")]
    assert [round(height / 7200 * 25.4) for height in heights] == [8, 8, 50, 50, 50, 50]


def test_a_moment_before_archives_were_is_their_first() -> None:
    """The day of publishing may lie before 1980; no archive holds it."""
    assert hwpx(SMALL, "1950-01-01 00:00", OFFICE) == hwpx(SMALL, "1980-01-01 00:00", OFFICE)
