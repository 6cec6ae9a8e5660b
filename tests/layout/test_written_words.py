"""Words that people wrote and that stopped a build or a pack: what `check` lets through is made, in every edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.cli import main
from tests.conftest import Change

ADDRESS = "https://www.example.go.kr/portal/board/view.do?menuNo=200123&boardSeq=" + "9876543210" * 5
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 3
BODY = f"""
## 해마다

해마다의 회의록: [2024](https://www.example.go.kr/2024), [2025](https://www.example.go.kr/2025), [1](town:naru).

## “주소” ‘모음’

자세한 것은 마루군누리집(<{ADDRESS}>)을 봅니다.

누리집은 [www.example.go.kr/{LETTERS}](https://www.example.go.kr/)이고, `{LETTERS}`라고 적습니다.

{LETTERS}**{LETTERS}**{LETTERS} 그리고 한글이아주길게이어지는낱말**가운데에굵은글**이있습니다.

- 가 · 나 · 다 : 라 ( 마 ) [ 바 ] 정말 ? 그래요 !
"""
VISIT = """delegation: 한빛시 “주민자치” 협의회
people: 31
copies: 4
date: 2026-12-03
start: "10:00"
end: "16:30"
stops:
  - site: river-museum
    text: ‘마루’형 주민자치 “설명”
    stay: 60
  - restaurant: ferry-table
    lunch: true
    stay: 60
  - restaurant: ferry-tavern
    stay: 60
programs: [river-path]
host:
  department: 마을자치과
  phone: 043-222-0101
goals:
  - “주민세”를 마을 사업에 쓰는 방법을 배웁니다.
  - 주민총회 준비 ‘과정’ … “끝”
edition: 2
edition_at: 2026-12-02 09:10
"""


def run(content: Path, output: Path, *arguments: str) -> int:
    return main([*arguments, "--content", str(content), "--output", str(output)])


def test_a_site_and_its_books_are_made_of_them(maru: Path, change: Change, tmp_path: Path) -> None:
    report = maru / "programs" / "river-path.md"
    report.write_text(report.read_text(encoding="utf-8") + BODY, encoding="utf-8")
    change("programs/river-path.md", "summary: ", "summary: “강길” ")
    change("site.yml", "title: ", "palette: {primary: '#014a7c'}\ntitle: ")
    assert run(maru, tmp_path / "output", "check") == 0
    assert run(maru, tmp_path / "output") == 0
    assert (tmp_path / "output" / "site" / "guidebook" / "river-path.pdf").is_file()


def test_a_pack_and_its_large_print_are_made_of_them(
    maru: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of two restaurants that differ in nothing else, what is said of the second needs confirming."""
    (maru / "visits" / "lunch.yml").write_text(VISIT, encoding="utf-8")
    certain = (maru / "restaurants" / "ferry-table.yml").read_text(encoding="utf-8")
    doubtful = certain
    for before, after in (
        ("kind: official, publisher: 마루군", "kind: blog, publisher: 마루 이야기"),
        ("나룻배 밥상", "나룻배 주막"),
    ):
        assert before in doubtful
        doubtful = doubtful.replace(before, after)
    (maru / "restaurants" / "ferry-tavern.yml").write_text(doubtful, encoding="utf-8")
    arguments = ("guidebook", "--visit", "lunch", "--edition", "large-print", "--edition", "office-plain")
    assert run(maru, tmp_path / "output", *arguments) == 0
    said = capsys.readouterr().err
    assert "mark-at-edge" not in said
    assert "broken-word" not in said
    assert (tmp_path / "output" / "print" / "lunch" / "large-print").is_dir()
