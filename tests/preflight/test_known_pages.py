"""A page that is known is not read again, and whatever may be wrong with a page makes it a new one."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest

from guidebook.books.assembly import lay_out_all
from guidebook.books.kept_books import KeptBooks
from guidebook.model.placeholder import REFERENCE
from guidebook.pdf.joining import join
from guidebook.preflight.checks import OF_SINGLE_PAGES, SCREEN_CHECKS, read_back
from guidebook.preflight.document import Check, Document, Expected, Finding
from guidebook.render.book.guidebook import Manuscript
from guidebook.storage.steps import StepCache
from tests.books.test_assembly import METADATA, chapter, press
from tests.design import INK

PAGES = 4
BROKEN = 2
"""The page, from 0, that is broken on purpose."""
Change = Callable[[pikepdf.Pdf, pikepdf.Page], None]


@pytest.fixture(scope="module")
def book() -> tuple[bytes, Expected]:
    """A book of several chapters, one page each, with text, a table and links."""
    text = '<h1 id="a{n}">제목 {n}</h1><p><a href="https://example.com/{n}">연락처</a>와 글</p>'
    table = "<table><tr><td>칸</td></tr></table>"
    chapters = tuple(chapter(text.format(n=number) + table, f"chapter-{number}") for number in range(PAGES))
    laid_out, _ = lay_out_all(Manuscript("제목", chapters, chapters[0]), press())
    made, faults = join(laid_out, METADATA, INK)
    assert (faults, made.pages) == ((), PAGES)
    return made.pdf, Expected("제목", "ko", "", made.references, frozenset())


def changed(octets: bytes, change: Change) -> bytes:
    """The file with its broken page changed."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(octets)) as pdf:
        change(pdf, pdf.pages[BROKEN])
        pdf.save(written, deterministic_id=True, compress_streams=False)
    return written.getvalue()


def without_number(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.contents_add(f"{REFERENCE / 255:.6f} 0 0 rg".encode(), prepend=True)


def unknown_letter(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    name = next(iter(page.obj.Resources.Font.keys())).encode()
    page.contents_add(b"/Artifact BMC BT " + name + b" 9 Tf [<0000>] TJ ET EMC")


def not_printed(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.obj.Annots[0].F = 0


def colour_of_nobody(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.obj.Resources.ColorSpace = pikepdf.Dictionary(A=pikepdf.Array([pikepdf.Name.Separation]))


def codes(findings: tuple[Finding, ...]) -> set[str]:
    return {code for code, _ in findings}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (without_number, "placeholder"),
        (unknown_letter, "missing-glyph"),
        (not_printed, "not-archivable"),
        (colour_of_nobody, "not-archivable"),
    ],
)
def test_a_fault_of_a_page_is_found_where_all_pages_were_known(
    book: tuple[bytes, Expected], change: Change, code: str
) -> None:
    octets, expected = book
    found, known = read_back(octets, expected, SCREEN_CHECKS)
    assert (found, len(known)) == ((), PAGES)
    broken = changed(octets, change)
    found, still = read_back(broken, expected, SCREEN_CHECKS, known)
    assert code in codes(found)
    assert found == read_back(broken, expected, SCREEN_CHECKS)[0]
    assert still == ()  # pages of a file with a fault are read again


def test_only_the_changed_page_is_new(book: tuple[bytes, Expected]) -> None:
    octets, expected = book
    _, known = read_back(octets, expected, SCREEN_CHECKS)
    with Document(changed(octets, not_printed), expected, known) as document:
        assert list(document.new_pages) == [BROKEN]


def test_a_page_is_known_wherever_it_lies(book: tuple[bytes, Expected]) -> None:
    """Pages in another order, among other objects, with other places in the tree of tags."""
    octets, expected = book

    def turned(pdf: pikepdf.Pdf, _: pikepdf.Page) -> None:
        pdf.pages.reverse()

    with Document(octets, expected) as before, Document(changed(octets, turned), expected) as after:
        assert after.page_digests == before.page_digests[::-1]


def other_font(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    for font in page.obj.Resources.Font.values():
        file = font.DescendantFonts[0].FontDescriptor.FontFile2
        file.write(file.read_bytes() + b"\0")


def other_intent(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = pikepdf.String("x")


def other_language(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    pdf.Root.Lang = pikepdf.String("ja")


def no_cell(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    for element in pdf.objects:
        if isinstance(element, pikepdf.Dictionary) and element.get("/S") in (pikepdf.Name.TD, pikepdf.Name.TH):
            element.S = pikepdf.Name.P


@pytest.mark.parametrize("change", [other_font, other_intent, other_language, no_cell])
def test_what_a_page_rests_on_makes_it_new(book: tuple[bytes, Expected], change: Change) -> None:
    octets, expected = book
    with Document(octets, expected) as before, Document(changed(octets, change), expected) as after:
        assert not set(before.page_digests) & set(after.page_digests)


@pytest.mark.parametrize("check", [check for check in SCREEN_CHECKS if check in OF_SINGLE_PAGES])
def test_checks_of_single_pages_know_nothing_of_what_is_expected(book: tuple[bytes, Expected], check: Check) -> None:
    """What they found would not hold for another file if they did."""
    with Document(book[0], book[1]) as document:
        del document.expected
        assert list(check(document)) == []


def test_pages_are_kept_between_runs(book: tuple[bytes, Expected], tmp_path: Path) -> None:
    octets, expected = book
    books = KeptBooks(StepCache(tmp_path), "program")
    read: list[list[int]] = []

    def noting(document: Document) -> Iterator[Finding]:
        read.append(list(document.new_pages))
        yield from ()

    assert books.preflight(octets, "a.pdf", expected, (noting,)) == ()
    assert books.preflight(changed(octets, not_printed), "a.pdf", expected, (noting,)) == ()
    assert read == [list(range(PAGES)), [BROKEN]]


def test_one_octet_of_what_a_page_draws_makes_it_new(book: tuple[bytes, Expected]) -> None:
    """Where every length stays the same."""
    octets, expected = book

    def drawing(said: bytes) -> bytes:
        def change(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
            page.obj.Contents = pdf.make_stream(said)

        return changed(octets, change)

    with Document(drawing(b"0 0 1 rg"), expected) as one, Document(drawing(b"0 1 0 rg"), expected) as other:
        differing = [
            page for page, pair in enumerate(zip(one.page_digests, other.page_digests, strict=True)) if len({*pair}) > 1
        ]
    assert differing == [BROKEN]
