"""`review`: what a proposal changes in website and books, from two outputs, as a page with pictures and a summary."""

from __future__ import annotations

from pathlib import Path

import click

from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.forge.review import ReviewRequest, make_review
from guidebook.report.diagnostics import as_text
from guidebook.report.review_summary import review_summary
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command(cls=SpeakingCommand)
@click.argument("before", type=FOLDER, metavar="BEFORE")
@click.argument("after", type=FOLDER, metavar="AFTER")
@click.option(
    "--into", type=FOLDER, cls=SpeakingOption, help=marked("결과를 저장할 폴더. 적지 않으면 AFTER 안의 review")
)
@click.option(
    "--summary",
    type=click.Path(dir_okay=False, path_type=Path),
    cls=SpeakingOption,
    help=marked("요약(마크다운)을 덧붙일 파일"),
)
@shared_options
@click.pass_obj
def review(
    spoken: str,
    before: Path,
    after: Path,
    into: Path | None,
    summary: Path | None,
    paths: Paths,
    language: str | None,
) -> int:
    """Exit code 1 where one of the folders has no website in it."""
    words = catalogue(spoken)
    place = into or after / "review"
    outcome = make_review(ReviewRequest(before, after, place, paths, language or spoken))
    if outcome.diagnostics:
        click.echo(as_text(outcome.diagnostics, words), err=True)
    if outcome.review is None:
        return 1
    said = review_summary(outcome.review, words)
    if summary is not None:
        summary.parent.mkdir(parents=True, exist_ok=True)
        with summary.open("a", encoding="utf-8") as opened:
            opened.write(said)
    click.echo(said)
    click.echo(f"{place}/index.html")
    return 0
