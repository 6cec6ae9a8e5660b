"""`serve`: the website and a book, shown on this computer while somebody edits them."""

from __future__ import annotations

import click

from guidebook.cli.clock import day_of, today_option
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption, shared_options
from guidebook.commands.serving.preview import PreviewRequest, serve_preview
from guidebook.report.diagnostics import as_text
from guidebook.serve.editor_links import EDITORS, USUAL, address_for
from guidebook.storage.paths import Paths
from guidebook.words import catalogue, marked

PORT = 8000


@click.command(cls=SpeakingCommand)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    metavar="N",
    cls=SpeakingOption,
    help=marked("포트 번호. 적지 않으면 8000, 0이면 비어 있는 번호"),
)
@click.option("--guidebook", is_flag=True, cls=SpeakingOption, help=marked("안내책자도 페이지 옆에 보여 줍니다."))
@click.option(
    "--visit",
    "visits",
    multiple=True,
    metavar="ID",
    cls=SpeakingOption,
    help=marked("이 방문의 안내책자도 보여 줍니다. 여러 번 적을 수 있습니다."),
)
@click.option(
    "--editor",
    default=USUAL,
    metavar="NAME",
    cls=SpeakingOption,
    help=marked("오류를 누르면 열릴 편집기: vscode, vscodium, zed, idea, none 또는 {file}, {line} 자리를 둔 주소"),
)
@today_option
@shared_options
@click.pass_obj
def serve(
    spoken: str,
    port: int,
    guidebook: bool,
    visits: tuple[str, ...],
    editor: str,
    day: object,
    paths: Paths,
    language: str | None,
) -> int:
    """Exit code 1 where the port is taken; else it runs until it is stopped, which is no fault."""
    words = catalogue(spoken)
    address = address_for(editor)
    if address is None:
        said = words.gettext("--editor에는 {names} 가운데 하나나 {file} 자리가 있는 주소를 적으세요.")
        raise click.UsageError(said.format(names=", ".join(EDITORS), file="{file}"))
    ids = tuple(dict.fromkeys(visit.removesuffix(".yml") for visit in visits))
    request = PreviewRequest(paths, spoken, port, address, language, guidebook, ids, lambda: day_of(day))

    def ready(where: str) -> None:
        click.echo(words.gettext("미리보기: {address}").format(address=where))
        click.echo(words.gettext("편집자 화면: {address}").format(address=f"{where}_editor/"))
        click.echo(words.gettext("파일을 저장하면 새로 고쳐집니다. 끝내려면 Ctrl-C를 누르세요."))

    fault = serve_preview(request, ready)
    if fault is not None:
        click.echo(as_text((fault,), words), err=True)
        return 1
    click.echo(words.gettext("미리보기를 끝냈습니다."), err=True)
    return 0
