"""The catalogue of words: complete in English, in step with the code, compiled."""

from __future__ import annotations

import ast
import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from guidebook.model.particles import PAIRS
from guidebook.words import LOCALES, language_of
from tests.conftest import ROOT
from tests.extracted import KEYWORDS, sentences, singular

PARTICLES = {f"{{{form}}}" for pair in PAIRS for form in pair}
"""Places that a translation leaves out."""
HANGUL_MEANT = {
    "표 바로 위에 ‘표: 2018년과 2019년 비교’ 같은 줄을 적으세요.",
    "표라면 이렇게 적으세요. 나머지 행도 같은 형식으로 이어 적습니다.\n표: 제목\n{table}",
}
"""Sentences whose English must quote Korean: the mark that captions begin with."""


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def messages(catalogue: Catalog) -> dict[str, tuple[str, ...]]:
    return {
        singular(message.id): tuple(message.string)
        if isinstance(message.string, list | tuple)
        else (str(message.string),)
        for message in catalogue
        if message.id
    }


@pytest.fixture(scope="module")
def said() -> set[str]:
    """Every sentence that stands in code and templates now."""
    return {sentence for _, _, sentence in sentences()}


@pytest.fixture(scope="module")
def english() -> dict[str, tuple[str, ...]]:
    return messages(read(LOCALES / "en" / "LC_MESSAGES" / "guidebook.po"))


def test_every_sentence_has_an_english_one_and_none_is_left_over(
    said: set[str], english: dict[str, tuple[str, ...]]
) -> None:
    assert {wording for wording, strings in english.items() if all(strings)} == said


def test_no_sentence_hides_in_an_f_string(said: set[str]) -> None:
    """Babel looks into f-strings from Python 3.12 on only: a sentence that stands nowhere else is not translated."""
    hidden = {
        str(call.args[0].value)
        for file in (ROOT / "guidebook").rglob("*.py")
        for string in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] in KEYWORDS
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    assert hidden
    assert hidden <= said


def test_the_template_of_the_catalogue_is_current(said: set[str]) -> None:
    assert set(messages(read(LOCALES / "guidebook.pot"))) == said


def test_the_places_to_fill_in_are_the_same(english: dict[str, tuple[str, ...]]) -> None:
    def places(wording: str) -> list[str]:
        return sorted(re.findall(r"\{\w*\}|%\(\w+\)s", wording))

    for korean, strings in english.items():
        for string in strings:
            assert places(string) == [place for place in places(korean) if place not in PARTICLES], korean


def test_english_is_english(english: dict[str, tuple[str, ...]]) -> None:
    for korean, strings in english.items():
        if korean not in HANGUL_MEANT:
            assert not re.search("[가-힣]", "".join(strings)), korean


@pytest.mark.parametrize("name", ["en/LC_MESSAGES/guidebook", "ja/LC_MESSAGES/guidebook", "ko/LC_MESSAGES/click"])
def test_compiled_catalogues_match_their_source(name: str) -> None:
    compiled = read_mo(io.BytesIO((LOCALES / f"{name}.mo").read_bytes()))
    assert messages(compiled) == messages(read(LOCALES / f"{name}.po"))


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "ko"),
        (["--lang", "en"], {}, "en"),
        (["check", "--lang=en"], {}, "en"),
        ([], {"JUMIN_LANG": "en"}, "en"),
        (["--lang", "ko"], {"JUMIN_LANG": "en"}, "ko"),
        (["--lang", "fr"], {}, "ko"),
        (["--lang"], {}, "ko"),
    ],
)
def test_the_language_asked_for(arguments: list[str], environment: dict[str, str], expected: str) -> None:
    assert language_of(arguments, environment) == expected
