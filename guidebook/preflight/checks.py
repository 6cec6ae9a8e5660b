"""Which checks a finished document goes through, and its findings as diagnostics.

The checks read the file alone and import nothing of what makes files (`[tool.importlinter]` in pyproject.toml).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import Text, text
from guidebook.preflight.accessibility import is_accessible, is_archivable, text_has_no_joiners
from guidebook.preflight.description import description_is_complete
from guidebook.preflight.document import Check, Document, Expected, Finding
from guidebook.preflight.drawn_numbers import drawn_numbers_are_whole
from guidebook.preflight.file import boxes_are_right, file_is_light, file_is_whole
from guidebook.preflight.fonts import every_letter_has_a_glyph, fonts_are_expected
from guidebook.preflight.links import links_are_alive
from guidebook.preflight.numbers import folios_are_right, placeholders_are_filled, references_are_right
from guidebook.preflight.typography import headings_have_company, marks_stand_right, words_are_whole

BUG = text("프로그램 오류입니다. 이 줄을 개발자에게 보내 주세요. 결과 폴더는 그대로입니다.")
"""The hint of a finding that no content can cause."""

FROM_CONTENT: Mapping[str, Text] = {
    "broken-word": text("‘{file}’의 이 쪽을 보고, 낱말을 줄이거나 앞뒤의 글을 조금 고쳐 쓰세요."),
    "mark-at-edge": text("‘{file}’의 이 쪽을 보고, 부호의 앞뒤를 붙여 쓰거나 글을 조금 고쳐 쓰세요."),
    "cut-number": text("‘{file}’의 이 쪽을 보고, 그림의 수를 ‘12억 명’처럼 짧게 쓰세요."),
    "lonely-heading": text("‘{file}’의 이 쪽을 보고, 제목 앞이나 뒤의 글을 조금 줄이거나 늘리세요."),
    "too-heavy": text("‘{file}’의 용량이 큽니다. 전자우편으로 보낼 책이라면 쪽수를 줄이세요."),
}
"""Codes that content can cause although the program is sound: warnings, with what an editor can do."""

PRINT_CHECKS: tuple[Check, ...] = (
    references_are_right,
    folios_are_right,
    links_are_alive,
    fonts_are_expected,
    text_has_no_joiners,
    placeholders_are_filled,
    words_are_whole,
    drawn_numbers_are_whole,
    marks_stand_right,
    headings_have_company,
    description_is_complete,
    every_letter_has_a_glyph,
    boxes_are_right,
    file_is_light,
)
"""For books that go out on paper only."""
SCREEN_CHECKS: tuple[Check, ...] = (*PRINT_CHECKS, is_archivable, is_accessible)
"""For books that also go out as files."""
SHEET_CHECKS: tuple[Check, ...] = (
    fonts_are_expected,
    text_has_no_joiners,
    placeholders_are_filled,
    words_are_whole,
    drawn_numbers_are_whole,
    marks_stand_right,
    headings_have_company,
    description_is_complete,
    every_letter_has_a_glyph,
    is_archivable,
    is_accessible,
)
"""For single sheets, which have no page numbers."""


OF_SINGLE_PAGES: frozenset[Check] = frozenset(
    {
        placeholders_are_filled,
        words_are_whole,
        drawn_numbers_are_whole,
        marks_stand_right,
        every_letter_has_a_glyph,
        is_archivable,
    }
)
"""Checks that read the new pages alone: what they find of a page rests on nothing but what its digest does."""


def preflight(
    octets: bytes, file: str, expected: Expected, checks: Sequence[Check] = SCREEN_CHECKS
) -> tuple[Diagnostic, ...]:
    """Every finding of `checks` about a finished PDF, which diagnostics call `file`."""
    return as_diagnostics(findings_of(octets, expected, checks), file, expected)


def findings_of(octets: bytes, expected: Expected, checks: Sequence[Check]) -> tuple[Finding, ...]:
    """The findings themselves, which know nothing of the content."""
    return read_back(octets, expected, checks)[0]


def read_back(
    octets: bytes, expected: Expected, checks: Sequence[Check], known: Collection[str] = ()
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings, and the digests of all pages if there are none: these pages need not be read again.

    `known` are digests of pages that passed those of the checks that are `OF_SINGLE_PAGES`.
    """
    with Document(octets, expected, known) as document:
        findings = tuple(file_is_whole(document))
        if findings:  # what cannot be read whole cannot be asked anything else
            return findings, ()
        findings = tuple(finding for check in checks for finding in check(document))
        return findings, () if findings else document.page_digests


def as_diagnostics(findings: Iterable[Finding], file: str, expected: Expected | None = None) -> tuple[Diagnostic, ...]:
    """Findings as errors of the program, or as warnings where content can cause them.

    `expected` knows where in the content the words of a page come from. Which codes content can cause, and why the
    others cannot be, stands in `docs/decisions/0018-what-preflight-blames.md`.
    """
    return tuple(_diagnostic(code, message, file, expected) for code, message in findings)


def _diagnostic(code: str, message: Text, file: str, expected: Expected | None) -> Diagnostic:
    hint = FROM_CONTENT.get(code)
    if hint is None:
        return Diagnostic(Span(file), code, message, BUG)
    values = {name: str(value) for name, value in message.values}
    span = None
    if expected is not None and expected.origin is not None and "page" in values:
        words = values.get("words", values.get("before", "") + values.get("after", ""))
        span = expected.origin(int(values["page"]), words)
    hint = replace(hint, values=(("file", file),))
    return Diagnostic(span or Span(file), code, message, hint, Severity.WARNING)
