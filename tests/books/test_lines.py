"""In the printed book a line ends where a word ends: WeasyPrint by itself breaks Hangul anywhere."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

import pypdfium2
import pytest

from guidebook.commands.examine import examine
from guidebook.render.book.chapter import Chapter
from guidebook.render.book.guidebook import manuscript
from guidebook.render.context import RenderContext
from guidebook.render.map.kept import keeping_maps
from guidebook.render.new_context import context_of
from guidebook.render.text.korean import unbind
from guidebook.storage.program import program_steps
from tests.books.made import made_guidebook
from tests.conftest import CITIES
from tests.paths import PACKAGES, TEMPLATES, paths

INLINE = re.compile(r"</?(?:a|span|sup|strong|em|code)\b[^>]*>")
STAMPED = re.compile(r"메모\d*|\d+쪽")
"""The one line of a page of ruled lines, read together with its folio; page numbers, which are written later."""
APART = re.compile(r'<span class="leader">|<span class="footnote"[^>]*>')
"""Where a word of the manuscript ends although no space follows."""
LENGTH = re.compile(r"(?<=\d\.)(?=\(\d)")
"""Where a period may part from how long it lasted: `8. 2.(2주간)`."""
MARK = re.compile(r'<sup class="note-ref">.*?</sup>')
MARKED = re.compile(r"(?<=.)(주\d+,?)+$")
"""The marks of notes behind a word, in the manuscript and as read."""
ADDRESS = re.compile(r"(?:[a-z]+://|[\w-]+(?:\.[\w-]+)+/)")
"""A web address begins with its scheme or, on paper, with its host."""
DRAWN = re.compile(r"<text\b[^>]*>([^<]+)</text>")
"""Words of a drawing stand where they were put: two beside each other may be read without a space between them."""
UNSEEN = re.compile(r'<span class="unseen">.*?</span>')
"""What the mark ° says without being printed; the ° itself must stand with its word."""


def words_of(chapters: Sequence[Chapter]) -> set[str]:
    """Every word of the manuscript, as it stands between spaces and dots."""
    found: set[str] = set()
    for chapter in chapters:
        body = re.split("<body[^>]*>", chapter.html, maxsplit=1)[1]
        found |= set(re.findall('data-label="([^"]+)"', body))  # drawn before each note
        body = UNSEEN.sub("", unbind(body))
        body = INLINE.sub("", APART.sub(" ", MARK.sub("", body)))
        found |= set(html.unescape(re.sub("<[^>]*>", " ", body)).split())
    found |= {piece for word in found for piece in LENGTH.split(word)}
    addresses = [(word, slash.end()) for word in found if ADDRESS.match(word) for slash in re.finditer("/", word)]
    found |= {piece for word, end in addresses for piece in (word[:end], word[end:])}  # after a slash a line may end
    return {piece for word in found for piece in word.split("·")}  # after the dot as well


def drawn_in(chapters: Sequence[Chapter]) -> tuple[set[str], set[str]]:
    """With which words the pieces of text in drawings end, and with which they begin."""
    pages = (chapter.html for chapter in chapters)
    drawn = [unbind(html.unescape(words)).split() for page in pages for words in DRAWN.findall(page)]
    return {words[-1] for words in drawn if words}, {words[0] for words in drawn if words}


def are_two(piece: str, drawn: tuple[set[str], set[str]]) -> bool:
    lasts, firsts = drawn
    return any(piece[:place] in lasts and piece[place:] in firsts for place in range(1, len(piece)))


@pytest.mark.parametrize("city", ["dasom", "yeoul"])
def test_no_word_is_broken_between_lines(city: str) -> None:
    catalogue, _ = examine(CITIES / city)
    edition = keeping_maps(context_of(catalogue, TEMPLATES, PACKAGES), program_steps(paths(CITIES / city)))
    book, _ = made_guidebook(edition, paths(CITIES / "yeoul"))
    assert book is not None
    assert broken_words(edition, book.pdf) == []


def broken_words(edition: RenderContext, book: bytes) -> list[tuple[int, str]]:
    """Page and piece of every word that is broken in the book of an edition."""
    chapters = manuscript(edition).chapters
    words, drawn, broken = words_of(chapters), drawn_in(chapters), []
    document = pypdfium2.PdfDocument(book)
    for number, page in enumerate(document, start=1):
        for line in page.get_textpage().get_text_bounded().splitlines():
            ends = {*line.split()[:1], *line.split()[-1:]}
            ends = {MARKED.sub("", end) for end in ends if re.search("[가-힣]", end)}
            broken += [(number, end) for end in ends if not {*end.split("·")} <= words]
    document.close()
    return [(page, end) for page, end in broken if not STAMPED.fullmatch(end) and not are_two(end, drawn)]
