"""`portal`: one website of the cases of many cities, from copies of what they have published."""

from __future__ import annotations

from pathlib import Path

import click

from guidebook.cli.forms import TEXT, format_option
from guidebook.cli.paths import OUTPUT, home_of, paths_of
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption
from guidebook.commands.portal import STAGES, PortalRequest, make_portal
from guidebook.model.diagnostic import has_errors
from guidebook.report.diagnostics import FORMATS
from guidebook.report.portal_summary import portal_summary
from guidebook.report.progress import BuildProgress
from guidebook.words import catalogue, marked

SPOKEN = ("ko", "en")
"""Languages of a portal's pages, as its list of cities may name them."""


@click.command(cls=SpeakingCommand)
@click.argument("listed", type=click.Path(path_type=Path), metavar="[FILE]", default="cities.yml")
@click.option(
    "--output",
    cls=SpeakingOption,
    type=click.Path(file_okay=False),
    help=marked("결과를 저장할 폴더"),
)
@click.option("--lang", "language", cls=SpeakingOption, type=click.Choice(SPOKEN), help=marked("화면과 책의 언어"))
@format_option
@click.pass_obj
def portal(spoken: str, listed: Path, output: str | None, language: str | None, form: str) -> int:
    """Exit code 1 where the list or the data of a city is wrong; then the output folder is as it was."""
    words, made = catalogue(spoken), output or home_of(listed) / OUTPUT / "portal"
    with BuildProgress(words, STAGES) as progress:
        outcome = make_portal(PortalRequest(listed, paths_of(str(listed), made), language, progress.stage))
    if outcome.diagnostics or form != TEXT:
        click.echo(FORMATS[form](outcome.diagnostics, words), err=form == TEXT)
    if has_errors(outcome.diagnostics):
        return 1
    click.echo(portal_summary(outcome, words), err=form != TEXT)
    return 0
