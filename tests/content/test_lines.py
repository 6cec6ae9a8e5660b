"""In the printed book a line ends where a word ends: WeasyPrint by itself breaks Hangul anywhere."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pypdfium2
import pytest

from guidebook.publish.pipeline import book_of, edition_of, examine
from guidebook.render.book import manuscript
from guidebook.render.edition import Edition
from guidebook.render.korean import unbind
from tests.conftest import CITIES, ROOT

INLINE = re.compile(r"</?(?:a|span|sup|strong|em|code)\b[^>]*>")
CORNERS = re.compile(r"메모\d*")
"""The one line of a page of ruled lines, read together with its folio."""


def words_of(edition: Edition) -> set[str]:
    """Every word of the manuscript, as it stands between spaces."""
    found: set[str] = set()
    for chapter in manuscript(edition).chapters:
        body = INLINE.sub("", chapter.html.split("<body>", 1)[1])
        found |= set(unbind(html.unescape(re.sub("<[^>]*>", " ", body))).split())
    return found


@pytest.mark.parametrize("content", [ROOT / "content", CITIES / "yeoul"], ids=["당진", "여울"])
def test_no_word_is_broken_between_lines(content: Path) -> None:
    catalogue, _ = examine(content)
    edition = edition_of(catalogue, None, None)
    book, _ = book_of(edition)
    assert book is not None
    words, broken = words_of(edition), []
    document = pypdfium2.PdfDocument(book.pdf)
    for number, page in enumerate(document, start=1):
        for line in page.get_textpage().get_text_bounded().splitlines():
            ends = {*line.split()[:1], *line.split()[-1:]}
            broken += [(number, end) for end in ends if re.search("[가-힣]", end) and end not in words]
    document.close()
    assert [(page, end) for page, end in broken if not CORNERS.fullmatch(end)] == []
