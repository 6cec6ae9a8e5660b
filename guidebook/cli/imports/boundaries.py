"""`import boundaries`: outlines of the towns for the map."""

from __future__ import annotations

from pathlib import Path

import click

from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.imports.boundaries import import_boundaries
from guidebook.model.diagnostic import has_errors
from guidebook.report.boundaries import boundaries_summary
from guidebook.report.diagnostics import as_text
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked


@click.command(cls=SpeakingCommand)
@click.argument("file", required=False, type=click.Path())
@click.option("--write", is_flag=True, cls=SpeakingOption, help=marked("content/map/towns.geojson에 저장합니다."))
@shared_options
@click.pass_obj
def boundaries(spoken: str, file: str | None, write: bool, paths: Paths, language: str | None) -> int:
    """Exit code 1 where nothing usable was found."""
    words = catalogue(spoken)
    imported, diagnostics = import_boundaries(paths.content, Path(file) if file else None, write)
    if diagnostics:
        click.echo(as_text(diagnostics, words), err=True)
    if imported is None or has_errors(diagnostics):
        return 1
    click.echo(boundaries_summary(imported, words))
    return 0
