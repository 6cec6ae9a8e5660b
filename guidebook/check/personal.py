"""Personal data does not belong in public content: mobile numbers, resident registration numbers, private mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.text import Text, text

PATTERNS: tuple[tuple[re.Pattern[str], Text], ...] = (
    (re.compile(r"(?<!\d)01[016-9][- .]?\d{3,4}[- .]?\d{4}(?!\d)"), text("휴대전화 번호로 보이는 숫자가 있습니다.")),
    (re.compile(r"(?<!\d)\d{6}-[1-8]\d{6}(?!\d)"), text("주민등록번호로 보이는 숫자가 있습니다.")),
    (
        re.compile(r"[\w.+-]+@(?:gmail|naver|daum|hanmail|kakao|nate|outlook|hotmail)\.\w+"),
        text("개인 전자우편 주소로 보이는 글이 있습니다."),
    ),
)

_HINT = text("지우거나, 기관의 대표 번호와 대표 주소로 바꾸세요.")


def no_personal_data(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """No value of what is published looks like someone's personal data; a private visit may hold a driver's number."""
    for span, value in catalogue.public().passages():
        for pattern, message in PATTERNS:
            if pattern.search(value):
                yield Diagnostic(span, "personal-data", message, _HINT)
