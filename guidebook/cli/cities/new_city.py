"""`new city`: the repository of a new city. Asks for what it needs; where nobody can answer, says how to write it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from shlex import quote

import click

from guidebook import __version__
from guidebook.cli.clock import today
from guidebook.cli.paths import checkout, works_on_its_checkout
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption
from guidebook.commands.cities.new_city import NewCity, make_city
from guidebook.load.folders import shown
from guidebook.model.diagnostic import has_errors
from guidebook.report.diagnostics import as_text
from guidebook.words import catalogue, command, languages, marked

NEEDED = (
    ("folder", marked("폴더"), marked("새로 만들 폴더(예시: maru)")),
    ("name", "--name", marked("시·군·구의 이름(예시: 마루시)")),
)
"""What nobody can guess: parameter, how it is written, what it is."""


@click.command(cls=SpeakingCommand)
@click.argument("folder", metavar="DIR", required=False, type=click.Path())
@click.option("--name", default="", cls=SpeakingOption, help=marked("시·군·구의 이름: 마루시"))
@click.option("--name-en", default="", cls=SpeakingOption, help=marked("로마자로 쓴 이름. 없으면 글자대로 옮깁니다."))
@click.option("--province", default="", cls=SpeakingOption, help=marked("시도의 이름: 가람도"))
@click.option(
    "--from-boundaries",
    "boundaries",
    type=click.Path(),
    metavar="FILE",
    cls=SpeakingOption,
    help=marked("읍면동 경계 파일(GeoJSON, TopoJSON). 도형마다 읍면동 파일을 만듭니다."),
)
@click.option(
    "--name-field",
    metavar="FIELD",
    default="",
    cls=SpeakingOption,
    help=marked("도형의 이름이 든 항목. 알려진 이름(name, adm_nm, EMD_KOR_NM 등)이 아닐 때 적습니다."),
)
@click.option(
    "--software",
    metavar="FILE",
    default="",
    cls=SpeakingOption,
    help=marked("requirements.txt에 적을 소프트웨어: 판 번호, 주소, .whl 파일. 없으면 지금 쓰는 판"),
)
@click.option("--lang", type=click.Choice(languages()), cls=SpeakingOption, help=marked("화면의 언어"))
@click.pass_obj
def new_city(
    spoken: str,
    folder: str | None,
    name: str,
    name_en: str,
    province: str,
    boundaries: str | None,
    name_field: str,
    software: str,
    lang: str | None,
) -> int:
    """Exit code 1 where nothing was made."""
    given = _answered({"folder": folder or "", "name": name}, spoken)
    if given is None:
        return 1
    place = Path(given["folder"])
    called = " ".join(given["name"].split())
    area = Path(boundaries) if boundaries else None
    asked = NewCity(place, called, name_en, province, area, name_field.strip(), software, __version__, today())
    told = make_city(asked, checkout() / "templates")
    if told:
        click.echo(as_text(told, catalogue(spoken)), err=True)
    if has_errors(told):
        click.echo(catalogue(spoken).gettext("만들지 않았습니다."), err=True)
        return 1
    _say_what_is_next(place, spoken, bool(software))
    return 0


def _answered(given: Mapping[str, str], spoken: str) -> Mapping[str, str] | None:
    """All that is needed, asked for where somebody answers; None where it was said instead how to write it."""
    words = catalogue(spoken)
    missing = [needed for needed in NEEDED if not given[needed[0]]]
    if not missing:
        return given
    if sys.stdin.isatty() and sys.stdout.isatty():
        return {**given, **{key: click.prompt(words.gettext(what), type=str) for key, _, what in missing}}
    click.echo(words.gettext("꼭 적어야 하는 항목이 빠졌습니다. 명령 뒤에 이렇게 적으세요."), err=True)
    for _, written, what in missing:
        click.echo(f"  {words.gettext(written)}   {words.gettext(what)}", err=True)
    return None


def _say_what_is_next(place: Path, spoken: str, fetched: bool) -> None:
    words = catalogue(spoken)
    click.echo(words.gettext("만들었습니다: {folder}").format(folder=shown(place)))
    next_step = f"cd {quote(str(place))} && {command()}"
    if works_on_its_checkout():
        content, output = quote(str(place / "content")), quote(str(place / "output"))
        next_step = f"{command()} --content {content} --output {output}"
    click.echo(words.gettext("이어서 누리집과 책을 만들려면: {command}").format(command=next_step))
    if not fetched:
        server = words.gettext(
            "서버에서도 만들게 하려면 소프트웨어를 받을 곳이 필요합니다. "
            "requirements.txt에 패키지 파일(.whl)이나 주소를 적으세요(--software)."
        )
        click.echo(server)
    click.echo(words.gettext("다음에 할 일은 README.md에 있습니다."))
