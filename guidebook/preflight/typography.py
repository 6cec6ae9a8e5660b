"""Line breaks and headings of a finished document: no broken words, no marks at the wrong edge, no lonely headings.

Spaces at line ends are not drawn, so the ends alone do not show a broken word. The letters beside them do: in a word
that may not break they are held together by word joiners, and a joiner at the very end shows that the word was broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import pikepdf

from guidebook.model.text import text
from guidebook.preflight.document import Document, Finding
from guidebook.preflight.tagging import Owner
from guidebook.preflight.text import Letter, Run
from guidebook.render.text.word_width import may_be_broken
from guidebook.words import traits

CLOSING = frozenset(")]}〉》」』】〕’”.,·?!:;%℃、。")
OPENING = frozenset("([{〈《「『【〔‘“")
HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")
TILDES = ("~", "∼", "～")
_YEAR = re.compile(r"\d{4}(?:\.|년)|\d{1,2}월")
"""What may begin a line after a tilde: the second date of a range."""
_PARTED_DATE = re.compile(r"(?:^|\D)\d{4}년\|\d{1,2}월")
"""Where a date ends its line that is longer than it: behind the year."""
SAME_LINE = 0.6
"""Share of the type size by which baselines of one line may differ: footnote marks are raised."""
LEADERS = re.compile(r"[. ]+")
_KOREAN = r"가-힣\u3131-\u318e\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_INSIDE = re.compile(rf"[{_KOREAN}][{_KOREAN}A-Za-z\d]|[A-Za-z\d)’”」』][{_KOREAN}]|\d[%℃㎡㎞㎏\d]")
"""Two characters between which no line may end."""
_URL_PART = re.compile(r"(?=[!-~]*[A-Za-z])(?=[!-~]*[/=&?%@])[!-~]+")
"""A piece of a web or mail address, which may also break at its punctuation, so that a short piece may remain."""
_JOINED = re.compile(rf"[{_KOREAN}]{{2}}|\d[{_KOREAN}%℃㎡㎞㎏]")
"""Two characters that layout holds together by a joiner; generated content such as 주1 has none."""


@dataclass(frozen=True)
class Line:
    """A line of a block: its runs from left to right."""

    runs: tuple[Run, ...]

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """All of its letters."""
        return tuple(letter for run in self.runs for letter in run.letters)

    @cached_property
    def text(self) -> str:
        """All of its letters."""
        return "".join(run.text for run in self.runs)

    def last(self) -> tuple[Letter, ...]:
        """The letters of its last word."""
        return self.letters[self.text.rstrip().rfind(" ") + 1 :] if self._plain() else self.letters

    def first(self) -> tuple[Letter, ...]:
        """The letters of its first word."""
        end = self.text.find(" ")
        return self.letters[: end if end >= 0 else None] if self._plain() else self.letters

    def _plain(self) -> bool:
        """Whether every code stands for one letter, so that indexes into text and letters agree."""
        return all(len(letter.text) == 1 for letter in self.letters)


@dataclass(frozen=True)
class Block:
    """The lines of a paragraph, a heading, a cell."""

    lines: tuple[Line, ...]
    in_table: bool

    @cached_property
    def edge(self) -> float:
        """How far to the right its lines reach."""
        return max(line.letters[-1].right for line in self.lines)

    @cached_property
    def breaks(self) -> tuple[bool, ...]:
        """For each line end but the last whether it is inside a word."""
        return tuple(_is_broken(above, below, self.in_table) for above, below in pairwise(self.lines))

    def word_around(self, line: int) -> str:
        """The whole word that the end of a line (from 0) is inside."""
        first, last = line, line + 1
        while first > 0 and self.breaks[first - 1] and " " not in self.lines[first].text:
            first -= 1
        while last < len(self.breaks) and self.breaks[last] and " " not in self.lines[last].text:
            last += 1
        parts = (self.lines[first].last(), *(inner.letters for inner in self.lines[first + 1 : last]))
        return "".join(letter.text for part in (*parts, self.lines[last].first()) for letter in part)

    def may_break(self, line: int) -> bool:
        """Whether the word around a line end in a cell may be broken: it is long, or part of an address."""
        word = self.word_around(line)
        return may_be_broken(word) or bool(_URL_PART.fullmatch(word))


def words_are_whole(document: Document) -> Iterator[Finding]:
    """No line ends inside a word, unless the word is wider than its line: in a table, wider than any cell need be.

    In a language without spaces that is asked of Korean words alone.
    """
    spaced = traits(document.language).spaced
    for page in document.new_pages:
        for block in blocks(document, page):
            for line, (above, below) in enumerate(pairwise(block.lines)):
                if not spaced and not _between_hangul(above, below):
                    continue
                wide = block.may_break(line) if block.in_table else not _fits(above, below, block.edge)
                if block.breaks[line] and not wide:
                    yield (
                        "broken-word",
                        text(
                            "{page}쪽에서 낱말이 줄 끝에서 끊깁니다: {before}|{after}",
                            page=page + 1,
                            before="".join(letter.text for letter in above.last())[-12:],
                            after="".join(letter.text for letter in below.first())[:12],
                        ),
                    )


def _between_hangul(above: Line, below: Line) -> bool:
    return all("가" <= letter <= "힣" for letter in (above.text.rstrip()[-1:], below.text.lstrip()[:1]))


def marks_stand_right(document: Document) -> Iterator[Finding]:
    """No line begins with a closing mark, and none ends with an opening one, unless a word is wider than its line."""
    for page in document.new_pages:
        for block in blocks(document, page):
            for above, below in pairwise(block.lines):
                wrong = below.text[:1] in CLOSING or above.text.rstrip()[-1:] in OPENING
                if wrong and _fits(above, below, block.edge):
                    around_break = f"{above.text.rstrip()[-8:]}|{below.text[:8]}"
                    yield (
                        "mark-at-edge",
                        text(
                            "{page}쪽의 줄 끝이나 줄 앞에 올 수 없는 부호가 있습니다: {words}",
                            page=page + 1,
                            words=around_break,
                        ),
                    )


def headings_have_company(document: Document) -> Iterator[Finding]:
    """What follows a heading begins on the same page."""
    if "/StructTreeRoot" not in document.pdf.Root:
        return
    numbers = {page.obj.objgen: number for number, page in enumerate(document.pdf.pages)}
    for root in document.pdf.Root.StructTreeRoot.K:
        for chapter in _elements_in(root):
            for (page, kind), (then, next_kind) in pairwise(_contents(chapter, numbers, "")):
                # Where a heading of its rank or a higher one follows, it has no text: lines to write on are not tagged.
                if kind in HEADINGS and then > page and (not next_kind or next_kind > kind):
                    yield "lonely-heading", text("{page}쪽 끝에 제목만 있고 그 글은 다음 쪽에 있습니다.", page=page + 1)


def blocks(document: Document, page: int) -> Iterator[Block]:
    """The lines of each block of running text of a page (from 0); leaders of tables of contents are left out."""
    owners = document.owners(page)
    runs_of_owner: dict[Owner, list[Run]] = {}
    for run in document.runs(page):
        if run.mcid is not None and not LEADERS.fullmatch(run.text):
            owner = owners.get(run.mcid)
            if owner is not None:
                runs_of_owner.setdefault(owner, []).append(run)
    yield from (Block(tuple(_lines(runs)), owner.in_table) for owner, runs in runs_of_owner.items())


def _lines(runs: list[Run]) -> Iterator[Line]:
    line = [runs[0]]
    for run in runs[1:]:
        if abs(run.y - line[0].y) > SAME_LINE * max(run.size, line[0].size):
            yield Line(tuple(line))
            line = []
        line.append(run)
    yield Line(tuple(line))


def _is_broken(above: Line, below: Line, in_table: bool) -> bool:
    """Whether the break is inside a word, or inside what should be held together by joiners and is not."""
    ends, begins = above.last(), below.first()
    if above.text.rstrip()[-1:] in TILDES and _YEAR.match(
        below.text
    ):  # a zero-width space leaves the same trace as a joiner
        return False
    if _PARTED_DATE.search(f"{above.text.rstrip()[-6:]}|{below.text.lstrip()[:4]}"):
        return False
    joined = above.runs[-1].joined or (bool(begins) and begins[0].joined)
    if not ends or not begins or not (_INSIDE.match(ends[-1].text + begins[0].text) or (joined and in_table)):
        return False
    return joined or _lacks_joiners(above.runs[-1], -1) or _lacks_joiners(below.runs[0], 0)


def _fits(above: Line, below: Line, edge: float) -> bool:
    """Whether what stands before and after the break would, as one word, fit the line."""
    parts = [part for part in (above.last(), below.first()) if part]
    return sum(part[-1].right - part[0].left for part in parts) <= edge - below.letters[0].left


def _lacks_joiners(run: Run, index: int) -> bool:
    """Whether the first (0) or last (-1) word of a run, or most of the run, is not held together by joiners."""
    joined = [[b.joined for a, b in pairwise(word) if _JOINED.match(a.text + b.text)] for word in _words(run)]
    pairs = [pair for word in joined for pair in word]
    return not all(joined[index]) or 2 * sum(pairs) < len(pairs)


def _words(run: Run) -> list[list[Letter]]:
    """The letters of a run, word by word; one empty word where it has none."""
    words: list[list[Letter]] = [[]]
    for letter in run.letters:
        if letter.text.isspace():
            words.append([])
        else:
            words[-1].append(letter)
    return [word for word in words if word] or [[]]


def _elements_in(element: Any) -> Iterator[Any]:
    kids = element.get("/K")
    for kid in [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid


def _contents(element: Any, numbers: dict[tuple[int, int], int], heading: str) -> Iterator[tuple[int, str]]:
    """Page and heading (or nothing) of every piece of content, in reading order; notes at the foot are left out."""
    kind = heading or (str(element.S) if str(element.S) in HEADINGS else "")
    inner = list(_elements_in(element))
    kids = element.get("/K")
    count = len(kids) if isinstance(kids, pikepdf.Array) else 0 if kids is None else 1
    if "/Pg" in element and (count > len(inner) or str(element.S) == "/Figure"):
        yield numbers.get(element.Pg.objgen, -1), kind
    for kid in inner:
        spans = list(_elements_in(kid))
        notes = (
            str(element.S) == "/Part" and str(kid.S) == "/NonStruct" and all(str(span.S) == "/Span" for span in spans)
        )
        if not (notes and spans):
            yield from _contents(kid, numbers, kind)
