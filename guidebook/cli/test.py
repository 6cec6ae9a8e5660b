"""`test`: all that a change can break; set-up has put the test tools in place before this runs."""

from __future__ import annotations

import os
import subprocess
import sys

import click

from guidebook.cli.paths import checkout
from guidebook.cli.speaking import SpeakingCommand, SpeakingOption
from guidebook.storage.places import is_installed
from guidebook.storage.workers import cores
from guidebook.words import catalogue, marked

LINT: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
)
TYPES = ("mypy",)
SIDE_BY_SIDE = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")
"""All tests at once; those of a file stay together, for they share what they look at. The longest begin."""
WORKERS = "PYTEST_XDIST_AUTO_NUM_WORKERS"
"""How many are run at once: one more than cores, for a test that waits for a browser leaves its core to another."""
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
"""What some containers set. Tests start hundreds of processes, each of which would compile the whole program anew."""


@click.command(
    cls=SpeakingCommand,
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
)
@click.option(
    "--all", "everything", is_flag=True, cls=SpeakingOption, help=marked("오래 걸리는 테스트까지 실행합니다.")
)
@click.option("--lang", cls=SpeakingOption, help=marked("화면의 언어"))
@click.argument("pytest_arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def test(spoken: str, everything: bool, lang: str | None, pytest_arguments: tuple[str, ...]) -> int:
    """Lint, then types and tests side by side; without an argument all of them, else the tests that it names."""
    if is_installed():
        said = catalogue(spoken).gettext("테스트는 소프트웨어의 저장소에서 ‘build.py test’로 실행합니다.")
        raise click.UsageError(said)
    wanted = () if everything else ("-m", "not long")
    tests = ("pytest", *wanted, *(pytest_arguments or SIDE_BY_SIDE))
    if pytest_arguments:
        return _run(tests)
    return next((code for step in LINT if (code := _run(step))), 0) or _types_and(tests)


def _run(step: tuple[str, ...]) -> int:
    click.echo("$ " + " ".join(step))
    return subprocess.run([sys.executable, "-m", *step], cwd=checkout(), env=_environment(), check=False).returncode


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}
    return {WORKERS: str(cores() + 1), **kept}


def _types_and(tests: tuple[str, ...]) -> int:
    """Types are checked while the tests run, for that needs one core alone; what it says stands behind theirs."""
    with subprocess.Popen(
        [sys.executable, "-m", *TYPES],
        cwd=checkout(),
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as types:
        code = _run(tests)
        said = types.communicate()[0]
    click.echo("$ " + " ".join(TYPES) + "\n" + said.rstrip())
    return code or types.returncode
