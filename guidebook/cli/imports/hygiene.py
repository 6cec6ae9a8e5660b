"""`import hygiene`: a list of hygiene designations into the restaurants."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from guidebook.cli.clock import Day
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.imports.hygiene import HygieneRequest, import_hygiene
from guidebook.importers.hygiene.columns import ALIASES
from guidebook.model.diagnostic import has_errors
from guidebook.report.diagnostics import as_text
from guidebook.report.hygiene import hygiene_summary
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked


class ColumnTitle(click.ParamType[Any]):
    """`name=영업소명칭`: what is read, and the heading under which it stands."""

    name = "column"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The two halves; wrong usage is told with all names that may stand on the left."""
        field, _, title = value.partition("=")
        if field.strip() in ALIASES and title.strip():
            return field.strip(), title.strip()
        said = catalogue(str(ctx.obj) if ctx else "ko").gettext(
            "‘{value}’에서 어느 열인지 알 수 없습니다. ‘name=영업소명칭’처럼 적으세요. 쓸 수 있는 이름: {names}"
        )
        return self.fail(said.format(value=value, names=", ".join(ALIASES)), param, ctx)


@click.command(cls=SpeakingCommand)
@click.argument("file", type=click.Path())
@click.option("--write", is_flag=True, cls=SpeakingOption, help=marked("content/restaurants에 저장합니다."))
@click.option(
    "--date",
    "day",
    type=Day(),
    metavar="YYYY-MM-DD",
    cls=SpeakingOption,
    help=marked("목록을 받은 날. 적지 않으면 파일을 저장한 날"),
)
@click.option("--sheet", metavar="NAME", cls=SpeakingOption, help=marked("읽을 엑셀 시트 이름"))
@click.option(
    "--column",
    "columns",
    metavar="NAME=TITLE",
    type=ColumnTitle(),
    multiple=True,
    cls=SpeakingOption,
    help=marked("열 제목이 다를 때: name=영업소명칭. 여러 번 적을 수 있습니다."),
)
@shared_options
@click.pass_obj
def hygiene(
    spoken: str,
    file: str,
    write: bool,
    day: object,
    sheet: str | None,
    columns: tuple[tuple[str, str], ...],
    paths: Paths,
    language: str | None,
) -> int:
    """Exit code 1 where the file cannot be used."""
    words = catalogue(spoken)
    given = str(day)[:10] if day else None
    outcome = import_hygiene(HygieneRequest(paths.content, Path(file), given, write, sheet, dict(columns)))
    if outcome.diagnostics:
        click.echo(as_text(outcome.diagnostics, words), err=True)
    if outcome.proposal is None or has_errors(outcome.diagnostics):
        return 1
    click.echo(hygiene_summary(outcome.proposal, outcome.choice, outcome.today, write, words))
    return 0
