"""`due`: what has to be confirmed again, as a list to print and a calendar."""

from __future__ import annotations

import click

from guidebook.cli.clock import day_of, now, today_option
from guidebook.cli.speaking import SpeakingCommand, shared_options
from guidebook.commands.office_lists import make_due_list
from guidebook.model.diagnostic import has_errors
from guidebook.report.diagnostics import as_text
from guidebook.report.summary import listed_summary
from guidebook.storage.paths import Paths
from guidebook.words import catalogue


@click.command(cls=SpeakingCommand)
@today_option
@shared_options
@click.pass_obj
def due(spoken: str, day: object, paths: Paths, language: str | None) -> int:
    """Exit code 1 where the content has an error."""
    words = catalogue(spoken)
    on = day_of(day)
    listed = make_due_list(paths, on, f"{on} {now()}", language)
    if listed.diagnostics:
        click.echo(as_text(listed.diagnostics, words), err=True)
    if has_errors(listed.diagnostics):
        return 1
    click.echo(listed_summary(listed.folder, listed.files))
    return 0
