"""Diagnostics as text, as JSON and as the annotations that a forge shows beside the line."""

from __future__ import annotations

import gettext
import json
from collections.abc import Callable, Sequence

from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.text import Text, printable

Format = Callable[[Sequence[Diagnostic], gettext.NullTranslations], str]


def as_text(diagnostics: Sequence[Diagnostic], words: gettext.NullTranslations) -> str:
    """`file:line:column: error[code] sentence`, and the remedy below; at the end how many there are.

    What concerns one of several visits stands together below its name.
    """
    lines: list[str] = []
    advice, about = words.gettext("도움말"), ""
    for found in sorted(diagnostics, key=lambda one: one.about):  # a stable order: within a visit all stays as it is
        if found.about != about:
            about = found.about
            lines += ["", f"[{printable(about)}]"]
        message = _said(found.message, words)
        hint = _said(found.hint, words).replace("\n", "\n    ")  # a hint may show a table
        lines += [f"{found.span}: {found.severity}[{found.code}] {message}", f"  {advice}: {hint}"]
    errors = sum(found.severity is Severity.ERROR for found in diagnostics)
    warnings = sum(found.severity is Severity.WARNING for found in diagnostics)
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
                "file": found.span.file,
                "line": found.span.line,
                "column": found.span.column,
                "severity": found.severity.value,
                "code": found.code,
                "message": _said(found.message, words),
                "hint": _said(found.hint, words),
                **({"about": found.about} if found.about else {}),
            }
            for found in diagnostics
        ],
        ensure_ascii=False,
        indent=2,
    )


def as_github(diagnostics: Sequence[Diagnostic], words: gettext.NullTranslations) -> str:
    """Workflow commands that a forge's CI shows beside the line."""
    return "\n".join(
        f"::{FORGE[found.severity]} file={_property(found.span.file)},line={found.span.line},col={found.span.column},"
        f"title={_property(found.code)}::{_data(_said(found.message, words))}"
        f"%0A{_data(_said(found.hint, words))}"
        for found in diagnostics
    )


FORGE = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""What forges call them."""

FORMATS: dict[str, Format] = {"text": as_text, "json": as_json, "github": as_github}


def _said(sentence: Text, words: gettext.NullTranslations) -> str:
    """The sentence in lines that every terminal takes, whatever the values in it hold."""
    return "\n".join(printable(line) for line in sentence.into(words.gettext).split("\n"))


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
