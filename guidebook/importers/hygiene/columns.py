"""What the columns of a hygiene list are called in its many dialects."""

from __future__ import annotations

from collections.abc import Mapping

from guidebook.importers.reading.heading import Dialect
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
NEEDED = ("name", "address")
"""A list of one single label has no column for grades."""
HYGIENE = Dialect(ALIASES, NEEDED, frozenset({"address"}))
TITLES: Mapping[str, Text] = {name: label_of(HygieneColumns, name).title for name in HygieneColumns.model_fields}
"""What people call each."""
GONE = ("폐업", "폐쇄", "취소", "말소", "만료", "종료")
"""Words of a status that say that the designation no longer holds."""
