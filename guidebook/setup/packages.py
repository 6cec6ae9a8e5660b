"""The Python packages: makes `.venv` from the lock files, and heals it when it is not what it was.

A stamp, written last, says what was installed, for which folder and which Python. Without a right stamp the
folder is half-made, moved or somebody else's, and is made anew: a venv cannot be repaired with certainty.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from guidebook.model.text import text
from guidebook.setup.progress import Progress

STAMP = "guidebook-setup.json"
RUN_LOCK = "requirements.txt"
DEV_LOCK = "requirements-dev.txt"  # contains all of RUN_LOCK


def folder(root: Path) -> Path:
    """Where the packages live."""
    return root / ".venv"


def interpreter(root: Path) -> Path:
    """The Python that sees the packages."""
    return folder(root) / "bin" / "python"


def base_interpreter() -> str:
    """The Python outside of every venv: ours may be about to be removed from under the one that runs."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def fingerprint(path: Path) -> str:
    """What a lock file says, as one short word."""
    return sha256(path.read_bytes()).hexdigest()


def site_packages(root: Path) -> Path:
    """The folder the packages are unpacked into; a name that is not there when there is no such folder."""
    library = folder(root) / "lib"
    return next(iter(sorted(library.glob("python*/site-packages"))), library / "site-packages")


def read_stamp(path: Path) -> dict[str, Any]:
    """The stamp at `path`; empty when there is none, or none that can be read."""
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def sound(root: Path) -> bool:
    """Whether `.venv` was finished, for this folder, and is still whole."""
    stamp = read_stamp(folder(root) / STAMP)
    site = site_packages(root)
    if not stamp or not site.is_dir() or stamp.get("checkout") != _name_of(root):
        return False
    if not set(stamp.get("installed", ())) <= {place.name for place in site.iterdir()}:
        return False
    return stamp.get("python") == _version_of(interpreter(root))


def in_place(root: Path, *, dev: bool) -> bool:
    """Whether `.venv` is whole and holds what the lock files say today."""
    stamp = read_stamp(folder(root) / STAMP)
    fresh = stamp.get("run") == fingerprint(root / RUN_LOCK)
    if dev:
        fresh = fresh and stamp.get("dev") == fingerprint(root / DEV_LOCK)
    return fresh and sound(root)


def uv() -> str | None:
    """The uv on PATH, if it really runs: version switchers leave a name behind that does not."""
    program = shutil.which("uv")
    if program is None:
        return None
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, check=False, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return program if answer.returncode == 0 else None


def lacks_venv() -> bool:
    """Whether this Python cannot make a venv: Debian and Ubuntu take that part out."""
    importlib.invalidate_caches()
    return find_spec("ensurepip") is None and uv() is None


def install(root: Path, progress: Progress, *, dev: bool) -> None:
    """Make or renew `.venv` so that `in_place` holds."""
    whole = sound(root)
    # Test packages that are there stay there: taking them out would only make the next test run wait.
    dev = dev or (whole and bool(read_stamp(folder(root) / STAMP).get("dev")))
    installer = uv()
    if not whole:
        _make_anew(root, progress, installer)
    (folder(root) / STAMP).unlink(missing_ok=True)
    title = text("파이썬 패키지 설치 중(테스트 도구 포함, 1.0GB)") if dev else text("파이썬 패키지 설치 중(0.5GB)")
    lock = DEV_LOCK if dev else RUN_LOCK
    with progress.step(title):
        progress.must(_installation(root, installer, lock))
    _write_path_file(root)
    _write_stamp(root, dev=dev)


def _make_anew(root: Path, progress: Progress, installer: str | None) -> None:
    venv = folder(root)
    if venv.is_symlink() or venv.is_file():
        venv.unlink()  # only our name for it: the folder it points to is somebody else's
    elif venv.exists():
        progress.say(text("기존 .venv 폴더가 손상되어 새로 만듭니다."))
        shutil.rmtree(venv)
    with progress.step(text("파이썬 환경(.venv) 만드는 중")):
        if installer:
            progress.must([installer, "venv", "--python", base_interpreter(), str(venv)])
        else:
            progress.must([base_interpreter(), "-m", "venv", str(venv)])


def _installation(root: Path, installer: str | None, lock: str) -> list[str]:
    # Wheels only: building one would run code that no lock file vouches for.
    python, requirements = str(interpreter(root)), str(root / lock)
    if installer:
        return [
            installer, "pip", "sync", "--python", python, "--require-hashes", "--only-binary", ":all:", requirements,
        ]  # fmt: skip
    return [
        python, "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:", "--no-deps", "--no-input",
        "--progress-bar", "off", "--disable-pip-version-check", "-r", requirements,
    ]  # fmt: skip


def _write_path_file(root: Path) -> None:
    """Let every program of `.venv` import the package from the checkout, from whatever folder it is started.

    The path is relative, so that it is ASCII whatever the checkout is called.
    """
    site = site_packages(root)
    (site / "jumin-guidebook.pth").write_text(os.path.relpath(root, site) + "\n", encoding="ascii")


def _write_stamp(root: Path, *, dev: bool) -> None:
    site = site_packages(root)
    stamp = {
        "checkout": _name_of(root),
        "python": _version_of(interpreter(root)),
        "run": fingerprint(root / RUN_LOCK),
        "dev": fingerprint(root / DEV_LOCK) if dev else None,
        "installed": sorted(place.name for place in site.iterdir() if place.name != "__pycache__"),
    }
    (folder(root) / STAMP).write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def _name_of(root: Path) -> str:
    """The folder's name, the same in every locale: as text, Python reads it by the locale of the moment."""
    return os.fsencode(root).decode("utf-8", errors="replace")


def _version_of(python: Path) -> str | None:
    """The version a Python says it has; None when it does not run, or not from inside a venv."""
    question = "import sys; print('%d.%d' % sys.version_info[:2] if sys.prefix != sys.base_prefix else '')"
    try:
        answer = subprocess.run([python, "-I", "-c", question], capture_output=True, check=False, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout.decode().strip() or None
