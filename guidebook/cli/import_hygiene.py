"""`import hygiene`: a list of hygiene designations into the restaurants."""

from __future__ import annotations

from pathlib import Path

import click

from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.model.diagnostic import has_errors
from guidebook.publish.hygiene import import_hygiene
from guidebook.report.diagnostics import as_text
from guidebook.report.hygiene import hygiene_summary
from guidebook.words import catalogue, marked


@click.command(cls=SpeakingCommand, help=marked("위생등급 지정 목록(엑셀, CSV, C004)을 음식점에 견주어 보고 옮깁니다."))
@click.argument("file", type=click.Path())
@click.option("--write", is_flag=True, cls=SpeakingOption, help=marked("content/restaurants에 씁니다."))
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    cls=SpeakingOption,
    help=marked("목록을 받은 날. 적지 않으면 파일을 저장한 날"),
)
@shared_options
@click.pass_obj
def hygiene(spoken: str, file: str, write: bool, day: object, content: str, output: str, language: str | None) -> int:
    """Exit code 1 where the file cannot be used."""
    words = catalogue(spoken)
    given = str(day)[:10] if day else None
    proposal, today, diagnostics = import_hygiene(Path(content), Path(file), given, write)
    if diagnostics:
        click.echo(as_text(diagnostics, words), err=True)
    if proposal is None or has_errors(diagnostics):
        return 1
    click.echo(hygiene_summary(proposal, today, write, words))
    return 0
