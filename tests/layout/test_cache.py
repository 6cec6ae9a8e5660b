"""Chapters kept between builds are the ones that would be laid out, and nothing else is ever taken for one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.cli.paths import cache_folder
from guidebook.layout.cache import STEP, LayoutCache
from guidebook.layout.engine import LayoutEngine
from guidebook.layout.typefaces import install
from guidebook.pdf.joining import join
from guidebook.render.book.laid_out import LaidOut
from guidebook.storage.steps import StepCache, key_of
from tests.books.test_assembly import METADATA, chapter
from tests.design import INK
from tests.paths import PACKAGES, TEMPLATES
from tests.storage.test_steps import swap

ONE = chapter('<h1 id="a">가나다</h1><p>글 <a href="book:b">둘</a></p><h2 id="b">둘</h2>')

KEY = {"text": "1"}


def cache_in(folder: Path) -> LayoutCache:
    return LayoutCache(StepCache(folder))


def kept(folder: Path) -> list[Path]:
    """The files of the chapters that are kept."""
    place = folder / STEP
    return sorted(place.iterdir()) if place.is_dir() else []


def press(folder: Path | None, css: str = "") -> LayoutEngine:
    faces, faults = install(cache_folder(), PACKAGES)
    assert faces is not None, faults
    sheet = "@page{size:148mm 210mm;bleed:3mm}h1{bookmark-level:1}h2{bookmark-level:2}" + css
    return LayoutEngine(sheet, faces, (TEMPLATES,), cache_in(folder) if folder else None)


def laid(folder: Path | None, css: str = "") -> LaidOut:
    one, faults = press(folder, css).lay_out(ONE)
    assert one is not None
    assert faults == ()
    return one


def test_from_the_cache_a_chapter_is_what_it_was_when_laid_out(tmp_path: Path) -> None:
    none, cold, warm = laid(None), laid(tmp_path), laid(tmp_path)
    assert none == cold == warm
    assert len(kept(tmp_path)) == 1
    books = {join((one,), METADATA, INK)[0].pdf for one in (none, cold, warm)}
    assert len(books) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda octets: octets[:-40],
        lambda octets: octets[: len(octets) // 2] + b"x" + octets[len(octets) // 2 + 1 :],
        lambda octets: b"",
        lambda octets: b"{}\n%PDF-1.7",
        lambda octets: octets.partition(b"\n")[2],
    ],
)
def test_what_is_not_whole_is_laid_out_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    sound = laid(tmp_path)
    (path,) = kept(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert laid(tmp_path) == sound


def test_chapters_that_lie_under_the_keys_of_each_other_are_laid_out_again(tmp_path: Path) -> None:
    others = (ONE, chapter('<h1 id="a">다른 글</h1><p id="b">둘</p>'))

    def book() -> bytes:
        made = [press(tmp_path).lay_out(one)[0] for one in others]
        return join(tuple(one for one in made if one is not None), METADATA, INK)[0].pdf

    sound = book()
    swap(*kept(tmp_path))
    assert book() == sound


def test_another_style_sheet_side_or_text_is_another_chapter(tmp_path: Path) -> None:
    laid(tmp_path)
    laid(tmp_path, "h1{color:#123456}")
    press(tmp_path).lay_out(ONE, "left")
    press(tmp_path).lay_out(chapter("<h1>다른 글</h1>"))
    assert len(kept(tmp_path)) == 4


def test_a_chapter_with_a_fault_is_not_kept(tmp_path: Path) -> None:
    _, faults = press(tmp_path).lay_out(chapter("<p>\U0001f600</p>"))
    assert faults
    assert not kept(tmp_path)


def test_where_nothing_can_be_kept_a_build_is_only_slower(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert laid(tmp_path / "file") == laid(None)


def kept_in(folder: Path) -> Path:
    """The one file of the cache."""
    (path,) = kept(folder)
    return path


@pytest.fixture(scope="module")
def sound() -> LaidOut:
    return laid(None)


@settings(max_examples=200)
@given(st.data())
def test_no_byte_of_what_is_kept_can_be_another(sound: LaidOut, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        cache = cache_in(Path(folder))
        cache.keep(KEY, sound)
        octets = bytearray(kept_in(Path(folder)).read_bytes())
        head = octets.index(b"\n") + 1
        at = data.draw(st.one_of(st.integers(0, head), st.integers(0, len(octets) - 1)))
        octets[at] ^= data.draw(st.integers(1, 255))
        kept_in(Path(folder)).write_bytes(octets)
        assert cache.find(KEY, ONE) in (None, sound)


@settings(max_examples=100)
@given(st.data())
def test_what_was_cut_off_anywhere_is_not_found(sound: LaidOut, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        cache = cache_in(Path(folder))
        cache.keep(KEY, sound)
        octets = kept_in(Path(folder)).read_bytes()
        kept_in(Path(folder)).write_bytes(octets[: data.draw(st.integers(0, len(octets) - 1))])
        assert cache.find(KEY, ONE) is None


@given(st.binary(max_size=200))
def test_what_others_put_there_is_not_found(octets: bytes) -> None:
    with TemporaryDirectory() as folder:
        cache = cache_in(Path(folder))
        (Path(folder) / STEP).mkdir()
        (Path(folder) / STEP / key_of(KEY)).write_bytes(octets)
        assert cache.find(KEY, ONE) is None
        cache.steps.keep(STEP, "", KEY, octets)
        assert cache.find(KEY, ONE) is None


def test_what_was_laid_out_again_is_kept_again(tmp_path: Path) -> None:
    laid(tmp_path)
    path = kept_in(tmp_path)
    octets = path.read_bytes()
    path.write_bytes(octets[:-1])
    laid(tmp_path)
    assert kept_in(tmp_path) == path
    assert path.read_bytes() == octets


def test_a_warm_cache_lays_nothing_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = laid(tmp_path)
    monkeypatch.setattr(LayoutEngine, "_lay_out", lambda *_: pytest.fail("it is in the cache"))
    assert laid(tmp_path) == sound


def test_names_of_anchors_and_outline_come_back_as_they_were(tmp_path: Path) -> None:
    body = "".join(
        f'<h1 id="ㄱ-{n}">제목 “{n}” ㎡</h1><h2 id="b{n}">둘</h2><p style="break-after:page">글</p>' for n in range(3)
    )
    one = chapter(body, references=("b0", "b2"))
    cold, _ = press(tmp_path).lay_out(one)
    warm, _ = press(tmp_path).lay_out(one)
    assert cold is not None
    assert cold == warm
    assert cold.chapter is one
    assert {name for name in cold.anchors if name.startswith("ㄱ")} == {"ㄱ-0", "ㄱ-1", "ㄱ-2"}
    assert [len(bookmark.children) for bookmark in cold.bookmarks] == [1, 1, 1]


def test_the_same_words_under_another_name_are_found_as_the_chapter_that_asks(tmp_path: Path) -> None:
    laid(tmp_path)
    other = replace(ONE, id="two", title="다른 장", source="content/other.md")
    one, _ = press(tmp_path).lay_out(other)
    assert one is not None
    assert one.chapter is other
    assert len(kept(tmp_path)) == 1


def test_a_fault_is_told_at_every_asking(tmp_path: Path) -> None:
    asked = chapter("<p>\U0001f600</p>")
    first, second = (press(tmp_path).lay_out(asked)[1] for _ in range(2))
    assert [fault.code for fault in first] == ["missing-glyph"]
    assert first == second


def test_a_chapter_that_may_not_be_read_is_not_kept(tmp_path: Path) -> None:
    one, faults = press(tmp_path).lay_out(chapter('<p><img src="https://example.com/a.png" alt=""></p>'))
    assert one is None
    assert faults
    assert not kept(tmp_path)


def test_a_folder_that_lets_nothing_in_makes_a_build_only_slower(tmp_path: Path, sound: LaidOut) -> None:
    folder = tmp_path / "cache"
    folder.write_bytes(b"")  # a file where the folder should be lets nobody in, root neither
    assert laid(folder) == laid(folder) == sound
    assert folder.read_bytes() == b""


def test_what_cannot_be_written_whole_leaves_nothing(
    tmp_path: Path, sound: LaidOut, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    cache_in(tmp_path).keep(KEY, sound)
    monkeypatch.undo()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_folder_in_the_place_of_a_chapter_does_no_harm(tmp_path: Path, sound: LaidOut) -> None:
    laid(tmp_path)
    path = kept_in(tmp_path)
    path.unlink()
    path.mkdir()
    assert laid(tmp_path) == sound


def test_lines_of_the_content_neither_lay_out_anew_nor_stay_behind(tmp_path: Path) -> None:
    first = chapter('<h1>장</h1><p data-line="3">글</p>')
    press(tmp_path).lay_out(first)
    moved = chapter('<h1>장</h1><p data-line="9">글</p>')
    one, _ = press(tmp_path).lay_out(moved)
    assert len(kept(tmp_path)) == 1
    assert one is not None
    assert one.chapter == moved


def test_what_only_looks_like_a_line_of_the_content_counts(tmp_path: Path) -> None:
    for number in (3, 9):
        press(tmp_path).lay_out(chapter(f'<h1>장</h1><p>&lt;p data-line="{number}"&gt; data-line="{number}"</p>'))
    assert len(kept(tmp_path)) == 2


def test_a_style_sheet_and_fonts_are_read_once_in_a_process_and_again_where_they_changed(tmp_path: Path) -> None:
    faces, _ = install(cache_folder(), PACKAGES)
    assert faces is not None
    copies = tuple((family, weight, tmp_path / path.name) for family, weight, path in faces.files)
    for (_, _, path), (_, _, own) in zip(faces.files, copies, strict=True):
        shutil.copy(path, own)
    own_faces = replace(faces, files=copies)

    def pdf(css: str) -> bytes:
        one, faults = LayoutEngine(f"@page{{size:A5}}{css}", own_faces, (TEMPLATES,)).lay_out(ONE, "left")
        assert one is not None, faults
        return one.pdf

    body = "h1,p{font:400 9pt Pretendard GOV}"
    before = pdf(body)
    assert pdf(body) == before
    assert pdf(body.replace("9pt", "12pt")) != before
    regular, bold = (path for family, _, path in copies if family == "Pretendard GOV")
    shutil.copy(bold, regular)
    assert pdf(body) != before, "the font was written anew under the same name"


def test_a_sheet_with_a_font_of_its_own_shares_fonts_with_no_other() -> None:
    face = f"@font-face{{font-family:Own;src:url({(TEMPLATES / 'own.ttf').as_uri()})}}"
    assert press(None)._fonts is press(None)._fonts
    assert press(None, face)._fonts is not press(None)._fonts
    assert press(None, face)._fonts is not press(None, face)._fonts
