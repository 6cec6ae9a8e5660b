"""Chapters kept between builds are the ones that would be laid out, and nothing else is ever taken for one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guidebook.publish import shelf as shelves
from guidebook.publish.book import INK
from guidebook.publish.fonts import install
from guidebook.publish.join import join
from guidebook.publish.laid_out import LaidOut
from guidebook.publish.pdf import Press
from guidebook.publish.pipeline import CACHE, PACKAGES, TEMPLATES
from guidebook.publish.shelf import Shelf
from tests.publish.test_book import METADATA, chapter

ONE = chapter('<h1 id="a">가나다</h1><p>글 <a href="book:b">둘</a></p><h2 id="b">둘</h2>')


def press(folder: Path | None, css: str = "") -> Press:
    faces, faults = install(CACHE, PACKAGES)
    assert faces is not None, faults
    sheet = "@page{size:148mm 210mm;bleed:3mm}h1{bookmark-level:1}h2{bookmark-level:2}" + css
    return Press(sheet, faces, (TEMPLATES,), Shelf(folder) if folder else None)


def laid(folder: Path | None, css: str = "") -> LaidOut:
    one, faults = press(folder, css).lay_out(ONE)
    assert one is not None
    assert faults == ()
    return one


def test_from_the_shelf_a_chapter_is_what_it_was_when_laid_out(tmp_path: Path) -> None:
    none, cold, warm = laid(None), laid(tmp_path), laid(tmp_path)
    assert none == cold == warm
    assert len(list(tmp_path.iterdir())) == 1
    books = {join((one,), METADATA, INK)[0].pdf for one in (none, cold, warm)}
    assert len(books) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda octets: octets[:-40],
        lambda octets: octets[: len(octets) // 2] + b"x" + octets[len(octets) // 2 + 1 :],
        lambda octets: b"",
        lambda octets: b"{}\n%PDF-1.7",
        lambda octets: b"[1, 2]\n",
    ],
)
def test_what_is_not_whole_is_laid_out_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    sound = laid(tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage(kept.read_bytes()))
    assert laid(tmp_path) == sound


def test_another_style_sheet_side_or_text_is_another_chapter(tmp_path: Path) -> None:
    laid(tmp_path)
    laid(tmp_path, "h1{color:#123456}")
    press(tmp_path).lay_out(ONE, "left")
    press(tmp_path).lay_out(chapter("<h1>다른 글</h1>"))
    assert len(list(tmp_path.iterdir())) == 4


def test_a_chapter_with_a_fault_is_not_kept(tmp_path: Path) -> None:
    _, faults = press(tmp_path).lay_out(chapter("<p>\U0001f600</p>"))
    assert faults
    assert not list(tmp_path.iterdir())


def test_where_nothing_can_be_kept_a_build_is_only_slower(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert laid(tmp_path / "file") == laid(None)


def test_the_longest_unused_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "KEPT", 2)
    shelf, one = Shelf(tmp_path), laid(None)
    for name in ("a", "b", "c"):
        shelf.keep(name, one)
    assert len(list(tmp_path.iterdir())) == 2
    assert shelf.find("c", ONE) is not None
