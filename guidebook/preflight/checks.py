"""Reads the finished book back, as a proofreader would, and not from what made it: numbers, links, fonts, words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pikepdf

from guidebook.layout.typefaces import FAMILIES
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import Text, text
from guidebook.pdf.joining import NUMBER
from guidebook.pdf.page_numbers import is_reserved
from guidebook.preflight.accessibility import archive_rules, reading_rules
from guidebook.preflight.document import Book, Check, Expected
from guidebook.preflight.file import boxes_are_right, every_letter_has_a_glyph, it_is_light, it_is_whole
from guidebook.preflight.typography import headings_have_company, marks_stand_right, words_are_whole
from guidebook.render.text.korean import JOINER

FOOT = 53.0
"""Points from the foot of a page in which its folio stands, on any paper."""

OUTSIDE = ("http://", "https://", "mailto:", "tel:")
"""How addresses outside of the book begin."""

BUG = text("프로그램의 잘못입니다. 이 줄을 개발자에게 보내 주세요. 결과 폴더는 그대로입니다.")
"""What to do about a book that is not as it should be."""

FROM_CONTENT: Mapping[str, Text] = {
    "broken-word": text("‘{file}’의 이 쪽을 보고, 낱말을 줄이거나 앞뒤의 글을 조금 고쳐 쓰세요."),
    "mark-at-edge": text("‘{file}’의 이 쪽을 보고, 부호의 앞뒤를 붙여 쓰거나 글을 조금 고쳐 쓰세요."),
    "lonely-heading": text("‘{file}’의 이 쪽을 보고, 제목 앞이나 뒤의 글을 조금 줄이거나 늘리세요."),
    "too-heavy": text("‘{file}’이 무겁습니다. 전자우편으로 보낼 책이라면 담을 쪽을 줄이세요."),
}
"""Codes that a sound program reaches too, where words leave no better way: warnings, with what an editor can do."""


def preflight(
    octets: bytes, file: str, expected: Expected, checks: Sequence[Check] | None = None
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the finished PDF; `checks` are all that books are for, if not said otherwise.

    `file` is its name in diagnostics.
    """
    with Book(octets, expected) as book:
        found = list(it_is_whole(book))
        if not found:  # what cannot be read whole cannot be asked anything else
            found = [fault for check in checks or CHECKS for fault in check(book)]
    return as_diagnostics(found, file, expected)


def as_diagnostics(
    found: Iterable[tuple[str, Text]], file: str, expected: Expected | None = None
) -> tuple[Diagnostic, ...]:
    """What was found in a finished file: faults of ours, and what words of the content did not leave room for.

    `expected` knows the content that each page is made of. Which codes content can reach is told and reasoned in
    `docs/decisions/0018-what-a-proof-blames.md`.
    """
    return tuple(_diagnostic(code, message, file, expected) for code, message in found)


def _diagnostic(code: str, message: Text, file: str, expected: Expected | None) -> Diagnostic:
    hint = FROM_CONTENT.get(code)
    if hint is None:
        return Diagnostic(Span(file), code, message, BUG)
    said = dict(message.values)
    chapter = expected.chapter_of(int(said["page"])) if expected and "page" in said else None
    words = said.get("words", said.get("before", "") + said.get("after", ""))
    span = chapter.origin(words) if chapter else Span(file)
    return Diagnostic(span, code, message, replace(hint, values=(("file", file),)), Severity.WARNING)


def numbers_are_right(book: Book) -> Iterator[tuple[str, Text]]:
    """A number that joining has marked stands for the page where its link leads; none is missing."""
    printed = 0
    for page, annotation, target in _links(book):
        if str(annotation.get("/NM", "")).startswith(NUMBER):
            words = book.words_in(page, annotation.Rect)
            printed += bool(words)
            if target is None or words.replace(" ", "") != str(target + 1):
                message = text("{page}쪽에 적힌 쪽 번호 '{number}' 값이 실제와 다릅니다.", page=page + 1, number=words)
                yield "wrong-page-number", message
    if printed != len(book.expected.references):
        yield (
            "missing-page-number",
            text(
                "쪽 번호 {wanted}개 가운데 {found}개만 읽힙니다.", wanted=len(book.expected.references), found=printed
            ),
        )


def folios_are_right(book: Book) -> Iterator[tuple[str, Text]]:
    """Each page shows its own number at its outer foot."""
    for page in range(len(book.pdf.pages)):
        width, _ = book.size(page)
        left = (0.0, 0.0, width * 0.3, FOOT)
        right = (width * 0.7, 0.0, width, FOOT)
        shown = book.words_in(page, right if page % 2 == 0 else left)
        wanted = "" if page + 1 in book.expected.without_folio else str(page + 1)
        if shown != wanted:
            yield "wrong-folio", text("{page}쪽의 쪽 번호가 '{shown}'로 적혀 있습니다.", page=page + 1, shown=shown)


def links_are_alive(book: Book) -> Iterator[tuple[str, Text]]:
    """Every link and bookmark leads to a page of the book, or out of it: to the web, a telephone, a mailbox."""
    for page, annotation, target in _links(book):
        outside = "/A" in annotation and str(annotation.A.get("/URI", "")).startswith(OUTSIDE)
        if target is None and not outside:
            yield "dead-link", text("{page}쪽에 갈 곳 없는 링크가 있습니다.", page=page + 1)
    for bookmark in book.seen.get_toc():
        destination = bookmark.get_dest()
        if destination is None or destination.get_index() is None:
            yield "dead-bookmark", text("책갈피 '{title}' 항목이 갈 곳이 없습니다.", title=bookmark.get_title())


