"""Websites that several modules look at, each made once: a site that only one test looks at is made there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guidebook.cli import main
from tests.conftest import CITIES
from tests.sharing import made_once

ENGLISH = {
    "en": """---
title: What happened in Maru
name: What happened
summary: Residents built a path.
order: 1
---
## Programmes

[[program-table]]

## Towns

[[towns]]
""",
    "en-visit": """---
title: Visiting Maru
summary: Routes and where to ask.
order: 2
---
## Routes

[[routes]]

## Asking

[[asking]]
""",
}
"""Page → what it says."""
TERMS = {
    "assembly": """name: 주민총회
also: [마을총회]
meaning: 주민이 모여 정하는 자리입니다. 여울에서는 해마다 엽니다.
programs: [market]
sources:
  - kind: press
    publisher: 여울신문
    title: 마을자치 보도
""",
    "ledger": """name: 마을장부
meaning: 마을의 돈이 적힌 책입니다.
sources:
  - kind: blog
    publisher: 여울 이야기
    title: 마을자치 보도
""",
}
"""Word → its record."""
GLOSSARY = """---
title: 용어 풀이
summary: 어려운 말을 풀었습니다.
order: 8
---
[[terms]]
"""


def add_english(content: Path) -> None:
    """Put two pages in English into a content folder."""
    for name, said in ENGLISH.items():
        (content / "pages" / f"{name}.md").write_text(said, encoding="utf-8")


def _add_words(content: Path) -> None:
    (content / "terms").mkdir()
    for name, record in TERMS.items():
        (content / "terms" / f"{name}.yml").write_text(record, encoding="utf-8")
    (content / "pages" / "words.md").write_text(GLOSSARY, encoding="utf-8")


def _built(content: Path, folder: Path) -> None:
    assert main(["--content", str(content), "--output", str(folder / "output"), "--site-only"]) == 0


@pytest.fixture(scope="session")
def maru_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website of 마루군: a sample with an address and pages in English."""

    def make(folder: Path) -> None:
        content = folder / "content"
        shutil.copytree(CITIES / "maru", content)
        with (content / "site.yml").open("a", encoding="utf-8") as site:
            site.write("base_url: https://example.org/maru/\n")
        add_english(content)
        _built(content, folder)

    return made_once(tmp_path_factory, "maru-site", make) / "output" / "site"


@pytest.fixture(scope="session")
def yeoul_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website of 여울군: without address, changes and English, with a glossary."""

    def make(folder: Path) -> None:
        shutil.copytree(CITIES / "yeoul", folder / "content")
        _add_words(folder / "content")
        _built(folder / "content", folder)

    return made_once(tmp_path_factory, "yeoul-site", make) / "output" / "site"
