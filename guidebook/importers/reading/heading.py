"""Finds the heading of a list and tells its columns: by their names, by a part of their names, over one row or two.

Separate from the tables of names (`Dialect`), which each kind of list has for itself: this is how lists use them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from guidebook.importers.reading.spreadsheet import Row

DEEPEST = 30
"""Rows in which the heading must come."""
ROAD, LOT = ("도로명", "신주소", "ROAD"), ("지번", "구주소", "LOTNO")
"""Words of a heading that say which kind of address stands below."""
BARRED = re.compile("대표|면적|우편|코드|영문|사업자|기준|주민|생년|수정|갱신|관할|담당|부서|기관|비고|이메일|누리집")
"""Words with which a heading that only contains a known name means something else."""

SECOND_LINE = {"도로명", "지번", "번호", "일자"}
"""What stands in the second line of a heading, under `소재지` or `지정`, beside known names."""

Names = Mapping[str, Sequence[str]]
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Dialect:
    """What the columns of one kind of list are called."""

    names: Names
    """Our name → the headings it stands under, the best first."""
    needed: tuple[str, ...]
    """Our names without which a row is no heading."""
    several: frozenset[str] = frozenset()
    """Our names of which a list may have several columns: addresses, by road and by lot."""
    by_part: bool = True
    """Whether a column is also known by a part of its heading."""
    least: int = 0
    """How many columns a heading has at least that are known."""

    def with_own(self, own: Names) -> Dialect:
        """The same with headings that come before the known ones."""
        names = {field: (*own.get(field, ()), *known) for field, known in self.names.items()}
        return replace(self, names=names)


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the columns stand."""

    position: int
    """Of its last row among the rows looked through."""
    row: tuple[str, ...]
    """Its last row as it stands."""
    cells: tuple[str, ...]
    """The headings of all columns, made of both rows where there are two."""
    places: Mapping[str, tuple[int, ...]]
    """Our name → its column; of addresses all columns, the road address first."""
    by_part: tuple[tuple[str, str], ...] = ()
    """Our name and the heading, where only a part of the heading is known."""
    twice: tuple[str, ...] = ()
    """Headings of several columns, of which the first is read."""
    unread: tuple[str, ...] = ()
    """Headings that nobody knows or needs."""


def heading(rows: Sequence[Row], dialect: Dialect, named: Mapping[str, str] = NOTHING) -> Heading | None:
    """The heading among the first rows of a list; None where no row has the columns that are needed.

    `named` maps our name → the heading that the user says it stands under.
    """
    tries = tuple(_tries(rows[:DEEPEST], dialect))
    for by_part in (False, True) if dialect.by_part else (False,):
        for position, cells in tries:
            columns = _columns(cells, dialect, named, by_part)
            if len(columns.places) >= dialect.least and all(field in columns.places for field in dialect.needed):
                return _heading_of(columns, rows[position].cells, cells, position)
    return None


def nearest_to_a_heading(rows: Sequence[Row], dialect: Dialect) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The cells of the row that is most like a heading, and which of our names are found there."""
    best: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    for _, cells in _tries(rows[:DEEPEST], dialect):
        recognised = tuple(_columns(cells, dialect, {}, dialect.by_part).places)
        if (len(recognised), sum(map(bool, cells))) > (len(fields), sum(map(bool, best))):
            best, fields = cells, recognised
    return tuple(cell for cell in best if cell), fields


@dataclass(frozen=True, slots=True)
class _Columns:
    places: dict[str, tuple[int, ...]]
    by_part: tuple[tuple[str, str], ...]


def _tries(rows: Sequence[Row], dialect: Dialect) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every row, with the next where that only goes on with it; then every two rows as one heading."""
    pairs = [(at, _joined(rows[at - 1].cells, rows[at].cells)) for at in range(1, len(rows))]
    for position, row in enumerate(rows):
        if position < len(pairs) and _goes_on(rows[position + 1].cells, dialect):
            yield pairs[position]
        yield position, row.cells
    for position, cells in pairs:
        if sum(map(bool, rows[position - 1].cells)) > 1:  # one cell alone is the title of the list
            yield position, cells


