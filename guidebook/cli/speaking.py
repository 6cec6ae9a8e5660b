"""Click's commands and options, with their help in the reader's language, lazy commands and a default command.

Separate, because click fixes help texts when modules are imported, before anyone knows the language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from guidebook import __version__
from guidebook.cli.paths import found_content, other_version, paths_of
from guidebook.words import catalogue, languages, marked

PIECES = {
    "[OPTIONS]": marked("[옵션]"),
    "COMMAND [ARGS]...": marked("명령 [인수]..."),
    "FILE": marked("파일"),
    "FILE...": marked("파일..."),
    "[FILE]": marked("[파일]"),
    "[FILE]...": marked("[파일]..."),
    "KIND": marked("종류"),
    "ID": marked("[아이디]"),
    "[ID]": marked("[아이디]"),
    "DIR": marked("[폴더]"),
    "BEFORE": marked("이전"),
    "AFTER": marked("이후"),
    "TAG": marked("태그"),
}
"""What click calls the parts of a command in the line that says how it is used."""


NO_CONTENT = marked(
    "이 폴더와 그 위의 폴더에 콘텐츠(content/site.yml)가 없습니다. 콘텐츠가 있는 폴더에서 실행하거나"
    " --content 뒤에 콘텐츠 폴더를 적으세요. 새로 시작하려면 ‘python3 build.py new city 폴더’를 실행하세요."
)
"""Where an installed program is started outside of any content."""
OTHER_VERSION = marked(
    "참고: requirements.txt에 적힌 판({pinned})과 지금 쓰는 판({used})이 다릅니다."
    " 적힌 판을 설치하려면 .ci/run을 실행하세요."
)


def _translated(words: str | None, context: click.Context) -> str | None:
    return catalogue(str(context.obj)).gettext(words) if words else words


def _encodable(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True


class SpeakingOption(click.Option):
    """An option whose help is translated when it is shown, and whose values can be written into files."""

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """The value; bytes that are no UTF-8 may name files alone."""
        given = value if isinstance(value, tuple | list) else (value,)
        if not isinstance(self.type, click.Path) and any(isinstance(one, str) and not _encodable(one) for one in given):
            said = _translated(marked("UTF-8이 아닌 글자가 섞여 있습니다. 한글을 UTF-8로 입력하세요."), ctx)
            raise click.BadParameter(said or "", ctx, self)
        return super().type_cast_value(ctx, value)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option's line in the help."""
        record = super().get_help_record(ctx)
        if record is None or not self.help:
            return record
        return record[0], record[1].replace(self.help, _translated(self.help, ctx) or "")

    def get_help_extra(self, ctx: click.Context) -> Any:
        """Nothing: click writes limits and `required` in English; a help that needs them says them itself."""
        return {}


class SpeakingCommand(click.Command):
    """A command whose help is translated when it is shown."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What may stand behind the name of the command."""
        return [_translated(PIECES.get(piece, piece), ctx) or "" for piece in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The text above the options."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_translated(self.help, ctx) or "")


@dataclass(frozen=True, slots=True)
class LazyCommand:
    """A command whose file is imported when it is named, so that no command waits for the libraries of another."""

    place: str
    """`module:attribute`."""
    help: str

    def load(self) -> click.Command:
        """The command itself, with its help."""
        module, _, attribute = self.place.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        command.help = self.help
        return command


class SpeakingGroup(SpeakingCommand, click.Group):
    """A group of lazy commands that runs `default`, if it has one, where no command is named."""

    def __init__(
        self, *arguments: Any, lazy_commands: Mapping[str, LazyCommand], default: str | None = None, **keywords: Any
    ) -> None:
        super().__init__(*arguments, **keywords)
        self.lazy_commands = lazy_commands
        self.default = default

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order in which they are declared."""
        return list(self.lazy_commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None where there is none."""
        command = self.lazy_commands.get(cmd_name)
        return command.load() if command else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named, also by two words. A mistyped one is told with the name that comes closest."""
        if " ".join(args[:2]) in self.lazy_commands and len(args) > 1:
            args = [" ".join(args[:2]), *args[2:]]
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, possibilities=self.lazy_commands, ctx=ctx) from None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Name the default command where the arguments begin with an option or are none."""
        of_the_program = args[:1] in (["-h"], ["--help"], ["--version"])
        if self.default and not of_the_program and (not args or args[0].startswith("-")):
            args = [self.default, *args]
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, each with the first sentence of its help."""
        rows = [
            (name, (_translated(command.help, ctx) or "").split("\n")[0])
            for name, command in self.lazy_commands.items()
        ]
        with formatter.section(_translated(marked("명령"), ctx) or ""):
            formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The text below the commands."""
        if self.epilog:
            formatter.write_paragraph()
            formatter.write_text(_translated(self.epilog, ctx) or "")


def shared_options(command: Any) -> Any:
    """`--content`, `--output` and `--lang`, which every command takes: as `paths` and `language`."""

    @wraps(command)
    def with_paths(*arguments: Any, content: str | None, output: str | None, **options: Any) -> Any:
        folder = found_content() if content is None else content
        if folder is None:
            raise click.UsageError(_translated(NO_CONTENT, click.get_current_context()) or "")
        pinned = other_version(Path(folder))
        if pinned:
            said = _translated(OTHER_VERSION, click.get_current_context()) or ""
            click.echo(said.format(pinned=pinned, used=__version__), err=True)
        return command(*arguments, paths=paths_of(folder, output), **options)

    folder = click.Path(file_okay=False)
    declared: Any = with_paths
    for declare in (
        click.option(
            "--lang", "language", cls=SpeakingOption, type=click.Choice(languages()), help=marked("화면과 책의 언어")
        ),
        click.option("--output", cls=SpeakingOption, type=folder, help=marked("결과를 저장할 폴더")),
        click.option("--content", cls=SpeakingOption, type=folder, help=marked("콘텐츠 폴더")),
    ):
        declared = declare(declared)
    return declared
