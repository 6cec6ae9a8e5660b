"""Personal data does not belong in public content: mobile numbers, resident registration numbers, private mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from guidebook.model.catalogue import Catalogue, Path
from guidebook.model.diagnostic import Diagnostic, Span
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
    """No value of any record looks like someone's personal data."""
    for record in catalogue.records:
        body = getattr(record, "body", "")
        for path, value in _strings(record.model_dump(exclude={"body"}, mode="json"), ()):
            yield from _found(value, catalogue.where(record, *path))
        for number, line in enumerate(body.split("\n"), start=1):
            yield from _found(line, catalogue.source_map(record).body(number))
    if catalogue.site is not None:
        for path, value in _strings(catalogue.site.model_dump(mode="json"), ()):
            yield from _found(value, catalogue.where_site(*path))


def _found(value: str, span: Span) -> Iterator[Diagnostic]:
    for pattern, message in PATTERNS:
        if pattern.search(value):
            yield Diagnostic(span, "personal-data", message, _HINT)


def _strings(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _strings(inner, (*path, position))
