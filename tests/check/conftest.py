"""The tiny city 마루군 has everything a visit needs and no fault: tests change one thing and look at what is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guidebook.check import days, places, references, routes
from guidebook.check.visit import fields, hours, lunch, records
from guidebook.load.content import load_content
from guidebook.model.diagnostic import Diagnostic, Severity

MODULES = (references, places, routes, days, records, hours, lunch, fields)

Change = Callable[[str, str, str], None]
"""Replace a piece of a file, which must be there, by another."""


@pytest.fixture
def change(maru: Path) -> Change:
    """Changes one file of the copy."""

    def replace(file: str, old: str, new: str) -> None:
        before = (maru / file).read_text(encoding="utf-8")
        assert old in before, f"{file} does not say {old!r}"
        (maru / file).write_text(before.replace(old, new, 1), encoding="utf-8")

    return replace


def judged(content: Path, *, notes: bool = False) -> list[Diagnostic]:
    """What the rules over places, routes and visits find, and what could not be read at all."""
    loaded = load_content(content)
    found = [*loaded.diagnostics]
    for module in MODULES:
        for rule in module.RULES:
            found += rule(loaded.catalogue)
    return [one for one in found if notes or one.severity is not Severity.NOTE]


def only(content: Path, code: str) -> Diagnostic:
    """The single fault there is, of that code."""
    found = judged(content)
    assert [one.code for one in found] == [code], [(one.code, str(one.message)) for one in found]
    return found[0]


def line(content: Path, file: str, piece: str) -> int:
    """The number of the first line of a file that holds a piece."""
    lines = (content / file).read_text(encoding="utf-8").split("\n")
    return next(number for number, text in enumerate(lines, start=1) if piece in text)
