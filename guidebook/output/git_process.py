"""Starts git, and nothing that settings of a repository could name: no hooks, no filters, no transport, no pager.

The one door to git of the program (`docs/decisions/0038-publishing.md`). Only `publish` starts it, because somebody
asked for a commit; nothing that reads content does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

HARMLESS = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.attributesFile=/dev/null",
    "core.alternateRefsCommand=",
    "gc.auto=0",
    "maintenance.auto=false",
)
"""Settings that stand above those of the repository."""
PROTOCOLS = "file:git:http:https:ssh"
"""By which something is sent; among them is none that names a program."""
NO_PROTOCOL = "none"
FAILED = 128


class GitError(Exception):
    """git is missing, or it failed with these words."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def git_program() -> str | None:
    """Where git is."""
    return shutil.which("git")


def ask(repository: Path, *arguments: str) -> str | None:
    """What git answers about a repository; None where it has no answer."""
    done = _run(repository, arguments, _sealed(), b"")
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def setting(repository: Path, name: str) -> str | None:
    """A setting of this person or of the repository: read, never obeyed."""
    done = _run(repository, ("config", "--get", name), _own(), b"")
    return done.stdout.decode("utf-8", "replace").strip() or None if done.returncode == 0 else None


def take_in(repository: Path, pieces: Iterable[bytes]) -> None:
    """Hand a stream to `git fast-import`, which takes all of it or nothing. Raises GitError."""
    command = _command(repository, ("fast-import", "--quiet", "--done", "--date-format=raw"))
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=_sealed(), stdin=pipe, stdout=pipe, stderr=pipe, cwd="/") as program:
        assert program.stdin is not None
        try:
            for piece in pieces:
                program.stdin.write(piece)
        except BrokenPipeError:
            pass  # it says why below
        except BaseException:
            program.kill()
            raise
        try:
            _, said = program.communicate()
        except BrokenPipeError:
            said = b""
    if program.returncode:
        raise GitError(_words(said))


def send(repository: Path, place: Path, address: str, commit: str, ref: str) -> None:
    """Push a commit by the settings of this person and machine; those of the repository are not read. Raises GitError.

    So it is sent from the empty repository `place`, which borrows the objects.
    """
    objects = ask(repository, "rev-parse", "--path-format=absolute", "--git-path", "objects")
    kind = ask(repository, "rev-parse", "--show-object-format")
    made = _run(
        place,
        ("init", "--quiet", "--bare", "--template=", f"--object-format={(kind or 'sha1').strip()}"),
        _sealed(),
        b"",
    )
    if made.returncode or objects is None:
        raise GitError(_words(made.stderr))
    (place / "objects" / "info").mkdir(parents=True, exist_ok=True)
    (place / "objects" / "info" / "alternates").write_text(objects.strip() + "\n", encoding="utf-8")
    environment = {**_own(), "GIT_ALLOW_PROTOCOL": PROTOCOLS, "GIT_TERMINAL_PROMPT": "0"}
    sent = _run(place, ("push", "--quiet", "--no-verify", "--", address, f"{commit}:{ref}"), environment, b"")
    if sent.returncode:
        raise GitError(_words(sent.stderr))


def _run(
    repository: Path, arguments: Iterable[str], environment: Mapping[str, str], given: bytes
) -> subprocess.CompletedProcess[bytes]:
    command = _command(repository, arguments)
    return subprocess.run(command, env=environment, input=given, capture_output=True, cwd="/", check=False)


def _command(repository: Path, arguments: Iterable[str]) -> list[str]:
    program = git_program()
    if program is None:
        raise GitError("git")
    settings = [part for one in HARMLESS for part in ("-c", one)]
    return [program, f"--git-dir={repository}", "--no-pager", *settings, *arguments]


def _sealed() -> dict[str, str]:
    """An environment in which git knows the repository it is given, nobody's settings, and no way out."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LC_ALL": "C",
        "HOME": "/nonexistent",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_ALLOW_PROTOCOL": NO_PROTOCOL,
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
    }


def _own() -> dict[str, str]:
    """This person's environment without what leads git to another repository."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "LC_ALL": "C", "LANGUAGE": ""}


def _words(said: bytes) -> str:
    return " ".join(said.decode("utf-8", "replace").split()) or "git"
