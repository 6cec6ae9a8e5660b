"""`visits`: counts the visits of a year for the yearly report."""

from __future__ import annotations

from pathlib import Path

import click

from guidebook.cli.clock import now, today
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.examine import examine
from guidebook.model.diagnostic import has_errors
from guidebook.plan.tally import tally
from guidebook.report.diagnostics import as_text
from guidebook.report.summary import listed_summary
from guidebook.report.tally import as_csv, as_table
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked


@click.command(cls=SpeakingCommand)
@click.option(
    "--year",
    required=True,
    type=click.IntRange(2000, 2099),
    metavar="YYYY",
    cls=SpeakingOption,
    help=marked("집계할 연도(2000~2099). 꼭 적습니다."),
)
@click.option("--csv", "as_file", type=click.Path(dir_okay=False), cls=SpeakingOption, help=marked("CSV로 저장할 파일"))
@click.option(
    "--report",
    is_flag=True,
    cls=SpeakingOption,
    help=marked("연간 보고에 붙일 PDF와 한글 파일을 output/print에 만듭니다."),
)
@shared_options
@click.pass_obj
def visits(spoken: str, year: int, as_file: str | None, report: bool, paths: Paths, language: str | None) -> int:
    """Exit code 1 where the content has an error."""
    words = catalogue(spoken)
    read, diagnostics = examine(paths.content)
    if has_errors(diagnostics):
        click.echo(as_text(diagnostics, words), err=True)
        return 1
    counted = tally(read, year)
    click.echo(as_table(counted, words))
    if as_file is not None:
        try:
            Path(as_file).write_text(as_csv(counted, words), encoding="utf-8-sig", newline="")
        except OSError as error:
            click.echo(
                words.gettext("'{file}' 파일에 쓸 수 없습니다: {reason}").format(file=as_file, reason=error.strerror),
                err=True,
            )
            return 1
    return _reported(spoken, year, paths, language) if report else 0


def _reported(spoken: str, year: int, paths: Paths, language: str | None) -> int:
    from guidebook.commands.office_lists import make_year_report  # counting needs none of what makes books

    listed = make_year_report(paths, year, f"{today()} {now()}", language)
    if listed.diagnostics:
        click.echo(as_text(listed.diagnostics, catalogue(spoken)), err=True)
    if has_errors(listed.diagnostics):
        return 1
    click.echo(f"\n{listed_summary(listed.folder, listed.files)}")
    return 0
