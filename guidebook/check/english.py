"""Notes on English texts that a site with English pages lacks, one note per kind of record."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.text import text

NAMED = 5
"""How many records a note names."""
WANTED = (("program", "summary_en"), ("route", "title_en"), ("route", "summary_en"), ("site", "name_en"))
"""Kind of record and the field that says in English what readers of English meet there."""


def english_is_there(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Programmes, routes and places that a reader of English meets under their Korean words."""
    for key, field in WANTED if catalogue.english else ():
        kind = catalogue.kinds[key]
        without = [record.id for record in catalogue.of_kind(kind) if getattr(record, field) is None]
        if without:
            yield Diagnostic(
                catalogue.where(catalogue.english[0]),
                "no-english",
                text(
                    "{field} 항목이 없는 {folder} 파일이 {count}개 있습니다: {names}",
                    field=field,
                    folder=kind.folder,
                    count=len(without),
                    names=", ".join(without[:NAMED]) + (" …" if len(without) > NAMED else ""),
                ),
                text("영어 페이지에 한글 그대로 나옵니다. 출처에 영어 이름이 있으면 그 이름을 적으세요."),
                Severity.NOTE,
            )
