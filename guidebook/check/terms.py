"""Rule over the glossary: if there are terms, a page shows them."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.records.page import Block
from guidebook.model.text import text


def terms_are_shown(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Where there are words, a page lists them."""
    if catalogue.terms and not any(page.asks_for(Block.TERMS) for page in catalogue.pages):
        yield Diagnostic(
            catalogue.where(catalogue.terms[0]),
            "hidden-terms",
            text("용어를 적었지만 나오는 페이지가 없습니다."),
            text("pages 폴더의 글 하나에 {block} 한 줄을 적으세요.", block=f"[[{Block.TERMS.value}]]"),
            Severity.WARNING,
        )


RULES = (terms_are_shown,)
