"""Office documents as HWPX, which Korean offices write in: the only module that knows python-hwpx.

The library numbers parts at random and keeps dates of its template; both are set from the content afterwards, so that
the same document gives the same bytes. It is imported when it is used: that takes a quarter of a second.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING, Annotated, ClassVar
from zoneinfo import ZoneInfo

from guidebook.export.zipped import OLDEST
from guidebook.model.office import Block, Heading, OfficeDocument, Paragraph, Table

if TYPE_CHECKING:
    from hwpx import HwpxDocument

FONT = "맑은 고딕"
"""A name only: every Windows has it, and Hangul's own program replaces it where it is missing."""
UNIT = 7200 / 25.4
"""HWP units in a millimetre."""
ZONE = ZoneInfo("Asia/Seoul")
SECTION, HEAD, STYLES = "Contents/section0.xml", "Contents/content.hpf", "Contents/header.xml"
BODY_STYLE = "바탕글"


Colour = Annotated[str, "colour"]
Points = Annotated[float, "pt"]
Millimetres = Annotated[float, "mm"]


@dataclass(frozen=True, slots=True)
class OfficeLook:
    """How a document looks: colours as `#rrggbb`, type and spaces in points, margins and rows in millimetres."""

    PREFIX: ClassVar[str] = "office"

    line: Colour
    shade: Colour
    type_title: Points
    type_heading: Points
    type_body: Points
    type_small: Points
    type_table: Points
    space_before: Points
    space_after: Points
    margin: Millimetres
    head_row: Millimetres
    """A row of heads above rows that have room to write in."""


def hwpx(document: OfficeDocument, moment: str, look: OfficeLook) -> bytes:
    """The document as a file. `moment` (`2026-12-01 16:30`, in Seoul) is what it says of its age."""
    from hwpx import HwpxDocument

    package = HwpxDocument.new()
    package.page.setup(paper_size="A4", margins_mm=dict.fromkeys(("left", "right", "top", "bottom"), look.margin))
    for block in document.blocks:
        _write(package, block, look)
    return _settled(package.to_bytes(), document, moment)


def _write(package: HwpxDocument, block: Block, look: OfficeLook) -> None:
    match block:
        case Heading():
            size, before = (look.type_title, 0) if block.level == 1 else (look.type_heading, look.space_before)
            run = package.styles.ensure_run(bold=True, size=size, font=FONT)
            heading = package.add_heading(block.text, block.level, char_pr_id_ref=run)
            package.styles.apply_paragraph_format(
                paragraphs=[heading],
                indent_left_mm=0,
                spacing_before_pt=before,
                spacing_after_pt=look.space_after,
                keep_with_next=True,
            )
        case Paragraph():
            run = package.styles.ensure_run(size=look.type_small if block.small else look.type_body, font=FONT)
            package.add_paragraph(block.text, style=BODY_STYLE, char_pr_id_ref=run)
        case Table():
            _table(package, block, look)


def _table(package: HwpxDocument, table: Table, look: OfficeLook) -> None:
    plain = package.styles.ensure_run(size=look.type_table, font=FONT)
    strong = package.styles.ensure_run(bold=True, size=look.type_table, font=FONT)
    first = min(look.head_row, table.height) if table.head else table.height
    heights = [round((table.height if number else first) * UNIT) for number in range(len(table.rows))]
    grid = package.add_table(
        len(table.rows),
        len(table.widths),
        width=round(sum(table.widths) * UNIT),
        height=sum(heights) or None,
        border_fill_id_ref=package.styles.ensure_border_fill(border_color=look.line.upper()),
    )
    grid.set_column_widths(table.widths)
    for number, row in enumerate(table.rows):
        for place, content in enumerate(row):
            names = number == 0 if table.head else place == 0
            cell = grid.cell(number, place)
            cell.set_text(content)
            if table.height:
                cell.set_size(height=heights[number])
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.char_pr_id_ref = strong if names else plain
            if names:
                grid.set_cell_shading(number, place, look.shade.upper())


def _settled(octets: bytes, document: OfficeDocument, moment: str) -> bytes:
    """The same file with parts numbered in their order, and title, author and dates those of the document."""
    dated = datetime.fromisoformat(max(moment, OLDEST)).replace(tzinfo=ZONE)
    settled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(octets)) as source, zipfile.ZipFile(settled, "w") as target:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == SECTION:
                content = _numbered(content.decode()).encode()
            elif part.filename == STYLES:
                content = _unnumbered(content.decode()).encode()
            elif part.filename == HEAD:
                content = _described(content.decode(), document, dated).encode()
            elif part.filename == "Preview/PrvText.txt":
                content = document.title.encode()
            info = zipfile.ZipInfo(part.filename, dated.timetuple()[:6])
            # The first part says what the file is, and readers want it as it stands.
            info.compress_type = zipfile.ZIP_STORED if part.filename == "mimetype" else zipfile.ZIP_DEFLATED
            target.writestr(info, content)
    return settled.getvalue()


def _numbered(section: str) -> str:
    count = 0

    def next_number(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f'{match[1]} id="{count}"'

    return re.sub(r'(<hp:(?:p|tbl)\b[^>]*?) id="\d+"', next_number, section)


def _unnumbered(head: str) -> str:
    """Headings by their style and level, without the numbers that the template puts before them."""
    return re.sub(r"(<hh:paraHead\b[^>]*>)[^<]*(?=</hh:paraHead>)", r"\1", head)


def _described(package: str, document: OfficeDocument, dated: datetime) -> str:
    moment = f"{dated.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
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
