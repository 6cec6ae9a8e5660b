"""`import boundaries`: outlines of the towns for the map."""

from __future__ import annotations

from pathlib import Path

import click

from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.imports.boundaries import Asked, import_boundaries
from guidebook.model.diagnostic import has_errors
from guidebook.report.boundaries import boundaries_summary
from guidebook.report.diagnostics import as_text
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked


@click.command(cls=SpeakingCommand)
@click.argument("file", required=False, type=click.Path())
@click.option(
    "--name-field",
    cls=SpeakingOption,
    metavar="FIELD",
    default="",
    help=marked("도형의 이름이 든 항목. 알려진 이름(name, adm_nm, EMD_KOR_NM 등)이 아닐 때 적습니다."),
)
@click.option(
    "--parts",
    cls=SpeakingOption,
    type=click.Path(),
    metavar="FILE",
    help=marked("두 읍면동에 걸친 구역을 나눌 도형이 든 파일. 무엇을 나눌지는 map/merge.yml의 split에 적습니다."),
)
@click.option("--write", is_flag=True, cls=SpeakingOption, help=marked("content/map/towns.geojson에 저장합니다."))
@shared_options
@click.pass_obj
def boundaries(
    spoken: str,
    file: str | None,
    name_field: str,
    parts: str | None,
    write: bool,
    paths: Paths,
    language: str | None,
) -> int:
    """Exit code 1 where nothing usable was found."""
    words = catalogue(spoken)
    asked = Asked(Path(file) if file else None, name_field.strip(), Path(parts) if parts else None)
    imported, diagnostics = import_boundaries(paths.content, asked, write)
    if diagnostics:
        click.echo(as_text(diagnostics, words), err=True)
    if imported is None or has_errors(diagnostics):
        return 1
    click.echo(boundaries_summary(imported, words))
    return 0