def fonts_are_ours(book: Book) -> Iterator[tuple[str, Text]]:
    """Only our families, each embedded as a subset, none drawn as Type 3."""
    allowed = tuple(family.replace(" ", "-") for family in FAMILIES)
    found: set[str] = set()
    for page in book.pdf.pages:
        for font in _fonts(page):
            name = str(font.get("/BaseFont", "/Type3")).lstrip("/")
            descendants = font.get("/DescendantFonts")
            embedded = descendants is not None and "/FontFile2" in descendants[0].FontDescriptor
            if not re.match(r"[A-Z]{6}\+", name) or not name[7:].startswith(allowed) or not embedded:
                found.add(name)
    for name in sorted(found):
        yield "foreign-font", text("책에 우리 글꼴이 아닌 '{name}' 글꼴이 있습니다.", name=name)


def words_are_clean(book: Book) -> Iterator[tuple[str, Text]]:
    """No word joiner can be copied or heard, and no reserved colour is left."""
    for page in range(len(book.pdf.pages)):
        if JOINER in book.words(page):
            yield "joiner", text("{page}쪽에서 복사한 글에 보이지 않는 글자가 섞입니다.", page=page + 1)
        if any(is_reserved(run) for run in book.instructions(page)):
            yield "placeholder", text("{page}쪽에 채우지 않은 쪽 번호 자리가 있습니다.", page=page + 1)
    titles = [str(bookmark.get_title()) for bookmark in book.seen.get_toc()]
    described = [str(annotation.get("/Contents", "")) for _, annotation, _ in _links(book)]
    for words in (*titles, *described, *_alternatives(book.pdf)):
        if JOINER in words:
            yield "joiner", text("'{words}' 책갈피나 대체 글에 보이지 않는 글자가 섞여 있습니다.", words=words)


def it_says_what_it_is(book: Book) -> Iterator[tuple[str, Text]]:
    """Title, language and tags are there, and a sample says so on its cover and in its colophon."""
    root = book.pdf.Root
    tagged = "/StructTreeRoot" in root and "/MarkInfo" in root and bool(root.MarkInfo.Marked)
    for wanted, present in (
        ("Title", str(book.pdf.docinfo.get("/Title", "")) == book.expected.title),
        ("Lang", str(root.get("/Lang", "")) == book.expected.language),
        ("StructTreeRoot", tagged),
        ("Outlines", "/Outlines" in root),
    ):
        if not present:
            yield "no-description", text("책에 {wanted} 정보가 없거나 다릅니다.", wanted=wanted)
    for page in (0, len(book.pdf.pages) - 1):
        if _bare(book.expected.notice) not in _bare(book.words(page)):
            yield "no-notice", text("{page}쪽에 견본이라는 알림이 없습니다.", page=page + 1)


def it_can_be_archived(book: Book) -> Iterator[tuple[str, Text]]:
    """The rules of PDF/A-2b are kept."""
    yield from archive_rules(book.octets)


def it_can_be_heard(book: Book) -> Iterator[tuple[str, Text]]:
    """Its structure is what a screen reader can follow."""
    yield from reading_rules(book.pdf)


CHECKS: tuple[Check, ...] = (
    numbers_are_right,
    folios_are_right,
    links_are_alive,
    fonts_are_ours,
    words_are_clean,
    words_are_whole,
    marks_stand_right,
    headings_have_company,
    it_says_what_it_is,
    every_letter_has_a_glyph,
    boxes_are_right,
    it_is_light,
    it_can_be_archived,
    it_can_be_heard,
)
PAPER_CHECKS: tuple[Check, ...] = tuple(check for check in CHECKS if check not in (it_can_be_archived, it_can_be_heard))
"""For books of which only paper goes out."""
SHEET_CHECKS: tuple[Check, ...] = (
    fonts_are_ours,
    words_are_clean,
    words_are_whole,
    marks_stand_right,
    headings_have_company,
    it_says_what_it_is,
    every_letter_has_a_glyph,
    it_can_be_archived,
    it_can_be_heard,
)
"""For single sheets, which have no page numbers."""


def _fonts(page: pikepdf.Page) -> Iterator[Any]:
    resources = page.obj.get("/Resources", pikepdf.Dictionary())
    yield from resources.get("/Font", pikepdf.Dictionary()).values()


def _links(book: Book) -> Iterator[tuple[int, Any, int | None]]:
    """Page (from 0), annotation, and the page (from 0) that it leads to."""
    numbers = {page.obj.objgen: number for number, page in enumerate(book.pdf.pages)}
    for number, page in enumerate(book.pdf.pages):
        for annotation in page.obj.get("/Annots", pikepdf.Array()):
            if annotation.get("/Subtype") == pikepdf.Name.Link:
                target = annotation.get("/Dest")
                leads = isinstance(target, pikepdf.Array) and len(target) > 0
                yield number, annotation, numbers.get(target[0].objgen) if leads and target is not None else None


def _alternatives(pdf: pikepdf.Pdf) -> Iterator[str]:
    for part in pdf.objects:
        if isinstance(part, pikepdf.Dictionary):
            yield from (str(part[key]) for key in ("/Alt", "/ActualText", "/T") if key in part)


def _bare(words: str) -> str:
    """Letters and digits alone: for marks that share a glyph, readers of PDF choose one of the two."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", words) if letter.isalnum())
