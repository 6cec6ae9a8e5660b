"""What a site with pages in English lacks in English: told as notes, one a kind of record. Never a fault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.record import Record
from guidebook.model.text import text

NAMED = 5
"""How many records a note names."""


def english_is_there(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Programmes, routes and places that a reader of English meets under their Korean words."""
    lacking: tuple[tuple[str, str, Sequence[Record]], ...] = (
        ("programs", "summary_en", catalogue.programs),
        ("routes", "title_en", catalogue.routes),
        ("routes", "summary_en", catalogue.routes),
        ("sites", "name_en", catalogue.sites),
    )
    for folder, field, records in lacking if catalogue.english else ():
        without = [record.id for record in records if getattr(record, field) is None]
        if without:
            yield Diagnostic(
                catalogue.where(catalogue.english[0]),
                "no-english",
                text(
                    "{field} 항목이 없는 {folder} 파일이 {count}개 있습니다: {names}",
                    field=field,
                    folder=folder,
                    count=len(without),
                    names=", ".join(without[:NAMED]) + (" …" if len(without) > NAMED else ""),
                ),
                text("영어 쪽에는 우리말 그대로 나옵니다. 출처에 영어 이름이 있으면 그 이름을 적으세요."),
                Severity.NOTE,
            )
