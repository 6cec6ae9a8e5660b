"""Bodies with tables that are too wide or too long, and long words, for tests of website and paper."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import CITIES

HANGUL = "주민자치협의회업무협약체결식추진단장회의록" * 3
LATIN = "ABCDEFGH" * 40
ADDRESS = "https://example.com/" + "abcdefghij/" * 12

_FIGURES = (1111, 1222, 1333, 1444, 1555, 1666, 1777, 1888, 1999, 2000, 2111, 2222)
CASE = f"""## 표

표: 달마다 찾은 사람

| 곳 | 1월 | 2월 | 3월 | 4월 | 5월 | 6월 | 7월 | 8월 | 9월 | 10월 | 11월 | 12월 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| 강길 | {" | ".join(f"{number:,}명" for number in _FIGURES)} |
"""
"""A table of thirteen columns whose figures were torn."""


def table(
    columns: int, rows: int = 3, cell: str = "1,234명", caption: str = "모임", head: str = "강길제{row}동"
) -> str:
    """A table of Markdown with as many columns, the first of which are row heads."""
    lines = [
        f"표: {caption}",
        "",
        "| 곳 |" + "".join(f" {column}월 |" for column in range(1, columns)),
        "|" + "---|" * columns,
        *(f"| {head.format(row=row)} |" + f" {cell} |" * (columns - 1) for row in range(1, rows + 1)),
    ]
    return "\n".join(lines) + "\n"


def city(folder: Path, body: str, *changes: tuple[str, str]) -> Path:
    """A tiny city in a folder, the body of whose programme is this, after changes of its file."""
    content = folder / "content"
    shutil.copytree(CITIES / "maru", content)
    program = content / "programs" / "river-path.md"
    front, _ = program.read_text(encoding="utf-8").rsplit("---\n", 1)
    for before, after in changes:
        assert before in front
        front = front.replace(before, after, 1)
    program.write_text(f"{front}---\n{body}", encoding="utf-8")
    return content
