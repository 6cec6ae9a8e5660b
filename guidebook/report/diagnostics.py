"""Diagnostics as text, as JSON and as the annotations that a forge shows beside the line."""

from __future__ import annotations

import gettext
import json
from collections.abc import Callable, Sequence
from hashlib import sha256

from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.text import Text, printable
from guidebook.report.fault_list import as_markdown

Format = Callable[[Sequence[Diagnostic], gettext.NullTranslations], str]


def as_text(diagnostics: Sequence[Diagnostic], words: gettext.NullTranslations) -> str:
    """`file:line:column: error[code] sentence`, and the remedy below; at the end how many there are.

    Diagnostics about one of several visits stand together below its name.
    """
    lines: list[str] = []
    advice, about = words.gettext("도움말"), ""
    in_groups = sorted(diagnostics, key=lambda diagnostic: diagnostic.about)  # stable: each group keeps its order
    for diagnostic in in_groups:
        if diagnostic.about != about:
            about = diagnostic.about
            lines += ["", f"[{printable(about)}]"]
        message = _translated(diagnostic.message, words)
        hint = _translated(diagnostic.hint, words).replace("\n", "\n    ")  # a hint may show a table
        lines += [f"{diagnostic.span}: {diagnostic.severity}[{diagnostic.code}] {message}", f"  {advice}: {hint}"]
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    warnings = sum(diagnostic.severity is Severity.WARNING for diagnostic in diagnostics)
    notes = len(diagnostics) - errors - warnings
    if errors:
        lines.append(words.ngettext("오류 {count}개", "오류 {count}개", errors).format(count=errors))
    if warnings:
        lines.append(words.ngettext("주의 {count}개", "주의 {count}개", warnings).format(count=warnings))
    if notes:
        lines.append(words.ngettext("참고 {count}개", "참고 {count}개", notes).format(count=notes))
    return "\n".join(lines)


def as_json(diagnostics: Sequence[Diagnostic], words: gettext.NullTranslations) -> str:
    """A JSON list, one object a fault, for editors and scripts."""
    return json.dumps(
        [
            {
                "file": diagnostic.span.file,
                "line": diagnostic.span.line,
                "column": diagnostic.span.column,
                "severity": diagnostic.severity.value,
                "code": diagnostic.code,
                "message": _translated(diagnostic.message, words),
                "hint": _translated(diagnostic.hint, words),
                **({"about": diagnostic.about} if diagnostic.about else {}),
            }
            for diagnostic in diagnostics
        ],
        ensure_ascii=False,
        indent=2,
    )


def as_github(diagnostics: Sequence[Diagnostic], words: gettext.NullTranslations) -> str:
    """Workflow commands that a forge's CI shows beside the line."""
    return "\n".join(
        f"::{FORGE[diagnostic.severity]} file={_property(diagnostic.span.file)},"
        f"line={diagnostic.span.line},col={diagnostic.span.column},"
        f"title={_property(diagnostic.code)}::{_data(_translated(diagnostic.message, words))}"
        f"%0A{_data(_translated(diagnostic.hint, words))}"
        for diagnostic in diagnostics
    )


FORGE = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""What forges call them."""


def as_gitlab(diagnostics: Sequence[Diagnostic], words: gettext.NullTranslations) -> str:
    """A report of code quality, which GitLab shows beside the lines of a request to merge."""
    return json.dumps(
        [
            {
                "description": f"{_translated(fault.message, words)} {_translated(fault.hint, words)}",
                "check_name": fault.code,
                "fingerprint": sha256(f"{number} {fault.span} {fault.code} {fault.message}".encode()).hexdigest(),
                "severity": QUALITY[fault.severity],
                "location": {"path": fault.span.file, "lines": {"begin": fault.span.line}},
            }
            for number, fault in enumerate(diagnostics)
        ],
        ensure_ascii=False,
        indent=2,
    )


QUALITY = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}
"""What GitLab calls them."""

FORMATS: dict[str, Format] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "markdown": as_markdown,
}


def _translated(sentence: Text, words: gettext.NullTranslations) -> str:
    """The sentence in lines that every terminal takes, whatever the values in it hold."""
    return "\n".join(printable(line) for line in sentence.into(words.gettext).split("\n"))


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
