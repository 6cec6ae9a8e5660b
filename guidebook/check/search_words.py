"""Rule over search words: each has a letter that can be typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.record import Searchable
from guidebook.model.text import text

_LETTER = re.compile(r"[가-힣㐀-䶿一-鿿豈-﫿A-Za-zＡ-Ｚａ-ｚ\d]")
"""What search reads: Hangul, Hanja, Latin letters, digits."""


def search_words_have_letters(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Every word of `search`, `aliases` and `synonyms` holds something that can be searched for."""
    for span, word in _words(catalogue):
        if not _LETTER.search(word):
            yield Diagnostic(
                span,
                "search-word",
                text("‘{word}’에는 검색할 수 있는 글자가 없습니다.", word=word),
                text("한글, 한자, 로마자, 숫자로 적거나 이 말을 지우세요."),
            )


def _words(catalogue: Catalogue) -> Iterator[tuple[Span, str]]:
    for record in catalogue.records:
        if isinstance(record, Searchable):
            for position, word in enumerate(record.search):
                yield catalogue.where(record, "search", position), word
    for term in catalogue.terms:
        for position, word in enumerate(term.aliases):
            yield catalogue.where(term, "aliases", position), word
    for number, synonym in enumerate(catalogue.site.synonyms if catalogue.site else ()):
        yield catalogue.where_site("synonyms", number, "name"), synonym.name
        for position, word in enumerate(synonym.aliases):
            yield catalogue.where_site("synonyms", number, "aliases", position), word


RULES = (search_words_have_letters,)
