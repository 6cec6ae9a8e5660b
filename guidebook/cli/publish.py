"""`publish`: what the last build made, put where visitors see it: a web server's folder, a branch, a ZIP."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.report.diagnostics import as_text
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked

if TYPE_CHECKING:
    from guidebook.commands.publishing.ready import Published

GIT, ZIP = "git", ".zip"


@click.command(cls=SpeakingCommand)
@click.option(
    "--to",
    "target",
    metavar="TARGET",
    cls=SpeakingOption,
    help=marked("배포할 곳: 웹 서버가 읽는 폴더, git(저장소의 브랜치), .zip으로 끝나는 파일"),
)
@click.option(
    "--rollback",
    is_flag=False,
    flag_value="",
    default=None,
    metavar="[NAME]",
    cls=SpeakingOption,
    help=marked("이전 배포로 되돌립니다. 이름이나 번호를 적으면 그 배포로 되돌립니다."),
)
@click.option(
    "--list", "listing", is_flag=True, cls=SpeakingOption, help=marked("폴더에 남아 있는 배포를 보여 줍니다.")
)
@click.option(
    "--nginx",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    cls=SpeakingOption,
    help=marked("배포하지 않고, 그 폴더를 보여 줄 엔진엑스(nginx) 설정 파일만 만듭니다."),
)
@click.option(
    "--prefix",
    metavar="/PATH/",
    cls=SpeakingOption,
    help=marked("엔진엑스 설정에서 누리집을 둘 하위 주소. 적지 않으면 site.yml의 base_url을 따릅니다."),
)
@click.option(
    "--server-name",
    "server",
    metavar="NAME",
    cls=SpeakingOption,
    help=marked("엔진엑스 설정에 적을 도메인. 적지 않으면 이미 있는 server 안에 넣을 부분만 만듭니다."),
)
@click.option("--branch", metavar="NAME", cls=SpeakingOption, help=marked("--to git에서 쓸 브랜치. 적지 않으면 pages"))
@click.option(
    "--author",
    metavar="NAME",
    cls=SpeakingOption,
    help=marked("--to git에서 커밋한 사람. ‘이름 <전자우편>’. 적지 않으면 git의 설정을 따릅니다."),
)
@click.option(
    "--push",
    "remote",
    metavar="REMOTE",
    cls=SpeakingOption,
    help=marked("--to git에서 커밋한 뒤 보낼 원격 저장소의 이름. 예: origin"),
)
@shared_options
@click.pass_obj
def publish(
    spoken: str,
    /,
    target: str | None,
    rollback: str | None,
    listing: bool,
    paths: Paths,
    language: str | None,
    **further: str | None,
) -> int:
    """Exit code 1 where the site may not go out or could not, 2 where options do not go together."""
    words = catalogue(spoken)
    if not target:
        raise click.UsageError(words.gettext("--to에 배포할 폴더, git 또는 .zip으로 끝나는 파일을 적으세요."))
    _go_together(spoken, target, {"--rollback": rollback, "--list": listing or None, **_named(further)})
    done = _done(spoken, target, rollback, listing, paths, further)
    for said in done.said:
        click.echo(said.into(words.gettext))
    if done.diagnostics:
        click.echo(as_text(done.diagnostics, words), err=True)
    return 1 if done.diagnostics else 0


def _done(
    spoken: str, target: str, rollback: str | None, listing: bool, paths: Paths, further: dict[str, str | None]
) -> Published:
    # Imported by what is asked for: a folder needs no git, and a ZIP no web server.
    if target == GIT:
        from guidebook.commands.publishing.to_branch import USUAL, Asked, publish_to_branch

        asked = Asked(further["branch"] or USUAL, further["author"], further["remote"])
        return publish_to_branch(paths, asked, spoken)
    if further["nginx"] or target.endswith(ZIP):
        from guidebook.commands.publishing.to_files import publish_to_archive, write_nginx

        if further["nginx"]:
            return write_nginx(
                paths, Path(target), Path(further["nginx"]), further["prefix"], further["server"], spoken
            )
        return publish_to_archive(paths, Path(target), spoken)
    from guidebook.commands.publishing.to_folder import list_releases, publish_to_folder, roll_back

    if listing:
        return list_releases(paths, Path(target))
    return publish_to_folder(paths, Path(target)) if rollback is None else roll_back(paths, Path(target), rollback)


def _named(further: dict[str, str | None]) -> dict[str, str | None]:
    return {
        {"server": "--server-name", "remote": "--push"}.get(name, f"--{name}"): given for name, given in further.items()
    }


def _go_together(spoken: str, target: str, given: dict[str, object]) -> None:
    """Raise a fault of usage for an option that this target does not know, or that needs another one."""
    of_git = {"--branch", "--author", "--push"}
    of_nginx = {"--nginx", "--prefix", "--server-name"}
    allowed = of_git if target == GIT else set() if target.endswith(ZIP) else {"--rollback", "--list", *of_nginx}
    used = {name for name, value in given.items() if value is not None}
    if "--nginx" in used:
        allowed -= {"--rollback", "--list"}
    elif "--rollback" in used:
        allowed &= {"--rollback"}
    else:
        allowed -= of_nginx
    wrong = sorted(used - allowed)
    if wrong:
        said = catalogue(spoken).gettext("{options} 옵션은 여기에서 함께 쓸 수 없습니다.")
        raise click.UsageError(said.format(options=", ".join(wrong)))
