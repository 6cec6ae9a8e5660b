"""Rules over sources: a reader can find each again, and what is written on sources alone has them and is shown."""

from __future__ import annotations

from collections.abc import Iterator

from guidebook.model.catalogue import Catalogue, Path
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.record import SubRecord
from guidebook.model.records.page import Block
from guidebook.model.source import Source
from guidebook.model.text import text


def sources_can_be_found_again(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Every source has a title or an address."""
    for source, span in _sources(catalogue):
        if not source.title and not source.url:
            yield Diagnostic(
                span,
                "source-without-title",
                text("출처에 제목도 웹 주소도 없습니다: {publisher}", publisher=source.publisher),
                text("title에 제목을(찾지 못했으면 ‘제목 미상’), 알면 url에 웹 주소를 적으세요."),
                Severity.WARNING,
            )


def rules_can_be_found(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """An ordinance has an address, or a source that names it as the basis of the programme."""
    for program in catalogue.programs:
        for position, rule in enumerate(program.rules):
            if not rule.url and not rule.sources:
                yield Diagnostic(
                    catalogue.where(program, "rules", position),
                    "rule-without-source",
                    text("근거 법규에 웹 주소도 출처도 없습니다: {title}", title=rule.title),
                    text("url 항목에 법규의 주소를 적거나 sources 항목에 출처를 적으세요."),
                    Severity.WARNING,
                )


def history_is_shown(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Where the city has a history, a page shows it."""
    if catalogue.site is None or not catalogue.site.history:
        return
    if not any(page.asks_for(Block.HISTORY) for page in catalogue.pages):
        yield Diagnostic(
            catalogue.where_site("history"),
            "hidden-history",
            text("걸어온 길을 적었지만 보이는 곳이 없습니다."),
            text("pages 폴더의 글 하나에 {block} 한 줄을 적으세요.", block=f"[[{Block.HISTORY.value}]]"),
            Severity.WARNING,
        )


def _sources(catalogue: Catalogue) -> Iterator[tuple[Source, Span]]:
    """Every source of the content, and where it stands."""
    if catalogue.site is not None:
        yield from ((source, catalogue.where_site(*path)) for source, path in _within(catalogue.site))
    for record in catalogue.records:
        yield from ((source, catalogue.where(record, *path)) for source, path in _within(record))


def _within(part: SubRecord, above: Path = ()) -> Iterator[tuple[Source, Path]]:
    for field in type(part).model_fields:
        value = getattr(part, field)
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for position, item in items:
            path = (*above, field) if position is None else (*above, field, position)
            if isinstance(item, Source):
                yield item, path
            elif isinstance(item, SubRecord):
                yield from _within(item, path)


RULES = (sources_can_be_found_again, rules_can_be_found, history_is_shown)
