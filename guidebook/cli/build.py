"""`build`: the website and the guidebook."""

from __future__ import annotations

import click

from guidebook.cli.forms import TEXT, format_option, told
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.build_request import STAGES, BuildRequest
from guidebook.commands.unless_unchanged import build_unless_unchanged
from guidebook.model.diagnostic import has_errors
from guidebook.report.explain import explained
from guidebook.report.progress import BuildProgress
from guidebook.report.summary import summary
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked


@click.command(cls=SpeakingCommand)
@click.option("--site-only", is_flag=True, cls=SpeakingOption, help=marked("PDF를 빼고 누리집만 만듭니다."))
@click.option("--explain", is_flag=True, cls=SpeakingOption, help=marked("무엇이 바뀌어 다시 만들었는지 보여 줍니다."))
@format_option
@shared_options
@click.pass_obj
def build(spoken: str, site_only: bool, explain: bool, form: str, paths: Paths, language: str | None) -> int:
    """Exit code 1 where there is an error; then the output folder is as it was.

    What is wrong goes where errors go, or in another form alone to where a program reads it.
    """
    words = catalogue(spoken)
    request = BuildRequest(paths, language, site_only)
    with BuildProgress(words, STAGES) as progress:
        outcome = build_unless_unchanged(request, progress.stage)
    said = told(form, outcome.diagnostics, paths.content, words)
    if said and (outcome.diagnostics or form != TEXT):
        click.echo(said, err=form == TEXT)
    if has_errors(outcome.diagnostics):
        return 1
    click.echo(summary(outcome, words), err=form != TEXT)
    if explain:
        click.echo(explained(outcome, paths.redone, words), err=form != TEXT)
    return 0
