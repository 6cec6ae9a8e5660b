"""`--copies`: a number for all editions that are printed, or one for a single edition (`large-print=3`)."""

from __future__ import annotations

import gettext
from collections.abc import Mapping, Sequence
from typing import Any

import click

from guidebook.books.print_formats import USUAL
from guidebook.cli.editions import printed_ids
from guidebook.cli.speaking import SpeakingOption
from guidebook.model.wording import numbers
from guidebook.words import catalogue, marked

MOST = 10_000
Copies = tuple[str, int]
"""An edition, or nothing for all of them, and how many."""


class CopiesOf(click.ParamType[Any]):
    """`40` or `large-print=3`."""

    name = "copies"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Copies:
        """Wrong usage is told in the reader's language, with what can be written."""
        words = catalogue(str(ctx.obj) if ctx else "ko").gettext
        edition, equals, number = str(value).rpartition("=")
        edition, number = edition.strip(), number.strip()
        if equals and edition not in printed_ids():
            said = words("‘{value}’에서 어느 판인지 알 수 없습니다. 인쇄 판: {editions}")
            return self.fail(said.format(value=value, editions=", ".join(printed_ids())), param, ctx)
        if not (number.isascii() and number.isdecimal() and len(number) < 10 and 1 <= int(number) <= MOST):
            said = words(
                "인쇄 부수는 1부터 {most}까지의 수입니다(입력한 값: {value}). ‘40’이나 ‘large-print=3’처럼 적으세요."
            )
            return self.fail(said.format(most=numbers.number(MOST), value=value), param, ctx)
        return edition, int(number)


def copies_option(command: Any) -> Any:
    """`--copies`, which may be given once for all and once for each edition."""
    return click.option(
        "--copies",
        type=CopiesOf(),
        multiple=True,
        metavar="N|EDITION=N",
        cls=SpeakingOption,
        help=marked("인쇄 부수. 한 판만 달리하려면 large-print=3처럼 여러 번 적습니다."),
    )(command)


def by_edition(given: Sequence[Copies], words: gettext.NullTranslations) -> Mapping[str, int]:
    """The numbers by edition; under an empty name what holds for the others. Raises UsageError for two of one kind."""
    copies: dict[str, int] = {}
    for edition, number in given:
        if edition in copies:
            said = words.gettext("--copies에 같은 판을 두 번 적었습니다: {edition}")
            raise click.UsageError(said.format(edition=edition or number))
        copies[edition] = number
    return copies


def with_named(editions: Sequence[str], copies: Mapping[str, int], usual: Sequence[str] = USUAL) -> tuple[str, ...]:
    """The editions asked for, and those that only a number asks for."""
    named = tuple(edition for edition in copies if edition)
    return (*(editions or usual), *named) if named else tuple(editions)
