"""What serve shows beside the website: the panel for editors, the book beside the pages, what lies over a page.

All of it is drawn by templates of `templates/editor/`, which escape everything, and none of it is ever published.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from guidebook.layout.typefaces import PRETENDARD, WEIGHTS
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.settings.showing import Palette
from guidebook.model.text import Text, printable
from guidebook.model.wording.dates import written
from guidebook.model.wording.numbers import number
from guidebook.plan.ageing import Due, Reason
from guidebook.plan.completeness import Completeness
from guidebook.render.design.tokens import DesignError, read_tokens, substituted
from guidebook.render.templates import strict_environment
from guidebook.serve.editor_links import link
from guidebook.serve.live import Shown
from guidebook.words import catalogue, marked

FOLDER = "editor"
"""Below `templates/`."""
SEVERITIES = {
    Severity.ERROR: marked("오류"),
    Severity.WARNING: marked("주의"),
    Severity.NOTE: marked("참고"),
}
REASONS = {
    Reason.REVIEW: marked("전체 검토"),
    Reason.ENDING: marked("끝나는 위생등급 지정"),
    Reason.UNCONFIRMED: marked("확인한 지 오래된 값"),
}


@dataclass(frozen=True)
class Views:
    """Draws them in one language, with links into one text editor."""

    templates: Path
    packages: Path
    language: str
    editor: str
    """The address of `serve.editor_links`; empty for none."""
    folder: Path
    """What the files of diagnostics are relative to."""
    explained: Callable[[Exception, Path], Diagnostic | None] = lambda _error, _templates: None
    """What is to be said of an error that came out of a template."""
    _sheets: dict[str, bytes] = field(default_factory=dict)
    """The style sheets as they were last whole."""

    @property
    def words(self) -> gettext.NullTranslations:
        """In the reader's language."""
        return catalogue(self.language)

    def file(self, name: str) -> tuple[bytes, str] | None:
        """A style sheet, script or font that our own pages load, with its media type; read anew each time."""
        place = self.templates / FOLDER / name
        if name.startswith("font-"):
            return self._font(name)
        if name == "first.js":
            place = self.templates / "theme" / "js" / name
        if "/" in name or place.suffix not in (".css", ".js") or not place.is_file():
            return None
        if place.suffix == ".js":
            return place.read_bytes(), "text/javascript"
        with suppress(DesignError):  # somebody is editing the tokens, and sees what is wrong on these very pages
            tokens = read_tokens(self.templates, self.packages)
            css = place.read_text(encoding="utf-8")
            whole = f"{tokens.modes}\n{css}" if name == "editor.css" else css
            self._sheets[name] = substituted(whole, tokens.of_city(Palette())).encode()
        return self._sheets.get(name, b""), "text/css"

    def panel(self, shown: Shown, forms: bool = False) -> str:
        """The panel: what is wrong, how complete each record is, and what is due when; `forms` are there to fill in."""
        kinds = [
            (label.into(self.words.gettext), [self._record(one) for one in records])
            for label, records in groupby(shown.report.complete, key=lambda one: one.label)
        ]
        due = list(shown.report.due)
        now = [one for one in due if one.day is None or one.day.isoformat() <= shown.report.today]
        later = [one for one in due if one not in now]
        return self._draw(
            "panel.html.j2",
            shown,
            kinds=kinds,
            now=[self._due(one) for one in now],
            later=[self._due(one) for one in later],
            today=shown.report.today,
            forms=forms,
        )

    def beside(self, shown: Shown, book: str, page: str) -> str:
        """A page of the website and a book side by side."""
        return self._draw("beside.html.j2", shown, book=book, page=page)

    def waiting(self, shown: Shown) -> str:
        """What stands in the place of pages until there are some."""
        return self._draw("waiting.html.j2", shown)

    def missing(self, shown: Shown) -> str:
        """What stands where no page is, in a site without a page of its own for that."""
        return self._draw("missing.html.j2", shown)

    def over(self, shown: Shown) -> str:
        """What lies over each page: the way to the panel, and what is wrong."""
        return self._draw("over.html.j2", shown)

    def _draw(self, template: str, shown: Shown, **values: Any) -> str:
        faults = [self._fault(fault) for fault in shown.all_faults]
        errors = [fault for fault in faults if fault["severity"] == "error"]
        common = {"shown": shown, "faults": faults, "errors": errors, "language": self.language}
        try:
            return self._environment.get_template(template).render(**common, **values)
        except Exception as error:  # somebody is editing the template, and sees what is wrong on this very page
            return self._undrawn(self.explained(error, self.templates), error)

    def _undrawn(self, fault: Diagnostic | None, error: Exception) -> str:
        """What stands in the place of a page whose template is broken: without any template."""
        if fault is None:
            raise error
        where = f"{fault.span.file}:{fault.span.line}"
        said = " ".join((*self._said(fault.message), *self._said(fault.hint)))
        page = Markup('<!doctype html><html lang="{}"><meta charset="utf-8"><title>{}</title><h1>{}</h1><p>{}</p>')
        title = self.words.gettext("오류")
        return page.format(self.language, title, where, said)

    @cached_property
    def _environment(self) -> Environment:
        jinja = strict_environment(self.templates / FOLDER, f"{FOLDER} {self.language}")
        jinja.install_gettext_translations(self.words, newstyle=True)  # type: ignore[attr-defined]  # by its i18n
        jinja.filters["number"] = number
        jinja.filters["date"] = self._date
        return jinja

    def _date(self, day: str) -> str:
        return written(day, self.language, self.words.gettext)

    def _said(self, sentence: Text) -> list[str]:
        """Its lines: a remedy may show a table."""
        return [printable(line) for line in sentence.into(self.words.gettext).split("\n")]

    def _fault(self, fault: Diagnostic) -> dict[str, Any]:
        return {
            "severity": fault.severity.value,
            "grade": self.words.gettext(SEVERITIES[fault.severity]),
            "code": fault.code,
            "message": self._said(fault.message),
            "hint": self._said(fault.hint),
            "about": printable(fault.about),
            **self._place(fault.span),
        }

    def _place(self, span: Span) -> dict[str, Any]:
        return {"file": span.file, "line": span.line, "link": link(self.editor, span, self.folder)}

    def _record(self, one: Completeness) -> dict[str, Any]:
        lacking = [f"{lack.title.into(self.words.gettext)}" for lack in one.lacking]
        return {"called": one.called, "there": one.there, "wanted": one.wanted, "lacking": lacking} | self._place(
            one.span
        )

    def _due(self, due: Due) -> dict[str, Any]:
        translate = self.words.gettext
        return {
            "day": due.day.isoformat() if due.day else "",
            "seen": due.seen,
            "reason": translate(REASONS[due.reason]),
            "called": due.called,
            "titles": ", ".join(title.into(translate) for title in due.titles),
        } | self._place(due.span)

    def _font(self, name: str) -> tuple[bytes, str] | None:
        for weight, face in WEIGHTS:
            if name == f"font-{weight}.woff2":
                return (self.packages / PRETENDARD.format(name=face)).read_bytes(), "font/woff2"
        return None
