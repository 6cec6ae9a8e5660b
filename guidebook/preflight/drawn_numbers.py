"""Numbers in drawings of a finished document: none is cut by the end of its line.

Separate from the lines of running text, because words of a drawing belong to no block: only a number shows that it goes
on in the line beneath.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from guidebook.model.text import text
from guidebook.preflight.document import Document, Finding
from guidebook.preflight.text import Run

NEXT_LINE = (0.8, 1.7)
"""How far beneath a line the next one is, in sizes of its type."""
SAME_SIZE = 0.01
"""Points by which two sizes differ that are one."""
_GOES_ON = re.compile(r"\d,\|\d{3}(?!\d)|\d,\d{3}\|(?:,\d|[명원곳건개회면석대%](?!\w))|\d\|,\d{3}")
"""The end of a line and the beginning of the next, where both are one number."""


def drawn_numbers_are_whole(document: Document) -> Iterator[Finding]:
    """No number of a drawing goes on in the next line."""
    for page in document.new_pages:
        owners = document.owners(page)
        drawn = [run for run in document.runs(page) if run.mcid is not None and run.mcid not in owners]
        for above, below in pairwise(drawn):
            ends = f"{above.text.rstrip()[-12:]}|{below.text.lstrip()[:12]}"
            if _beneath(above, below) and _GOES_ON.search(ends):
                yield (
                    "cut-number",
                    text("{page}쪽의 그림에서 수가 줄 끝에서 끊깁니다: {words}", page=page + 1, words=ends),
                )


def _beneath(above: Run, below: Run) -> bool:
    least, most = NEXT_LINE
    same = abs(above.size - below.size) < SAME_SIZE
    return same and least * above.size < above.y - below.y < most * above.size and below.left < above.right
