"""Editions made by the command, read back from their files by programs that did not make them."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pikepdf
import pymupdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from guidebook.books.contact_sheets import ACROSS, DOWN, GAP, WIDTH
from guidebook.books.edition_files import PRINTING, Commission, EditionFiles
from guidebook.books.order_forms import ORDER, REGISTRATION
from guidebook.books.print_formats import EDITIONS
from guidebook.books.subjects import WHOLE
from guidebook.cli import main
from guidebook.output.manifest import NAME as MANIFEST
from guidebook.preflight.document import Book, Expected
from guidebook.render.book.print_instructions import Print
from guidebook.render.context import RenderContext
from tests.commands.test_pack import FILES
from tests.conftest import CITIES, Change
from tests.pdf.engines import apart

MM = 72 / 25.4
A4, A5 = (210, 297), (148, 210)
BOOK, REPORT, LOOK = "안내책자", "사례보고", "쪽-모음-1.png"
TITLES = dict(zip(EDITIONS, ("화면용", "복사기용", "A4용", "인쇄소용", "큰글자"), strict=True))
FORMS = {
    name: {f"{form}.{kind}" for form in forms for kind in ("txt", "pdf", "hwpx")}
    for name, forms in (("office", [REGISTRATION]), ("press", [REGISTRATION, ORDER]))
}
ON_PAPER = ("office", "office-plain", "large-print")
PRINTED_TWICE = {"office": "짧은 쪽으로", "office-plain": "긴 쪽으로", "large-print": "긴 쪽으로"}
LEAST = 15.99
"""Points: 16 but for what a file rounds off."""
FOOT, OUTER = 53.0, 0.3
"""Points from the foot and share of the width in which a page's number stands at its outer side."""


@dataclass(frozen=True)
class Pdf:
    """A finished file as others see it."""

    path: Path

    @cached_property
    def sizes(self) -> list[tuple[int, int]]:
        """Of each page, in whole millimetres."""
        with pikepdf.open(self.path) as pdf:
            boxes = [[float(side) for side in page.mediabox] for page in pdf.pages]
        return [(round((x2 - x1) / MM), round((y2 - y1) / MM)) for x1, y1, x2, y2 in boxes]

    @cached_property
    def words(self) -> list[str]:
        """Of each page."""
        return [page[0] for page in self._read([(0, 1)])]

    @cached_property
    def halves(self) -> list[tuple[str, str]]:
        """What the left and the right half of each side of paper say."""
        return [(left, right) for left, right in self._read([(0, 0.5), (0.5, 1)])]

    @cached_property
    def corners(self) -> list[tuple[str, str]]:
        """What stands at the outer foot on the left and on the right of each page, or sheet of two pages."""
        width = OUTER / 2 if self.sizes[0][0] > self.sizes[0][1] else OUTER
        return [(left.strip(), right.strip()) for left, right in self._read([(0, width), (1 - width, 1)], FOOT)]

    @cached_property
    def pictures(self) -> list[Image.Image]:
        """Each page at 72 dots an inch."""
        document = pypdfium2.PdfDocument(self.path)
        try:
            return [page.render(scale=1).to_pil().convert("RGB") for page in document]
        finally:
            document.close()

    def _read(self, parts: list[tuple[float, float]], foot: float | None = None) -> list[list[str]]:
        read = []
        document = pypdfium2.PdfDocument(self.path)
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            box = {"bottom": 0, "top": foot or height}
            said = [text.get_text_bounded(left=width * one, right=width * end, **box) for one, end in parts]
            read.append([words.replace("\r\n", "\n") for words in said])
            text.close()
        document.close()
        return read


@dataclass(frozen=True)
class Made:
    """What one command left behind."""

    folder: Path
    told: str = field(default="", repr=False)

    def files(self, edition: str = "") -> dict[str, bytes]:
        """Of a folder with all below it."""
        folder = self.folder / edition
        return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}

    def pdf(self, edition: str, name: str = BOOK) -> Pdf:
        return Pdf(self.folder / edition / f"{name}-{TITLES[edition]}.pdf")

    def text(self, edition: str, name: str = PRINTING) -> str:
        octets = (self.folder / edition / name).read_bytes()
        assert octets.startswith(b"\xef\xbb\xbf"), "Windows' editor tells UTF-8 by its mark"
        assert octets.count(b"\n") == octets.count(b"\r\n") > 5
        return octets.decode("utf-8-sig")


