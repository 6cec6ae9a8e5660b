"""What people wrote and got wrong pages for, each with its right result, on the website and in the book."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.commands.examine import examine
from guidebook.markdown.headings import RESERVED
from guidebook.render.book.guidebook import manuscript
from guidebook.render.book.links import anchors_in
from guidebook.render.context import RenderContext
from guidebook.render.new_context import context_of
from guidebook.render.web.site import site_pages
from tests.conftest import ROOT
from tests.paths import PACKAGES, TEMPLATES

INTRO = """---
title: 모임 안내
summary: 모임을 안내합니다.
order: 30
---
- [까닭](#까닭)
- [하는 일](#하는-일)

## 까닭

[강길의 배경](program:river-path#배경_1), [글 밖의 누리집](page:aside), [색인](../index/)을 봅니다.

## 하는 일

글.
"""

ASIDE = """---
title: 책에 없는 글
summary: 누리집에만 있는 글입니다.
order: 31
book: false
---
[[sources]]

[까닭](page:intro#까닭)
"""

BODY = """## 배경

2026. 3. 1. 마을회관을 열었습니다.

- 2026. 4. 5. 나무를 심었습니다.
    - 가
      - 나

1. 모이기

    주민이 강가의 길을 어디에 낼지 정하려고 다섯 번 모였고, 모일 때마다 지도를 펴 놓고 걸어 본 사람의 말을 들었습니다.

2. 내기

글

4. 넷째부터

표: 붙어 있는 표
| 가 | 나 |
|---|--:|
| 1 | 2 |

```
첫 줄

# 둘째 줄 https://www.example.go.kr/portal/board/view.do?menuNo=200123&boardSeq=98765432109876543210&keyword=%EC%A3%BC
```

전화는 [043-222-1000](tel:043-222-1000), 편지는 [보내기](mailto:office@example.go.kr)로,
책은 [까닭](page:intro#까닭)입니다.

용어
: 뜻풀이

- [ ] 할 것
- [x] **한(것)**과 ~~지운 것~~

> 1. 인용
>   - 속 목록

## 배경

위의 [배경](#배경)과 여기 [배경](#배경_1).
"""


@pytest.fixture
def written(maru: Path) -> Path:
    """The tiny city with bodies of every construct."""
    (maru / "pages" / "intro.md").write_text(INTRO, encoding="utf-8")
    (maru / "pages" / "aside.md").write_text(ASIDE, encoding="utf-8")
    program = maru / "programs" / "river-path.md"
    front = program.read_text(encoding="utf-8").split("---\n")[1]
    program.write_text(f"---\n{front}---\n{BODY}", encoding="utf-8")
    return maru


def edition(content: Path) -> RenderContext:
    catalogue, faults = examine(content)
    assert not [fault for fault in faults if fault.severity == "error"]
    return context_of(catalogue.public(), TEMPLATES, PACKAGES)


def test_links_to_headings_live_on_the_website(written: Path) -> None:
    pages = {page.path: page.body for page in site_pages(edition(written))}
    assert 'href="#까닭"' in pages["intro/"]
    assert 'id="까닭"' in pages["intro/"]
    assert 'href="../programs/river-path/#배경_1"' in pages["intro/"]
    assert 'id="배경_1"' in pages["programs/river-path/"]
    assert 'href="../../intro/#까닭"' in pages["programs/river-path/"]


def test_links_to_headings_live_in_the_book(written: Path) -> None:
    chapters = manuscript(edition(written)).chapters
    there = anchors_in(chapters)
    html = {chapter.id: chapter.html for chapter in chapters}
    for id in ("page-intro", "program-river-path"):
        led = re.findall(r'href="book:([^"]+)"', html[id])
        assert set(led) <= there, set(led) - there
    assert 'href="book:page-intro--까닭"' in html["page-intro"]
    assert 'href="book:program-river-path--배경_1"' in html["page-intro"]


def test_what_a_book_does_not_have_is_words_there(written: Path) -> None:
    html = next(one.html for one in manuscript(edition(written)).chapters if one.id == "page-intro")
    text = re.sub("\u2060|<[^>]*>", "", html)
    assert "글 밖의 누리집, 색인을 봅니다." in text
    assert "page-aside" not in html
    assert "../index/" not in html


def test_the_number_of_a_list_is_kept_on_paper(written: Path) -> None:
    html = next(one.html for one in manuscript(edition(written)).chapters if one.id == "program-river-path")
    assert re.search(r'<ol[^>]*style="counter-reset:\s*list-item 3"', html)


def test_a_block_without_a_heading_above_it_skips_no_level(written: Path) -> None:
    page = next(page.body for page in site_pages(edition(written)) if page.path == "aside/")
    assert [int(level) for level in re.findall(r"<h(\d)", page)][:2] == [1, 2]


def test_what_is_checked_clean_is_built(written: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    assert main(["--content", str(written), "--output", str(output)]) == 0
    assert "boardSeq" in (output / "site" / "programs" / "river-path" / "index.html").read_text(encoding="utf-8")


def test_a_note_that_only_code_names_is_not_lost(written: Path, tmp_path: Path) -> None:
    path = written / "programs" / "river-path.md"
    front = "\nnotes: [{id: one, text: 주석의 글}]\ntowns: [gaon"
    noted = path.read_text(encoding="utf-8").replace("\ntowns: [gaon", front)
    path.write_text(noted.replace("용어\n", "`[^one]`라고 적습니다.\n\n용어\n"), encoding="utf-8")
    made = edition(written)
    page = next(page.body for page in site_pages(made) if page.path == "programs/river-path/")
    assert "주석의 글" in page
    assert "#ref-one" not in page
    html = next(one.html for one in manuscript(made).chapters if one.id == "program-river-path")
    assert "footnote remark" in html


def test_headings_keep_off_the_ids_that_pages_have_of_their_own() -> None:
    own: set[str] = set()
    for folder in ("pages", "macros", "theme"):
        for path in (ROOT / "templates" / folder).rglob("*"):
            if path.suffix in (".j2", ".html"):
                own |= set(re.findall(r'\bid="([^"{}]+)"', path.read_text(encoding="utf-8")))
    assert own <= RESERVED, own - RESERVED
