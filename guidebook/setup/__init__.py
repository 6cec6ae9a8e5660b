"""Set-up inside the first run: puts in place what a command needs, then becomes that command.

Uses the standard library only, since it runs before anything is installed. A second run finds all in place,
says nothing and starts at once.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from guidebook import __version__, words
from guidebook.model.text import text
from guidebook.setup import frontend, packages, system
from guidebook.setup.error import SetupError
from guidebook.setup.needs import Needs, command_of, needs_of
from guidebook.setup.progress import Progress, carried_out, clean_environment

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str]) -> int:
    """Set up what the command needs and become it; otherwise say in a sentence why not."""
    for stream in (sys.stdout, sys.stderr):
        speak_utf8(stream)
    translate = words.catalogue(words.language_of(arguments, os.environ)).gettext
    progress = Progress(translate, sys.stderr, ROOT)
    return carried_out(lambda: _run(arguments, progress), progress, _unexpected)


def version_line() -> str:
    """What `--version` answers."""
    return f"Jumin Guidebook {__version__}"


def ensure(needs: Needs, progress: Progress) -> None:
    """Put in place what is needed and is not; says nothing when nothing is missing."""
    if _all_in_place(needs):
        return
    from guidebook.setup.lock import only_one  # not on Windows, where an installed program must still say a sentence

    lock = ROOT / ".cache" / "setup.lock"
    waiting = text("다른 창에서 같은 설치를 하고 있습니다. 끝날 때까지 기다립니다 …")
    with only_one(lock, lambda: progress.say(waiting)):
        progress.log.write_bytes(b"")
        # Looked at once more: whoever held the lock may have done it all.
        no_packages = not packages.in_place(ROOT, dev=needs.dev)
        system.ensure(progress, venv=no_packages, pdf=needs.pdf, tests=needs.tests, browser=needs.browser)
        if needs.press:
            system.ensure_press(progress)
        if no_packages:
            packages.install(ROOT, progress, dev=needs.dev)
        if needs.front_end and not frontend.in_place(ROOT, dev=needs.dev):
            frontend.install(ROOT, progress, dev=needs.dev)


def become(arguments: Sequence[str]) -> int:
    """Replace this process by the command, run by the Python of `.venv`.

    `-P` keeps a folder of the reader's that happens to be called like a library out of the way.
    """
    python = str(packages.interpreter(ROOT))
    environment = system.with_libraries({**clean_environment(os.environ), "PYTHONUTF8": "1"})
    sys.stderr.flush()
    os.execve(python, [python, "-P", "-m", "guidebook.cli", *arguments], environment)


def _run(arguments: Sequence[str], progress: Progress) -> int:
    if list(arguments[:1]) == ["--version"]:
        sys.stdout.write(f"{version_line()}\n")
        return 0
    if command_of(arguments) == "doctor":
        from guidebook.setup import doctor  # only here: every other command starts without it

        return doctor.report(ROOT, progress.translate, sys.stdout)
    ensure(needs_of(arguments), progress)
    return become(arguments)


def _all_in_place(needs: Needs) -> bool:
    return (
        packages.in_place(ROOT, dev=needs.dev)
        and (not needs.front_end or frontend.in_place(ROOT, dev=needs.dev))
        and (not needs.pdf or not system.missing_libraries())
        and (not needs.tests or not system.missing_test_programs())
        and (not needs.browser or system.chromium() is not None)
        and (not needs.press or system.PRESS_PROFILE.exists())
    )


def speak_utf8(stream: TextIO) -> None:
    """Korean must come out on a machine whose locale knows no Korean."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")


def _unexpected(error: Exception) -> SetupError:
    log = ROOT / ".cache" / "setup.log"
    try:
        log.parent.mkdir(exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            traceback.print_exception(error, file=file)
    except OSError:
        pass  # the sentence below matters more than the log
    return SetupError(
        text("설치 중에 예상하지 못한 문제가 생겼습니다: {error}", error=error),
        text(".venv와 node_modules 폴더를 지우고 다시 실행하세요. 자세한 내용은 .cache/setup.log에 있습니다."),
    )
