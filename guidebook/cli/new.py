"""`new`: a new record in the content. Asks for what it needs; where nobody can answer, says how to write it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from shlex import quote

import click

from guidebook.cli.clock import Day, now, today
from guidebook.cli.questions import answers_to
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.new_answers import first_needed, plain
from guidebook.commands.new_record import NewRecord, Prepared, prepare, write
from guidebook.load.folders import shown
from guidebook.model.diagnostic import has_errors
from guidebook.model.kinds import KINDS
from guidebook.report.diagnostics import as_text
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked

NAMES = tuple(kind.key for kind in KINDS)
VISIT = "visit"


@click.command(cls=SpeakingCommand)
@click.argument("kind", type=click.Choice(NAMES), metavar="KIND")
@click.argument("id", metavar="ID", required=False)
@click.option(
    "--set",
    "values",
    metavar="NAME=VALUE",
    multiple=True,
    cls=SpeakingOption,
    help=marked("항목의 값: name=강박물관, host.department=자치과, stops.2.site=port. 여러 번 적을 수 있습니다."),
)
@click.option("--from", "like", metavar="ID", default="", cls=SpeakingOption, help=marked("본떠 만들 파일의 아이디"))
@click.option(
    "--date",
    "day",
    type=Day(),
    metavar="YYYY-MM-DD",
    cls=SpeakingOption,
    help=marked("방문하는 날. 아이디를 적지 않으면 이 날짜가 아이디가 됩니다."),
)
@shared_options
@click.pass_obj
def new(
    spoken: str,
    kind: str,
    id: str | None,
    values: tuple[str, ...],
    like: str,
    day: object,
    paths: Paths,
    language: str | None,
) -> int:
    """Exit code 1 where nothing was written, 2 where it is not said what to write."""
    words = catalogue(spoken)
    if day and kind != VISIT:
        raise click.UsageError(words.gettext("--date는 방문(visit)을 만들 때만 씁니다."))
    written = _written(values, str(day)[:10] if day else "", spoken)
    name = id or written.get("date", "")
    if not name:
        raise click.UsageError(words.gettext("아이디를 적으세요: python3 build.py new {kind} 아이디").format(kind=kind))
    asked = NewRecord(paths.content, KINDS[kind], name, written, like, f"{today()} {now()}")
    prepared = prepare(asked)
    answers: Mapping[str, str] = {}
    if prepared.missing and _somebody_answers():
        before = first_needed(prepared.missing, prepared.catalogue) if prepared.catalogue else ()
        if before:
            click.echo(as_text(before, words), err=True)
            return 1
        answers = answers_to(asked, prepared, today(), spoken)
        asked = replace(asked, values={**asked.values, **answers})
        prepared = prepare(asked)
    if prepared.file is None or prepared.missing:
        click.echo(_in_the_way(prepared, spoken), err=True)
        return 1
    found = write(asked, prepared)
    if found:
        click.echo(as_text(found, words), err=True)
    if has_errors(found):
        click.echo(words.gettext("저장하지 않았습니다."), err=True)
        _hand_back(answers, spoken)
        return 1
    click.echo(words.gettext("저장했습니다: {file}").format(file=shown(Path(prepared.file))))
    return 0


def _written(values: tuple[str, ...], day: str, spoken: str) -> dict[str, str]:
    parts = [value.partition("=") for value in values]
    for name, sign, _ in parts:
        if not (name.strip() and sign):
            said = catalogue(spoken).gettext("‘{value}’에서 항목과 값을 알 수 없습니다. ‘name=강박물관’처럼 적으세요.")
            raise click.UsageError(said.format(value=name))
    written = {name.strip(): value for name, _, value in parts}
    if day and written.setdefault("date", day) != day:
        raise click.UsageError(catalogue(spoken).gettext("--date와 --set date의 날짜가 다릅니다. 하나만 적으세요."))
    return written


def _somebody_answers() -> bool:
    """Whether a person sits at the terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _hand_back(answers: Mapping[str, str], spoken: str) -> None:
    """The answers as options, so that nobody has to give them twice."""
    if answers:
        click.echo(catalogue(spoken).gettext("답을 다시 쓰려면 명령 뒤에 이렇게 적으세요."), err=True)
        for name, value in answers.items():
            click.echo(f"  --set {quote(f'{name}={value}')}", err=True)


def _in_the_way(prepared: Prepared, spoken: str) -> str:
    words = catalogue(spoken)
    if prepared.diagnostics:
        return as_text(prepared.diagnostics, words)
    lines = [words.gettext("꼭 적어야 하는 항목이 빠졌습니다. 명령 뒤에 이렇게 적으세요.")]
    for needed in prepared.missing:
        lines.append(
            f"  --set {needed.name}=…   {needed.label.title.into(words.gettext)}({plain(needed.label.example)})"
        )
    return "\n".join(lines)
