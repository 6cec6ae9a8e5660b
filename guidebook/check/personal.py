"""Rules over personal data in public content: mobile, resident, account and passport numbers, private mail.

People write them in many ways, so a pattern is tried on the text with all dashes and full-width forms made plain. Every
repetition in a pattern is bounded: the time that a text takes grows with its length and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import Text, text

DASHES = "‐‑‒–—―−﹘﹣－〜～~ㅡ"
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
PLAIN: dict[int, int | str] = {**FULL_WIDTH, **{ord(dash): "-" for dash in DASHES}, 0x3000: " ", 0xA0: " "}
"""Each character for one, so that nothing moves."""

GAP = r"[\s.\-·()/]{0,4}"
MOBILE = re.compile(
    rf"(?<!\d)(?<!\d-)(?:(?:\+ ?|00)?82{GAP}[0Oo]?{GAP}|[0Oo])1[016-9Oo]{GAP}\d{{3,4}}{GAP}\d{{4}}(?!\d)"
)
RESIDENT = re.compile(r"(?<![\d.])(\d{6})( ?- ?|\s?)([1-8][\d*]{6})(?![\d*])")

AT = r"(?:@|[(\[{] ?(?:at|앳|골뱅이) ?[)\]}]|(?<=\s)at(?=\s)|골뱅이)"
DOT = r"(?:\.|[(\[{] ?(?:dot|점|닷) ?[)\]}]|(?<=\s)(?:dot|점|닷)(?=\s))"
PROVIDERS = (
    "gmail|googlemail|naver|daum|hanmail|kakao|nate|empal|empas|dreamwiz|paran|lycos|hanmir|chollian|freechal|"
    "hitel|netian|outlook|hotmail|msn|yahoo|ymail|icloud|aol|proton|protonmail|zoho|gmx|yandex|"
    "qq|163|126|sina|sohu|foxmail|libero|wanadoo|laposte|t-online|rediffmail|tutanota|fastmail"
)
PRIVATE_MAIL = re.compile(
    rf"[\w+-]\s{{0,2}}{AT}\s{{0,2}}(?:{PROVIDERS})\s{{0,2}}{DOT}\s{{0,2}}[a-z]{{2,}}", re.IGNORECASE
)
MAIL = re.compile(r"(?<![\w.+%-])([\w.+%-]{1,64})@((?:[\w-]{1,63}\.){1,6}[a-z]{2,24})(?![\w-])", re.IGNORECASE)
OFFICE_DOMAINS = re.compile(
    r"(?:^|\.)(?:(?:go|or|ac|re|mil|ne|hs|ms|es|kg|sc)\.kr|korea\.kr|gov|edu|org|int|example\.(?:com|net|kr))$",
    re.IGNORECASE,
)
"""Of public bodies, schools, associations, and those that exist for examples."""
OFFICE_NAMES = re.compile(
    r"(?:info|contact|office|admin|help|support|web|mail|hello|press|pr|tour|visit|privacy|sales|cs|service|master|ask)"
    r"(?:master|desk|team|center|centre)?\d{0,2}$",
    re.IGNORECASE,
)

BANKS = (
    r"(?:농협|수협|신협|새마을금고|우체국|카카오뱅크|토스뱅크|케이뱅크|KB국민|SC제일|"
    r"(?:국민|신한|우리|하나|기업|산업|제일|씨티|대구|부산|광주|전북|경남|제주|iM|IBK|KDB|NH)\s?(?:은행|뱅크)|계좌)"
)
NUMBER = r"(?<![\d-])(\d(?:[ -]{0,1}\d){9,15})(?![\d-])"
ACCOUNT = (
    re.compile(rf"{BANKS}([^\d\n]{{0,20}}){NUMBER}"),
    re.compile(rf"(?<![\d-])(?P<number>\d(?:[ -]?\d){{9,15}})(?![\d-])(?P<between>[^\d\n]{{0,10}}){BANKS}"),
)
NO_ACCOUNT = re.compile(r"0\d{1,2}-\d{3,4}-\d{4}|1\d{3}-\d{4}.*|\d{3}-\d{2}-\d{5}|(?:19|20)\d\d-?[01]\d-?[0-3]\d.*")
"""Telephone and business registration numbers, spans of dates."""

PASSPORT = re.compile(r"(?<![A-Za-z0-9])([MSRODGP])(\d{8}|\d{3}[A-Z]\d{4})(?![A-Za-z0-9])")
NEAR_PASSPORT = re.compile(r"(?:여권|passport)[^\n]{0,20}?(?<![A-Za-z0-9])[A-Z]{1,2}\d{6,8}(?!\d)", re.IGNORECASE)
ADDRESS = re.compile(r"https?://\S{1,2000}")

_NEEDED = re.compile(r"\d|[a-zａ-ｚ]", re.IGNORECASE)
"""What every one of these patterns needs, narrow or full width: most lines of prose have none of it."""
SHORTEST = 8
"""Letters that the shortest of them have."""

_HINT = text("지우거나, 기관의 대표 번호와 대표 주소로 바꾸세요.")
_MOBILE = text("휴대전화 번호로 보이는 숫자가 있습니다.")
_MAIL = text("개인 전자우편 주소로 보이는 글이 있습니다.")


def no_personal_data(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No value of what is published looks like someone's personal data."""
    for span, value in catalogue.public().passages():
        if len(value) >= SHORTEST:
            yield from (Diagnostic(span, "personal-data", message, _HINT) for message in personal_data(value))
            yield from _unknown_mail(span, value)


