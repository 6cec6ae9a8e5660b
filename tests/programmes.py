"""A copy of a city with many programmes; two of them have very long names."""

from __future__ import annotations

import shutil
from pathlib import Path

MARKS = "㉠㉡㉢㉣㉤㉥㉦㉧㉨㉩㉪㉫㉬㉭"
LONG = "읍면동 주민자치회 어르신 돌봄과 아이 돌봄을 잇는 마을 공동 부엌과 함께 쓰는 텃밭, 이웃이 여는 나눔 장터"
UNBROKEN = "찾아가는이동주민자치사랑방버스운행과마을기록사진첩만들기와마을잡지펴내기그리고이야기나누기"
NAMES = (LONG, UNBROKEN, "마을 정원", "강가 청소", "작은 도서관", "밤 나들이", "골목 이름 짓기", "느티나무 영화제")
DATE = "2024. 11. 30.(토)"
PROGRAMME = """---
mark: {mark}
name: "{name}"
name_en: Work {number}
title: "{name}"
summary: 주민이 함께 한 일입니다.
as_of: 2024
facts:
  what: 함께 한 일
  when: {date} ~ {date}
  who: 주민 모임
start: 2022-03
end: 2024-11-30
offer: 사례 나누기
---
## 추진배경

- 이웃에 알림
"""


def with_programmes(city: Path, copy: Path, count: int = len(MARKS), again: bool = False) -> Path:
    """The copy, in which the programmes that the city has are followed by as many as are lacking.

    Those behind the fourteenth are known by numbers, or `again` by the signs of the first.
    """
    shutil.copytree(city, copy)
    there = len(list((copy / "programs").glob("*.md")))
    for number in range(there, count):
        name = NAMES[number - there] if number - there < len(NAMES) else f"마을 일 {number}"
        mark = MARKS[number % len(MARKS)] if again or number < len(MARKS) else f"{number + 1}"
        report = PROGRAMME.format(mark=mark, name=name, number=number, date=DATE)
        (copy / "programs" / f"work-{number}.md").write_text(report, encoding="utf-8")
    return copy
