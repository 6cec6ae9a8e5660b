"""`forge`: what the runs of GitHub, GitLab and Forgejo ask for. `.ci/pack` calls these commands, people do not."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import click

from guidebook.cli.all_visits import make_there
from guidebook.cli.clock import day_of, today_option
from guidebook.cli.speaking import LazyCommand, SpeakingCommand, SpeakingGroup, SpeakingOption, shared_options
from guidebook.commands.forge.asked import asked_by, base_of
from guidebook.model.forge.saved import SaveOutcome, unplaced
from guidebook.model.text import text
from guidebook.report.run_summary import save_summary
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked

COMMANDS = {
    "asked": LazyCommand(
        "guidebook.cli.forge_runs.commands:asked", marked("무엇을 만들어야 하는지 알려 줍니다(비공개 저장소에서만).")
    ),
    "base": LazyCommand("guidebook.cli.forge_runs.commands:base", marked("제안과 비교할 커밋을 알려 줍니다.")),
    "pack": LazyCommand("guidebook.cli.forge_runs.commands:pack", marked("저장한 방문의 자료를 만들고 요약을 씁니다.")),
    "release": LazyCommand(
        "guidebook.cli.forge_runs.release:release", marked("버전 태그에 올릴 파일을 한 폴더에 모읍니다.")
    ),
}
SUMMARY = click.option(
    "--summary",
    type=click.Path(dir_okay=False, path_type=Path),
    cls=SpeakingOption,
    help=marked("요약(마크다운)을 덧붙일 파일"),
)
LAST_SAVE = text(
    "처음 올렸거나 이력이 바뀌어 이전 상태를 알 수 없습니다. 마지막으로 저장한 것에서 바뀐 방문만 만들었습니다. "
    "다른 방문은 이름을 적어 직접 실행하세요."
)


@click.group("forge", cls=SpeakingGroup, lazy_commands=COMMANDS)
def forge() -> None:
    """Never runs by itself: a command is named."""


@click.command(cls=SpeakingCommand)
@SUMMARY
@click.pass_obj
def asked(spoken: str, summary: Path | None) -> int:
    """`visit ID`, or `save BEFORE` with a commit or nothing, for a shell. Exit code 1 where nothing may be made."""
    wanted, faults = asked_by(os.environ)
    if wanted is None:
        _tell(SaveOutcome(found=unplaced(faults)), summary, spoken, err=True)
        return 1
    click.echo(f"visit {wanted.visit}" if wanted.visit else f"save {wanted.before}")
    return 0


@click.command(cls=SpeakingCommand)
@click.pass_obj
def base(spoken: str) -> int:
    """A commit, for a shell. Exit code 1 where the forge names none."""
    commit = base_of(os.environ)
    if not commit:
        said = catalogue(spoken).gettext("어느 커밋에서 갈라진 제안인지 알 수 없습니다. 제안(PR, MR)에서 실행하세요.")
        click.echo(said, err=True)
        return 1
    click.echo(commit)
    return 0


@click.command(cls=SpeakingCommand)
@click.option("--visit", metavar="ID", cls=SpeakingOption, help=marked("방문 하나만"))
@click.option(
    "--changed",
    type=click.Path(dir_okay=False, path_type=Path),
    cls=SpeakingOption,
    help=marked("‘git diff-tree --name-status --no-renames -z’의 출력"),
)
@click.option(
    "--before",
    type=click.Path(file_okay=False, path_type=Path),
    cls=SpeakingOption,
    help=marked("저장하기 전의 방문 파일이 있는 폴더"),
)
@click.option("--last-save", is_flag=True, cls=SpeakingOption, help=marked("마지막으로 저장한 것만 비교했습니다."))
@click.option(
    "--downloads",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    cls=SpeakingOption,
    help=marked("내려받을 파일을 둘 폴더"),
)
@click.option(
    "--outputs",
    type=click.Path(dir_okay=False, path_type=Path),
    cls=SpeakingOption,
    help=marked("다음 단계에 넘길 값(이름=값)을 덧붙일 파일"),
)
@SUMMARY
@today_option
@shared_options
@click.pass_obj
def pack(
    spoken: str,
    visit: str | None,
    changed: Path | None,
    before: Path | None,
    last_save: bool,
    downloads: Path,
    outputs: Path | None,
    summary: Path | None,
    day: object,
    paths: Paths,
    language: str | None,
) -> int:
    """Exit code 1 where a pack could not be made; the others are laid out all the same."""
    from guidebook.commands.forge.changed_visits import Changed, changed_visits
    from guidebook.commands.forge.saved_packs import SaveRequest, lay_out, make_saved_packs
    from guidebook.commands.packs.all_visits_request import AllPacksRequest

    packs = AllPacksRequest(paths, make_there, language=language, today=day_of(day))
    saved = Changed((visit,)) if visit else changed_visits(changed.read_bytes() if changed else b"")
    remarks = (LAST_SAVE,) if last_save else ()
    outcome = make_saved_packs(SaveRequest(packs, saved, before, visit is not None, remarks))
    _append(outputs, _as_lines(lay_out(outcome.archives, paths.output, downloads)))
    _tell(outcome, summary, spoken)
    return 1 if outcome.failed else 0


def _tell(outcome: SaveOutcome, summary: Path | None, spoken: str, err: bool = False) -> None:
    said = save_summary(outcome, catalogue(spoken))
    _append(summary, said)
    click.echo(said, err=err)


def _as_lines(values: Mapping[str, str]) -> str:
    return "".join(f"{name}={value}\n" for name, value in values.items())


def _append(file: Path | None, words: str) -> None:
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as opened:
            opened.write(words)
