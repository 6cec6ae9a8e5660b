"""`visits`: counts the visits of a year for the yearly report, or puts those of a day on one sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidebook.cli.clock import Day, day_of, now, today
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.examine import examine
from guidebook.load.disk_faults import reason
from guidebook.model.diagnostic import has_errors
from guidebook.plan.local_words import city_words
from guidebook.plan.tally import tally
from guidebook.report.diagnostics import as_text
from guidebook.report.summary import listed_summary
from guidebook.report.tally import as_csv, as_table
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked

if TYPE_CHECKING:
    from guidebook.commands.office_lists import Listed


@click.command(cls=SpeakingCommand)
@click.option(
    "--year",
    type=click.IntRange(2000, 2099),
    metavar="YYYY",
    cls=SpeakingOption,
    help=marked("집계할 연도(2000~2099)"),
)
@click.option("--csv", "as_file", type=click.Path(dir_okay=False), cls=SpeakingOption, help=marked("CSV로 저장할 파일"))
@click.option(
    "--report",
    is_flag=True,
    cls=SpeakingOption,
    help=marked("연간 보고에 붙일 PDF와 한글 파일을 output/print에 만듭니다."),
)
@click.option(
    "--day",
    type=Day(),
    metavar="YYYY-MM-DD",
    cls=SpeakingOption,
    help=marked("이 날의 모든 방문을 한 장에 모읍니다. 겹치는 방문지를 알려 줍니다."),
)
@shared_options
@click.pass_obj
def visits(
    spoken: str, year: int | None, as_file: str | None, report: bool, day: object, paths: Paths, language: str | None
) -> int:
    """Exit code 1 where the content has an error, 2 where it is not said what to count."""
    words = catalogue(spoken)
    if (year is None) == (day is None):
        raise click.UsageError(words.gettext("--year로 연도를, 또는 --day로 날짜를 적으세요."))
    if year is None:
        from guidebook.commands.office_lists import make_day_sheet  # counting needs none of what makes books

        return _told(make_day_sheet(paths, day_of(day), f"{today()} {now()}", language), spoken)
    read, diagnostics = examine(paths.content)
    if has_errors(diagnostics):
        click.echo(as_text(diagnostics, words), err=True)
        return 1
    counted, words = tally(read, year), city_words(read, spoken)
    click.echo(as_table(counted, words))
    if as_file is not None and not _saved(Path(as_file), as_csv(counted, words), spoken):
        return 1
    if not report:
        return 0
    from guidebook.commands.office_lists import make_year_report

    return _told(make_year_report(paths, year, f"{today()} {now()}", language), spoken)


def _saved(file: Path, table: str, spoken: str) -> bool:
    try:
        file.write_text(table, encoding="utf-8-sig", newline="")
    except OSError as error:
        click.echo(reason(file, error).into(catalogue(spoken).gettext), err=True)
        return False
    return True


def _told(listed: Listed, spoken: str) -> int:
    if listed.diagnostics:
        click.echo(as_text(listed.diagnostics, catalogue(spoken)), err=True)
    if has_errors(listed.diagnostics):
        return 1
    click.echo(listed_summary(listed.folder, listed.files))
    return 0
