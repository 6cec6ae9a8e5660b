"""`import tourapi`: saved replies of 한국관광공사 TourAPI into sites and restaurants. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import click

from guidebook.cli.clock import Day, now, today
from guidebook.cli.imports.records import say, write_option
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.imports.tourapi import TourRequest, import_tourapi
from guidebook.importers.tourapi.places import Decided
from guidebook.model.record import SLUG
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked


@click.command(cls=SpeakingCommand)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path())
@write_option
@click.option(
    "--kind",
    "kinds",
    metavar="CODE=KIND",
    multiple=True,
    cls=SpeakingOption,
    help=marked("장소의 종류: 126508=museum. 12=landmark처럼 contenttypeid나 분류 코드로도 적습니다."),
)
@click.option(
    "--id",
    "ids",
    metavar="CONTENTID=ID",
    multiple=True,
    cls=SpeakingOption,
    help=marked("어느 기록인지: 126508=river-museum. 여러 번 적을 수 있습니다."),
)
@click.option(
    "--date",
    "day",
    type=Day(),
    metavar="YYYY-MM-DD",
    cls=SpeakingOption,
    help=marked("수정일(modifiedtime)이 없는 응답의 기준일. 적지 않으면 파일을 저장한 날"),
)
@shared_options
@click.pass_obj
def tourapi(spoken: str, /, paths: Paths, language: str | None, **options: object) -> int:
    """Exit code 1 where a file cannot be used."""
    decided = Decided(
        _pairs(options["kinds"], SLUG.strip("^$"), "126508=museum", spoken),
        _pairs(options["ids"], SLUG.strip("^$"), "126508=river-museum", spoken),
    )
    named = options["files"]
    files = tuple(Path(str(file)) for file in named) if isinstance(named, tuple) else ()
    day = str(options["day"])[:10] if options["day"] else None
    request = TourRequest(paths.content, files, f"{today()} {now()}", decided, day, bool(options["write"]))
    return say(import_tourapi(request), request.write, spoken)


def _pairs(given: object, form: str, example: str, spoken: str) -> Mapping[str, str]:
    """The two halves of each: a code of theirs and a word of ours."""
    found: dict[str, str] = {}
    for one in given if isinstance(given, tuple) else ():
        code, _, word = str(one).partition("=")
        if not re.fullmatch(r"[A-Z]{0,2}\d{2,10}", code.strip()) or not re.fullmatch(form, word.strip()):
            said = catalogue(spoken).gettext("알 수 없는 값입니다: {value}. ‘{example}’처럼 적으세요.")
            raise click.UsageError(said.format(value=one, example=example))
        found[code.strip()] = word.strip()
    return found
