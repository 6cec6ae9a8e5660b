"""The command `guidebook` of an installed package: puts its front-end packages in place, then becomes the command line.

Separate from the set-up of a checkout, which makes a `.venv`: here pip has installed the Python packages, and fonts and
design tokens come by npm into a folder of the user's (`guidebook/storage/places.py`).
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from guidebook import words
from guidebook.model.text import text
from guidebook.setup import frontend, speak_utf8, system, version_line
from guidebook.setup.error import SetupError
from guidebook.setup.needs import Needs, command_of, needs_of
from guidebook.setup.packages import RUN_LOCK
from guidebook.setup.progress import Progress, carried_out
from guidebook.storage.places import front_end_folder, is_installed, program_folder

COMMAND = "guidebook"
WINDOWS = """이 프로그램은 윈도에서 바로 실행되지 않습니다. 아무것도 설치하지 않고 멈춥니다.
도움말: 셋 중 하나로 하세요. (1) 윈도의 리눅스(WSL 2)에서 실행 (2) 리눅스 컨테이너에서 실행
        (3) 설치 없이, 저장소 웹 화면에서 글을 고치면 서버가 대신 만들어 줍니다
Windows is not supported directly; use WSL 2 or a container, or edit on the web page of the repository.
"""
PLACES = {"lock": RUN_LOCK, "docs": "docs/ko"}
"""Words that are answered with the place of what the package carries: the lock file of its libraries, the handbook."""
CARRIED = ("package.json", frontend.LOCK, ".npmrc")
"""What npm reads, copied beside the packages that it installs."""


def main() -> int:
    """Run one command; what cannot work is said in a sentence."""
    for stream in (sys.stdout, sys.stderr):
        speak_utf8(stream)
    if sys.platform in ("win32", "cygwin", "msys"):
        sys.stderr.write(WINDOWS)
        return 1
    os.environ[words.COMMAND_VARIABLE] = COMMAND
    arguments = sys.argv[1:]
    translate = words.catalogue(words.language_of(arguments, os.environ)).gettext
    progress = Progress(translate, sys.stderr, front_end_folder(program_folder(), os.environ))

    def unexpected(error: Exception) -> SetupError:
        reason = text("설치 중에 예상하지 못한 문제가 생겼습니다: {error}", error=error)
        return SetupError(reason, text("{folder} 폴더를 지우고 다시 실행하세요.", folder=progress.root))

    return carried_out(lambda: _run(arguments, progress), progress, unexpected)


def _run(arguments: Sequence[str], progress: Progress) -> int:
    if list(arguments[:1]) == ["--version"]:
        sys.stdout.write(f"{version_line()}\n")
        return 0
    if len(arguments) == 1 and arguments[0] in PLACES:
        sys.stdout.write(f"{program_folder() / PLACES[arguments[0]]}\n")
        return 0
    if command_of(arguments) == "doctor":
        from guidebook.setup import doctor  # only here: every other command starts without it

        return doctor.report(progress.root, progress.translate, sys.stdout, installed=True)
    if find_spec("click") is None:
        raise SetupError(
            text("파이썬 패키지가 설치되지 않았습니다."),
            text(
                "'python3 -m pip install --require-hashes -r {lock}'{을} 실행하세요.", lock=program_folder() / RUN_LOCK
            ),
        )
    ensure(needs_of(arguments), progress)
    return become(arguments)


def ensure(needs: Needs, progress: Progress) -> None:
    """Put in place what is needed beside the Python packages; says nothing when nothing is missing."""
    root = progress.root
    if (not needs.front_end or in_place(root)) and (not needs.pdf or not system.missing_libraries()):
        return
    from guidebook.setup.lock import only_one  # there is none on Windows

    _make(root)
    waiting = text("다른 창에서 같은 설치를 하고 있습니다. 끝날 때까지 기다립니다 …")
    with only_one(root / ".cache" / "setup.lock", lambda: progress.say(waiting)):
        progress.log.write_bytes(b"")
        system.ensure(progress, venv=False, pdf=needs.pdf, tests=False)
        if needs.press:
            system.ensure_press(progress)
        if needs.front_end and is_installed() and not in_place(root):
            for name in CARRIED:
                shutil.copyfile(program_folder() / name, root / name)
            frontend.install(root, progress, dev=False, python=sys.executable)


def in_place(root: Path) -> bool:
    """Whether the front-end packages are there, as the lock file says."""
    return (root / frontend.LOCK).exists() and frontend.in_place(root, dev=False)


def become(arguments: Sequence[str]) -> int:
    """Replace this process by the command. `-P` keeps a folder of the reader's that is called like a library away."""
    environment = system.with_libraries({**os.environ, "PYTHONUTF8": "1"})
    sys.stderr.flush()
    os.execve(sys.executable, [sys.executable, "-P", "-m", "guidebook.cli", *arguments], environment)


def _make(root: Path) -> None:
    try:
        (root / ".cache").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(
            text("글꼴과 디자인 패키지를 둘 폴더를 만들 수 없습니다: {folder}", folder=root),
            text("환경변수 JUMIN_PACKAGES에 쓸 수 있는 폴더를 적고 다시 실행하세요."),
            [str(error)],
        ) from error
