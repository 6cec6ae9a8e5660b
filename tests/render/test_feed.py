"""The feed of changes: read by an independent parser of XML, the same wherever the site lives."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from guidebook.check import check
from guidebook.commands.examine import examine
from guidebook.load.content import load_content
from guidebook.render.new_context import context_of
from guidebook.render.web.feed import feed
from guidebook.render.web.site import site_pages
from tests.conftest import Change
from tests.paths import PACKAGES, TEMPLATES

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def _feed(content: Path) -> ElementTree.Element:
    catalogue, _ = examine(content)
    return ElementTree.fromstring(feed(context_of(catalogue.public(), TEMPLATES, PACKAGES)))


def _texts(root: ElementTree.Element, path: str) -> list[str | None]:
    return [one.text for one in root.findall(path, ATOM)]


def test_the_newest_change_comes_first(maru: Path) -> None:
    root = _feed(maru)
    assert _texts(root, "a:entry/a:title") == ["전화번호를 고쳤습니다.", "강길 이야기를 실었습니다."]
    assert _texts(root, "a:updated") == ["2026-11-02T00:00:00+09:00"]
    assert _texts(root, "a:author/a:name") == ["마루 기록 모임"]


def test_ids_stay_when_the_site_moves_and_addresses_follow(maru: Path, change: Change) -> None:
    change("site.yml", "실었습니다.}", "실었습니다., record: river-path}")
    before = _feed(maru)
    change("site.yml", "published:", "base_url: https://example.org/maru/\npublished:")
    after = _feed(maru)
    assert _texts(before, ".//a:id") == _texts(after, ".//a:id")
    assert len(set(_texts(after, ".//a:id"))) == 3
    links = [link.get("href") for link in after.findall(".//a:link", ATOM)]
    assert links == [
        "https://example.org/maru/feed.xml",
        "https://example.org/maru/changes/",
        "https://example.org/maru/changes/",
        "https://example.org/maru/programs/river-path/",
    ]


def test_a_site_without_changes_has_neither_page_nor_feed(yeoul: Path, yeoul_site: Path) -> None:
    catalogue, _ = examine(yeoul)
    assert "changes/" not in {page.path for page in site_pages(context_of(catalogue, TEMPLATES, PACKAGES))}
    assert not (yeoul_site / "feed.xml").exists()
    assert "atom+xml" not in (yeoul_site / "index.html").read_text(encoding="utf-8")


def test_a_change_of_an_unknown_record_is_told(maru: Path, change: Change) -> None:
    change("site.yml", "실었습니다.}", "실었습니다., record: river-paht}")
    fault = next(fault for fault in check(load_content(maru).catalogue) if fault.code == "unknown-record")
    assert fault.span.line == 22
    assert "river-path" in str(fault.hint)
