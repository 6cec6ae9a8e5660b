"""What WeasyPrint only logs while it works, as diagnostics: a missing glyph, an image that cannot be read, unknown CSS.

Separate from the engine, which works the same whatever is said of it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from guidebook.layout.fetcher import shortened
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text
from guidebook.render.book.chapter import Chapter


@contextmanager
def listening() -> Iterator[list[logging.LogRecord]]:
    """The warnings of WeasyPrint until the block ends."""
    records: list[logging.LogRecord] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    log, listener = logging.getLogger("weasyprint"), Listener(logging.WARNING)
    log.addHandler(listener)
    try:
        yield records
    finally:
        log.removeHandler(listener)


def complaint(chapter: Chapter, record: logging.LogRecord) -> Diagnostic:
    """What is to be said of a warning."""
    message = record.getMessage()
    glyph = re.search(r"notdef.*: (.*)$", message, re.DOTALL)
    if glyph:
        return Diagnostic(
            chapter.origin(glyph[1]),
            "missing-glyph",
            text("책의 '{title}' 부분에 글꼴에 없는 글자가 있습니다: {glyph}", title=chapter.title, glyph=glyph[1]),
            text("그 글자를 다른 글자로 바꾸세요."),
        )
    return Diagnostic(
        Span(chapter.source),
        "typesetting",
        text(
            "책의 '{title}' 부분을 PDF로 만드는 데 문제가 있습니다: {message}",
            title=chapter.title,
            message=shortened(message),
        ),
        text("템플릿(templates/print)과 이 파일을 확인하세요."),
    )


def unreadable(chapter: Chapter, url: str) -> Diagnostic:
    """What is to be said of a file that is not there, or that no chapter may read."""
    return Diagnostic(
        Span(chapter.source),
        "forbidden-file",
        text(
            "책의 '{title}' 부분이 읽을 수 없거나 읽어서는 안 되는 파일을 불러옵니다: {url}",
            title=chapter.title,
            url=url,
        ),
        text("콘텐츠 폴더 안에 있는 파일만 쓰세요. 다른 누리집의 파일은 불러오지 않습니다."),
    )
