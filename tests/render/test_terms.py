"""The glossary: every word with its sources, doubts marked, found from the index by all of its names."""

from __future__ import annotations

import re
from pathlib import Path

from guidebook.cli import main

ASSEMBLY = """name: 주민총회
also: [마을총회]
meaning: 주민이 모여 정하는 자리입니다. 여울에서는 해마다 엽니다.
programs: [market]
sources:
  - kind: {kind}
    publisher: 여울신문
"""
PAGE = """---
title: 낱말 풀이
summary: 어려운 말을 풀었습니다.
order: 8
---
[[terms]]
"""


def site_with(city: Path, kind: str) -> Path:
    (city / "terms").mkdir()
    (city / "terms" / "assembly.yml").write_text(ASSEMBLY.format(kind=kind), encoding="utf-8")
    (city / "pages" / "words.md").write_text(PAGE, encoding="utf-8")
    assert main(["--content", str(city), "--output", str(city.parent / "output"), "--site-only"]) == 0
    return city.parent / "output" / "site"


def test_a_word_says_what_it_means_and_who_says_so(yeoul: Path) -> None:
    page = (site_with(yeoul, "press") / "words" / "index.html").read_text(encoding="utf-8")
    (entry,) = re.findall(r'<div id="term-assembly">.*?</div>', page, re.DOTALL)
    assert "주민총회" in entry
    assert "여울에서는 해마다 엽니다." in entry
    assert "여울신문" in entry
    assert 'href="../programs/market/"' in entry
    assert "확인 필요" not in entry


def test_what_only_a_blog_says_needs_confirming(yeoul: Path) -> None:
    page = (site_with(yeoul, "blog") / "words" / "index.html").read_text(encoding="utf-8")
    (head,) = re.findall(r"<dt>주민총회.*?</dt>", page, re.DOTALL)
    assert "확인 필요" in head


def test_the_index_leads_to_a_word_from_all_its_names(yeoul: Path) -> None:
    site = site_with(yeoul, "press")
    index = (site / "index" / "index.html").read_text(encoding="utf-8")
    for name in ("주민총회", "마을총회"):
        assert f'<a href="../words/#term-assembly">{name}</a> <span class="quiet">낱말</span>' in index
    assert "여울신문" not in (site / "index.html").read_text(encoding="utf-8")
