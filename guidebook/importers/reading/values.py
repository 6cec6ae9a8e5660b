"""How offices write days and telephone numbers, read by strict rules: what does not fit is None."""

from __future__ import annotations

import re
from datetime import date, timedelta

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
