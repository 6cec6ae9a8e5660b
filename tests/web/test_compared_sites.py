"""Which pages of two builds differ: those of which a person would say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.model.forge.compared import Change, FileChange, PageChange, SiteChanges
from guidebook.web.compared_sites import compared_sites

PAGE = """<title>{title} | 마루군</title>
<link href="{up}assets/site.{styles}.css">
<nav>
<a href="{up}visit/">찾아오기</a>
</nav>
<p>{words}</p>
<footer>최종 검토일 {day}</footer>
"""
PATHS = ("index.html", "towns/gaon/index.html", "sites/port/index.html", "q/gaon/index.html", "visit/index.html")


def site(
    folder: Path, words: dict[str, str] | None = None, styles: str = "0" * 8, day: str = "1일", **more: str
) -> Path:
    for path in PATHS:
        said = (words or {}).get(path, "그대로")
        up = "../" * path.count("/") or "./"
        write(folder / path, PAGE.format(title=path.split("/")[0], up=up, styles=styles, words=said, day=day))
    write(folder / "assets" / f"site.{styles}.css", f"p{{order:{styles}}}")
    for name, content in more.items():
        write(folder / name.replace("__", "/").replace("_", "."), content)
    return folder


def write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return site(tmp_path / "before")


def test_the_same_site_has_not_changed(before: Path, tmp_path: Path) -> None:
    assert compared_sites(before, site(tmp_path / "after")) == SiteChanges()


def test_a_page_that_says_something_else_has(before: Path, tmp_path: Path) -> None:
    after = site(tmp_path / "after", {"towns/gaon/index.html": "새 전화"})
    changed = PageChange("towns/gaon/index.html", "towns", Change.CHANGED)
    assert compared_sites(before, after) == SiteChanges((changed,))


def test_what_changes_on_every_page_is_told_once(before: Path, tmp_path: Path) -> None:
    """New styles with another name, and another day at the foot."""
    assert compared_sites(before, site(tmp_path / "styles", styles="1" * 8)) == SiteChanges(everywhere=True)
    assert compared_sites(before, site(tmp_path / "foot", day="2일")) == SiteChanges(everywhere=True)
    both = site(tmp_path / "both", {"sites/port/index.html": "새 글"}, day="2일")
    assert [page.path for page in compared_sites(before, both).pages] == ["sites/port/index.html"]


FACES = '@font-face{{font-family:"P";src:url("P-{}.woff2") format("woff2");unicode-range:U+{}}}'


def test_a_new_syllable_cuts_the_fonts_anew_and_changes_no_page_but_its_own(before: Path, tmp_path: Path) -> None:
    after = site(tmp_path / "after", {"towns/gaon/index.html": "또"}, styles="1" * 8)
    for folder, name, faces in ((before, "0" * 8, ["3137"]), (after, "1" * 8, ["3139", "B610"])):
        cut = "".join(FACES.format(f"{face}.{name}", face) for face in faces)
        write(folder / "assets" / f"site.{name}.css", f"{cut}p{{}}")
    changed = PageChange("towns/gaon/index.html", "towns", Change.CHANGED)
    assert compared_sites(before, after) == SiteChanges((changed,))


def test_pages_that_come_and_go_are_told_and_other_files_too(before: Path, tmp_path: Path) -> None:
    after = site(tmp_path / "after", data__places_csv="나", news__index_html="<title>소식 &amp; 알림 | 마루군</title>")
    write(before / "data" / "places.csv", "가")
    (after / "visit" / "index.html").unlink()
    changes = compared_sites(before, after)
    assert changes.pages == (
        PageChange("news/index.html", "소식 & 알림", Change.NEW),
        PageChange("visit/index.html", "visit", Change.GONE),
    )
    assert changes.files == (FileChange("data/places.csv", Change.CHANGED),)


def test_another_picture_is_a_change_and_the_size_of_a_file_is_none(tmp_path: Path) -> None:
    picture, size = '<img src="../assets/강길-480.{}.webp">', "PDF, {}쪽, {}KB"
    one = site(tmp_path / "one", {"index.html": picture.format("a" * 8), "visit/index.html": size.format(21, 115)})
    two = site(tmp_path / "two", {"index.html": picture.format("b" * 8), "visit/index.html": size.format(22, 117)})
    assert [page.path for page in compared_sites(one, two).pages] == ["index.html"]


def test_lines_that_change_places_are_a_change(before: Path, tmp_path: Path) -> None:
    after = site(tmp_path / "after")
    lines = (after / "index.html").read_text(encoding="utf-8").splitlines()
    (after / "index.html").write_text("\n".join([*lines[:2], *reversed(lines[2:])]), encoding="utf-8")
    assert [page.path for page in compared_sites(before, after).pages] == ["index.html"]
