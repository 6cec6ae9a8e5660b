"""`handbook`: the documents of `docs/ko` as a website and a book, made as any content is."""

from __future__ import annotations

import click

from guidebook.cli.paths import checkout, paths_of
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption
from guidebook.commands.handbook.gathering import HANDBOOK
from guidebook.commands.handbook.making import STAGES, make_handbook
from guidebook.model.diagnostic import has_errors
from guidebook.report.diagnostics import as_text
from guidebook.report.progress import BuildProgress
from guidebook.report.summary import listed_summary, summary
from guidebook.words import catalogue, languages, marked


@click.command(cls=SpeakingCommand)
@click.option(
    "--output",
    cls=SpeakingOption,
    type=click.Path(file_okay=False),
    default=lambda: str(checkout() / "output" / "handbook"),
    help=marked("결과를 저장할 폴더"),
)
@click.option("--lang", "language", cls=SpeakingOption, type=click.Choice(languages()), help=marked("화면과 책의 언어"))
@click.pass_obj
def handbook(spoken: str, output: str, language: str | None) -> int:
    """Exit code 1 where a document has an error; then what was made last is as it was."""
    words, paths = catalogue(spoken), paths_of(str(checkout() / HANDBOOK), output)
    with BuildProgress(words, STAGES) as progress:
        made = make_handbook(paths, language, progress.stage)
    if made.outcome.diagnostics:
        click.echo(as_text(made.outcome.diagnostics, words), err=True)
    if has_errors(made.outcome.diagnostics):
        return 1
    click.echo(summary(made.outcome, words))
    click.echo(listed_summary(made.folder, made.files))
    return 0
