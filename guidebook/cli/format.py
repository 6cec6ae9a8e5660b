"""`format`: every record in one order of keys and with one rule of quotes. What the files say stays as it is."""

from __future__ import annotations

import click

from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.format_content import Formatted, format_content
from guidebook.load.folders import shown
from guidebook.report.diagnostics import as_text
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked


@click.command(cls=SpeakingCommand)
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option(
    "--check",
    "only_look",
    is_flag=True,
    cls=SpeakingOption,
    help=marked("파일을 바꾸지 않고, 형식이 다른 파일이 있는지만 알려 줍니다."),
)
@shared_options
@click.pass_obj
def format(spoken: str, files: tuple[str, ...], only_look: bool, paths: Paths, language: str | None) -> int:
    """Exit code 1 where a file is left as it is, and with `--check` where one is not in form."""
    done = format_content(paths.content, files, write=not only_look)
    if done.faults:
        click.echo(as_text(done.faults, catalogue(spoken)), err=True)
    for line in _lines(done, spoken, only_look):
        click.echo(line)
    return 1 if done.faults or (only_look and done.changed) else 0


def _lines(done: Formatted, spoken: str, only_look: bool) -> list[str]:
    words = catalogue(spoken)
    said = words.gettext("형식이 다릅니다: {file}") if only_look else words.gettext("형식을 맞췄습니다: {file}")
    if done.changed:
        return [said.format(file=shown(path)) for path in done.changed]
    return [] if done.faults else [words.gettext("모든 파일이 정해진 형식입니다.")]
