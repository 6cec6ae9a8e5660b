"""Pages as they looked when somebody last looked at them. `--accept` takes what they look like now."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pymupdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from guidebook.cli import main
from tests.commands.printed_files import all_editions
from tests.conftest import CITIES, ROOT
from tests.pdf.engines import GHOSTSCRIPT

REFERENCES = ROOT / "tests" / "golden" / "pages"
FAILED = ROOT / ".cache" / "golden"
ACCEPT = "python3 build.py test tests/books/test_golden.py --accept"
DPI, GREYS, OCTETS = 40, 16, 20_000
CELL = 10
"""Dots of a picture, some 6 mm, in which what is drawn is measured as one: finer than a block, coarser than an edge."""
MEAN, MOST = 2.0, 26.0
"""Of 255. Measured: other engines up to 1.6 and 23, a block moved by one line from 1.5 and 40, another page from 47."""
LINE = 9
"""Dots from line to line: 16 points."""
SCREEN, OFFICE = "screen/안내책자-화면용.pdf", "office/안내책자-복사기용.pdf"


@dataclass(frozen=True)
class Golden:
    """A page to keep in mind: the first of a file that says these words."""

    name: str
    city: str
    file: str
    says: str

    @property
    def path(self) -> Path:
        return REFERENCES / f"{self.name}.png"


PAGES = (
    Golden("cover", "maru", SCREEN, "발행처"),
    Golden("contents", "yeoul", SCREEN, "차례\n"),
    Golden("report", "yeoul", SCREEN, "책방 두 곳을 열었습니다.\n빈집이 책방으로"),
    Golden("route-map", "maru", SCREEN, "북 2km"),
    Golden("sheet", "maru", OFFICE, "판권지"),
)
Books = dict[str, Path]
Engine = Callable[[Path, int], Image.Image]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    """The folder of editions of each city."""
    output = tmp_path_factory.mktemp("yeoul") / "output"
    asked = ["guidebook", "--edition", "screen", "--content", str(CITIES / "yeoul"), "--output", str(output)]
    assert main(asked) == 0
    return {"yeoul": output / "print" / "guidebook", "maru": all_editions(tmp_path_factory).folder}


def found(golden: Golden, books: Books) -> tuple[Path, int]:
    """The file and the page, from 0."""
    path = books[golden.city] / golden.file
    document = pypdfium2.PdfDocument(path)
    try:
        words = [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()
    return path, next(at for at, said in enumerate(words) if golden.says in said)


def drawn(path: Path, page: int) -> Image.Image:
    """A page as it is kept: small and in few greys."""
    document = pypdfium2.PdfDocument(path)
    try:
        return in_few_greys(document[page].render(scale=DPI / 72).to_pil())
    finally:
        document.close()


def by_mupdf(path: Path, page: int) -> Image.Image:
    with pymupdf.open(path) as document:
        pixels = document[page].get_pixmap(dpi=DPI)
        return in_few_greys(Image.frombytes("RGB", (pixels.width, pixels.height), pixels.samples))


def by_ghostscript(path: Path, page: int) -> Image.Image:
    which = (f"-dFirstPage={page + 1}", f"-dLastPage={page + 1}", f"-r{DPI}", "-dGraphicsAlphaBits=4")
    made = subprocess.run([*GHOSTSCRIPT, *which, "-sOutputFile=-", str(path)], capture_output=True, check=True)
    return in_few_greys(Image.open(io.BytesIO(made.stdout)))


def in_few_greys(picture: Image.Image) -> Image.Image:
    step = 255 / (GREYS - 1)
    return picture.convert("L").point([round(round(level / step) * step) for level in range(256)])


def png(picture: Image.Image) -> bytes:
    octets = io.BytesIO()
    picture.quantize(GREYS).save(octets, "PNG", optimize=True)
    return octets.getvalue()


def kept(golden: Golden) -> Image.Image:
    return Image.open(golden.path).convert("L")


def apart(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """The mean and the greatest difference of cells, 0 to 255; as much as can be where the pages differ in size."""
    if max(abs(one.width - other.width), abs(one.height - other.height)) > 1:
        return 255.0, 255.0
    grain = (one.width // CELL, one.height // CELL)
    cells = ImageChops.difference(*(image.resize(grain, Image.Resampling.BOX) for image in (one, other)))
    levels = [int(level) for level in cells.tobytes()]
    return sum(levels) / len(levels), float(max(levels))


def alike(one: Image.Image, other: Image.Image) -> bool:
    mean, most = apart(one, other)
    return mean < MEAN and most < MOST


def put_down(golden: Golden, now: Image.Image) -> Path:
    """Leaves what the page looks like now, and both pictures side by side, kept and new; the latter's path."""
    FAILED.mkdir(parents=True, exist_ok=True)
    (FAILED / golden.path.name).write_bytes(png(now))
    both = [*([kept(golden)] if golden.path.is_file() else []), now]
    beside = Image.new("L", (sum(one.width + CELL for one in both), max(one.height for one in both)), 128)
    x = 0
    for one in both:
        beside.paste(one, (x, 0))
        x += one.width + CELL
    path = FAILED / f"{golden.name}-kept-and-new.png"
    path.write_bytes(png(beside))
    return path


