"""`forge release`: what `.ci/release` asks before it builds (`--check`), and lays out when all is built."""

from __future__ import annotations

from pathlib import Path

import click

from guidebook import __version__
from guidebook.cli.paths import checkout
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.forge.release import lay_out, promised
from guidebook.load.folders import shown
from guidebook.model.diagnostic import has_errors
from guidebook.report.diagnostics import as_text
from guidebook.report.summary import listed_summary
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked


@click.command(cls=SpeakingCommand)
@click.argument("tag", metavar="TAG")
@click.option("--check", is_flag=True, cls=SpeakingOption, help=marked("태그와 변경 이력만 확인합니다."))
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=lambda: checkout() / "output" / "release",
    cls=SpeakingOption,
    help=marked("릴리스의 파일을 둘 폴더"),
)
@shared_options
@click.pass_obj
def release(spoken: str, tag: str, check: bool, into: Path, paths: Paths, language: str | None) -> int:
    """Exit code 1 where the tag is none of this program, or something was not built."""
    words = catalogue(spoken)
    promise, faults = promised(paths.checkout, tag, __version__)
    names: tuple[str, ...] = ()
    if promise is not None and not check:
        names, faults = lay_out(promise, paths.checkout, paths.output, into)
    if faults:
        click.echo(as_text(faults, words), err=True)
    if has_errors(faults) or promise is None:
        return 1
    if names:
        click.echo(listed_summary(shown(into.absolute()), names))
    return 0
