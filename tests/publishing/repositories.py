"""A repository around a city, and git as a person without settings asks it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

WHEN = "2026-11-20T09:00:00+0900"
NAMED = {
    f"GIT_{whose}_{what}": value
    for whose in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "편집자"), ("EMAIL", "e@example.kr"), ("DATE", WHEN))
}


def git(folder: Path, *arguments: str) -> str:
    """What git says, asked by a person without settings."""
    environment = {**os.environ, **NAMED, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()


def begin(root: Path) -> None:
    """One commit with the content."""
    git(root, "init", "--quiet", "--initial-branch", "main")
    (root / ".gitignore").write_text("/output/\n/www/\n")
    git(root, "add", "content", ".gitignore")
    git(root, "commit", "--quiet", "--message", "내용")
