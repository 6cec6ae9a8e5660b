"""Amounts of money and numbers of people read out of a source's own words, where they say one and leave no doubt.

Nothing is guessed: what could be read in two ways, what is a rate, a range or a bound, has no number.
"""

from __future__ import annotations

import re

MOST = 10**15
"""Won: more is a slip."""
_UNITS = {"조": 10**12, "억": 10**8, "천만": 10**7, "백만": 10**6, "십만": 10**5, "만": 10**4, "천": 10**3, "": 1}
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})"
_UNIT = "조|억|천만|백만|십만|만|천"
_PART = re.compile(rf"({_NUMBER})\s?({_UNIT}|)")
# Only the last number may have no unit: else a row of digits could be parted in endlessly many ways.
_WON = re.compile(
    rf"(?:약|총|총액)?\s?((?:{_NUMBER}\s?(?:{_UNIT})\s?)*{_NUMBER}\s?(?:{_UNIT}|)\s?)원"
    r"(?:\s?\((?:국비|도비|시비|군비|구비|시·도비|주민참여예산|자부담)\))?"
)
_PEOPLE = re.compile(rf"({_NUMBER})\s?(만|천|)\s?(여)?\s?명(?!\S*(?:부|예|칭|절))")
_NO_COUNT = re.compile(
    r"매[월주년일회]|매 |마다|하루|[0-9]일 ?[0-9]|연 ?인원|[명회곳팀개]당|씩|"
    r"내외|이상|이하|미만|초과|안팎|최대|최소|[~∼～×xX*/]"
)
"""Words by which a number of people is a rate, a range, a bound or a factor."""


def won_of(words: str | None) -> int | None:
    """The amount in won that the words are: `1억 2,000만 원` → 120000000. None where they say more, or less surely."""
    found = _WON.fullmatch(words.strip()) if words else None
    if found is None:
        return None
    total, above = 0, MOST
    for digits, unit in _PART.findall(found[1]):
        factor = _UNITS[unit]
        value = int(digits.replace(",", "")) * factor
        if factor >= above or value >= above:  # 2천5백만: 천 counts 만 here, and no rule tells
            return None
        total, above = total + value, factor
    return total if 0 < total < MOST else None


def people_of(words: str | None) -> int | None:
    """The number of people that the words name: `강길 4km, 주민 120명` → 120. None for none, two, or about so many."""
    found = list(_PEOPLE.finditer(words or ""))
    if words is None or len(found) != 1 or _NO_COUNT.search(words):
        return None
    (match,) = found
    if match[3] or words[: match.start()].endswith((",", ".", "-", "–", "제")):
        return None
    return int(match[1].replace(",", "")) * _UNITS[match[2]] or None
