"""`import table`: any table of sites, restaurants, guides or visits into the content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from guidebook.cli.clock import Day, now, today
from guidebook.cli.imports.records import say, write_option
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.imports.table import TableRequest, import_table
from guidebook.importers.records.fields import fields_of, without_source
from guidebook.importers.tables.dialects import KINDS_OF_TABLES
from guidebook.model.kinds import KINDS
from guidebook.model.settings.column_names import ID
from guidebook.model.source import SourceKind
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked


@click.command(cls=SpeakingCommand)
@click.argument("file", type=click.Path())
@click.option(
    "--as",
    "kind",
    type=click.Choice(KINDS_OF_TABLES),
    required=True,
    cls=SpeakingOption,
    help=marked("무엇의 표인지: 장소, 음식점, 안내, 방문"),
)
@write_option
@click.option(
    "--publisher", metavar="NAME", cls=SpeakingOption, help=marked("표의 발행처. 적지 않으면 ‘확인 필요’로 둡니다.")
)
@click.option("--source", "title", metavar="TITLE", cls=SpeakingOption, help=marked("표의 제목. 적지 않으면 파일 이름"))
@click.option(
    "--source-kind",
    type=click.Choice(tuple(map(str, SourceKind))),
    default=str(SourceKind.OFFICIAL),
    cls=SpeakingOption,
    help=marked("발행처의 종류. 적지 않으면 공공기관(official)"),
)
@click.option(
    "--date",
    "day",
    type=Day(),
    metavar="YYYY-MM-DD",
    cls=SpeakingOption,
    help=marked("표의 기준일. 적지 않으면 파일을 저장한 날"),
)
@click.option("--sheet", metavar="NAME", cls=SpeakingOption, help=marked("읽을 엑셀 시트 이름"))
@click.option(
    "--column",
    "columns",
    metavar="NAME=TITLE",
    multiple=True,
    cls=SpeakingOption,
    help=marked("열 제목이 다를 때: phone=연락처. 여러 번 적을 수 있습니다."),
)
@click.option(
    "--set",
    "values",
    metavar="NAME=VALUE",
    multiple=True,
    cls=SpeakingOption,
    help=marked("표에 없고 모든 행에 같은 값: kind=park. 여러 번 적을 수 있습니다."),
)
@shared_options
@click.pass_obj
def table(spoken: str, /, paths: Paths, language: str | None, **options: object) -> int:
    """Exit code 1 where the file cannot be used, or one of its values cannot be; then nothing is written."""
    kind = KINDS[str(options["kind"])]
    request = TableRequest(
        paths.content,
        Path(str(options["file"])),
        kind,
        f"{today()} {now()}",
        str(options["day"])[:10] if options["day"] else None,
        _words(options["publisher"]),
        _words(options["title"]),
        str(options["source_kind"]),
        bool(options["write"]),
        _words(options["sheet"]),
        _pairs(options["columns"], (ID, *fields_of(kind)), "phone=연락처", spoken),
        _pairs(options["values"], without_source(kind), "kind=park", spoken),
    )
    return say(import_table(request), request.write, spoken)


def _words(given: object) -> str | None:
    return str(given).strip() or None if given else None


def _pairs(given: object, known: Sequence[str], example: str, spoken: str) -> Mapping[str, str]:
    """The two halves of each; wrong usage is told with all names that may stand on the left."""
    found: dict[str, str] = {}
    for one in given if isinstance(given, tuple) else ():
        name, _, value = str(one).partition("=")
        if name.strip() not in known or not value.strip():
            said = catalogue(spoken).gettext(
                "‘{value}’에서 항목을 알 수 없습니다. ‘{example}’처럼 적으세요. 쓸 수 있는 이름: {names}"
            )
            raise click.UsageError(said.format(value=one, example=example, names=", ".join(known)))
        found[name.strip()] = value.strip()
    return found
