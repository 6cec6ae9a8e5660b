"""`check`: says what is wrong with the content and makes nothing."""

from __future__ import annotations

import click

from guidebook.cli.clock import Day, day_of, today_option
from guidebook.cli.forms import TEXT, format_option, told
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.unless_unchanged import check_unless_unchanged
from guidebook.model.diagnostic import has_errors
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked


@click.command(cls=SpeakingCommand)
@format_option
@today_option
@click.option(
    "--today",
    "due_on",
    type=Day(),
    metavar="YYYY-MM-DD",
    cls=SpeakingOption,
    help=marked("이 날짜에 다시 확인할 때가 된 값도 알려 줍니다."),
)
@shared_options
@click.pass_obj
def check(spoken: str, form: str, day: object, due_on: object, paths: Paths, language: str | None) -> int:
    """Exit code 1 where there is an error."""
    words = catalogue(spoken)
    diagnostics = check_unless_unchanged(paths, day_of(due_on or day))
    if due_on is not None:
        from guidebook.commands.office_lists import due_notes  # what is asked for seldom is imported when asked for

        diagnostics = (*diagnostics, *due_notes(paths.content, day_of(due_on)))
    said = told(form, diagnostics, paths.content, words)
    if said:
        click.echo(said)
    if form == TEXT and not diagnostics:
        click.echo(words.gettext("오류가 없습니다."))
    return 1 if has_errors(diagnostics) else 0
