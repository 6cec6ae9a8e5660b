"""“Did you mean …?”: the nearest known word, or what to do instead."""

from __future__ import annotations

import pytest

from guidebook.model.text import text
from guidebook.model.wording.suggestion import closest, suggested_file, suggested_id, suggested_name

OTHERWISE = text("다른 도움말")


def test_the_closest_word_is_found_or_none() -> None:
    assert closest("progam", ["page", "program"]) == "program"
    assert closest("", ["page"]) is None
    assert closest("page", []) is None
    assert closest("pag", ["page"], cutoff=0.95) is None


@pytest.mark.parametrize(("word", "id"), [("sanmok", "sanmaek"), ("산맥 마을", "sanmaek"), ("전혀 아님", None)])
def test_an_id_is_suggested_by_id_or_title(word: str, id: str | None) -> None:
    advice = suggested_id(word, {"sanmaek": "산맥마을", "deulnyeok": "들녘동"}, OTHERWISE)
    assert str(advice) == ("'sanmaek'(산맥마을)을 뜻하셨나요?" if id else "다른 도움말")


def test_a_file_is_suggested_whatever_its_capitals() -> None:
    assert str(suggested_file("RIVER.JPG", ["river.jpg", "hall.jpg"], OTHERWISE)) == "'river.jpg' 파일을 뜻하셨나요?"
    assert suggested_file("x.pdf", ["river.jpg"], OTHERWISE) is OTHERWISE


def test_a_name_is_suggested_or_all_are_listed() -> None:
    assert str(suggested_name("adress", ["address", "phone"], OTHERWISE)) == "'address' 이름을 뜻하셨나요?"
    assert suggested_name("x", ["address", "phone"], OTHERWISE) is OTHERWISE
