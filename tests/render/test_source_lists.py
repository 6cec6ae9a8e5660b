"""Lists of sources say what needs confirming once, and put no empty brackets behind a source."""

from __future__ import annotations

from pathlib import Path

from guidebook.commands.examine import examine
from guidebook.render.new_context import context_of
from guidebook.render.web.site import site_pages
from tests.conftest import Change
from tests.paths import PACKAGES, TEMPLATES

HELD = "covers: [address, point, phone, hours, closed, opening]"


def test_sources_are_marked_by_their_heading_and_bracketed_only_with_fields(maru: Path, change: Change) -> None:
    change(
        "sites/reed-village.yml",
        HELD,
        HELD.replace("phone, ", "") + "\n  - {kind: blog, publisher: 전화 블로그, covers: [phone]}",
    )
    change("pages/visit.md", "## 안내\n", "## 출처\n\n[[sources]]\n\n## 안내\n")
    catalogue, _ = examine(maru)
    pages = {page.path: page.body for page in site_pages(context_of(catalogue.public(), TEMPLATES, PACKAGES))}
    assert "전화 블로그 (확인 필요)" in pages["sites/reed-village/"]
    assert "()" not in pages["sites/reed-village/"]
    listed = pages["visit/"].partition("블로그(확인 필요)")[2].partition("</section>")[0]
    assert "전화 블로그" in listed
    assert "확인 필요" not in listed
