"""Words of a page are traced back to the file and line that they were written on."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidebook.load.content import load_content
from guidebook.model.catalogue import Catalogue
from guidebook.render.book.origin import Origins
from guidebook.render.text.korean import bind_words
from tests.wide_tables import CASE, city


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return city(
        tmp_path_factory.mktemp("origin"), f"첫 문단입니다.\n\n**굵은** 글과 [링크](town:gaon)가 있습니다.\n\n{CASE}"
    )


@pytest.fixture(scope="module")
def catalogue(content: Path) -> Catalogue:
    return load_content(content).catalogue


@pytest.mark.parametrize(
    ("words", "block", "said"),
    [
        ("달마다 강길 고치기", None, "offer: 달마다"),
        ("굵은 글과 링크", None, "**굵은** 글과"),
        ("1,666명", None, "| 강길 |"),
        ("1,666명", 11, "| 강길 |"),
        ("어디에도 없는 말", 1, "첫 문단입니다."),
        ("어디에도 없는 말", None, "---"),
    ],
)
def test_words_lead_to_their_line(
    content: Path, catalogue: Catalogue, words: str, block: int | None, said: str
) -> None:
    program = catalogue.programs[0]
    span = Origins(catalogue).find(catalogue.source_map(program).file, bind_words(words), block)
    lines = (content / "programs" / "river-path.md").read_text(encoding="utf-8").split("\n")
    assert span.file.endswith("river-path.md")
    assert said in lines[span.line - 1]


def test_words_of_another_file_lead_there(catalogue: Catalogue) -> None:
    program, town = catalogue.programs[0], catalogue.towns[0]
    span = Origins(catalogue).find(catalogue.source_map(program).file, town.hall.address if town.hall else town.name)
    assert span.file != catalogue.source_map(program).file
