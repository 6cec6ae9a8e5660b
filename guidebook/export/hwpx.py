"""Office documents as HWPX, which Korean offices write in: the only module that knows python-hwpx.

The library numbers parts at random and keeps dates of its template; both are set from the content afterwards, so that
the same document gives the same bytes. It is imported when it is used: that takes a quarter of a second.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from guidebook.model.office import Block, Heading, OfficeDocument, Paragraph, Table

if TYPE_CHECKING:
    from hwpx import HwpxDocument

FONT = "맑은 고딕"
"""A name only: every Windows has it, and Hangul's own program replaces it where it is missing."""
MARGIN = 20
HEAD_ROW = 8
"""Millimetres of a row of heads above rows that have room to write in."""
UNIT = 7200 / 25.4
"""HWP units in a millimetre."""
SHADE = "#EAF0F3"
ZONE = ZoneInfo("Asia/Seoul")
SECTION, HEAD, STYLES = "Contents/section0.xml", "Contents/content.hpf", "Contents/header.xml"
BODY_STYLE = "바탕글"


def hwpx(document: OfficeDocument, moment: str) -> bytes:
    """The document as a file. `moment` (`2026-12-01 16:30`, in Seoul) is what it says of its age."""
    from hwpx import HwpxDocument

    made = HwpxDocument.new()
    made.page.setup(paper_size="A4", margins_mm={"left": MARGIN, "right": MARGIN, "top": MARGIN, "bottom": MARGIN})
    for block in document.blocks:
        _write(made, block)
    return _settled(made.to_bytes(), document, moment)


def _write(made: HwpxDocument, block: Block) -> None:
    match block:
        case Heading():
            size, before = (18, 0) if block.level == 1 else (12, 14)
            look = made.styles.ensure_run(bold=True, size=size, font=FONT)
            heading = made.add_heading(block.text, block.level, char_pr_id_ref=look)
            made.styles.apply_paragraph_format(
                paragraphs=[heading],
                indent_left_mm=0,
                spacing_before_pt=before,
                spacing_after_pt=4,
                keep_with_next=True,
            )
        case Paragraph():
            look = made.styles.ensure_run(size=9 if block.small else 10.5, font=FONT)
            made.add_paragraph(block.text, style=BODY_STYLE, char_pr_id_ref=look)
        case Table():
            _table(made, block)


def _table(made: HwpxDocument, table: Table) -> None:
    plain = made.styles.ensure_run(size=10, font=FONT)
    strong = made.styles.ensure_run(bold=True, size=10, font=FONT)
    first = min(HEAD_ROW, table.height) if table.head else table.height
    heights = [round((table.height if number else first) * UNIT) for number in range(len(table.rows))]
    grid = made.add_table(
        len(table.rows),
        len(table.widths),
        width=round(sum(table.widths) * UNIT),
        height=sum(heights) or None,
        border_fill_id_ref=made.styles.ensure_border_fill(border_color="#8A949E"),
    )
    grid.set_column_widths(table.widths)
    for number, row in enumerate(table.rows):
        for place, words in enumerate(row):
            names = number == 0 if table.head else place == 0
            cell = grid.cell(number, place)
            cell.set_text(words)
            if table.height:
                cell.set_size(height=heights[number])
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.char_pr_id_ref = strong if names else plain
            if names:
                grid.set_cell_shading(number, place, SHADE)


def _settled(octets: bytes, document: OfficeDocument, moment: str) -> bytes:
    """The same file with parts numbered in their order, and title, author and dates those of the document."""
    written = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
    settled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(octets)) as source, zipfile.ZipFile(settled, "w") as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == SECTION:
                content = _numbered(content.decode()).encode()
            elif part.filename == STYLES:
                content = _unnumbered(content.decode()).encode()
            elif part.filename == HEAD:
                content = _described(content.decode(), document, written).encode()
            elif part.filename == "Preview/PrvText.txt":
                content = document.title.encode()
            info = zipfile.ZipInfo(part.filename, written.timetuple()[:6])
            # The first part says what the file is, and readers want it as it stands.
            info.compress_type = zipfile.ZIP_STORED if part.filename == "mimetype" else zipfile.ZIP_DEFLATED
            target.writestr(info, content)
    return settled.getvalue()


def _numbered(section: str) -> str:
    count = 0

    def next_number(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f'{found[1]} id="{count}"'

    return re.sub(r'(<hp:(?:p|tbl)\b[^>]*?) id="\d+"', next_number, section)


def _unnumbered(head: str) -> str:
    """Headings by their style and level, without the numbers that the template puts before them."""
    return re.sub(r"(<hh:paraHead\b[^>]*>)[^<]*(?=</hh:paraHead>)", r"\1", head)


def _described(package: str, document: OfficeDocument, written: datetime) -> str:
    moment = f"{written.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    values = {
        "creator": document.author,
        "lastsaveby": document.author,
        "CreatedDate": moment,
        "ModifiedDate": moment,
        "date": moment,
    }
    for name, value in values.items():
        pattern = rf'(<opf:meta name="{name}" content="text")(?:/>|>[^<]*</opf:meta>)'
        # A backslash in a name is no reference to a group.
        filled = escape(value).replace("\\", r"\\")
        package = re.sub(pattern, rf"\g<1>>{filled}</opf:meta>", package)
    return package.replace("<opf:title/>", f"<opf:title>{escape(document.title)}</opf:title>")
