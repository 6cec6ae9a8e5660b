"""The count of a year's visits as a table for people and as CSV for the yearly report."""

from __future__ import annotations

import csv
import gettext
import io
import unicodedata
from collections.abc import Iterator

from guidebook.model.cell import harmless
from guidebook.model.wording.numbers import number
from guidebook.plan.tally import Tally

Row = tuple[str, str, int, int]


def as_table(tally: Tally, translations: gettext.NullTranslations) -> str:
    """Aligned columns; Hangul counts as two."""
    words = translations.gettext
    rows = list(_rows(tally, translations))
    width = max((_wide(name) for _, name, _, _ in rows), default=0)
    lines = [
        words("{year}년 방문단 {delegations}곳, {people}명").format(
            year=tally.year, delegations=tally.delegations, people=number(tally.people)
        )
    ]
    group = ""
    for kind, name, delegations, people in rows[1:]:
        if kind != group:
            lines += ["", kind]
            group = kind
        lines.append(f"  {name}{' ' * (width - _wide(name))}  {delegations:>4}  {number(people):>7}")
    if tally.planned or tally.cancelled:
        lines += [
            "",
            words("예정 {planned}곳, 취소 {cancelled}곳은 세지 않았습니다.").format(
                planned=tally.planned, cancelled=tally.cancelled
            ),
        ]
    if tally.uncounted:
        lines.append(words("people_came이 없어 인원을 세지 못한 방문: {ids}").format(ids=", ".join(tally.uncounted)))
    return "\n".join(lines)


def as_csv(tally: Tally, translations: gettext.NullTranslations) -> str:
    """CSV that spreadsheets open with Hangul right once written with a byte order mark; no cell is a formula."""
    words = translations.gettext
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow([words("구분"), words("이름"), words("방문단"), words("인원")])
    for kind, name, delegations, people in _rows(tally, translations):
        writer.writerow([harmless(kind), harmless(name), delegations, people])
    return table.getvalue()


def _rows(tally: Tally, translations: gettext.NullTranslations) -> Iterator[Row]:
    words = translations.gettext
    yield words("합계"), str(tally.year), tally.delegations, tally.people
    for name, delegations, people in tally.months:
        yield words("월"), words("{month}월").format(month=name), delegations, people
    for kind, counts in ((words("읍면동"), tally.towns), (words("사업"), tally.programs)):
        for name, delegations, people in counts:
            yield kind, name, delegations, people


def _wide(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)
