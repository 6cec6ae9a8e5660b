"""The words that a form shows, for a place in a file."""

from __future__ import annotations

import pytest

from guidebook.forms.field_titles import path_at, titles_at
from guidebook.load.yaml_positions import parse
from guidebook.model.diagnostic import Span
from guidebook.model.records.visit import Visit

SOURCE = """delegation: 한솔시
host:
  department: 자치과
  phone: 043
coaches:
  - seats: 25
    boarding:
      - {place: 시청, time: "07:30"}
editions: {large-print: 3}
unknown: 값
"""


@pytest.mark.parametrize(
    ("line", "column", "titles"),
    [
        (1, 13, "방문단"),
        (3, 15, "담당 부서 › 부서"),
        (4, 10, "담당 부서 › 전화"),
        (6, 12, "버스 › 승객 좌석"),
        (8, 23, "버스 › 타는 곳 › 타는 시각"),
        (9, 26, "판마다 부수"),
        (10, 1, ""),
        (1, 1, ""),
        (40, 1, ""),
    ],
)
def test_the_field_that_stands_there(line: int, column: int, titles: str) -> None:
    _, places, _ = parse(SOURCE, "visits/x.yml")
    found = titles_at(Visit, path_at(places, Span("visits/x.yml", line, column)))
    assert " › ".join(map(str, found)) == titles
