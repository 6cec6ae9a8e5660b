"""Files that the command has printed, as readers see them that did not make them."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pikepdf
import pymupdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from guidebook.books.edition_files import PRINTING
from guidebook.books.office_files import ORDER, REGISTRATION
from guidebook.books.subjects import WHOLE
from guidebook.cli import main
from guidebook.preflight.document import Document, Expected
from tests.conftest import CITIES
from tests.sharing import made_once

MM = 72 / 25.4
A4, A5 = (210, 297), (148, 210)
BOOK, REPORT, LOOK = "안내책자", "사례보고", "쪽-모음-1.png"
EDITIONS = ("screen", "office", "office-plain", "press", "large-print")
"""The formats that the templates have, in their order."""
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
        assert main(["guidebook", "--content", str(content), "--output", str(output), *arguments]) == code, (
            said.getvalue()
        )
    return said.getvalue()


def all_editions(factory: pytest.TempPathFactory) -> Made:
    """All editions of 마루군's guidebook, forty copies, for tests that only read them: made once in a run of tests."""

    def make(folder: Path) -> None:
        told = guidebook(CITIES / "maru", folder / "output", "--edition", "all", "--copies", "40")
        (folder / "told.txt").write_text(told, encoding="utf-8")

    folder = made_once(factory, "all-editions", make)
    return Made(folder / "output" / "print" / WHOLE, (folder / "told.txt").read_text(encoding="utf-8"))


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)


def contents_lines(words: str) -> list[tuple[str, int]]:
    """The lines of a page of contents: what stands there and the number, which is read after what is said below it."""
    found: list[tuple[str, int]] = []
    waiting = ""
    for line in words.splitlines()[1:]:
        match = re.fullmatch(r"(?:(.+) )?(\d+)", line.strip())
        if match and (waiting or match[1]):
            found.append((re.sub(r"^(\d+|[㉠-㉻]) ", "", waiting or match[1]), int(match[2])))
            waiting = ""
        else:
            waiting = waiting or line.strip()
    return found


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
    with Document(path.read_bytes(), Expected("", "", "", ())) as book:
        for at in range(len(book.pdf.pages)):
            found += [(at + 1, round(run.size, 2), run.text) for run in book.runs(at) if run.size < LEAST]
    return found


def folded(pages: int, first: int) -> list[tuple[int, int]]:
    """The numbers left and right on each side of a stitched booklet's sheets, fronts and backs in turn."""
    ends = [(first + side, first + pages - 1 - side) for side in range(pages // 2)]
    return [(high, low) if side % 2 == 0 else (low, high) for side, (low, high) in enumerate(ends)]
