"""Bodies put into the tiny city 마루군, without a file being written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from guidebook.check import assets
from guidebook.check.markdown import blocks, headings, line_breaks, links, lists, lost, marks, prose, tables
from guidebook.load.content import load_content
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic
from guidebook.model.records.page import Page
from guidebook.model.records.program import Program
from guidebook.model.source import Note
from tests.conftest import CITIES
from tests.markdown.bodies import NOTES

MODULES = (assets, links, blocks, prose, headings, tables, lists, line_breaks, marks, lost)

Judge = Callable[..., list[Diagnostic]]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The city as it is."""
    return load_content(CITIES / "maru").catalogue


@pytest.fixture(scope="session")
def judged(catalogue: Catalogue) -> Judge:
    """What `check` says of a body, in a report or in the page `visit`; lines are those of the body."""

    def judge(body: str, *, page: bool = False) -> list[Diagnostic]:
        program, written = catalogue.programs[0], catalogue.pages[0]
        notes = tuple(Note(id=id, text=id) for id in NOTES)
        changed = (
            catalogue.having(Page, written.model_copy(update={"body": body, "notes": notes}))
            if page
            else catalogue.having(Program, program.model_copy(update={"body": body, "notes": notes}))
        )
        first = catalogue.source_map(written if page else program).body(1).line
        found = [fault for module in MODULES for rule in module.RULES for fault in rule(changed)]
        found = [one for one in found if one.code != lost.CODE] or found
        return [replace(one, span=replace(one.span, line=one.span.line - first + 1)) for one in found]

    return judge
