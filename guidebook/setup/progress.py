"""Says what set-up is doing, and runs the programs that do it.

What the programs print goes to a log, so that a newcomer reads one line per step; its end is shown when one fails.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TextIO

from guidebook.model.text import Text, text
from guidebook.setup.error import SetupError
from guidebook.setup.failures import explain, explain_os_error

TICK = 0.25  # seconds between two looks at a running program
OPENING = text("처음 실행하거나 변경된 것이 있어 필요한 것을 설치합니다. 인터넷 속도에 따라 몇 분 걸립니다.")

# Settings of the caller's shell that would send packages, or look for them, outside `.venv`.
FOREIGN_SETTINGS = (
    "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "CONDA_PREFIX", "UV_SYSTEM_PYTHON", "UV_PROJECT_ENVIRONMENT",
    "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "PIP_REQUIREMENT", "PIP_CONSTRAINT",
    "JUMIN_COMMAND",
)  # fmt: skip


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without what would lead Python or its installers away from our `.venv`."""
    return {name: value for name, value in environment.items() if name not in FOREIGN_SETTINGS}


class Outcome(NamedTuple):
    """How a program ended, and all that it printed."""

    code: int
    output: str


class Progress:
    """Speaks to the reader: one line per step, counting the seconds on a terminal."""

    def __init__(self, translate: Callable[[str], str], stream: TextIO, root: Path) -> None:
        self.translate = translate
        self.stream = stream
        self.root = root
        self.log = root / ".cache" / "setup.log"
        self.live = stream.isatty()
        self.opened = False
        self.title = ""
        self.started = 0.0

    def say(self, sentence: Text) -> None:
        """Print one sentence."""
        self.stream.write(sentence.into(self.translate) + "\n")
        self.stream.flush()

    def fail(self, failure: SetupError) -> None:
        """Print why set-up stopped, the last words of the program that failed, and what to do."""
        self.say(text("오류: {reason}", reason=failure.reason.into(self.translate)))
        for line in failure.last_words:
            self.stream.write(f"    {line}\n")
        self.say(text("도움말: {remedy}", remedy=failure.remedy.into(self.translate)))

    @contextmanager
    def step(self, title: Text) -> Iterator[None]:
        """Announce a step, and say how long it took when it is done."""
        if not self.opened:
            self.say(OPENING)
            self.opened = True
        self.title, self.started = title.into(self.translate), time.monotonic()
        self._show(text("{title} …", title=self.title))
        try:
            yield
        except BaseException:
            if self.live:
                self.stream.write("\n")
            raise
        done = text("{title} … {seconds}초", title=self.title, seconds=self._seconds())
        self._show(done if self.live else text("  완료({seconds}초)", seconds=self._seconds()))
        if self.live:
            self.stream.write("\n")

    def run(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> Outcome:
        """Run a program in the checkout with nothing to read; its output goes to the log."""
        settings = clean_environment({**os.environ, **(environment or {})})
        self.log.parent.mkdir(exist_ok=True)
        with self.log.open("ab") as log:
            log.write(f"\n$ {' '.join(command)}\n".encode(errors="replace"))
            log.flush()
            begin = log.tell()
            code = self._wait(
                subprocess.Popen(command, cwd=self.root, env=settings, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            )
        with self.log.open("rb") as log:
            log.seek(begin)
            return Outcome(code, log.read().decode(errors="replace"))

    def must(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        """Run a program that has to succeed; otherwise its output decides which sentence the reader gets."""
        outcome = self.run(command, environment)
        if outcome.code:
            raise explain(outcome.output)

    def _wait(self, program: subprocess.Popen[bytes]) -> int:
        try:
            while True:
                try:
                    return program.wait(TICK if self.live else None)
                except subprocess.TimeoutExpired:
                    self._show(text("{title} … {seconds}초", title=self.title, seconds=self._seconds()))
        except BaseException:
            program.terminate()
            program.wait()
            raise

    def _show(self, sentence: Text) -> None:
        line = sentence.into(self.translate)
        self.stream.write(f"\r\x1b[K{line}" if self.live else f"{line}\n")
        self.stream.flush()

    def _seconds(self) -> int:
        return round(time.monotonic() - self.started)


def carried_out(run: Callable[[], int], progress: Progress, unexpected: Callable[[Exception], SetupError]) -> int:
    """The exit code of a set-up; what cannot work is said in a sentence, a fault of ours as `unexpected` has it."""
    try:
        return run()
    except SetupError as failure:
        progress.fail(failure)
    except KeyboardInterrupt:
        progress.say(text("중단했습니다. 같은 명령을 다시 실행하면 이어서 설치합니다."))
        return 130
    except OSError as error:
        progress.fail(explain_os_error(error))
    except Exception as error:
        progress.fail(unexpected(error))
    return 1
