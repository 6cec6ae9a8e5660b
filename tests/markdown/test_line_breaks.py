"""Lines that run on although they look like entries of a list are told; wrapped text is not."""

from __future__ import annotations

import pytest

from guidebook.model.diagnostic import Severity
from tests.markdown.conftest import Judge

ENTRIES = (
    ("가. 목적: 참여\n나. 기간: 3월", 2),
    ("① 첫째\n② 둘째", 2),
    ("(1) 첫째\n(2) 둘째", 2),
    ("Ⅰ. 개요\nⅡ. 방법", 2),
    ("◦ 문의\n◦ 주소", 2),
    ("ㅇ 배경\nㅇ 내용", 2),
    ("**일시:** 3월\n**장소:** 군청", 2),
    ("일시 : 3월\n장소 : 군청\n대상 : 주민", 2),
    ("2026. 3. 1. 열었습니다.\n2026. 3. 2. 닫았습니다.", 2),
    ("10:00 여는 모임\n11:00 걷기", 2),
    ("제1조(목적) 이 조례는\n제2조(정의) 이 조례에서", 2),
    ("1) 목적\n 가. 참여\n 나. 절감\n2) 내용", 3),
    ("- 가\n나", 2),
    ("> 가\n나", 2),
    ("1. 가\n2. 나\n2026. 3. 1. 열었습니다.", 3),
    ("- 가\n- 나\n**2. 계획**", 3),
    ("- 가\n  - 나\n다", 3),
)
WRAPPED = (
    "강가에 길이 없어\n주민이 길을 냈습니\n다. 모두 걸었습니다.",
    "가. 목적\\\n나. 기간",
    "**일시:** 3월  \n**장소:** 군청",
    "- 가\n  나",
    "- 가\n    나\n- 다",
    "1. 가\n   나",
    "> - 가\n>   나",
    "> 가\n> 나",
    "> 가\n\n나",
    "- 가\n\n나",
    "2026. 3. 1. 마을회관을\n열었습니다.",
    "표: 표\n| 가 | 나 |\n|---|---|\n| 1. 가 | 2. 나 |",
    "주민총회\n: 자리\n: 모임",
)


@pytest.mark.parametrize(("body", "line"), ENTRIES)
def test_entries_that_run_on_are_told_once(body: str, line: int, judged: Judge) -> None:
    told = judged(f"## 제목\n\n글\n\n{body}\n")
    assert [(one.span.line, one.severity) for one in told] == [(line + 4, Severity.WARNING)]


@pytest.mark.parametrize("body", WRAPPED)
def test_wrapped_text_and_set_breaks_are_left_alone(body: str, judged: Judge) -> None:
    assert judged(f"## 제목\n\n글\n\n{body}\n") == []
