"""`--format`: in which form a command says what is wrong, for people, programs and forges."""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import Any

import click

from guidebook.cli.speaking import SpeakingOption
from guidebook.model.diagnostic import Faults
from guidebook.report.diagnostics import FORMATS
from guidebook.report.fault_list import list_of
from guidebook.words import marked

TEXT, MARKDOWN = "text", "markdown"


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


def told(form: str, faults: Faults, content: Path, words: gettext.NullTranslations) -> str:
    """What is wrong in that form; for the page of a run with the names of fields."""
    if form != MARKDOWN or not faults:
        return FORMATS[form](faults, words)
    from guidebook.commands.forge.field_names import in_fields  # forges alone ask for it

    return list_of(in_fields(faults, content), words)
