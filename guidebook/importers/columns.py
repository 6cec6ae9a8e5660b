"""What the columns of a hygiene list are called in its many dialects, and how its values are written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from guidebook.importers.spreadsheet import Row

ALIASES: Mapping[str, tuple[str, ...]] = {
    "name": ("업소명", "업소 명", "업체명", "상호", "상호명", "사업장명", "BSSH_NM", "UPSO_NM", "BIZ_NM"),
    "grade": ("등급", "위생등급", "지정등급", "HG_ASGN_LV", "GRAD", "GRADE", "REGION"),
    "number": ("지정번호", "HG_ASGN_NO", "APPN_NO"),
    "start": ("지정일자", "지정일", "지정시작일", "유효기간시작", "ASGN_FROM", "HG_ASGN_YMD", "APPN_DE"),
    "end": ("지정종료일", "유효기간", "유효기간만료일", "만료일", "지정만료일", "종료일", "ASGN_TO"),
    "address": ("주소", "소재지", "소재지주소", "영업소소재지", "도로명주소", "ADDR", "ADDRS", "LOCPLC"),
    "phone": ("전화번호", "전화", "소재지전화", "연락처", "TELNO", "BIZ_TEL", "TEL"),
    "kind": ("업종", "업종명", "업태", "INDUTY_NM"),
    "licence": ("인허가번호", "허가번호", "인허가관리번호", "관리번호", "LCNS_NO"),
    "cancelled": ("지정취소일", "지정취소일자", "취소일자", "ASGN_CANCEL_YMD"),
    "closed": ("폐업일자", "폐업일", "CLSBIZ_DT"),
}
"""Our name → the headings it stands under. Personal columns (대표자, PRSDNT_NM, WRKR_REG_NO) are in no list."""
NEEDED = ("name", "address", "grade")
DEEPEST = 30
"""Rows in which the heading must come."""


def heading(rows: Sequence[Row]) -> tuple[int, dict[str, int], tuple[str, ...]] | None:
    """The position of the heading row, where each known column stands, and the headings that nobody knows."""
    for position, row in enumerate(rows[:DEEPEST]):
        places = _places(row.cells)
        if all(name in places for name in NEEDED):
            unknown = tuple(cell for place, cell in enumerate(row.cells) if cell and place not in places.values())
            return position, places, unknown
    return None


def _places(cells: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        bare = _bare(cell)
        for name, aliases in ALIASES.items():
            if name not in places and bare in {_bare(alias) for alias in aliases}:
                places[name] = place
                break
    return places


def _bare(words: str) -> str:
    """Without spaces, brackets and case: `업소 명(BSSH_NM)` is `업소명`."""
    return re.sub(r"\(.*?\)|[\s_·*]", "", words).upper() or words.upper()


def day(written: str) -> str | None:
    """`20240810`, `2024-08-10`, `2024.08.10.`, `2024. 8. 10.` → `2024-08-10`; None for anything else."""
    found = re.fullmatch(r"(20\d\d)[-./ ]*(\d{1,2})[-./ ]*(\d{1,2})\.?", written.strip())
    if not found or not (1 <= int(found[2]) <= 12 and 1 <= int(found[3]) <= 31):
        return None
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"


def landline(written: str) -> str | None:
    """A number of an office or shop with its hyphens; None for a mobile one and for what is no number."""
    digits = re.sub(r"\D", "", written)
    if re.fullmatch(r"1[5-9]\d{6}", digits):
        return f"{digits[:4]}-{digits[4:]}"
    found = re.fullmatch(r"(02|0[3-6]\d|070|080|050\d)(\d{3,4})(\d{4})", digits)
    return "-".join(found.groups()) if found else None


def is_mobile(written: str) -> bool:
    """Whether it is a mobile number, which is personal."""
    return re.sub(r"\D", "", written).startswith(("010", "011", "016", "017", "018", "019"))
