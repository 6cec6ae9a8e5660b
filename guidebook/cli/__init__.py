"""The command line: one file per command, no logic. `build` is what happens when no command is named."""

from __future__ import annotations

import gettext
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from guidebook import __version__
from guidebook.cli.paths import cache_folder, checkout
from guidebook.cli.speaking import LazyCommand, SpeakingGroup, SpeakingOption
from guidebook.cli.usage_faults import in_our_words
from guidebook.words import LOCALES, catalogue, command, language_of, marked

COMMANDS = {
    "build": LazyCommand("guidebook.cli.build:build", marked("누리집과 안내책자를 만들어 output 폴더에 둡니다.")),
    "serve": LazyCommand(
        "guidebook.cli.serve:serve", marked("고치는 동안 누리집과 책을 이 컴퓨터의 브라우저에서 보여 줍니다.")
    ),
    "check": LazyCommand(
        "guidebook.cli.check:check", marked("콘텐츠에 오류가 있는지 검사합니다. 파일은 만들지 않습니다.")
    ),
    "guidebook": LazyCommand(
        "guidebook.cli.guidebook:guidebook", marked("안내책자 인쇄용 파일을 만들어 output/print 폴더에 둡니다.")
    ),
    "new": LazyCommand("guidebook.cli.new:new", marked("사업, 코스, 장소, 방문 같은 새 파일을 콘텐츠에 만듭니다.")),
    "new city": LazyCommand(
        "guidebook.cli.cities.new_city:new_city",
        marked("새 도시의 콘텐츠 저장소를 만듭니다. 바로 누리집을 만들 수 있습니다."),
    ),
    "format": LazyCommand(
        "guidebook.cli.format:format",
        marked("콘텐츠의 항목 순서와 따옴표를 정해진 형식으로 맞춥니다. 뜻은 바꾸지 않습니다."),
    ),
    "import": LazyCommand(
        "guidebook.cli.imports:imports", marked("다른 곳의 자료를 콘텐츠로 가져옵니다. --write를 적어야 저장합니다.")
    ),
    "visits": LazyCommand("guidebook.cli.visits:visits", marked("한 해의 방문단 수와 인원을 집계합니다.")),
    "portal": LazyCommand(
        "guidebook.cli.portal:portal", marked("여러 도시가 발행한 사례 자료를 모아 찾고 비교하는 누리집을 만듭니다.")
    ),
    "due": LazyCommand("guidebook.cli.due:due", marked("다시 확인할 값의 목록과 달력 파일을 만듭니다.")),
    "publish": LazyCommand(
        "guidebook.cli.publish:publish",
        marked("만든 누리집을 웹 서버의 폴더, git 브랜치, 압축 파일로 배포합니다."),
    ),
    "review": LazyCommand(
        "guidebook.cli.forge_runs.review:review",
        marked("두 번 만든 결과를 비교해, 바뀐 페이지와 쪽을 이전과 이후의 그림으로 보여 줍니다."),
    ),
    "forge": LazyCommand(
        "guidebook.cli.forge_runs.commands:forge",
        marked("저장소 서버(GitHub, GitLab, Forgejo)의 자동 실행이 쓰는 명령입니다."),
    ),
    "handbook": LazyCommand(
        "guidebook.cli.own_documents.handbook:handbook",
        marked("이 프로그램의 편집자 안내서를 누리집과 책으로 만들어 output/handbook 폴더에 둡니다."),
    ),
    "test": LazyCommand("guidebook.cli.test:test", marked("테스트를 모두 실행합니다.")),
}
"""The commands in the order of the help, each in the file that is imported when it is named."""
OUR_BUG, INTERRUPTED = 3, 130
ENDING = (signal.SIGTERM, signal.SIGHUP)
"""Signals of who ends a process from outside, or closes its terminal."""


@click.group(
    cls=SpeakingGroup,
    lazy_commands=COMMANDS,
    default="build",
    help=marked("주민자치 사례와 안내책자를 누리집과 PDF로 만듭니다. 명령을 적지 않으면 모두 만듭니다."),
    epilog=marked("이 밖에 ‘doctor’는 설치 상태를 점검합니다."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    cls=SpeakingOption,
    message="%(version)s",
    version=f"Jumin Guidebook {__version__}",
    help=marked("버전을 보여 줍니다."),
)
def command_line() -> None:
    """Never runs by itself: the group's default command does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 faults in content or set-up, 2 wrong usage, 3 our bug."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = language_of(given, os.environ)
    _speak(language)
    words = catalogue(language).gettext
    try:
        with _terminated_as_interrupted():
            code = command_line.main(given, prog_name=command(), standalone_mode=False, obj=language)
    except click.ClickException as error:
        in_our_words(error, language).show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(words("중단했습니다. output 폴더는 그대로입니다."), err=True)
        return INTERRUPTED
    except Exception as error:
        fault = _outer_fault(error, language)
        if fault is not None:
            click.echo(fault, err=True)
            return 1
        log = _crash_log()
        click.echo(words("프로그램 오류로 중단했습니다. output 폴더는 그대로입니다."), err=True)
        click.echo(words("이 기록 파일을 개발자에게 보내 주세요: {file}").format(file=log), err=True)
        return OUR_BUG
    return code if isinstance(code, int) else 0


@contextmanager
def _terminated_as_interrupted() -> Iterator[None]:
    """These signals are heard like Ctrl-C, so that what was begun is taken back."""
    alone = threading.current_thread() is threading.main_thread()
    heard = [one for one in ENDING if alone and signal.getsignal(one) is signal.SIG_DFL]
    for one in heard:
        signal.signal(one, signal.default_int_handler)
    try:
        yield
    finally:
        for one in heard:
            signal.signal(one, signal.SIG_DFL)


def _speak(language: str) -> None:
    """Let click's own sentences (usage, unknown options) come from our catalogue too."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("click", LOCALES)
    gettext.textdomain("click")


def _outer_fault(error: Exception, language: str) -> str | None:
    """What to say of an error that the disk, a style sheet or who deleted the cache caused; None for any other."""
    # Imported here, because showing the help needs none of them.
    from guidebook.load.disk_faults import cache_lost, disk_fault
    from guidebook.render.design.tokens import design_fault
    from guidebook.report.diagnostics import as_text

    fault = design_fault(error, checkout() / "templates")
    if isinstance(error, OSError):
        fault = disk_fault(error) or cache_lost(cache_folder(), error)
    return as_text((fault,), catalogue(language)) if fault else None


def _crash_log() -> Path | str:
    path = cache_folder() / "crash.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return "\n" + traceback.format_exc()
    return path
