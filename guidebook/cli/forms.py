"""`--format`: in which form a command says what is wrong, for people, programs and forges."""

from __future__ import annotations

from typing import Any

import click

from guidebook.cli.speaking import SpeakingOption
from guidebook.report.diagnostics import FORMATS
from guidebook.words import marked

TEXT = "text"


def format_option(command: Any) -> Any:
    """`--format`, as `form`."""
    return click.option(
        "--format",
        "form",
        cls=SpeakingOption,
        type=click.Choice(tuple(FORMATS)),
        default=TEXT,
        help=marked("결과 형식: 일반 글, JSON, 저장소 서버의 행 표시(github, gitlab), 마크다운"),
    )(command)
