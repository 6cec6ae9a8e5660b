"""What `check` tells of a file in which words are lost."""

from __future__ import annotations

import pytest

from guidebook import check as rules
from guidebook.check.markdown import lost
from guidebook.load.content import load_content
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.text import text
from tests.conftest import CITIES


@pytest.mark.parametrize(
    ("severity", "told"), [(Severity.WARNING, True), (Severity.NOTE, True), (Severity.ERROR, False)]
)
def test_lost_words_are_hidden_by_no_warning(severity: Severity, told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Span("pages/a.md", 5)
    loss = Diagnostic(place, lost.CODE, text("글"), text("글"))
    other = Diagnostic(place, "other", text("글"), text("글"), severity)
    monkeypatch.setattr(rules, "RULES", (lambda _: (loss, other),))
    assert (loss in rules.check(load_content(CITIES / "maru").catalogue)) is told