def no_numbers_of_people_in_visits(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """A private visit may hold a driver's telephone or mail, but nobody's resident, account or passport number."""
    private = tuple(visit for visit in catalogue.visits if not visit.public)
    for span, value in replace(catalogue, records=private, attachments={}, site=None).passages() if private else ():
        if len(value) >= SHORTEST:
            for message in personal_data(value):
                if message not in (_MOBILE, _MAIL):
                    hint = text("지우세요. 비공개 방문 파일에도 이런 번호는 두지 않습니다.")
                    yield Diagnostic(span, "personal-data", message, hint, Severity.WARNING)


def personal_data(value: str) -> Iterator[Text]:
    """What kinds of personal data a text seems to hold, each once."""
    if not _NEEDED.search(value):
        return
    plain = value.translate(PLAIN)
    elsewhere = ADDRESS.sub(" ", plain)  # articles and files have long numbers too
    if MOBILE.search(plain):
        yield _MOBILE
    if any(_is_resident(*match.groups()) for match in RESIDENT.finditer(elsewhere)):
        yield text("주민등록번호로 보이는 숫자가 있습니다.")
    if PRIVATE_MAIL.search(plain):
        yield _MAIL
    if any(_is_account(match) for pattern in ACCOUNT for match in pattern.finditer(elsewhere)):
        yield text("은행 계좌번호로 보이는 숫자가 있습니다.")
    near = NEAR_PASSPORT.search(elsewhere)
    if near or any(not _is_day(match[2]) for match in PASSPORT.finditer(elsewhere)):
        yield text("여권번호로 보이는 글이 있습니다.")


def _unknown_mail(span: Span, value: str) -> Iterator[Diagnostic]:
    """An address of neither an office nor a known provider may be somebody's own: only a warning."""
    plain = value.translate(PLAIN) if "@" in value or "＠" in value else ""
    for match in MAIL.finditer(plain) if plain and not PRIVATE_MAIL.search(plain) else ():
        if not OFFICE_DOMAINS.search(match[2]) and not OFFICE_NAMES.match(match[1]):
            yield Diagnostic(
                span,
                "perhaps-personal",
                text("'{mail}' 주소가 개인의 것인지 확인하세요.", mail=match[0]),
                text("개인의 것이면 지우거나 기관의 대표 주소로 바꾸세요. 대표 주소면 그대로 두세요."),
                Severity.WARNING,
            )


def _is_resident(birth: str, between: str, last_digits: str) -> bool:
    """Whether six and seven digits are a number of a resident. Since 2020 the last digits follow no rule."""
    if "-" in between:
        return True
    if "*" in last_digits or not _is_day(f"20{birth}"):
        return False
    digits = [int(digit) for digit in birth + last_digits]
    total = sum(digit * weight for digit, weight in zip(digits, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5), strict=False))
    return digits[12] in ((11 - total % 11) % 10, (13 - total % 11) % 10)


def _is_account(match: re.Match[str]) -> bool:
    between, number = match.groups() if "number" not in match.groupdict() else (match["between"], match["number"])
    return not NO_ACCOUNT.fullmatch(number) and "사업자" not in between and "전화" not in between


def _is_day(digits: str) -> bool:
    """Whether eight digits are a day of the calendar, `20190723`."""
    try:
        return 1900 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])).year <= 2099
    except ValueError:
        return False
