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


def test_words_that_nothing_shows_need_no_glyph_but_are_read_for_personal_data(maru: Path) -> None:
    catalogue = load_content(maru).catalogue
    shown, all_of_it = ({value for _, value in catalogue.passages(without_search=one)} for one in (True, False))
    assert all_of_it - shown == {
        "물 박물관",
        "江博物館",
        "찾아오는 길",
        "버스",
        "산책로",
        "당일치기",
        "나루 선착장",
        "매운탕",
    } | {
        "음식점",
        "맛집",
        "밥집",
        "마루",
        "馬樓",
    }


@pytest.mark.parametrize("word", ['"!"', '"…"', "★", "ㅏㅏ", '"·"'])
def test_words_without_are_told_at_their_line(maru: Path, change: Change, word: str) -> None:
    change("site.yml", "맛집", word)
    (told,) = [one for one in check(load_content(maru).catalogue) if one.code == "search-word"]
    assert (Path(told.span.file).name, told.span.column) == ("site.yml", 27)
    lines = (maru / "site.yml").read_text(encoding="utf-8").splitlines()
    assert word in lines[told.span.line - 1]
