"""Words for search alone: what cannot be typed is told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.check import check
from guidebook.load.content import load_content
from tests.conftest import Change


@pytest.mark.parametrize("word", ["맛집", "江", "MOU", "119", "Ｃ", "ㄱ역"])
def test_words_with_a_letter_are_taken(maru: Path, change: Change, word: str) -> None:
    change("site.yml", "맛집", word)
    assert [one for one in check(load_content(maru).catalogue) if one.code == "search-word"] == []


@pytest.mark.parametrize("word", ['"!"', '"…"', "★", "ㅏㅏ", '"·"'])
def test_words_without_are_told_at_their_line(maru: Path, change: Change, word: str) -> None:
    change("site.yml", "맛집", word)
    (told,) = [one for one in check(load_content(maru).catalogue) if one.code == "search-word"]
    assert (Path(told.span.file).name, told.span.column) == ("site.yml", 27)
    lines = (maru / "site.yml").read_text(encoding="utf-8").splitlines()
    assert word in lines[told.span.line - 1]
