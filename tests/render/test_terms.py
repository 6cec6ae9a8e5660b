"""The glossary: every word with its sources, doubts marked, found from the index by all of its names."""

from __future__ import annotations

import re
from pathlib import Path


def test_a_word_says_what_it_means_and_who_says_so(yeoul_site: Path) -> None:
    page = (yeoul_site / "words" / "index.html").read_text(encoding="utf-8")
    (entry,) = re.findall(r'<div id="term-assembly">.*?</div>', page, re.DOTALL)
    assert "주민총회" in entry
    assert "여울에서는 해마다 엽니다." in entry
    assert "여울신문" in entry
    assert 'href="../programs/market/"' in entry
    assert "확인 필요" not in entry


def test_what_only_a_blog_says_needs_confirming(yeoul_site: Path) -> None:
    page = (yeoul_site / "words" / "index.html").read_text(encoding="utf-8")
    (head,) = re.findall(r"<dt>마을장부.*?</dt>", page, re.DOTALL)
    assert "확인 필요" in head


def test_the_index_leads_to_a_word_from_all_its_names(yeoul_site: Path) -> None:
    index = (yeoul_site / "index" / "index.html").read_text(encoding="utf-8")
    for name in ("주민총회", "마을총회"):
        assert f'<a href="../words/#term-assembly">{name}</a> <span class="quiet">용어</span>' in index
    assert "여울신문" not in (yeoul_site / "index.html").read_text(encoding="utf-8")
