"""`test`: all that a change can break; set-up has put the test tools in place before this runs."""

from __future__ import annotations

import subprocess
import sys

import click

from guidebook.cli.paths import checkout
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption
from guidebook.words import marked

STEPS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
)
SIDE_BY_SIDE = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
"""All tests on all cores; those of a file stay together, for they share what they look at. The longest begin."""


@click.command(
    cls=SpeakingCommand,
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
)
@click.option("--all", "everything", is_flag=True, cls=SpeakingOption, help=marked("오래 걸리는 시험까지 합니다."))
@click.option("--lang", cls=SpeakingOption, help=marked("화면의 언어"))
@click.argument("pytest_arguments", nargs=-1, type=click.UNPROCESSED)
def test(everything: bool, lang: str | None, pytest_arguments: tuple[str, ...]) -> int:
    """Lint, types, then the tests; the first that fails decides the exit code."""
    wanted = () if everything else ("-m", "not long")
    tests = ("pytest", *wanted, *(pytest_arguments or SIDE_BY_SIDE))
    steps = (tests,) if pytest_arguments else (*STEPS, tests)
    for step in steps:
        click.echo("$ " + " ".join(step))
        code = subprocess.run([sys.executable, "-m", *step], cwd=checkout(), check=False).returncode
        if code:
            return code
    return 0
