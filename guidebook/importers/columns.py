"""What the columns of a hygiene list are called in its many dialects, and how its values are written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from guidebook.importers.spreadsheet import Row

ALIASES: Mapping[str, tuple[str, ...]] = {
    "name": ("업소명", "업소명칭", "영업소명", "업체명", "상호", "상호명", "사업장명", "BSSH_NM", "UPSO_NM", "BIZ_NM"),
    "grade": ("위생등급", "등급", "지정등급", "HG_ASGN_LV", "GRAD", "GRADE", "REGION"),
    "number": ("지정번호", "HG_ASGN_NO", "APPN_NO"),
    "start": ("지정시작일", "유효기간시작", "ASGN_FROM", "지정일자", "지정일", "지정연월일", "HG_ASGN_YMD", "APPN_DE"),
    "end": ("지정종료일", "유효기간만료일", "만료일", "지정만료일", "종료일", "유효기간", "지정기간", "ASGN_TO"),
    "address": (
        "도로명주소",
        "도로명전체주소",
        "주소",
        "소재지",
        "소재지주소",
        "영업소소재지",
        "업소소재지",
        "사업장소재지",
        "소재지전체주소",
        "ADDR",
        "ADDRS",
        "LOCPLC",
    ),
    "phone": ("전화번호", "전화", "소재지전화", "업소전화번호", "연락처", "TELNO", "BIZ_TEL", "TEL"),
    "kind": ("업종", "업종명", "업태", "INDUTY_NM"),
    "licence": ("인허가번호", "허가번호", "신고번호", "인허가관리번호", "관리번호", "LCNS_NO"),
    "cancelled": ("지정취소일", "지정취소일자", "취소일자", "ASGN_CANCEL_YMD"),
    "closed": ("폐업일자", "폐업일", "CLSBIZ_DT"),
    "status": ("영업상태명", "영업상태", "상태", "CLSBIZ_DVS_CD_NM"),
}
"""Our name → the headings it stands under, the best first: a list may have several of them.

Personal columns (대표자, PRSDNT_NM, WRKR_REG_NO) are in no list.
"""
NEEDED = ("name", "address")
"""A list of one single label has no column for grades."""
DEEPEST = 30
"""Rows in which the heading must come."""
GONE = ("폐업", "폐쇄", "취소", "말소", "만료", "종료")
"""Words of a status that say that the designation no longer holds."""
FIRST_DAY = date(1899, 12, 30)
"""From which Excel counts days."""


def heading(rows: Sequence[Row]) -> tuple[int, dict[str, int], tuple[str, ...]] | None:
    """The position of the heading row, where each known column stands, and the headings that nobody knows."""
    for position, row in enumerate(rows[:DEEPEST]):
        places = _places(row.cells)
        if all(name in places for name in NEEDED):
            unknown = tuple(cell for place, cell in enumerate(row.cells) if cell and place not in places.values())
            return position, places, unknown
    return None


def _places(cells: Sequence[str]) -> dict[str, int]:
    bare = [_bare(cell) for cell in cells]
    found = {name: next((_bare(alias) for alias in ALIASES[name] if _bare(alias) in bare), None) for name in ALIASES}
    return {name: bare.index(alias) for name, alias in found.items() if alias is not None}


def _bare(words: str) -> str:
    """Without spaces, brackets and case: `업소 명(BSSH_NM)` is `업소명`."""
    return re.sub(r"\(.*?\)|[\s_·*]", "", words).upper() or words.upper()


def day(written: str) -> str | None:
    """A day as `2024-08-10`; None for what is no day.

    Read are `20240810`, `2024-08-10`, `2024. 8. 10.`, `2024년 8월 10일`, a time behind it, and Excel's number of days.
    """
    if re.fullmatch(r"4\d{4}", written):  # 2009 to 2036
        return (FIRST_DAY + timedelta(days=int(written))).isoformat()
    found = re.fullmatch(r"(20\d\d)(\d\d)(\d\d)", written) or re.fullmatch(
        r"(20\d\d)[-./년 ]+(\d{1,2})[-./월 ]+(\d{1,2})[.일]?(?:[T ][\d:.]+)?", written.strip()
    )
    try:
        return date(*map(int, found.groups())).isoformat() if found else None
    except ValueError:
        return None


def landline(written: str) -> str | None:
    """The first number of an office or shop with its hyphens; None for mobile ones and for what is no number."""
    for digits in _numbers(written):
        if re.fullmatch(r"1[5-9]\d{6}", digits):
            return f"{digits[:4]}-{digits[4:]}"
        found = re.fullmatch(r"(02|03[1-3]|04[1-4]|05[1-5]|06[1-4]|070|080)(\d{3,4})(\d{4})", digits)
        if found:
            return "-".join(found.groups())
    return None


def is_mobile(written: str) -> bool:
    """Whether a mobile number is in it, which is personal."""
    return any(re.match(r"01[016-9]\d{7}", digits) for digits in _numbers(written))


def _numbers(written: str) -> tuple[str, ...]:
    """The digits of each number in a cell, with the zero that Excel or a country code took."""
    several = (re.sub(r"\D", "", part) for part in re.split(r"[,/;~]|\s+(?=\(?0)", written))
    return tuple(re.sub(r"^(?:82)?(?=[1-9]\d{8,9}$)", "0", digits) for digits in several if digits)
