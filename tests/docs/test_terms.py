"""The glossary `docs/ko/terms.md` holds: nothing that people read has one of the words that it puts aside.

Its tables are the rules. What is looked at: every sentence of the code and the templates, the labels of fields, click's
sentences, the templates' own Korean, README and `docs/ko/`; one test a room, so that a room can be asked alone
(`pytest tests/docs/test_terms.py -k check`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.messages.pofile import read_po

from guidebook.forms.files import files_of
from guidebook.model.label import label_of, models_of
from guidebook.words import LOCALES
from tests.conftest import ROOT
from tests.extracted import sentences

TERMS = ROOT / "docs" / "ko" / "terms.md"
HEAD = ("쓰는 말", "쓰지 않는 말", "이유")
ASIDE = re.compile(r"`(?P<word>[^`]+)`(?:\((?P<limits>(?:[^)‘]|‘[^’]*’)+)\))?")
LIMITS = {"낱말", "전체"}


class Said(NamedTuple):
    """Something that people read."""

    where: str
    words: str
    whole: bool = True
    """Whether it is a sentence or a label from end to end; a line of a file is not."""


@dataclass(frozen=True)
class Aside:
    """A word that is not used, and where it may stand all the same."""

    word: str
    instead: str
    alone: bool = False
    """Only without Hangul before and after it."""
    whole: bool = False
    """Only where nothing else is said."""
    within: tuple[str, ...] = ()
    """Longer words that hold it and are right."""

    def stands_in(self, said: Said) -> bool:
        if self.whole:
            return said.whole and re.sub(r"\{\w*\}|%\(\w+\)s", "", said.words).strip(" \n:?!.") == self.word
        rest = said.words
        for longer in self.within:
            rest = rest.replace(longer, " ")
        edge = "(?<![가-힣]){}(?![가-힣])" if self.alone else "{}"
        return re.search(edge.format(re.escape(self.word)), rest) is not None


def aside(cell: str, instead: str) -> Iterator[Aside]:
    """The words of a cell: `` `찾기`(낱말, 예외: ‘길 찾기’), `묻는 곳` ``.

    Raises ValueError for what is no such list.
    """
    rest = ASIDE.sub("", cell).replace(",", "").strip()
    if rest or not ASIDE.search(cell):
        raise ValueError(f"no list of words: {cell}")
    for found in ASIDE.finditer(cell):
        limits, _, exceptions = (found["limits"] or "").partition("예외:")
        named = {limit.strip() for limit in limits.split(",")} - {""}
        within = tuple(re.findall("‘([^’]+)’", exceptions))
        if named - LIMITS or ("예외" in cell and "예외:" not in cell):
            raise ValueError(f"no limit of a word: {found['limits']}")
        if not all(found["word"] in longer and found["word"] != longer for longer in within):
            raise ValueError(f"an exception that does not hold its word: {found['limits']}")
        yield Aside(found["word"], instead, "낱말" in named, "전체" in named, within)


def rows(text: str) -> Iterator[tuple[str, str, str]]:
    """The rows of the tables with the head of a glossary."""
    table = False
    for line in text.splitlines():
        cells = tuple(cell.strip() for cell in line.strip("|").split("|")) if line.startswith("|") else ()
        if cells == HEAD:
            table = True
        elif not cells:
            table = False
        elif table and set(line) - set("|-"):
            use, put_aside, why = cells
            yield use, put_aside, why


@cache
def glossary() -> tuple[Aside, ...]:
    return tuple(word for use, cell, _ in rows(TERMS.read_text(encoding="utf-8")) for word in aside(cell, use))


def room_of(file: str) -> str:
    """`guidebook/check/routes.py` is in the room `check`, `templates/print/cover.html.j2` in `templates/print`."""
    first, *others = Path(file).parts
    if first == "templates" and len(others) > 1:
        return f"templates/{others[0]}"
    return others[0].removesuffix(".py") if first == "guidebook" else first


def labels() -> Iterator[Said]:
    for model in models_of(*(file.model for file in files_of())):
        for name in model.model_fields:
            label = label_of(model, name)
            for words in (str(label.title), label.help, label.shown, *map(str, label.choices.values())):
                yield Said(f"{model.__name__}.{name}", words)


def lines(*files: Path) -> Iterator[Said]:
    """The lines of files without comments and, in templates, without code: its sentences are asked as sentences."""
    for file in files:
        text = file.read_text(encoding="utf-8")
        text = re.sub(
            r"\{#.*?#\}|<!--.*?-->|/\*.*?\*/|\{\{.*?\}\}|\{%.*?%\}",
            lambda hit: "\n" * hit[0].count("\n"),
            text,
            flags=re.DOTALL,
        )
        for number, line in enumerate(text.splitlines(), start=1):
            if re.search("[가-힣]", line):
                yield Said(f"{file.relative_to(ROOT)}:{number}", line, whole=False)


@cache
def said() -> Mapping[str, Sequence[Said]]:
    """All that people read, by the room that says it."""
    found = defaultdict(list)
    for file, line, words in sentences():
        found[room_of(file)].append(Said(f"{file}:{line}", words))
    found["model"] += labels()
    with (LOCALES / "ko" / "LC_MESSAGES" / "click.po").open("rb") as catalogue:
        for message in read_po(catalogue):
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            found["click"] += [Said("click.po", str(words)) for words in strings if message.id]
    for path in sorted((ROOT / "templates").rglob("*")):
        read = path.suffix in {".j2", ".html", ".js", ".toml", ".svg"} or "city" in path.parts
        if path.is_file() and read:
            found[room_of(path.relative_to(ROOT).as_posix())] += lines(path)
    documents = [ROOT / "README.md", *sorted((ROOT / "docs" / "ko").glob("*.md"))]
    found["docs"] += lines(*(path for path in documents if path != TERMS))
    return found


def rooms() -> list[str]:
    """Every room that may say something: known from names alone, because tests are collected by every worker."""
    code = {room_of(f"guidebook/{path.name}") for path in (ROOT / "guidebook").iterdir() if path.name[0] not in "._"}
    beside = [path for path in (ROOT / "templates").iterdir() if path.is_dir()]
    return sorted({"build.py", "click", "docs", "templates", *(f"templates/{path.name}" for path in beside)} | code)


@pytest.mark.parametrize("room", rooms())
def test_nobody_says_what_the_glossary_puts_aside(room: str) -> None:
    wrong = [
        f"{found.where}: ‘{word.word}’ → {word.instead}: {found.words.strip()}"
        for found in said().get(room, ())
        for word in glossary()
        if word.stands_in(found)
    ]
    assert not wrong, "\n".join(wrong)


def test_every_row_says_what_to_use_and_why_and_is_not_against_another() -> None:
    found = list(rows(TERMS.read_text(encoding="utf-8")))
    assert len(found) > 60
    for use, _, why in found:
        assert use
        assert re.search(r"니다(\([^)]+\))?\.$", why), why
        assert not [word.word for word in glossary() if word.stands_in(Said("", use))], use
    words = [word.word for word in glossary()]
    assert sorted(words) == sorted(set(words))


def test_all_that_speaks_is_asked() -> None:
    """A room whose sentences are no longer found would be right for ever."""
    assert {"check", "load", "cli", "setup", "render", "model", "books", "templates/pages", "templates/print"} <= set(
        said()
    )
    assert {"click", "docs"} <= set(said()) <= set(rooms())
    assert sum(map(len, said().values())) > 2000


@pytest.mark.parametrize(
    ("cell", "words", "whole", "expected"),
    [
        ("`글쇠`", "글쇠판으로 넣으세요.", True, True),
        ("`글쇠`", "키보드로 넣으세요.", True, False),
        ("`찾기`(낱말)", "찾기", True, True),
        ("`찾기`(낱말)", "되찾기", True, False),
        ("`찾기`(낱말)", "찾기를 누르세요.", True, False),
        ("`찾기`(낱말, 예외: ‘길 찾기’)", "길 찾기", True, False),
        ("`찾기`(낱말, 예외: ‘길 찾기’)", "길 찾기와 찾기", True, True),
        ("`급할 때`(예외: ‘긴급할 때’)", "긴급할 때 거는 번호", True, False),
        ("`급할 때`(예외: ‘긴급할 때’)", "급할 때", True, True),
        ("`언제`(전체)", "언제", True, True),
        ("`언제`(전체)", "언제: {when}", True, True),
        ("`언제`(전체)", "언제든지 오세요.", True, False),
        ("`언제`(전체)", "언제", False, False),
        ("`(견본) (견본)`", "일정표 (견본) (견본)", True, True),
        ("`여는 때`, `여는 시간`", "여는 시간", True, True),
    ],
)
def test_a_word_is_found_where_its_row_says(cell: str, words: str, whole: bool, expected: bool) -> None:
    assert any(word.stands_in(Said("", words, whole)) for word in aside(cell, "")) is expected


@pytest.mark.parametrize("cell", ["", "글쇠", "`글쇠` 같은 말", "`찾기`(가끔)", "`찾기`(예외: ‘길’)"])
def test_a_row_that_cannot_be_read_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="word"):
        list(aside(cell, ""))
