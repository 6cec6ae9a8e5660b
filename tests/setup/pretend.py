"""Starts build.py on a machine that is pretended: another system, Python or user, libraries that are not there.

Run as a program: `python pretend.py JSON build.py ARGUMENT…`. It changes what the standard library reports, so that
set-up itself needs no doors for tests.
"""

from __future__ import annotations

import ctypes
import errno
import importlib.util
import json
import os
import runpy
import sys
from pathlib import Path
from typing import Any

FAKES = Path(os.environ["FAKES"])
INSTALLED = FAKES / "installed"


class FakeLibrary:
    """A library that was opened, and knows its version."""

    def __getitem__(self, function: str) -> Any:
        return lambda: b"1.2.3"


def pretend_libraries(missing: bool) -> None:
    """Pango and its kin, there from the start or once apt has installed them."""

    def opened(name: str) -> FakeLibrary:
        if missing and not (INSTALLED / "libpango-1.0-0").exists():
            raise OSError(f"{name}: cannot open shared object file: No such file or directory")
        return FakeLibrary()

    vars(ctypes)["CDLL"] = opened


def pretend_no_venv() -> None:
    """A Debian Python: no ensurepip until python3.X-venv is installed."""
    look = importlib.util.find_spec
    package = "python{}.{}-venv".format(*sys.version_info[:2])

    def find(name: str, package_name: str | None = None) -> Any:
        if name == "ensurepip" and not (INSTALLED / package).exists():
            return None
        return look(name, package_name)

    vars(importlib.util)["find_spec"] = find


def pretend_no_profile() -> None:
    """No printing condition, until libgs-common is installed."""
    exists = Path.exists

    def there(path: Path, **settings: Any) -> bool:
        if path.name == "default_cmyk.icc":
            return (INSTALLED / "libgs-common").is_file()
        return exists(path, **settings)

    Path.exists = there  # type: ignore[method-assign, assignment]  # what is pretended


def pretend_refusing_disk(code: int) -> None:
    """A file system that lets nobody make a folder."""

    def mkdir(path: str, *_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code), str(path))

    vars(os)["mkdir"] = mkdir


def main() -> None:
    """Arrange the world, then start build.py as Python would."""
    world = json.loads(sys.argv[1])
    script = sys.argv[2]
    sys.argv = sys.argv[2:]
    sys.path[0] = str(Path(script).resolve().parent)
    vars(sys)["_base_executable"] = str(FAKES / "bin" / "python3")
    user = world.get("user", 0)
    vars(os)["geteuid"] = lambda: user
    pretend_libraries(world.get("no_libraries", False))
    if world.get("no_venv"):
        pretend_no_venv()
    if world.get("no_profile"):
        pretend_no_profile()
    if "disk" in world:
        pretend_refusing_disk(getattr(errno, world["disk"]))
    if "platform" in world:
        vars(sys)["platform"] = world["platform"]
    if "version" in world:
        vars(sys)["version_info"] = tuple(world["version"])
    runpy.run_path(script, run_name="__main__")


main()
