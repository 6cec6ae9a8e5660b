"""Money as readers see it: `1,000만 원`, `1억 4,200만 원`. The one place that writes it.

Source documents count in 백만원. Their words stay in quotations, facts and tables; elsewhere 만 and 억 are used.
"""

from __future__ import annotations

import re

from guidebook.model.wording.numbers import number

_MILLIONS = re.compile(r"(?<![\d.,])(\d{1,3}(?:,?\d{3})*) ?백만 ?원")


def money(ten_thousands: int) -> str:
    """An amount in 만 원: `1000` → `1,000만 원`, `14200` → `1억 4,200만 원`."""
    hundred_millions, rest = divmod(ten_thousands, 10_000)
    parts = [f"{number(hundred_millions)}억"] if hundred_millions else []
    parts += [f"{number(rest)}만"] if rest or not parts else []
    return " ".join(parts) + " 원"


def in_plain_money(words: str) -> str:
    """Words in which amounts of the source are said plainly: `10백만원씩` → `1,000만 원씩`."""
    return _MILLIONS.sub(lambda found: money(int(found[1].replace(",", "")) * 100), words)
