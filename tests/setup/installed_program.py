"""The program installed from a wheel into a venv of its own, away from the checkout and without a network."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path

from guidebook import __version__
from guidebook.cli.paths import CACHE_VARIABLE
from guidebook.setup import frontend
from guidebook.setup.packages import fingerprint, site_packages, uv
from guidebook.storage.places import FOLDER, LOCK, PACKAGES
from tests.conftest import ROOT

CARRIED = (
    "guidebook",
    "templates",
    "docs/ko",
    "requirements.txt",
    "package.json",
    LOCK,
    ".npmrc",
    "README.md",
    "LICENSE",
    "NOTICE",
)
NEWER = "9.9.9"


ONE_CORE = "import os; os.sched_getaffinity = lambda process: {0}\n"
"""A line by which Python sees one core when it starts, as in the tests themselves: they run side by side already."""


class Installed:
    """A venv with the program, and a machine on which nothing else of ours is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.venv = folder / "venv"
        venv.create(self.venv, with_pip=False, symlinks=True)
        library = next(self.venv.glob("lib/python*/site-packages"))
        (library / "libraries.pth").write_text(f"{site_packages(ROOT)}\n", encoding="utf-8")
        (library / "one_core.pth").write_text(ONE_CORE, encoding="utf-8")
        kept = folder / "data" / FOLDER / fingerprint(ROOT / LOCK)[:16]
        for place, package in frontend.locked(ROOT).items():
            if not package.get("dev") and place.count(PACKAGES) == 1:  # what lies deeper comes with it
                (kept / place).parent.mkdir(parents=True, exist_ok=True)
                (kept / place).symlink_to(ROOT / place)
        shutil.copy(ROOT / LOCK, kept)
        stamp = {"lock": fingerprint(ROOT / LOCK)}
        (kept / PACKAGES / frontend.STAMP).write_text(json.dumps(stamp), encoding="utf-8")

    def install(self, wheel: Path) -> None:
        python, uv_program = str(self.venv / "bin" / "python"), uv()
        if find_spec("pip"):
            pip = [sys.executable, "-m", "pip", "--python", python, "install"]
            # Compiled is what is run, when it is run, as where uv installs it: that is half of all modules.
            command = [*pip, "--no-index", "--no-deps", "--quiet", "--no-compile"]
        else:
            assert uv_program, "set-up uses pip or uv"
            command = [uv_program, "pip", "install", "--python", python, "--no-index", "--no-deps", "--quiet"]
        subprocess.run([*command, str(wheel)], check=True, cwd=self.folder)

    def run(self, *arguments: str, cwd: Path, code: int = 0) -> str:
        """Run `guidebook` in a folder: what it said."""
        unset = (CACHE_VARIABLE, "PYTHONPATH", "JUMIN_COMMAND", "JUMIN_PACKAGES")
        environment = {name: value for name, value in os.environ.items() if name not in unset}
        environment["XDG_DATA_HOME"] = str(self.folder / "data")
        command = [str(self.venv / "bin" / "guidebook"), *arguments]
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr


def built(source: Path, folder: Path) -> Path:
    """The wheel of what lies in `source`."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def built_newer(folder: Path) -> Path:
    """The wheel of a version to come."""
    copy = folder / "copy"
    copy.mkdir()
    for name in ("pyproject.toml", *CARRIED):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    package = copy / "guidebook" / "__init__.py"
    package.write_text(package.read_text(encoding="utf-8").replace(__version__, NEWER), encoding="utf-8")
    return built(copy, folder / "made")


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
