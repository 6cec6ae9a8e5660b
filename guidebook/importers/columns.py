"""What the columns of a hygiene list are called in its many dialects, and how its values are written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from guidebook.model.label import label_of
from guidebook.model.settings.columns import HygieneColumns
from guidebook.model.text import Text

_KNOWN: Mapping[str, str] = {
    "name": "업소명 업소명칭 영업소명 영업소명칭 업체명 상호 상호명 사업장명 음식점명 BSSH_NM UPSO_NM BIZ_NM BPLC_NM",
    "address": (
        "도로명주소 도로명전체주소 소재지도로명주소 주소 소재지 소재지주소 영업소소재지 영업소주소 "
        "업소소재지 업소주소 사업장소재지 소재지전체주소 지번주소 소재지지번주소 ADDR ADDRS LOCPLC "
        "ROAD_NM_ADDR LOTNO_ADDR"
    ),
    "grade": "위생등급 등급 지정등급 위생등급명 HG_ASGN_LV GRAD GRADE REGION",
    "number": "지정번호 위생등급지정번호 HG_ASGN_NO APPN_NO",
    "start": (
        "지정시작일 지정시작일자 유효기간시작 유효기간시작일 ASGN_FROM 지정일자 지정일 지정연월일 HG_ASGN_YMD APPN_DE"
    ),
    "end": (
        "지정종료일 지정종료일자 유효기간만료일 유효기간종료일 유효기간만료일자 만료일 만료일자 지정만료일 종료일 "
        "종료일자 유효기간 지정기간 ASGN_TO"
    ),
    "phone": "전화번호 전화 소재지전화 소재지전화번호 업소전화번호 연락처 TELNO BIZ_TEL TEL",
    "kind": "업종 업종명 업태 업태명 업태구분명 INDUTY_NM",
    "licence": "인허가번호 허가번호 신고번호 인허가관리번호 관리번호 LCNS_NO MNG_NO",
    "cancelled": "지정취소일 지정취소일자 취소일자 ASGN_CANCEL_YMD",
    "closed": "폐업일자 폐업일 CLSBIZ_DT",
    "status": "영업상태명 영업상태 상태 CLSBIZ_DVS_CD_NM SALS_STTS_NM",
}
ALIASES: Mapping[str, tuple[str, ...]] = {name: tuple(titles.split()) for name, titles in _KNOWN.items()}
"""Our name → the headings it stands under, the best first: a list may have several of them.

`hygiene_columns` in `site.yml` adds to it. Personal columns (대표자, PRSDNT_NM, WRKR_REG_NO) are in no list.
"""
TITLES: Mapping[str, Text] = {name: label_of(HygieneColumns, name).title for name in HygieneColumns.model_fields}
"""What people call each."""
GONE = ("폐업", "폐쇄", "취소", "말소", "만료", "종료")
"""Words of a status that say that the designation no longer holds."""
FIRST_DAY = date(1899, 12, 30)
"""From which Excel counts days."""


def day(written: str) -> str | None:
    """A day as `2024-08-10`; None for what is no day.

    Read are `20240810`, `2024-08-10`, `2024. 8. 10.`, `2024년 8월 10일`, a time behind it, and Excel's number of days.
    """
    if re.fullmatch(r"4\d{4}", written):  # 2009 to 2036
        return (FIRST_DAY + timedelta(days=int(written))).isoformat()
    parts = re.fullmatch(r"(20\d\d)(\d\d)(\d\d)", written) or re.fullmatch(
        r"(20\d\d)[-./년 ]+(\d{1,2})[-./월 ]+(\d{1,2})[.일]?(?:[T ][\d:.]+)?", written.strip()
    )
    try:
        return date(*map(int, parts.groups())).isoformat() if parts else None
    except ValueError:
        return None


def landline(written: str) -> str | None:
    """The first number of an office or shop with its hyphens; None for mobile ones and for what is no number."""
    for digits in _numbers(written):
        if re.fullmatch(r"1[5-9]\d{6}", digits):
            return f"{digits[:4]}-{digits[4:]}"
        parts = re.fullmatch(r"(02|03[1-3]|04[1-4]|05[1-5]|06[1-4]|070|080)(\d{3,4})(\d{4})", digits)
        if parts:
            return "-".join(parts.groups())
    return None


def is_mobile(written: str) -> bool:
    """Whether a mobile number is in it, which is personal."""
    return any(re.match(r"01[016-9]\d{7}", digits) for digits in _numbers(written))


def _numbers(written: str) -> tuple[str, ...]:
    """The digits of each number in a cell, with the zero that Excel or a country code took."""
    several = (re.sub(r"\D", "", part) for part in re.split(r"[,/;~]|\s+(?=\(?0)", written))
    return tuple(re.sub(r"^(?:82)?(?=[1-9]\d{8,9}$)", "0", digits) for digits in several if digits)
