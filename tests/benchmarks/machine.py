"""What a run was made on: cores, memory, system, and which state of the program."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from pathlib import Path


def described(root: Path) -> dict[str, str]:
    """From a name to what is known; what cannot be found out is left out."""
    known = {
        "processor": _found(Path("/proc/cpuinfo"), r"model name\s*:\s*(.+)"),
        "cores": str(os.cpu_count() or ""),
        "memory": _gigabytes(_found(Path("/proc/meminfo"), r"MemTotal:\s*(\d+)")),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "Python": platform.python_version(),
        "commit": _commit(root),
    }
    return {name: value for name, value in known.items() if value}


def _found(file: Path, pattern: str) -> str:
    try:
        match = re.search(pattern, file.read_text(encoding="utf-8"))
    except OSError:
        return ""
    return match[1].strip() if match else ""


def _gigabytes(kilobytes: str) -> str:
    return f"{round(int(kilobytes) / 1024 / 1024)} GB" if kilobytes else ""


def _commit(root: Path) -> str:
    command = ["git", "-C", str(root), "log", "-1", "--format=%h of %cs"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
