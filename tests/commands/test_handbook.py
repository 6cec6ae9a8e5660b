"""The handbook: documents become pages, each has its place, faults are told where they were written."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from guidebook.cli.paths import cache_folder
from guidebook.commands.examine import examine
from guidebook.commands.handbook.gathering import gather
from guidebook.commands.handbook.making import PAPER_NAME, make_handbook
from guidebook.load.folders import shown
from guidebook.model.diagnostic import Diagnostic
from guidebook.storage.paths import Paths
from tests.conftest import ROOT
from tests.paths import PACKAGES, TEMPLATES

SITE = """title: 나루 편집자 안내서
title_en: Naru handbook
short_title: 나루 안내서
description: 나루의 글을 고치는 방법입니다.
lead: 고치고 저장하면 됩니다.
publisher: {name: 나루 기록 모임}
published: 2026-11-02
document: {kind: report, publisher: 나루 기록 모임, title: 나루의 문서}
"""
ADOPTION = """# 도입 검토서

파일만으로 이루어집니다.

| 항목 | 내용 |
|---|---|
| 서버 | 없습니다. |

- 기록이 남습니다.
"""
SEARCH = """# 검색: `search`

## 낱말 더하기

[쓰기](writing.md#쓰는-법-본문)를 보세요. [위](#낱말-더하기)에도 있습니다.
"""
WRITING = """# 쓰기

## 쓰는 법: 본문

`[글](search.md)`처럼 [검색](search.md)에, [개발](../../CONTRIBUTING.md)에,
[누리집](https://example.org/)에 잇습니다. [[routes]]와 [^주]는 글자입니다.

```
[글](search.md)
```

| 이름 | 뜻 |
|---|---|
| `a` | 가 |
"""
DOCUMENTS = {"adoption": ADOPTION, "search": SEARCH, "writing": WRITING}
TABLE = """documents:
  - {file: writing, part: first, summary: 쓰는 방법입니다.}
  - {file: search, part: first, summary: 검색하는 방법입니다.}
  - {file: adoption, part: last, summary: 검토할 것입니다., book: false}
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in DOCUMENTS.items():
        write(tmp_path / "docs" / "ko" / f"{name}.md", text)
    write(tmp_path / "docs" / "handbook" / "site.yml", SITE)
    write(tmp_path / "docs" / "handbook" / "documents.yml", TABLE)
    for order, (part, title) in enumerate((("first", "글 쓰기"), ("last", "찾아보기 글")), start=1):
        page = f"---\ntitle: {title}\nsummary: {title}의 요약입니다.\norder: {order}\n---\n"
        write(tmp_path / "docs" / "handbook" / "pages" / f"{part}.md", page)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def told(checkout: Path) -> list[Diagnostic]:
    """What is wrong with the documents, or with the pages that they became."""
    gathered, faults = gather(checkout, checkout / "made")
    if gathered is None:
        return [*faults]
    return [*faults, *gathered.told(examine(gathered.content)[1])]


def only(checkout: Path) -> tuple[str, str, int]:
    (fault,) = told(checkout)
    return fault.code, fault.span.file, fault.span.line


def change(path: Path, old: str, new: str) -> None:
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new), encoding="utf-8")


def test_documents_become_pages(checkout: Path) -> None:
    assert told(checkout) == []
    page = (checkout / "made" / "pages" / "writing.md").read_text(encoding="utf-8")
    assert page.startswith(
        '---\ntitle: "쓰기"\nsummary: "쓰는 방법입니다."\nsection: "first"\norder: 1\nbook: true\n---\n'
    )
    assert "`[글](search.md)`처럼 [검색](page:about-search)에, 개발(`CONTRIBUTING.md`)에,\n[누리집](https://e" in page
    assert "\\[[routes]]와 \\[^주]는" in page
    assert "```\n[글](search.md)\n```" in page
    assert "\n\n표: 쓰는 법: 본문 (이름, 뜻)\n\n| 이름 | 뜻 |\n" in page
    other = (checkout / "made" / "pages" / "about-search.md").read_text(encoding="utf-8")
    assert 'title: "검색: search"' in other
    assert "[쓰기](page:writing#쓰는-법-본문)를 보세요. [위](#낱말-더하기)" in other


