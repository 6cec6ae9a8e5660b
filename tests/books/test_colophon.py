"""The last page says who answers for the book, under which licence, and whom to call; the first its registration."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from guidebook.cli import main
from tests.conftest import Change

ARGUMENTS = ("guidebook", "--edition", "screen")


def pages(maru: Path) -> list[str]:
    output = maru.parent / "out"
    assert main([*ARGUMENTS, "--content", str(maru), "--output", str(output)]) == 0
    document = pypdfium2.PdfDocument(output / "print" / "guidebook" / "screen" / "안내책자-화면용.pdf")
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", " ") for page in document]
    finally:
        document.close()


def test_a_sample_has_its_notice_and_whom_to_call(maru: Path, change: Change) -> None:
    change("site.yml", "published:", 'emergency:\n  - {label: 화재·구급, number: "119"}\npublished:')
    last = pages(maru)[-1]
    assert "견본입니다" in last
    assert "119" in last


def test_publisher_registration_and_website_stand_where_they_are_looked_for(maru: Path, change: Change) -> None:
    change(
        "site.yml",
        "published:",
        "printing:\n  registration: 11-1234567-123456-01\nbase_url: https://example.org/maru/\npublished:",
    )
    first, *_, last = pages(maru)
    assert "11-1234567-123456-01" in first
    assert "11-1234567-123456-01" in last
    assert "https://example.org/maru/" in last
    assert "같은 글을 누리집에서도" in last


@pytest.mark.parametrize(("licence", "said"), [("kogl-1", "공공누리 제1유형"), ("kogl-4", "공공누리 제4유형")])
def test_a_public_licence_is_named_with_what_it_asks(maru: Path, change: Change, licence: str, said: str) -> None:
    change("site.yml", "published:", f"official: true\nlicence: {licence}\npublished:")
    change("site.yml", "  name: 마루 기록 모임", "  name: 마루군\n  department: 주민자치과\n  phone: 043-222-0001")
    last = pages(maru)[-1]
    assert said in last
    assert "출처를 밝히" in last
    assert "견본입니다" not in last
    assert "주민자치과" in last
    assert "043-222-0001" in last
