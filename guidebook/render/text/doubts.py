"""Counts the values of a page or chapter that need confirming: where they are many, one sentence stands for all.

Separate from templates, which mark each value where it stands and cannot know how many there will be.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

MOST = 5
"""Values of one web page that say so in words; more have a sign, as all in books."""
_DOUBT = re.compile(r'<span class="doubt">[^<]*</span>')
_SPACED = re.compile(r'\s*<span class="doubt">[^<]*</span>')
_HEAD = re.compile(r"</header>|</h1>")


def counted_doubts(html: str, words: Callable[[str], str], most: int = MOST) -> str:
    """The HTML with a sign at each value that needs confirming and a sentence under the title, if they are many."""
    count = len(_DOUBT.findall(html))
    if count <= most:
        return html
    said, again = words("° 표시가 있는 값 {count}개는 확인이 필요합니다."), words("방문하기 전에 다시 확인하세요.")
    said = said.format(count=count) + ("" if again in html else f" {again}")
    mark = (
        '<sup class="doubt-mark"><span aria-hidden="true">°</span>'
        f'<span class="unseen">({escape(words("확인 필요"))})</span></sup>'
    )
    marked = _SPACED.sub(mark, html)
    head = _HEAD.search(marked)
    # A title that stands in a header has its sentence behind the header.
    end = marked.find("</header>", head.end()) if head and _in_header(marked, head.start()) else -1
    at = end + len("</header>") if end >= 0 else head.end() if head else 0
    legend = f' data-legend="° {escape(words("확인 필요"))}"' if most == 0 else ""  # what later pages of a book say
    return f'{marked[:at]}\n<p class="doubt-note quiet"{legend}>{escape(said)}</p>{marked[at:]}'


def _in_header(html: str, at: int) -> bool:
    """Whether a header is open there."""
    return html.count("<header", 0, at) > html.count("</header>", 0, at) and not html.startswith("</header>", at)
