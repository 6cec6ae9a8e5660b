"""A route or a report printed alone: only what belongs to it, told of like the whole."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from guidebook.books.office_files import ORDER
from guidebook.output.manifest import NAME as MANIFEST
from tests.commands.printed_files import (
    BOOK,
    MM,
    REPORT,
    TITLES,
    Made,
    bare,
    check_contents,
    check_folios,
    check_links,
    folded,
    guidebook,
)
from tests.conftest import CITIES


@dataclass(frozen=True)
class Part:
    """A book of less than everything, in two editions that were asked for one after the other."""

    made: Made
    name: str
    first: Mapping[str, bytes]
    """The files of the first edition, before the second was asked for."""
    holds: tuple[str, ...]
    lacks: tuple[str, ...]


@pytest.fixture(scope="module", params=["route", "program"])
def part(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Part:
    output = tmp_path_factory.mktemp("part") / "output"
    content = output.parent / "content"
    shutil.copytree(CITIES / "maru", content)
    # Another town, which the route does not come to.
    town = (content / "towns" / "naru.yml").read_text(encoding="utf-8")
    (content / "towns" / "deul.yml").write_text(
        town.replace("나루면", "들면").replace("order: 2", "order: 3"), encoding="utf-8"
    )
    with (content / "programs" / "river-path.md").open("a", encoding="utf-8") as file:
        file.write("\n[들면](town:deul)과 [찾아오는 길](page:visit)도 보세요.\n")
    id, name, holds, lacks = {
        "route": (
            "river-day",
            BOOK,
            ("강길을 따라 하루", "강 박물관", "나루면", "강길 내기"),
            ("일러두기", "현장 기록"),
        ),
        "program": ("river-path", REPORT, ("강길 내기",), ("강 박물관", "찾아보기", "일러두기")),
    }[request.param]
    made = Made(output / "print" / id)
    guidebook(content, output, f"--{request.param}", id, "--edition", "office", "--copies", "3")
    before = made.files("office")
    guidebook(content, output, f"--{request.param}", f"{id}.md", "--edition", "screen")
    return Part(made, name, before, holds, lacks)


def test_an_edition_asked_for_later_leaves_the_first_one_s_folder(part: Part) -> None:
    assert part.first
    assert part.made.files("office") == part.first
    assert {path.name for path in part.made.folder.iterdir()} == {"office", "screen"}
    assert {path.name for path in part.made.folder.parent.iterdir()} == {part.made.folder.name}
    assert {path.name for path in part.made.folder.parents[1].iterdir()} == {"print", MANIFEST}


def test_a_part_has_only_what_belongs_to_it_and_no_dead_link(part: Part) -> None:
    pdf = part.made.pdf("screen", part.name)
    check_folios(pdf)
    inside = check_links(pdf)
    said = "\n".join(pdf.words)
    for words in part.holds:
        assert bare(words) in bare(said)
    for words in part.lacks:
        assert bare(words) not in bare(said)
    assert bare("들면과 찾아오는 길도 보세요") in bare(said), "what the book lacks is told in plain words"
    pages = dict(enumerate(pdf.words, start=1))
    contents = [words for words in pdf.words if words.startswith("차례\n")]
    if part.name == BOOK:
        assert inside > 5
        check_contents(pages, contents[0], 6)
        assert "들면" not in contents[0]
    else:
        assert contents == []
    for title, number in re.findall(r"^(.*?)\s*→ (\d+)쪽", said, re.MULTILINE):
        assert bare(title.removesuffix(" 행정복지센터")) in bare(pages[int(number)])


def test_a_part_is_folded_and_told_of_like_the_whole(part: Part) -> None:
    pdf = part.made.pdf("office", part.name)
    pages = 2 * len(pdf.sizes)
    assert pages % 4 == 0
    assert pdf.corners == [tuple("" if n == 1 else str(n) for n in pair) for pair in folded(pages, 1)]
    said = part.made.text("office")
    assert f"3부, A4 {3 * pages // 4}장(500장 묶음 1개)" in said
    assert f"{part.name}-{TITLES['office']}.pdf" in said


def test_another_size_is_for_what_is_not_laid_on_office_paper(tmp_path: Path) -> None:
    asked = ("--edition", "screen", "--edition", "press", "--edition", "office")
    guidebook(CITIES / "maru", tmp_path / "out", "--program", "river-path", "--size", "sinkuk", *asked)
    made = Made(tmp_path / "out" / "print" / "river-path")
    assert set(made.pdf("screen", REPORT).sizes) == {(152, 225)}
    assert set(made.pdf("office", REPORT).sizes) == {(297, 210)}
    with pikepdf.open(made.pdf("press", REPORT).path) as pdf:
        for page in pdf.pages:
            x1, y1, x2, y2 = (float(side) for side in page.trimbox)
            assert ((x2 - x1) / MM, (y2 - y1) / MM) == pytest.approx((152, 225), abs=0.01)
    assert "신국판" in made.text("press", f"{ORDER}.txt")
