"""Diagnostics as a list in Markdown: what has to be put right first, each with file, line, field and remedy."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Sequence

from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.forge.saved import InField, unplaced
from guidebook.model.text import printable
from guidebook.model.wording.numbers import number
from guidebook.report.markdown import lines, plain

MOST = 50
"""Diagnostics that are told; forges cut off what is longer than a megabyte."""


def as_markdown(diagnostics: Sequence[Diagnostic], translations: gettext.NullTranslations) -> str:
    """The list for the page of a run."""
    return list_of(unplaced(tuple(diagnostics)), translations)


def list_of(found: Sequence[InField], translations: gettext.NullTranslations) -> str:
    """The same, where fields are known."""
    return "\n".join(fault_list(found, translations)).rstrip()


def fault_list(found: Sequence[InField], translations: gettext.NullTranslations) -> Iterator[str]:
    """The lines of the list, by severity."""
    titles = {
        Severity.ERROR: translations.gettext("고쳐야 할 것"),
        Severity.WARNING: translations.gettext("확인할 것"),
        Severity.NOTE: translations.gettext("참고"),
    }
    told = 0
    for severity, title in titles.items():
        group = [one for one in found if one.diagnostic.severity is severity]
        shown = group[: MOST - told]
        if not shown:
            continue
        told += len(shown)
        yield f"#### {title}: {number(len(group))}"
        yield ""
        for one in shown:
            yield from _fault(one, translations)
        yield ""
    if len(found) > told:
        yield translations.gettext("외 {count}건").format(count=number(len(found) - told))


def _fault(one: InField, translations: gettext.NullTranslations) -> Iterator[str]:
    words, fault = translations.gettext, one.diagnostic
    place = words("{file} {line}행").format(file=printable(fault.span.file), line=fault.span.line)
    field = " › ".join(title.into(words) for title in one.titles)
    where = f"{place}, " + words("‘{field}’ 항목").format(field=field) if field else place
    yield f"- **{plain(where)}**: {lines(fault.message, words)}"
    yield f"  - {words('도움말')}: {lines(fault.hint, words)}"
