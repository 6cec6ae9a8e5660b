"""The pages in English: what they call things, and how little Korean is left on them."""

from __future__ import annotations

import re

import pytest

from guidebook.check.english import korean_on_english_pages
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Severity
from guidebook.render.map.kept import keeping_maps
from guidebook.render.new_context import context_of
from guidebook.render.web.site import site_pages
from guidebook.storage.program import program_steps
from tests.conftest import ROOT
from tests.paths import PACKAGES, TEMPLATES, paths

PATHS = ("en/", "en/tour/", "en/terms/")


@pytest.fixture(scope="module")
def shown(content: Catalogue) -> dict[str, str]:
    """Path → what a reader sees there."""
    plain = context_of(content.public(), TEMPLATES, PACKAGES)
    pages = site_pages(keeping_maps(plain, program_steps(paths(ROOT / "content"))))
    return {page.path: re.sub(r"\s+", " ", re.sub("<[^>]*>", "", page.body)) for page in pages if page.path in PATHS}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("en/", "Self-governance-based public services"),
        ("en/", "names five of them as outstanding"),
        ("en/", "From 2016 to 2019"),
        ("en/", "In 2019 they did so through residents' committees"),
        ("en/tour/", "1522-3113"),
        ("en/tour/", "Dangjin-si city hall (당진시청)"),
        ("en/tour/", "10:30–"),
        ("en/tour/", "Five outstanding towns"),
        ("en/terms/", "Eup (읍), myeon (면), dong (동)"),
        ("en/terms/", "Residents' committee (주민자치위원회)"),
        ("en/terms/", "Residents' council (주민자치회)"),
        ("en/terms/", "Residents' assembly (주민총회)"),
    ],
)
def test_what_they_say(shown: dict[str, str], path: str, words: str) -> None:
    assert words in shown[path].replace("’", "'").replace("&#39;", "'")


@pytest.mark.parametrize("words", ["model town", "as models", "Residents-centred", "the last four years Dangjin", "~"])
def test_what_they_say_no_more(shown: dict[str, str], words: str) -> None:
    assert not [path for path in PATHS if words in shown[path]]


def test_little_is_left_in_korean_and_only_told_as_a_note(content: Catalogue) -> None:
    notes = list(korean_on_english_pages(content))
    assert {note.severity for note in notes} <= {Severity.NOTE}
    assert len(notes) <= 3


def test_no_programme_of_2019_is_said_to_be_of_councils(content: Catalogue) -> None:
    said = [f"{program.name_en} {program.summary_en}" for program in content.programs]
    assert len(said) == 7
    assert not [words for words in said if "council" in words]
