"""Money as readers see it: `1,000만 원`, `1억 4,200만 원`. The one place that writes it.

Source documents count in 백만원. Their words stay in quotations, facts and tables; elsewhere 만 and 억 are used.
"""

from __future__ import annotations

import re

from guidebook.model.wording.numbers import number

_MILLIONS = re.compile(r"(?<![\d.,])(\d{1,3}(?:,?\d{3})*) ?백만 ?원")


def money(ten_thousands: int) -> str:
    """An amount in 만 원: `1000` → `1,000만 원`, `14200` → `1억 4,200만 원`, `100000000` → `1조 원`."""
    trillions, rest = divmod(abs(ten_thousands), 10**8)
    hundred_millions, rest = divmod(rest, 10**4)
    units = ((trillions, "조"), (hundred_millions, "억"), (rest, "만"))
    amount = " ".join(f"{number(count)}{unit}" for count, unit in units if count) or "0"
    return f"{'-' if ten_thousands < 0 else ''}{amount}{' ' if ten_thousands else ''}원"


def in_plain_money(words: str) -> str:
    """Words in which amounts of the source are said plainly: `10백만원씩` → `1,000만 원씩`."""
    return _MILLIONS.sub(_plainly, words)


def _plainly(found: re.Match[str]) -> str:
    """The amount, set apart from larger units before it: 1억 500만 원."""
    space = " " if found.string[: found.start()].endswith(("조", "억")) else ""
    return space + money(int(found[1].replace(",", "")) * 100)
