"""What bodies show and link to is told at its line, each fault with a remedy that can be copied."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from guidebook.commands.examine import examine
from guidebook.model.diagnostic import Diagnostic, Severity
from tests.attachments import HWPX, PDF
from tests.conftest import Change

REPORT = "programs/river-path.md"
RIGHTS = """pictures:
  - file: 강길.jpg
    alt: 버드나무 사이로 난 길
    rights: {holder: 마루군, licence: kogl-1}
    people: none
"""
Write = Callable[[str], list[Diagnostic]]


def photograph() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (900, 600), "green").save(written, "JPEG")
    return written.getvalue()


@pytest.fixture
def write(maru: Path, change: Change) -> Write:
    """Appends a body to a report that has one picture; gives the faults of that file and of the files beside it."""
    (maru / "assets").mkdir()
    for name, octets in {
        "강길.jpg": photograph(),
        "나루.jpg": photograph(),
        "신청서.hwpx": HWPX,
        "사업 계획.pdf": PDF,
        "plan.pdf": PDF,
    }.items():
        (maru / "assets" / name).write_bytes(octets)
    change(REPORT, "---\n## 배경", f"{RIGHTS}---\n## 배경")
    before = (maru / REPORT).read_text(encoding="utf-8")

    def write(body: str) -> list[Diagnostic]:
        (maru / REPORT).write_text(f"{before}\n{body}\n", encoding="utf-8")
        _, faults = examine(maru)
        return [fault for fault in faults if REPORT in fault.span.file or "/assets/" in fault.span.file]

    return write


def errors(faults: list[Diagnostic]) -> list[tuple[str, int, int]]:
    """Code, line after the body's first new one, column."""
    return [
        (fault.code, fault.span.line - FIRST + 1, fault.span.column)
        for fault in faults
        if fault.severity is Severity.ERROR
    ]


FIRST = 54
"""The line on which the new body begins."""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("![버드나무 길](assets/강길.jpg)", []),
        ("![](assets/강길.jpg)", []),
        ("![](../assets/강길.jpg)", []),
        ("![](<assets/강길.jpg>)", []),
        ("![](assets/%EA%B0%95%EA%B8%B8.jpg)", []),
        ("![](assets/강길.jpg)\n![](assets/강길.jpg)", []),
        ("말 ![](assets/강길.jpg) 말", [("picture-in-text", 1, 3)]),
        ("- ![](assets/강길.jpg)", [("picture-in-text", 1, 3)]),
        ("> ![](assets/강길.jpg)", [("picture-in-text", 1, 3)]),
        ('![](assets/강길.jpg "강길")', [("picture-title", 1, 1)]),
        ("![사진](assets/강길.jpg)", [("bad-alt", 1, 1)]),
        ("![강길.jpg](assets/강길.jpg)", [("bad-alt", 1, 1)]),
        ("![배](assets/나루.jpg)", [("no-rights", 1, 1)]),
        ("길\n\n![](assets/강길.jpg)\n![배](assets/나루.jpg)", [("no-rights", 4, 1)]),
        ("![](assets/강갈.jpg)", [("unknown-picture", 1, 1)]),
        ("![](강길.jpg)", [("unknown-picture", 1, 1)]),
        ("![](https://example.com/a.jpg)", [("foreign-picture", 1, 1)]),
        ("![](assets/plan.pdf)", [("no-picture", 1, 1)]),
        ("[신청서](assets/신청서.hwpx)를 내세요.", []),
        ("[계획](<assets/사업 계획.pdf>)", []),
        ("- 낼 것: [계획](assets/plan.pdf)", []),
        ("[계획](assets/사업 계획.pdf)", [("broken-link", 1, 4)]),
        ("말\n[계획](assets/PLAN.pdf)", [("unknown-attachment", 2, 4)]),
        ("[계획](assets/없음.xyz)", [("unknown-attachment", 1, 4)]),
        ("[길](assets/강길.jpg)", [("picture-link", 1, 3)]),
    ],
)
def test_each_fault_is_at_its_line(write: Write, body: str, expected: list[tuple[str, int, int]]) -> None:
    assert errors(write(body)) == expected


def test_the_remedy_for_missing_rights_can_be_copied_into_the_file(write: Write, maru: Path) -> None:
    (fault,) = [fault for fault in write('![배 "셋"이 맨 나루](assets/나루.jpg)') if fault.code == "no-rights"]
    entry = str(fault.hint).partition("\n")[2]
    path = maru / REPORT
    written = path.read_text(encoding="utf-8").replace("    people: none\n---", f"    people: none\n{entry}\n---")
    path.write_text(written, encoding="utf-8")
    assert [one.code for one in examine(maru)[1] if one.severity is Severity.ERROR] == []


def test_a_name_that_differs_in_capitals_is_answered_with_the_right_one(write: Write) -> None:
    (fault,) = [fault for fault in write("[계획](assets/PLAN.PDF)") if fault.code == "unknown-attachment"]
    assert "'plan.pdf'" in str(fault.hint)


def test_files_that_nothing_leads_to_are_noted(write: Write) -> None:
    told = {fault.span.file.rpartition("/")[2]: fault for fault in write("[계획](assets/plan.pdf)")}
    assert told["신청서.hwpx"].code == "unused-attachment"
    assert told["신청서.hwpx"].severity is Severity.NOTE
    assert "plan.pdf" not in told


def test_no_file_and_not_all_together_are_larger_than_set(write: Write, maru: Path, change: Change) -> None:
    change("site.yml", "published:", "attachments: {file_mb: 1, total_mb: 1}\npublished:")
    for name in ("plan.pdf", "사업 계획.pdf"):
        (maru / "assets" / name).write_bytes(PDF[:-7] + bytes(800_000) + b"%%EOF\n")
    assert errors(write("[계획](assets/plan.pdf)")) == []
    _, faults = examine(maru)
    assert "many-attachments" not in [fault.code for fault in faults]
    write("[계획](assets/plan.pdf) [계획](<assets/사업 계획.pdf>)")
    (fault,) = [fault for fault in examine(maru)[1] if fault.code == "many-attachments"]
    assert fault.span.file.endswith("site.yml")
    (maru / "assets" / "plan.pdf").write_bytes(PDF[:-7] + bytes(1_200_000) + b"%%EOF\n")
    assert ("large-attachment", "plan.pdf") in [
        (fault.code, fault.span.file.rpartition("/")[2]) for fault in examine(maru)[1]
    ]
