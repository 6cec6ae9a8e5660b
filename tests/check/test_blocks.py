"""A page that asks for what there is none of is told so, and shows nothing half-made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guidebook.check.markdown.blocks import SHOWN
from guidebook.commands.examine import examine
from guidebook.model.records.page import Block
from guidebook.render.book.chapter import page_chapter
from guidebook.render.new_context import context_of
from guidebook.render.text.korean import unbind
from guidebook.render.web.site import site_pages
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES

KOREAN = sorted(set(SHOWN) - {Block.TOWNS})


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """yeoul without records beside its pages."""
    content = tmp_path / "content"
    shutil.copytree(CITIES / "yeoul", content)
    asked = "".join(f"\n## {block}\n\n[[{block}]]\n" for block in KOREAN)
    (content / "pages" / "asks.md").write_text(
        f"---\ntitle: 묻는 글\nsummary: 모두 묻는 글\norder: 90\n---\n## 글\n\n글\n{asked}", encoding="utf-8"
    )
    for folder in ("programs", "routes", "sites", "guides", "terms"):
        shutil.rmtree(content / folder, ignore_errors=True)
    return content


def test_what_shows_nothing_is_told_at_its_line_and_leaves_no_empty_table(bare: Path) -> None:
    catalogue, faults = examine(bare)
    lines = (bare / "pages" / "asks.md").read_text(encoding="utf-8").split("\n")
    empty = {block for block in KOREAN if not SHOWN[block](catalogue)}
    assert {Block.PARKING, Block.GUIDES, Block.TERMS, Block.ROUTES} <= empty
    told = [fault.span.line for fault in faults if fault.code == "block-empty" and fault.span.file.endswith("asks.md")]
    assert told == [lines.index(f"[[{block}]]") + 1 for block in KOREAN if block in empty]
    (page,) = [one for one in site_pages(context_of(catalogue, TEMPLATES, PACKAGES)) if one.path == "asks/"]
    assert "<table" not in page.body
    assert page.body.count("<dl") == (Block.MODEL_TOWNS not in empty)


def test_no_heading_stands_bare_on_page_or_paper(bare: Path) -> None:
    catalogue, _ = examine(bare)
    context = context_of(catalogue, TEMPLATES, PACKAGES)
    empty = {block for block in KOREAN if not SHOWN[block](catalogue)}
    (asks,) = [page for page in catalogue.pages if page.id == "asks"]
    (page,) = [one for one in site_pages(context) if one.path == "asks/"]
    paper = unbind(page_chapter(context, asks).html)
    assert paper.count("등록된 내용이 없습니다.") == page.body.count("등록된 내용이 없습니다.") == len(empty)
    assert "<table" not in paper


def test_a_timeline_of_programmes_without_a_start_is_told(bare: Path) -> None:
    shutil.copytree(CITIES / "yeoul" / "programs", bare / "programs")
    for path in (bare / "programs").glob("*.md"):
        lines = path.read_text(encoding="utf-8").split("\n")
        kept = [line for line in lines if not line.startswith(("start:", "end:"))]
        path.write_text("\n".join(kept), encoding="utf-8")
    told = [str(fault.message) for fault in examine(bare)[1] if fault.code == "block-empty"]
    assert [words for words in told if "[[timeline]]" in words]


def test_what_shows_something_is_not_told(bare: Path) -> None:
    shutil.copytree(CITIES / "yeoul" / "programs", bare / "programs")
    blocks = [str(fault.message) for fault in examine(bare)[1] if fault.code == "block-empty"]
    assert not [words for words in blocks if "program-table" in words]
