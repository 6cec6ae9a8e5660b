"""The command line: one file per command, no logic. `build` is what happens when no command is named."""

from __future__ import annotations

import gettext
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from guidebook.cli.build import build
from guidebook.cli.check import check
from guidebook.cli.guidebook import guidebook as pack
from guidebook.cli.imports import imports
from guidebook.cli.paths import cache_folder
from guidebook.cli.speaking import SpeakingGroup
from guidebook.cli.test import test
from guidebook.cli.visits import visits
from guidebook.load.disk_faults import disk_fault
from guidebook.report.diagnostics import as_text
from guidebook.words import LOCALES, catalogue, language_of, marked

COMMANDS = (build, check, pack, imports, visits, test)
OUR_BUG, INTERRUPTED = 3, 130


@click.group(
    cls=SpeakingGroup,
    default="build",
    help=marked("주민자치 사례와 안내책자를 누리집과 PDF로 만듭니다. 명령을 적지 않으면 모두 만듭니다."),
    epilog=marked("이 밖에 ‘doctor’는 갖추어진 것과 빠진 것을 알려 줍니다."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
def guidebook() -> None:
    """Never runs by itself: the group's default command does."""


for command in COMMANDS:
    guidebook.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 faults in content or set-up, 2 wrong usage, 3 our bug."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = language_of(given, os.environ)
    _speak(language)
    words = catalogue(language).gettext
    try:
        code = guidebook.main(given, prog_name="python3 build.py", standalone_mode=False, obj=language)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(words("멈추었습니다. output 폴더는 그대로입니다."), err=True)
        return INTERRUPTED
    except Exception as error:
        fault = disk_fault(error) if isinstance(error, OSError) else None
        if fault is not None:
            click.echo(as_text((fault,), catalogue(language)), err=True)
            return 1
        log = _crash_log()
        click.echo(words("프로그램의 잘못으로 멈추었습니다. output 폴더는 그대로입니다."), err=True)
        click.echo(words("이 기록을 개발자에게 보내 주세요: {file}").format(file=log), err=True)
        return OUR_BUG
    return code if isinstance(code, int) else 0


def _speak(language: str) -> None:
    """Let click's own sentences (usage, unknown options) come from our catalogue too."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("click", LOCALES)
    gettext.textdomain("click")


def _crash_log() -> Path | str:
    path = cache_folder() / "crash.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return "\n" + traceback.format_exc()
    return path