def test_a_document_without_a_place_is_told(checkout: Path) -> None:
    write(checkout / "docs" / "ko" / "hosting.md", "# 공개\n\n올립니다.\n")
    assert only(checkout) == ("unplaced-document", "docs/ko/hosting.md", 1)
    (fault,) = told(checkout)
    assert "- {file: hosting, part: 부의_아이디, summary: 한 문장 요약}" in str(fault.hint)


def test_a_place_without_a_document_is_told(checkout: Path) -> None:
    (checkout / "docs" / "ko" / "search.md").unlink()
    assert only(checkout) == ("unknown-document", "docs/handbook/documents.yml", 3)


def test_a_document_without_a_title_is_told(checkout: Path) -> None:
    change(checkout / "docs" / "ko" / "search.md", "# 검색: `search`\n\n", "")
    assert only(checkout) == ("untitled-document", "docs/ko/search.md", 1)


def test_a_mistake_in_the_table_is_told_at_its_line(checkout: Path) -> None:
    change(checkout / "docs" / "handbook" / "documents.yml", "book: false", "print: false")
    assert only(checkout) == ("unknown-key", "docs/handbook/documents.yml", 4)


def test_no_documents_are_told(checkout: Path) -> None:
    (checkout / "docs" / "handbook" / "documents.yml").unlink()
    assert only(checkout) == ("no-handbook", "docs/handbook/documents.yml", 1)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("ko/search.md", "낱말-더하기)에도", "없는-제목)에도", ("unknown-heading", "docs/ko/search.md", 5)),
        ("ko/writing.md", "| `a` | 가 |", "| `a` | 가 | 나 |", ("table-cells", "docs/ko/writing.md", 14)),
        ("handbook/site.yml", "lead: 고치고", "led: 고치고", ("missing-key", "docs/handbook/site.yml", 1)),
        ("handbook/pages/last.md", "order: 2", "ordr: 2", ("unknown-key", "docs/handbook/pages/last.md", 4)),
    ],
)
def test_what_is_wrong_is_told_where_it_was_written(
    checkout: Path, file: str, old: str, new: str, expected: tuple[str, str, int]
) -> None:
    change(checkout / "docs" / file, old, new)
    assert expected in [(one.code, one.span.file, one.span.line) for one in told(checkout)]


def test_the_handbook_of_the_program_has_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    gathered, faults = gather(ROOT, tmp_path / "made")
    assert [(str(one.span), one.code, str(one.message)) for one in faults] == []
    assert gathered is not None
    found = gathered.told(examine(gathered.content)[1])
    assert [(str(one.span), one.code, str(one.message)) for one in found] == []


def test_website_book_and_paper_are_made_of_pages_alone(checkout: Path) -> None:
    """No city, no programmes, no tour: nothing of it is told, and nobody is said to operate the site."""
    output = checkout / "output"
    paths = Paths(checkout, output, checkout, cache_folder(), TEMPLATES, PACKAGES)
    made = make_handbook(paths, None)
    assert [str(one.message) for one in made.outcome.diagnostics] == []
    assert made.folder == f"{shown(output)}/print/{PAPER_NAME}"
    assert made.files == tuple(f"{PAPER_NAME}.{ending}" for ending in ("hwpx", "pdf", "txt"))

    home = (output / "site" / "index.html").read_text(encoding="utf-8")
    for title in ("글 쓰기", "찾아보기 글", "검색: search"):
        assert f">{title}</a>" in home
    for words in ("견본", "대한민국 공식", "시·군·구", "읍면동", "주민여행"):
        assert words not in home

    with pikepdf.open(output / "site" / "guidebook" / "guidebook.pdf") as book, book.open_outline() as outline:
        chapters = [str(one.title) for one in outline.root]
    assert "글 쓰기" in chapters
    assert "찾아보기 글" not in chapters, "its only document is for the website"
    assert not {"일러두기", "사례", "찾아보기", "현장 기록"} & set(chapters)

    paper = (output / "print" / PAPER_NAME / f"{PAPER_NAME}.txt").read_text(encoding="utf-8")
    assert "파일만으로 이루어집니다." in paper
    assert "서버" in paper
    assert "- 기록이 남습니다." in paper
