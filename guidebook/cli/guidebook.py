"""`guidebook`: books to print in the editions asked for: the whole, one route, one report, or the pack of a visit."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import click

from guidebook.cli.all_visits import all_visits_options, make_there, refuse_mixtures
from guidebook.cli.clock import day_of, today_option
from guidebook.cli.copies import Copies, by_edition, copies_option, with_named
from guidebook.cli.editions import EditionId, chosen
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.packs.all_visits import make_all_packs
from guidebook.commands.packs.all_visits_request import AllPacksRequest
from guidebook.commands.packs.one_visit import STAGES as PACK_STAGES
from guidebook.commands.packs.one_visit import PackRequest, make_pack
from guidebook.commands.print_editions import EditionRequest, make_editions
from guidebook.model.diagnostic import Diagnostic, has_errors
from guidebook.model.print_format import PAPERS
from guidebook.report.diagnostics import as_text
from guidebook.report.progress import BuildProgress, PacksProgress
from guidebook.report.summary import editions_summary, failed_packs, pack_summary, packs_summary
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked

INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class _Options:
    """What this command alone is asked."""

    visit: str | None
    route: str | None
    program: str | None
    editions: tuple[str, ...]
    size: str | None
    copies: tuple[Copies, ...]
    day: object
    keep: bool
    all_visits: bool
    year: int | None
    jobs: int | None
    scheduler: str | None
    archive: bool


@click.command(cls=SpeakingCommand)
@click.option("--visit", metavar="ID", cls=SpeakingOption, help=marked("visits 폴더의 방문: 안내책자, 일정표, 확인표"))
@click.option("--route", metavar="ID", cls=SpeakingOption, help=marked("routes 폴더의 코스 하나만"))
@click.option("--program", metavar="ID", cls=SpeakingOption, help=marked("programs 폴더의 사례 보고 하나만"))
@click.option(
    "--edition",
    "editions",
    multiple=True,
    type=EditionId(),
    cls=SpeakingOption,
    help=marked("만들 판. 여러 번 적을 수 있고, 적지 않으면 화면용과 복사기용입니다."),
)
@click.option("--size", type=click.Choice(tuple(PAPERS)), cls=SpeakingOption, help=marked("화면용과 인쇄소용의 크기"))
@click.option(
    "--keep", is_flag=True, cls=SpeakingOption, help=marked("같은 방문을 다시 만들 때 빠르도록 중간 결과를 남깁니다.")
)
@click.option(
    "--zip",
    "archive",
    is_flag=True,
    cls=SpeakingOption,
    help=marked("방문 자료를 ‘11-26_방문안내서_2판.zip’ 같은 파일 하나로도 묶습니다."),
)
@all_visits_options
@copies_option
@today_option
@shared_options
@click.pass_obj
def guidebook(spoken: str, /, paths: Paths, language: str | None, **options: Any) -> int:
    """Exit code 1 where there is an error; then what was made last is as it was."""
    words, asked = catalogue(spoken), _Options(**options)
    refuse_mixtures(options, words)
    if sum(record is not None for record in (asked.visit, asked.route, asked.program)) > 1:
        raise click.UsageError(words.gettext("--visit, --route, --program 가운데 하나만 적으세요."))
    if asked.archive and not (asked.all_visits or asked.visit is not None):
        raise click.UsageError(words.gettext("--zip은 --visit나 --all-visits와 함께 쓰는 옵션입니다."))
    if asked.all_visits:
        return _all_packs(asked, paths, language, words)
    if asked.visit is not None:
        return _pack(asked, asked.visit, paths, language, words)
    return _editions(asked, paths, language, words)


def _pack(asked: _Options, visit: str, paths: Paths, language: str | None, words: gettext.NullTranslations) -> int:
    numbers = by_edition(asked.copies, words)
    wanted = with_named(asked.editions, numbers)
    request = PackRequest(
        paths,
        visit.removesuffix(".yml"),
        language,
        wanted,
        numbers,
        day_of(asked.day),
        asked.keep,
        archive=asked.archive,
    )
    with BuildProgress(words, PACK_STAGES) as progress:
        pack = make_pack(request, progress.stage)
    return _tell(pack.diagnostics, pack_summary(pack.packed, words) if pack.packed else "", words)


def _all_packs(asked: _Options, paths: Paths, language: str | None, words: gettext.NullTranslations) -> int:
    numbers = by_edition(asked.copies, words)
    wanted = with_named(asked.editions, numbers)
    request = AllPacksRequest(
        paths,
        make_there,
        asked.year,
        asked.jobs,
        asked.scheduler,
        language,
        wanted,
        numbers,
        day_of(asked.day),
        asked.keep,
        archive=asked.archive,
    )
    with PacksProgress(words) as progress:
        try:
            outcome = make_all_packs(request, progress.told)
        except KeyboardInterrupt:
            said = words.gettext("중단했습니다. 그때까지 만든 {count}건은 새 것이고, 나머지는 그대로입니다.")
            click.echo(said.format(count=progress.made), err=True)
            return INTERRUPTED
    if outcome.diagnostics:
        click.echo(as_text(outcome.diagnostics, words), err=True)
    if outcome.packed:
        click.echo(packs_summary(outcome, words))
    if outcome.failed:
        click.echo(failed_packs(outcome, words), err=True)
    return 1 if outcome.failed or has_errors(outcome.diagnostics) else 0


def _editions(asked: _Options, paths: Paths, language: str | None, words: gettext.NullTranslations) -> int:
    numbers = by_edition(asked.copies, words)
    wanted = with_named(asked.editions, numbers)
    request = EditionRequest(paths, _id(asked.route), _id(asked.program), wanted, asked.size, numbers, language)
    stages = 1 + len(chosen(wanted))
    with BuildProgress(words, stages) as progress:
        outcome = make_editions(request, progress.stage)
    return _tell(outcome.diagnostics, editions_summary(outcome.printed, words), words)


def _id(file: str | None) -> str | None:
    """An id, where somebody wrote the name of its file."""
    return file and file.removesuffix(".md")


def _tell(diagnostics: Sequence[Diagnostic], summary: str, words: gettext.NullTranslations) -> int:
    if diagnostics:
        click.echo(as_text(diagnostics, words), err=True)
    if has_errors(diagnostics) or not summary:
        return 1
    click.echo(summary)
    return 0
