"""Editions made by the command, read back from their files by programs that did not make them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from guidebook.books.contact_sheets import ACROSS, DOWN, SheetLook
from guidebook.books.edition_files import PRINTING
from guidebook.books.office_files import ORDER, REGISTRATION
from guidebook.books.subjects import WHOLE
from guidebook.preflight.document import Document, Expected
from tests.commands.printed_files import (
    A4,
    A5,
    BOOK,
    EDITIONS,
    FORMS,
    LOOK,
    MM,
    ON_PAPER,
    PRINTED_TWICE,
    REPORT,
    TITLES,
    Made,
    all_editions,
    bare,
    check_contents,
    check_folios,
    check_links,
    contents_lines,
    darkest_at_edge,
    folded,
    guidebook,
    hue,
    small_words,
)
from tests.conftest import CITIES, Change
from tests.design import DESIGN
from tests.pdf.engines import apart

CONTACT = DESIGN.look(SheetLook)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return all_editions(tmp_path_factory)


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
    with Document(path.read_bytes(), Expected("", "", "", ())) as book:
        pages = range(len(book.pdf.pages))
        streams = [stream for page in pages for _, stream in book.content_streams(page)]
        used = [instruction.operator for stream in streams for instruction in stream]
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
        if not re.search(r"「|^[\d. ]+$", title):  # pages that rest on a source name it more shortly
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
    assert ("회색조만" in everything.text(edition)) == grey


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
    across = (seen.width - CONTACT.gap) // (CONTACT.page + CONTACT.gap)
    rows = round(seen.height / ((CONTACT.page + CONTACT.gap) * 2**0.5))  # all these papers are about as tall
    tall = (seen.height - CONTACT.gap) // rows - CONTACT.gap
    assert across <= ACROSS
    assert rows <= DOWN
    lefts = [CONTACT.gap + column * (CONTACT.page + CONTACT.gap) for column in range(across)]
    tops = [CONTACT.gap + row * (tall + CONTACT.gap) for row in range(rows)]
    cells = [seen.crop((left, top, left + CONTACT.page, top + tall)) for top in tops for left in lefts]
    return [cell for cell in cells if len(cell.getcolors(CONTACT.page * tall) or ()) > 1]


@pytest.fixture
def copied(everything: Made, tmp_path: Path) -> Made:
    """The same in a folder that a test may change."""
    shutil.copytree(everything.folder.parents[1], tmp_path / "out")
    return Made(tmp_path / "out" / "print" / WHOLE)


def test_the_same_command_twice_gives_the_same_bytes(everything: Made, copied: Made) -> None:
    before = everything.files()
    assert len(before) > 20
    guidebook(CITIES / "maru", copied.folder.parents[1], "--edition", "all", "--copies", "40")
    assert copied.files() == before


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


def test_a_fault_in_the_content_leaves_the_last_editions_as_they_were(copied: Made, maru: Path, change: Change) -> None:
    made = Made(copied.folder.parents[1])
    before = made.files()
    assert len(before) > 20
    change("programs/river-path.md", "as_of: 2026", "as_of: 언젠가")
    for asked in ((), ("--program", "river-path")):
        said = guidebook(maru, made.folder, *asked, "--edition", "all", code=1)
        assert "error[" in said
        assert made.files() == before


def test_a_copier_with_colour_gets_colour(maru: Path, change: Change) -> None:
    change("site.yml", "published:", "printing:\n  colour: true\npublished:")
    told = guidebook(maru, maru.parent / "out", "--program", "river-path", "--edition", "office")
    made = Made(maru.parent / "out" / "print" / "river-path")
    assert max(hue(picture) for picture in made.pdf("office", REPORT).pictures) > 60
    assert "컬러" in told
    assert "컬러" in made.text("office")
