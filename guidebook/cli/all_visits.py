"""`--all-visits` and what belongs to it, and the way in on the machines of a cluster, which get no options."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any

import click

from guidebook.cli.paths import paths_of_program
from guidebook.cli.speaking import SpeakingOption
from guidebook.words import marked

if TYPE_CHECKING:
    from guidebook.commands.packs.parts import MadePack

MOST_JOBS = 256
_ALONE = Lock()
"""Pages are laid out by one thread of a process at a time: system fonts are hidden meanwhile, for all of it."""


def all_visits_options(command: Any) -> Any:
    """`--all-visits`, `--year`, `--jobs` and `--scheduler`."""
    for declare in (
        click.option(
            "--scheduler",
            metavar="ADDRESS",
            cls=SpeakingOption,
            help=marked("--all-visits를 Dask 클러스터에서: tcp://주소:8786. 방문 자료가 그 컴퓨터들로 나갑니다."),
        ),
        click.option(
            "--jobs",
            type=click.IntRange(1, MOST_JOBS),
            metavar="N",
            cls=SpeakingOption,
            help=marked("--all-visits로 동시에 만들 수. 적지 않으면 코어의 수"),
        ),
        click.option(
            "--year",
            type=click.IntRange(2000, 2099),
            metavar="YYYY",
            cls=SpeakingOption,
            help=marked("--all-visits 가운데 한 해의 방문만"),
        ),
        click.option(
            "--all-visits",
            is_flag=True,
            cls=SpeakingOption,
            help=marked("visits 폴더의 모든 방문: 방문마다 --visit와 같은 자료를 한꺼번에"),
        ),
    ):
        command = declare(command)
    return command


def refuse_mixtures(options: Mapping[str, Any], words: gettext.NullTranslations) -> None:
    """Raise UsageError for options that contradict each other or would do nothing."""

    def given(*names: str) -> str:
        return ", ".join(f"--{name}" for name in names if options[name] is not None)

    if not options["all_visits"]:
        if lonely := given("year", "jobs", "scheduler"):
            said = words.gettext("{options}: --all-visits와 함께 쓰는 옵션입니다.")
            raise click.UsageError(said.format(options=lonely))
        return
    if others := given("visit", "route", "program", "size"):
        said = words.gettext("--all-visits와 함께 쓸 수 없는 옵션입니다: {options}")
        raise click.UsageError(said.format(options=others))
    if options["scheduler"] is None:
        return
    if given("jobs"):
        said = words.gettext("--scheduler를 쓰면 동시에 만드는 수는 클러스터가 정합니다. --jobs를 빼세요.")
        raise click.UsageError(said)
    if options["keep"]:
        said = words.gettext("다른 컴퓨터에는 방문의 중간 결과를 남기지 않습니다. --keep이나 --scheduler를 빼세요.")
        raise click.UsageError(said)


def make_there(shared: bytes, part: bytes) -> MadePack:
    """On a machine of a cluster: the pack, with the checkout and the cache that this machine has.

    What makes it is imported there alone: who only names this function need not wait for that.
    """
    with _ALONE:
        from guidebook.commands.packs.maker import make_there as make_with

        return make_with(shared, part, paths_of_program())
