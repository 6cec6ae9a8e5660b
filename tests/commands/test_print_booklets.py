"""A book that is too thick for a stapler: several booklets, whose numbers run on."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from guidebook.books.subjects import WHOLE
from tests.commands.printed_files import (
    BOOK,
    TITLES,
    Made,
    Pdf,
    bare,
    check_contents,
    contents_lines,
    folded,
    guidebook,
)
from tests.conftest import CITIES


@dataclass(frozen=True)
class Volumes:
    """A book that one stapler does not take."""

    made: Made
    city: str
    limit: int
    count: int

    @cached_property
    def pdfs(self) -> list[Pdf]:
        """One for each booklet."""
        names = [f"{BOOK}-{TITLES['office']}-{self.count}권중{k}권.pdf" for k in range(1, self.count + 1)]
        assert {name for name in self.made.files("office") if name.startswith(BOOK)} == set(names)
        return [Pdf(self.made.folder / "office" / name) for name in names]

    @cached_property
    def pages(self) -> list[dict[int, str]]:
        """For each booklet what its pages say, by the numbers that they have when all are folded."""
        first, held = 1, []
        for pdf in self.pdfs:
            pairs = folded(2 * len(pdf.sizes), first)
            sides = zip(pairs, pdf.halves, strict=True)
            held.append({number: said for pair, halves in sides for number, said in zip(pair, halves, strict=True)})
            first += len(held[-1])
        return held


VOLUMES = [("yeoul", 2, 5), ("maru", 4, 2)]


@pytest.fixture(scope="module", params=VOLUMES, ids=lambda one: one[0])
def volumes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Volumes:
    city, limit, count = request.param
    output = tmp_path_factory.mktemp("volumes") / "output"
    content = stapled(city, output.parent, limit)
    told = guidebook(content, output, "--edition", "office", "--copies", "100")
    return Volumes(Made(output / "print" / WHOLE, told), city, limit, count)


def stapled(city: str, folder: Path, limit: int) -> Path:
    """A copy of the city, whose stapler takes so many sheets."""
    shutil.copytree(CITIES / city, folder / "content")
    site = folder / "content" / "site.yml"
    words = site.read_text(encoding="utf-8")
    before, _, after = words.partition("printing:\n")
    site.write_text(f"{before.rstrip()}\nprinting:\n  staple_sheets: {limit}\n{after}", encoding="utf-8")
    return folder / "content"


def test_a_thick_book_is_several_booklets_that_the_stapler_takes(volumes: Volumes) -> None:
    for pdf in volumes.pdfs:
        assert set(pdf.sizes) == {(297, 210)}
        assert len(pdf.sizes) % 2 == 0
        assert len(pdf.sizes) // 2 <= volumes.limit


def test_numbers_run_on_and_every_page_is_on_the_sheets_once(volumes: Volumes) -> None:
    shown = [corner for pdf in volumes.pdfs for pair in pdf.corners for corner in pair]
    covers = [min(pages) for pages in volumes.pages]
    assert sorted(int(number) for number in shown if number) == [
        number for number in range(1, len(shown) + 1) if number not in covers
    ]
    for pdf, pages, cover in zip(volumes.pdfs, volumes.pages, covers, strict=True):
        wanted = [tuple("" if n == cover else str(n) for n in pair) for pair in folded(len(pages), cover)]
        assert pdf.corners == wanted


def test_each_cover_says_which_booklet_it_is(volumes: Volumes) -> None:
    for number, pages in enumerate(volumes.pages, start=1):
        cover = bare(pages[min(pages)])
        assert bare(f"{volumes.count}권 중 {number}권") in cover
        assert "견본입니다" in cover
        if number < volumes.count:
            last = bare(pages[max(pages)])
            assert bare(f"다음 권으로 이어집니다 {volumes.count}권 중 {number + 1}권") in last


def test_contents_name_the_page_and_the_booklet_of_everything(volumes: Volumes) -> None:
    everywhere = {number: said for pages in volumes.pages for number, said in pages.items()}
    (contents,) = [said for said in volumes.pages[0].values() if said.startswith("차례\n")]
    check_contents(everywhere, contents, 8)
    named = 1
    for line, number in contents_lines(contents):
        said = re.search(r"\((\d+)권\)$", line)
        named = int(said[1]) if said else named
        (held,) = [at for at, pages in enumerate(volumes.pages, start=1) if number in pages]
        assert named == held, f"'{line}' is in booklet {held}"
    assert named == volumes.count


def test_a_further_booklet_has_contents_of_its_own(volumes: Volumes) -> None:
    everywhere = {number: said for pages in volumes.pages for number, said in pages.items()}
    for pages in volumes.pages[1:]:
        contents = pages[min(pages) + 1]
        assert contents.startswith("이 권의 차례\n")
        check_contents(everywhere, contents, 1)
        assert {number for _, number in contents_lines(contents)} <= set(pages)


def test_who_prints_booklets_is_told_the_paper_of_each(volumes: Volumes) -> None:
    said, sheets = volumes.made.text("office"), [len(pdf.sizes) // 2 for pdf in volumes.pdfs]
    each = ", ".join(f"{number}권 {count}장" for number, count in enumerate(sheets, start=1))
    assert f"한 부 {sum(sheets)}장({each})" in said
    assert f"100부, A4 {100 * sum(sheets):,}장(500장 묶음 {-(-sum(sheets) // 5)}개)" in said
    assert "권마다 가운데 철심" in said
    for pdf in volumes.pdfs:
        assert pdf.path.name in said


@pytest.mark.parametrize("volumes", VOLUMES[:1], indirect=True, ids=lambda one: one[0])
def test_a_book_that_has_become_thin_leaves_no_booklets_behind(volumes: Volumes, tmp_path: Path) -> None:
    shutil.copytree(volumes.made.folder.parents[1], tmp_path / "out")
    guidebook(CITIES / volumes.city, tmp_path / "out", "--edition", "office")
    made = Made(tmp_path / "out" / "print" / WHOLE)
    assert [name for name in made.files("office") if name.startswith(BOOK)] == [f"{BOOK}-{TITLES['office']}.pdf"]


def test_a_chapter_too_long_for_any_booklet_names_the_edition_that_is_not_folded(tmp_path: Path) -> None:
    said = guidebook(stapled("maru", tmp_path, 1), tmp_path / "out", "--edition", "office", code=1)
    assert "error[too-thick]" in said
    assert "--edition office-plain" in said
    assert not (tmp_path / "out").exists()
