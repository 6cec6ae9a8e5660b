"""`import`: data of other offices into the content. Each kind of data is a command in a file of its own."""

from __future__ import annotations

import click

from guidebook.cli.import_boundaries import boundaries
from guidebook.cli.import_hygiene import hygiene
from guidebook.cli.speaking import SpeakingGroup
from guidebook.words import marked

COMMANDS = (hygiene, boundaries)


@click.group(
    "import",
    cls=SpeakingGroup,
    help=marked("다른 곳의 자료를 콘텐츠로 가져옵니다. --write를 적어야 씁니다."),
)
def imports() -> None:
    """Never runs by itself: a command is named."""


for command in COMMANDS:
    imports.add_command(command)