def check(golden: Golden, now: Image.Image) -> None:
    """Fails where the page does not look as it is kept, and says where to look and what to do."""
    reason = ""
    if not golden.path.is_file():
        reason = f"{golden.path} is not there."
    elif not alike(kept(golden), now):
        mean, most = apart(kept(golden), now)
        reason = f"{golden.path} looks otherwise now: {mean:.1f} in the mean, {most:.0f} somewhere."
    if reason:
        pytest.fail(f"{reason}\nLook at {put_down(golden, now)}. If it is as it should be: {ACCEPT}", pytrace=False)


EACH = pytest.mark.parametrize("golden", PAGES, ids=lambda golden: golden.name)


@EACH
def test_the_page_looks_as_it_did_when_it_was_looked_at(
    golden: Golden, books: Books, request: pytest.FixtureRequest
) -> None:
    now = drawn(*found(golden, books))
    if request.config.getoption("--accept"):
        golden.path.parent.mkdir(parents=True, exist_ok=True)
        golden.path.write_bytes(png(now))
    check(golden, now)


@EACH
def test_the_picture_is_small_and_grey(golden: Golden) -> None:
    assert golden.path.stat().st_size <= OCTETS
    with Image.open(golden.path) as picture:
        assert picture.mode == "P"
        assert ImageChops.difference(picture.convert("RGB"), picture.convert("L").convert("RGB")).getbbox() is None


def test_every_picture_is_of_a_page_that_is_looked_at() -> None:
    assert {path.name for path in REFERENCES.iterdir()} == {golden.path.name for golden in PAGES}


@EACH
@pytest.mark.parametrize("engine", [by_mupdf, by_ghostscript])
def test_the_same_page_by_another_engine_is_alike(golden: Golden, books: Books, engine: Engine) -> None:
    path, page = found(golden, books)
    assert alike(engine(path, page), drawn(path, page))


@EACH
def test_another_page_is_not_alike(golden: Golden, books: Books) -> None:
    path, page = found(golden, books)
    document = pypdfium2.PdfDocument(path)
    others = [other for other in range(len(document)) if other != page]
    document.close()
    assert others
    assert not [other for other in others if alike(kept(golden), drawn(path, other))]


@EACH
def test_a_page_whose_lower_part_has_moved_by_a_line_is_not_alike(golden: Golden) -> None:
    page = kept(golden)
    moved, top = page.copy(), page.height // 3
    moved.paste(page.crop((0, top, page.width, page.height - 3 * LINE)), (0, top + LINE))
    assert not alike(page, moved)


def test_a_page_without_its_map_is_not_alike() -> None:
    (golden,) = [one for one in PAGES if one.name == "route-map"]
    page = kept(golden)
    lacking = page.copy()
    lacking.paste(255, (0, page.height // 12, page.width * 5 // 6, page.height // 3))
    assert not alike(page, lacking)


def test_who_sees_it_fail_is_told_where_to_look_and_how_to_accept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "FAILED", tmp_path / "golden")
    with pytest.raises(pytest.fail.Exception) as told:
        check(PAGES[0], kept(PAGES[1]))
    beside = tmp_path / "golden" / "cover-kept-and-new.png"
    assert str(beside) in str(told.value)
    assert ACCEPT in str(told.value)
    with Image.open(beside) as both, Image.open(tmp_path / "golden" / "cover.png") as new:
        assert both.width > kept(PAGES[0]).width + kept(PAGES[1]).width
        assert new.size == kept(PAGES[1]).size
