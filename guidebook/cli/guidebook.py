"""`guidebook`: the pack of one visit: booklet, sheets and files for the day."""

from __future__ import annotations

from pathlib import Path

import click

from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.model.diagnostic import has_errors
from guidebook.publish.pack import STAGES, PackRequest, make_pack
from guidebook.report.diagnostics import as_text
from guidebook.report.progress import BuildProgress
from guidebook.report.summary import pack_summary
from guidebook.words import catalogue, marked


@click.command(cls=SpeakingCommand, help=marked("한 방문단의 안내책자, 일정표, 확인표를 output/print 폴더에 만듭니다."))
@click.option(
    "--visit", required=True, metavar="ID", cls=SpeakingOption, help=marked("visits 폴더에 있는 파일의 이름(.yml 없이)")
)
@shared_options
@click.pass_obj
def guidebook(spoken: str, visit: str, content: str, output: str, language: str | None) -> int:
    """Exit code 1 where there is an error; then the last pack of this visit is as it was."""
    words = catalogue(spoken)
    request = PackRequest(Path(content), Path(output), visit.removesuffix(".yml"), language)
    with BuildProgress(words, STAGES) as progress:
        outcome = make_pack(request, progress.stage)
    if outcome.diagnostics:
        click.echo(as_text(outcome.diagnostics, words), err=True)
    if has_errors(outcome.diagnostics) or outcome.packed is None:
        return 1
    click.echo(pack_summary(outcome.packed, words))
    return 0
