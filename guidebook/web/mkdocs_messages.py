"""Turns warnings of MkDocs and errors in theme templates into diagnostics.

Separate from `site`, because none of it needs MkDocs: it reads log records and tracebacks.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from guidebook.load.folders import shown
from guidebook.model.diagnostic import Diagnostic, Span
from guidebook.model.text import text


class _Ear(logging.Handler):
    """Keeps the records of warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.records.append(record)


@contextmanager
def listening() -> Iterator[list[logging.LogRecord]]:
    """All that MkDocs warns of within the block, whatever level of logging someone has set."""
    logger = logging.getLogger("mkdocs")
    ear, level = _Ear(), logger.level
    logger.addHandler(ear)
    logger.setLevel(logging.WARNING)
    try:
        yield ear.records
    finally:
        logger.setLevel(level)
        logger.removeHandler(ear)


def complaint(message: str, sources: Mapping[str, str]) -> Diagnostic:
    """`message` of MkDocs, at the content file behind the made-up Markdown file that it names, if it names one.

    `sources`: from the made-up names to content files.
    """
    file = [uri for uri in sources if f"'{uri}'" in message]
    first = min(file, key=lambda uri: message.index(f"'{uri}'"), default=None)
    return Diagnostic(
        Span(sources[first] if first is not None else "mkdocs.yml"),
        "site-generator",
        text("웹사이트를 만드는 MkDocs가 문제를 보고했습니다: {message}", message=message.strip()),
        text("보고된 문제를 수정한 뒤 다시 만드세요."),
    )


def template_fault(error: Exception, theme: Path) -> Diagnostic | None:
    """The place in `theme` where drawing failed; nothing if the error did not come out of a template."""
    place = _place(error, theme)
    if place is None and not isinstance(error, TemplateError):
        return None
    return Diagnostic(
        place or Span(shown(theme)),
        "site-template",
        text("웹사이트의 템플릿을 처리할 수 없습니다: {reason}", reason=f"{type(error).__name__}: {error}"),
        text("템플릿 파일의 이 줄을 수정하세요."),
    )


def _place(error: Exception, theme: Path) -> Span | None:
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Span(shown(Path(error.filename)), error.lineno)
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if Path(frame.filename).is_relative_to(theme)]
    return Span(shown(Path(inside[-1].filename)), inside[-1].lineno or 1) if inside else None


def as_line(diagnostic: Diagnostic, translate: Callable[[str], str]) -> str:
    """A diagnostic for MkDocs' own output, which knows nothing of `report`."""
    head = f"{diagnostic.span}: {diagnostic.severity}[{diagnostic.code}] {diagnostic.message.into(translate)}"
    return f"{head} ({diagnostic.hint.into(translate)})"
