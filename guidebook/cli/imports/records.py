"""What the imports of records share: the option that saves, and how what came of them is told."""

from __future__ import annotations

import click

from guidebook.cli.speaking import SpeakingOption
from guidebook.commands.imports.records import RecordsOutcome
from guidebook.model.diagnostic import has_errors
from guidebook.report.diagnostics import as_text
from guidebook.report.records import records_summary
from guidebook.words import catalogue, marked

write_option = click.option(
    "--write", is_flag=True, cls=SpeakingOption, help=marked("콘텐츠에 저장합니다. 적지 않으면 보여 주기만 합니다.")
)


def say(outcome: RecordsOutcome, write: bool, spoken: str) -> int:
    """Tell the proposals, or what is wrong; the exit code."""
    words = catalogue(spoken)
    if outcome.diagnostics:
        click.echo(as_text(outcome.diagnostics, words), err=True)
    if has_errors(outcome.diagnostics):
        click.echo(words.gettext("저장하지 않았습니다."), err=True)
        return 1
    click.echo(records_summary(outcome.proposals, write, outcome.written, words))
    return 0
