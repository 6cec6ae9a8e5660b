"""What a finished file says of itself: title, language, that it is tagged, and that a sample is one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from guidebook.model.text import text
from guidebook.preflight.document import Document, Finding


def description_is_complete(document: Document) -> Iterator[Finding]:
    """Title, language, tags and bookmarks are there, and a sample says so on its cover and in its colophon."""
    root = document.pdf.Root
    tagged = "/StructTreeRoot" in root and "/MarkInfo" in root and bool(root.MarkInfo.Marked)
    for entry, present in (
        ("Title", str(document.pdf.docinfo.get("/Title", "")) == document.expected.title),
        ("Lang", str(root.get("/Lang", "")) == document.expected.language),
        ("StructTreeRoot", tagged),
        ("Outlines", "/Outlines" in root),
    ):
        if not present:
            yield "no-description", text("책에 {wanted} 정보가 없거나 다릅니다.", wanted=entry)
    notice = _letters_and_digits(document.expected.notice)
    for page in (0, len(document.pdf.pages) - 1):
        if notice not in _letters_and_digits(document.words(page)):
            yield "no-notice", text("{page}쪽에 견본 안내문이 없습니다.", page=page + 1)


def _letters_and_digits(words: str) -> str:
    """Punctuation is left out: of marks that share a glyph, readers of PDF choose any one."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", words) if letter.isalnum())