def guidebook(content: Path, output: Path, *arguments: str, code: int = 0) -> str:
    """The command; what it says."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        assert main(["guidebook", "--content", str(content), "--output", str(output), *arguments]) == code, said
    return said.getvalue()


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)


def contents_lines(words: str) -> list[tuple[str, int]]:
    """The lines of a page of contents: what stands there and the number."""
    found = re.findall(r"^(.+?)(?: \.)+ ?(\d+)$", words, re.MULTILINE)
    return [(re.sub(r"^(\d+|[㉠-㉻]) ", "", line), int(number)) for line, number in found]


def check_contents(pages: Mapping[int, str], contents: str, least: int) -> None:
    """Each number of the contents is that of a page which says the title."""
    lines = contents_lines(contents)
    assert len(lines) >= least
    assert [number for _, number in lines] == sorted(number for _, number in lines)
    for line, number in lines:
        title = re.sub(r" \(\d+권\)$", "", line)
        # A colophon has the heading of its first row below its own.
        assert bare(title) in bare(pages[number]), line


def check_folios(pdf: Pdf, bare_pages: tuple[int, ...] = (1,)) -> None:
    """Each page shows its number at its outer foot: right-hand pages on the right."""
    for number, corners in enumerate(pdf.corners, start=1):
        assert corners[number % 2] == ("" if number in bare_pages else str(number)), pdf.path.name


def check_links(pdf: Pdf) -> int:
    """No link leads nowhere; how many lead to a page."""
    inside = 0
    with pikepdf.open(pdf.path) as read:
        pages = {page.obj.objgen for page in read.pages}
        for page in read.pages:
            for link in page.obj.get("/Annots", pikepdf.Array()):
                if "/Dest" in link:
                    assert link.Dest[0].objgen in pages
                    inside += 1
                else:
                    assert str(link.A.URI).startswith(("http://", "https://"))
    return inside


def hue(picture: Image.Image) -> int:
    """The most that channels of a dot are apart: 0 where all is grey."""
    red, green, blue = picture.split()
    extremes = [ImageChops.difference(*pair).getextrema() for pair in ((red, green), (green, blue))]
    return max(int(most) for _, most in extremes)  # type: ignore[arg-type]


def darkest_at_edge(picture: Image.Image, millimetres: float) -> int:
    """Of the strip along all edges."""
    strip = int(millimetres * MM)
    grey, (width, height) = picture.convert("L"), picture.size
    sides = (
        (0, 0, width, strip),
        (0, height - strip, width, height),
        (0, 0, strip, height),
        (width - strip, 0, width, height),
    )
    return min(int(grey.crop(side).getextrema()[0]) for side in sides)  # type: ignore[arg-type]


def small_words(path: Path) -> list[tuple[int, float, str]]:
    """Page, points and words of all text below 16 points, as two readers find it: forms and drawings included."""
    found = []
    with pymupdf.open(path) as document:
        for number, page in enumerate(document, start=1):
            spans = [
                span
                for block in page.get_text("dict")["blocks"]
                for line in block.get("lines", ())
                for span in line["spans"]
            ]
            assert spans
            found += [
                (number, round(one["size"], 2), one["text"])
                for one in spans
                if one["text"].strip() and one["size"] < LEAST
            ]
    with Book(path.read_bytes(), Expected("", "", "", ())) as book:
        for at in range(len(book.pdf.pages)):
            found += [(at + 1, round(run.size, 2), run.said) for run in book.runs(at) if run.size < LEAST]
    return found


def folded(pages: int, first: int) -> list[tuple[int, int]]:
    """The numbers left and right on each side of a stitched booklet's sheets, fronts and backs in turn."""
    ends = [(first + side, first + pages - 1 - side) for side in range(pages // 2)]
    return [(high, low) if side % 2 == 0 else (low, high) for side, (low, high) in enumerate(ends)]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """All editions of the tiny city, forty copies."""
    output = tmp_path_factory.mktemp("all") / "output"
    told = guidebook(CITIES / "maru", output, "--edition", "all", "--copies", "40")
    return Made(output / "print" / WHOLE, told)


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_edition_has_a_folder_of_its_own_with_all_that_belongs_to_it(everything: Made, edition: str) -> None:
    assert {path.name for path in everything.folder.iterdir()} == {*EDITIONS, PRINTING}
    wanted = {f"{BOOK}-{TITLES[edition]}.pdf", LOOK, *FORMS.get(edition, ())} | (
        {PRINTING} if edition in ON_PAPER else set()
    )
    assert set(everything.files(edition)) == wanted
    for name in wanted:
        assert f"  {name}\n" in everything.told
    assert f"print/{WHOLE}/{edition}/\n" in everything.told


def test_the_screen_s_book_has_tags_links_and_bookmarks_on_a5(everything: Made) -> None:
    pdf = everything.pdf("screen")
    assert set(pdf.sizes) == {A5}
    check_folios(pdf)
    assert check_links(pdf) > 20
    with pikepdf.open(pdf.path) as read:
        assert bool(read.Root.MarkInfo.Marked)
        assert read.Root.StructTreeRoot.K is not None
        assert str(read.Root.Lang) == "ko"
    document = pypdfium2.PdfDocument(pdf.path)
    marked = {mark.get_title(): mark.get_dest().get_index() for mark in document.get_toc()}
    document.close()
    for title in ("차례", "주민이 강길을 내다", "강길을 따라 하루", "찾아보기", "판권지"):
        assert bare(title) in bare(pdf.words[marked[title]])


def test_the_copier_s_sheets_read_on_when_they_are_folded(everything: Made) -> None:
    pdf = everything.pdf("office")
    pages = 2 * len(pdf.sizes)
    assert set(pdf.sizes) == {(297, 210)}
    assert pages % 4 == 0
    shown = [tuple("" if number == 1 else str(number) for number in pair) for pair in folded(pages, 1)]
    assert pdf.corners == shown
    assert shown[0] == (str(pages), "")


@pytest.mark.parametrize("edition", EDITIONS)
def test_only_what_a_black_copier_prints_is_grey(everything: Made, edition: str) -> None:
    hues = [hue(picture) for picture in everything.pdf(edition).pictures]
    if edition in ("office", "office-plain"):
        assert max(hues) == 0
    else:
        assert max(hues) > 60


def test_the_copier_s_rollers_find_white_paper(everything: Made) -> None:
    office, screen = everything.pdf("office").pictures, everything.pdf("screen").pictures
    assert min(darkest_at_edge(picture, 5) for picture in office) >= 250
    assert min(darkest_at_edge(picture, 6) for picture in office) < 250, "tabs and covers reach up to that strip"
    assert min(darkest_at_edge(picture, 5) for picture in screen) < 250, "a page itself reaches over its edge"


def test_the_plain_edition_is_a4_and_fills_both_sides_of_its_sheets(everything: Made) -> None:
    pdf = everything.pdf("office-plain")
    assert set(pdf.sizes) == {A4}
    assert len(pdf.sizes) % 2 == 0
    check_folios(pdf)


def test_the_press_gets_bleed_marks_and_inks(everything: Made) -> None:
    path = everything.pdf("press").path
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) % 4 == 0
        for page in pdf.pages:
            trim, bleed, media = (
                [float(side) for side in page.obj[name]] for name in ("/TrimBox", "/BleedBox", "/MediaBox")
            )
            beyond = [
                [(t - o) / MM * (1 if side < 2 else -1) for side, (o, t) in enumerate(zip(box, trim, strict=True))]
                for box in (bleed, media)
            ]
            assert beyond[0] == pytest.approx([3.0] * 4, abs=0.01)
            assert min(beyond[1]) > 7.99
            assert ((trim[2] - trim[0]) / MM, (trim[3] - trim[1]) / MM) == pytest.approx(A5, abs=0.01)
        assert not [one for one in pdf.objects if isinstance(one, pikepdf.Object) and b"/DeviceRGB" in one.unparse()]
    with Book(path.read_bytes(), Expected("", "", "", ())) as book:
        used = [told.operator for page in range(len(book.pdf.pages)) for _, drawn in book.drawn(page) for told in drawn]
    assert "k" in used
    assert not {"rg", "RG"} & set(used)


def test_the_order_says_how_many_copies_of_how_many_pages(everything: Made) -> None:
    pages = len(everything.pdf("press").sizes)
    order, registered = (bare(everything.text("press", f"{form}.txt")) for form in (ORDER, REGISTRATION))
    assert "40부" in order
    assert f"{pages}쪽" in order
    assert "A5(148×210mm)" in order
    assert f"{BOOK}-{TITLES['press']}.pdf" in order
    assert f"{pages}쪽" in registered
    assert "발간등록" in registered


def test_large_print_has_no_word_below_sixteen_points(everything: Made) -> None:
    pdf = everything.pdf("large-print")
    assert set(pdf.sizes) == {A4}
    assert small_words(pdf.path) == []
    assert len(small_words(everything.pdf("screen").path)) > 100, "the measure sees small words"


@pytest.mark.parametrize("edition", ["screen", "office-plain", "press", "large-print"])
def test_each_edition_has_numbers_of_its_own(everything: Made, edition: str) -> None:
    pdf = everything.pdf(edition)
    pages = dict(enumerate(pdf.words, start=1))
    (contents,) = [words for words in pdf.words if words.startswith("차례\n")]
    check_contents(pages, contents, 8)
    if edition != "press":  # whose marks and line of its own stand around the page
        check_folios(pdf)
        assert check_links(pdf) > 10
    referred = re.findall(r"^(.*?)\s*→ (\d+)쪽", "\n".join(pdf.words), re.MULTILINE)
    assert referred
    for title, number in referred:
        assert bare(title.removesuffix(" 행정복지센터")) in bare(pages[int(number)])


def test_large_print_s_numbers_are_not_the_screen_s(everything: Made) -> None:
    small, large = (
        next(contents_lines(words) for words in everything.pdf(edition).words if words.startswith("차례\n"))
        for edition in ("screen", "large-print")
    )
    assert small != large


@pytest.mark.parametrize("edition", ON_PAPER)
def test_who_stands_at_the_copier_is_told_what_to_set(everything: Made, edition: str) -> None:
    sides = len(everything.pdf(edition).sizes)
    sheets = -(-sides // 2)
    said = everything.text(edition)
    assert f"{BOOK}-{TITLES[edition]}.pdf" in said
    assert f"40부, A4 {40 * sheets}장(500장 묶음 {-(-40 * sheets // 500)}개)" in said
    assert f"한 부 {sheets}장" in said
    assert PRINTED_TWICE[edition] in said
    assert ("가운데 철심" if edition == "office" else "왼쪽 위 모서리 철심") in said
    assert f"40부 = A4 {40 * sheets}장" in everything.told


@pytest.mark.parametrize("edition", ON_PAPER)
def test_grey_is_promised_only_where_the_file_is_grey(everything: Made, edition: str) -> None:
    grey = max(hue(picture) for picture in everything.pdf(edition).pictures) == 0
    assert ("회색만" in everything.text(edition)) == grey


@pytest.mark.parametrize("edition", EDITIONS)
def test_all_pages_can_be_looked_through_in_one_picture(everything: Made, edition: str) -> None:
    pdf = everything.pdf(edition)
    shown = _cells(everything.folder / edition / LOOK)
    if edition == "office":
        assert len(shown) == 2 * len(pdf.pictures)
        return
    assert len(shown) == len(pdf.pictures)
    for one, page in zip(shown, pdf.pictures, strict=True):
        assert apart(one, page) < 5, "measured: up to 3 for the same page"
    assert max(apart(one, pdf.pictures[0]) for one in shown) > 12, "the measure tells pages apart"


def _cells(path: Path) -> list[Image.Image]:
    """The pages of a contact sheet, in order; places without one are left out."""
    with Image.open(path) as sheet:
        assert sheet.format == "PNG"
        sheet.verify()
    seen = Image.open(path).convert("RGB")
    across = (seen.width - GAP) // (WIDTH + GAP)
    rows = round(seen.height / ((WIDTH + GAP) * 2**0.5))  # all these papers are about as tall
    tall = (seen.height - GAP) // rows - GAP
    assert across <= ACROSS
    assert rows <= DOWN
    lefts = [GAP + column * (WIDTH + GAP) for column in range(across)]
    tops = [GAP + row * (tall + GAP) for row in range(rows)]
    cells = [seen.crop((left, top, left + WIDTH, top + tall)) for top in tops for left in lefts]
    return [cell for cell in cells if len(cell.getcolors(WIDTH * tall) or ()) > 1]


def test_the_same_command_twice_gives_the_same_bytes(everything: Made) -> None:
    before = everything.files()
    assert len(before) > 20
    guidebook(CITIES / "maru", everything.folder.parents[1], "--edition", "all", "--copies", "40")
    assert everything.files() == before


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
            ("일러두기", "둘러보며 적기"),
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


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("--route", "river-dya"), "'river-day'"),
        (("--program", "river-pat", "--edition", "all"), "'river-path'"),
        (("--program", "nothing-alike"), "river-path"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest_and_nothing_is_made(
    tmp_path: Path, arguments: tuple[str, ...], hint: str
) -> None:
    said = guidebook(CITIES / "maru", tmp_path / "out", *arguments, code=1)
    assert "error[unknown-record]" in said
    assert hint in said.split("unknown-record", 1)[1]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--visit", "hansol", "--route", "river-day"),
        ("--route", "river-day", "--program", "river-path"),
        ("--edition", "pocket"),
        ("--size", "b5"),
        ("--copies", "0"),
    ],
)
def test_what_cannot_be_asked_for_is_wrong_usage_and_nothing_is_made(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    guidebook(CITIES / "maru", tmp_path / "out", *arguments, code=2)
    assert not (tmp_path / "out").exists()


def test_a_fault_in_the_content_leaves_the_last_editions_as_they_were(maru: Path, change: Change) -> None:
    made = Made(maru.parent / "out")
    guidebook(maru, made.folder, "--program", "river-path")
    before = made.files()
    assert len(before) > 5
    change("programs/river-path.md", "as_of: 2026", "as_of: 언젠가")
    said = guidebook(maru, made.folder, "--program", "river-path", "--edition", "all", code=1)
    assert "error[" in said
    assert made.files() == before


def test_a_copier_with_colour_gets_colour(maru: Path, change: Change) -> None:
    change("site.yml", "published:", "printing:\n  colour: true\npublished:")
    told = guidebook(maru, maru.parent / "out", "--program", "river-path", "--edition", "office")
    made = Made(maru.parent / "out" / "print" / "river-path")
    assert max(hue(picture) for picture in made.pdf("office", REPORT).pictures) > 60
    assert "색 있음" in told
    assert "색 있음" in made.text("office")


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


@pytest.fixture(scope="module", params=[("yeoul", 2, 4), ("maru", 3, 2)], ids=lambda one: one[0])
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
    assert f"100부, A4 {100 * sum(sheets)}장(500장 묶음 {-(-sum(sheets) // 5)}개)" in said
    assert "권마다 가운데 철심" in said
    for pdf in volumes.pdfs:
        assert pdf.path.name in said


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


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The pack of a visit with one edition more."""
    output = tmp_path_factory.mktemp("visit") / "output"
    told = guidebook(CITIES / "maru", output, "--visit", "hansol", "--copies", "12", "--copies", "large-print=3")
    return Made(output / "print" / "hansol", told)


def test_a_visit_s_pack_has_further_editions_in_folders_of_their_own(visit: Made) -> None:
    assert {path.name for path in visit.folder.iterdir()} == {*FILES, "large-print"}
    assert set(visit.files("large-print")) == {f"{BOOK}-{TITLES['large-print']}.pdf", PRINTING, LOOK}
    assert "3부, A4 " in visit.text("large-print")


def test_each_edition_has_its_own_number_of_copies_and_all_stand_on_one_sheet(visit: Made) -> None:
    """Forty for the copier and three in large print: one command, one sheet for who stands at the copier."""
    own, _, large = visit.text("").partition("[큰글자] large-print/")
    assert "12부, A4 " in own
    assert "3부, A4 " in large
    assert "12부" not in large
    assert "인쇄: 12부" in visit.told
    assert "인쇄: 큰글자 3부" in visit.told


def test_editions_and_their_numbers_can_stand_in_the_visit_itself(
    maru: Path, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[str, int]] = []

    def no_files(
        edition: RenderContext, _: object, __: object, commission: Commission, ___: object
    ) -> tuple[EditionFiles, tuple[()]]:
        made.append((edition.print_format.id, commission.copies))
        job = Print(commission.copies, (1,), False) if edition.print_format.folded else None
        return EditionFiles({PRINTING: b""}, 4, job), ()

    monkeypatch.setattr("guidebook.books.visit_editions.edition_files", no_files)
    change("visits/hansol.yml", "copies: 30\n", "copies: 30\neditions: {large-print: 3, office-plain: 2}\n")
    for asked in (("--copies", "40"), ("--copies", "large-print=5", "--copies", "press=100")):
        guidebook(maru, maru.parent / "out", "--visit", "hansol", *asked)
    assert [dict(made[:4]), dict(made[4:])] == [
        {"screen": 40, "office": 40, "office-plain": 2, "large-print": 3},
        {"screen": 30, "office": 30, "office-plain": 2, "press": 100, "large-print": 5},
    ]


@pytest.mark.parametrize(
    "copies", ["0", "-3", "many", "10001", "4.5", "=3", "screen=3", "large=3", "large-print=0", "٣"]
)
def test_copies_that_nobody_can_print_are_answered_in_korean(tmp_path: Path, copies: str) -> None:
    said = guidebook(CITIES / "maru", tmp_path / "out", f"--copies={copies}", code=2)
    assert "부수는 1부터 10,000까지" in said or "찍는 판: office, office-plain, press, large-print" in said
    assert guidebook(CITIES / "maru", tmp_path / "out", "--copies=4", "--copies=5", code=2).count("두 번") == 1


def test_a_visit_s_large_print_is_large_and_has_numbers_of_its_own(visit: Made) -> None:
    pdf = visit.pdf("large-print")
    assert set(pdf.sizes) == {A4}
    check_folios(pdf, (1, len(pdf.sizes)))
    check_links(pdf)
    assert small_words(pdf.path) == []
