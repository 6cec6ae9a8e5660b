"""The program as a package: built as a wheel, installed into a venv of its own, and run away from the checkout.

Without a network: libraries and front-end packages are those of this checkout, which the venv may see. The code and the
templates that run are the wheel's.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

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


class Installed:
    """A venv with the program, and a machine on which nothing else of ours is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.venv = folder / "venv"
        venv.create(self.venv, with_pip=False, symlinks=True)
        library = next(self.venv.glob("lib/python*/site-packages"))
        (library / "libraries.pth").write_text(f"{site_packages(ROOT)}\n", encoding="utf-8")
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
            command = [sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", "--quiet"]
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


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a version to come."""
    copy = tmp_path_factory.mktemp("newer") / "copy"
    copy.mkdir()
    for name in ("pyproject.toml", *CARRIED):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    package = copy / "guidebook" / "__init__.py"
    package.write_text(package.read_text(encoding="utf-8").replace(__version__, NEWER), encoding="utf-8")
    return built(copy, copy.parent / "made")


@pytest.fixture
def program(tmp_path: Path, wheel: Path) -> Installed:
    made = Installed(tmp_path)
    made.install(wheel)
    return made


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_wheel_holds_all_that_the_program_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder in ("guidebook", "templates", "docs/ko"):
        below = folder if folder == "guidebook" else f"guidebook/program/{folder}"
        wanted = {
            f"{below}/{path.relative_to(ROOT / folder).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and path.suffix not in (".pyc", ".po", ".pot")
        }
        assert wanted - names == set()
    for name in ("requirements.txt", "package.json", LOCK, ".npmrc"):
        assert f"guidebook/program/{name}" in names
    assert not [
        name for name in names if name.split("/")[0] not in ("guidebook", f"jumin_guidebook-{__version__}.dist-info")
    ]


def test_the_installed_command_makes_a_city_and_a_newer_version_leaves_it_alone(
    program: Installed, newer: Path, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    assert program.run("--version", cwd=away) == f"Jumin Guidebook {__version__}\n"
    for word in ("lock", "docs"):
        place = program.run(word, cwd=away).strip()
        assert place.startswith(str(program.venv))
        assert Path(place).exists()
    assert "‘guidebook new city 폴더’" in program.run("check", cwd=away, code=2)
    assert "[있음]" in program.run("doctor", cwd=away)

    program.run("new", "city", "saenuri", "--name", "새누리시", cwd=away)
    city = away / "saenuri"
    assert program.run("check", cwd=city) == "오류가 없습니다.\n"
    program.run("build", "--site-only", cwd=city)
    assert (city / "output" / "site" / "index.html").exists()
    assert (city / ".cache").is_dir()
    assert not list(program.venv.rglob(".cache")), "nothing is kept where the package lies"

    # A person changes the content, and then another version of the software comes.
    about = city / "content" / "pages" / "about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n우리가 고친 글입니다.\n", encoding="utf-8")
    (city / "content" / "visits" / "example.yml").unlink()
    before = digests(city / "content")
    program.install(newer)
    assert program.run("--version", cwd=city) == f"Jumin Guidebook {NEWER}\n"
    assert f"적힌 판({__version__})과 지금 쓰는 판({NEWER})이 다릅니다" in program.run("check", cwd=city)
    pinned = city / "requirements.txt"
    pinned.write_text(pinned.read_text(encoding="utf-8").replace(__version__, NEWER), encoding="utf-8")
    assert program.run("check", cwd=city) == "오류가 없습니다.\n"
    program.run("build", "--site-only", cwd=city)
    assert digests(city / "content") == before
    assert "우리가 고친 글입니다." in (city / "output" / "site" / "about" / "index.html").read_text(encoding="utf-8")
