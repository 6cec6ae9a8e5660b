"""How a finished edition is to be printed, in the words of a copier's panel: one line, or a page of its own."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidebook.model.print_format import PrintFormat
from guidebook.model.wording.numbers import number

REAM = 500
"""Sheets in a pack of paper."""


@dataclass(frozen=True, slots=True)
class CopierJob:
    """What the copier's panel asks."""

    copies: int
    sheets: tuple[int, ...]
    """A4 sheets of one copy, a number for each of its booklets."""
    colour: bool
    binding: str = "stitch"
    """As the print format has it: `stitch`, `corner`, `none`."""
    staple: int = 15
    """The most sheets that the stapler takes."""

    @property
    def paper(self) -> int:
        """A4 sheets of all copies."""
        return self.copies * sum(self.sheets)

    @property
    def reams(self) -> int:
        """Packs of paper of all copies, begun ones counted."""
        return -(-self.paper // REAM)


def job_of(print_format: PrintFormat, copies: int, pages: Sequence[int], colour: bool, staple: int) -> CopierJob:
    """The job of a book whose booklets have so many pages each: folded, four on a sheet; else two."""
    per_sheet = 4 if print_format.folded else 2
    sheets = tuple(-(-count // per_sheet) for count in pages)
    return CopierJob(copies, sheets, colour, print_format.binding, staple)


def print_words(job: CopierJob, translations: gettext.NullTranslations) -> str:
    """What to set on the copier: `40부 = A4 320장, 흑백 가능, 양면(짧은 쪽), 한 부 8장, 가운데 철심`."""
    words = translations.gettext
    return ", ".join(
        (
            words("{copies}부 = A4 {paper}장").format(copies=number(job.copies), paper=number(job.paper)),
            words("컬러") if job.colour else words("흑백 가능"),
            words("양면(짧은 쪽)") if job.binding == "stitch" else words("양면(긴 쪽)"),
            _one_copy(job, translations),
            _bound(job, translations),
        )
    )


def print_lines(job: CopierJob, title: str, files: Sequence[str], translations: gettext.NullTranslations) -> str:
    """A page of text for who stands at the copier."""
    rows = list(_rows(job, files, translations))
    wide = max(_width(name) for name, _ in rows) + 4
    heading = translations.gettext("{title}: 인쇄 방법").format(title=title)
    lines = (f"{name}{' ' * (wide - _width(name))}{value}" for name, value in rows)
    return "\n".join((heading, "", *lines)) + "\n"


def _rows(job: CopierJob, files: Sequence[str], translations: gettext.NullTranslations) -> Iterator[tuple[str, str]]:
    words = translations.gettext
    for at, file in enumerate(files):
        yield words("파일") if at == 0 else "", file
    paper = words("A4 {paper}장(500장 묶음 {reams}개)").format(paper=number(job.paper), reams=number(job.reams))
    copies = words("{copies}부, {paper}").format(copies=number(job.copies), paper=paper)
    yield words("부수·용지"), f"{copies}, {_one_copy(job, translations)}"
    yield words("색"), words("컬러") if job.colour else words("흑백(회색조만 사용)")
    if job.binding == "stitch":
        yield words("양면"), words("짧은 쪽으로 넘기기")
    else:
        yield words("양면"), words("긴 쪽으로 넘기기")
    yield words("크기"), words("실제 크기(100%). ‘용지에 맞춤’은 끄세요.")
    yield words("제본"), _bound(job, translations)
    yield words("시험 인쇄"), _trial(job, translations)


def _one_copy(job: CopierJob, translations: gettext.NullTranslations) -> str:
    words, total = translations.gettext, sum(job.sheets)
    if len(job.sheets) == 1:
        return words("한 부 {sheets}장").format(sheets=total)
    each = ", ".join(
        words("{number}권 {sheets}장").format(number=volume, sheets=sheets)
        for volume, sheets in enumerate(job.sheets, start=1)
    )
    return words("한 부 {sheets}장({each})").format(sheets=total, each=each)


def _bound(job: CopierJob, translations: gettext.NullTranslations) -> str:
    words = translations.gettext
    if job.binding == "stitch":
        return words("가운데 철심") if len(job.sheets) == 1 else words("권마다 가운데 철심")
    return words("왼쪽 위 모서리 철심") if sum(job.sheets) <= job.staple else words("왼쪽 집게 고정")


def _trial(job: CopierJob, translations: gettext.NullTranslations) -> str:
    words = translations.gettext
    if job.binding == "stitch":
        return words("한 부만 먼저 인쇄해 반으로 접고, 쪽 번호가 이어지는지 확인하세요.")
    return words("한 부만 먼저 인쇄해 앞뒤가 맞는지 확인하세요.")


def _width(words: str) -> int:
    return sum(2 if letter >= "\u1100" else 1 for letter in words)
