"""No word of this city stands in what is made of another, in the reference of fields, or in the engine's tests."""

from __future__ import annotations

import re
from pathlib import Path

from guidebook.forms.reference import field_reference
from guidebook.model.catalogue import Catalogue
from tests.conftest import ROOT
from tests.content_guard import CITY_TESTS
from tests.test_front_door import book_text, output

__all__ = ["output"]

WORDS = re.compile("당진|dangjin|우리동넷|송악|신평|충청남도", re.IGNORECASE)
FILES = (".py", ".txt", ".yml", ".js")
OF_CODE = (*FILES, ".j2", ".html", ".css", ".toml", ".json", ".po", ".pot")
LEFT_OUT = ("benchmarks", "importers/areas/test_boundaries.py")
"""Benchmarks measure the shipped pages; boundaries are imported for a real city of the same province."""


def test_another_city_has_no_word_of_it(output: Path) -> None:
    for path in sorted(output.rglob("*")):
        if path.is_file() and path.suffix not in (".pdf", ".woff2"):
            assert not WORDS.search(path.read_text(encoding="utf-8")), path
    assert not WORDS.search("".join(book_text(output)))


def test_examples_of_fields_are_of_invented_cities() -> None:
    assert not WORDS.search(field_reference())


def test_code_templates_and_words_do_not_know_it(content: Catalogue) -> None:
    """Neither its own words nor the names of its towns, docstrings and English words included."""
    towns = "|".join(re.escape(name) for town in content.towns for name in (town.name, town.name_en))
    named = re.compile(f"{WORDS.pattern}|{towns}", re.IGNORECASE)
    places = [ROOT / name for name in ("guidebook", "templates", "schemas", ".vscode")]
    for path in sorted(path for place in places for path in place.rglob("*")):
        if path.is_file() and path.suffix in OF_CODE:
            assert not named.search(path.read_text(encoding="utf-8")), path


def test_the_engine_s_tests_do_not_know_it(content: Catalogue) -> None:
    """Its own words, and the ids and names of its towns and programmes."""
    own = {program.name for program in content.programs}
    own |= {name for town in content.towns for name in (town.id, town.name)}
    tests = ROOT / "tests"
    for path in sorted(tests.rglob("*")):
        kept = not path.relative_to(tests).as_posix().startswith(LEFT_OUT) and not path.is_relative_to(CITY_TESTS)
        if kept and path.suffix in FILES:
            said = path.read_text(encoding="utf-8", errors="replace")
            assert not WORDS.search(said), path
            assert not [name for name in own if re.search(rf"\b{re.escape(name)}\b", said)], path