def _goes_on(lower: Sequence[str], dialect: Dialect) -> bool:
    """Whether a row is the second line of a heading: known names with gaps between them, and nothing else."""
    known = {bare(name) for name in chain.from_iterable(dialect.names.values())} | SECOND_LINE
    cells = [cell for cell in lower if cell]
    return 1 < len(cells) < len(lower) and all(bare(cell) in known for cell in cells)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Two rows as one: `소재지` over `도로명` is `소재지(도로명)`; a merged cell goes on to the right."""
    wide = max(len(upper), len(lower))
    above, last, cells = [*upper, *[""] * wide], "", []
    for place in range(wide):
        below = lower[place] if place < len(lower) else ""
        last = above[place] or (last if below else "")
        cells.append(f"{last}({below})" if last and below else last or below)
    return tuple(cells)


def _columns(cells: Sequence[str], dialect: Dialect, named: Mapping[str, str], by_part: bool) -> _Columns:
    names = dialect.names
    places: dict[str, tuple[int, ...]] = {}
    for field, title in named.items():
        same = [place for place, cell in enumerate(cells) if _full(title) in (_full(cell), bare(cell)) and cell]
        if same:
            places[field] = (same[0],)
    for form in (bare, _inside, _full):
        forms = [form(cell) for cell in cells]
        for field, known in names.items():
            if field in dialect.several and field not in named:
                places.setdefault(field, ())
                places[field] += _unassigned(places, [at for name in known for at in _positions(forms, bare(name))])
            elif field not in places and field not in named:  # what is named stands there or nowhere
                free = _unassigned(places, [at for name in known for at in _positions(forms, bare(name))])
                places |= {field: free[:1]} if free else {}
    whole = all(places.get(field) for field in dialect.needed)
    unnamed = {field: known for field, known in names.items() if field not in named}
    parts = _by_part(cells, unnamed, places) if dialect.by_part and (by_part or whole) else {}
    places |= {field: (place,) for field, place in parts.items()}
    for field in dialect.several:
        addresses = places.pop(field, ())
        if addresses:
            places[field] = tuple(sorted(addresses, key=lambda place: _kind_of_address(cells[place])))
    return _Columns(places, tuple((field, cells[place]) for field, place in parts.items()))


def _positions(forms: Sequence[str], name: str) -> list[int]:
    return [place for place, form in enumerate(forms) if form == name]


def _unassigned(places: Mapping[str, tuple[int, ...]], candidates: Sequence[int]) -> tuple[int, ...]:
    taken = set(chain.from_iterable(places.values()))
    return tuple(dict.fromkeys(place for place in candidates if place not in taken))


def _by_part(cells: Sequence[str], names: Names, places: Mapping[str, tuple[int, ...]]) -> dict[str, int]:
    """Of the names still missing, the columns whose headings hold them: best at the end, best the longest."""
    matches: list[tuple[bool, int, int, str]] = []
    for place in _unassigned(places, range(len(cells))):
        heading = bare(cells[place])
        if len(heading) > 20 or BARRED.search(heading):
            continue
        fits = [
            (heading.endswith(bare(name)), len(name), -place, field)
            for field, known in names.items()
            if not places.get(field)
            for name in known
            if not name.isascii() and bare(name) in heading and (heading.endswith(bare(name)) or len(name) > 2)
        ]
        matches += [max(fits)] if fits else []
    best: dict[str, int] = {}
    for _, _, place, field in sorted(matches, reverse=True):
        best.setdefault(field, -place)
    return best


def _heading_of(columns: _Columns, row: tuple[str, ...], cells: tuple[str, ...], position: int) -> Heading:
    read = set(chain.from_iterable(columns.places.values()))
    counted = Counter(cell for cell in cells if cell)
    twice = tuple(cell for cell, count in counted.items() if count > 1 and any(cells[place] == cell for place in read))
    unread = tuple(cell for place, cell in enumerate(cells) if cell and place not in read and cell not in twice)
    return Heading(position, row, cells, columns.places, columns.by_part, twice, unread)


def _kind_of_address(heading: str) -> int:
    words = _full(heading)
    return 0 if any(word in words for word in ROAD) else 2 if any(word in words for word in LOT) else 1


def bare(words: str) -> str:
    """Without spaces, brackets and case: `업소 명(BSSH_NM)` is `업소명`."""
    return re.sub(r"\(.*?\)|\[.*?\]|[\s_·*]", "", words).upper() or words.upper()


def _inside(words: str) -> str:
    """What stands in the brackets: `상호` of `음식점명(상호)`."""
    return bare(" ".join(re.findall(r"[(\[]([^)\]]*)", words)))


def _full(words: str) -> str:
    """With what stands in the brackets: `소재지도로명` of `소재지(도로명)`."""
    return re.sub(r"[\s_·*()\[\]]", "", words).upper()
