"""A forge that runs `.ci/pack`: a real repository of git in a folder, the environment and the file of the event."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import CITIES, ROOT

PRIVATE = {"private": True, "visibility": "private"}
NOTHING = "0" * 40
BUILD = """import os, sys
sys.path.insert(0, {root!r})
if __name__ == "__main__":
    os.sched_getaffinity = lambda process: {{0}}
    from guidebook.cli import clock, main
    clock.today = lambda: "2026-11-28"
    sys.exit(main(sys.argv[1:]))
"""
"""In the place of `build.py`, whose set-up is tested elsewhere: the same commands, by the Python of the tests.

As in the tests themselves there is one core to be seen; with more, files and faults are the same
(`tests/books/test_papers.py`).
"""


@dataclass(frozen=True)
class Run:
    """What a run of the script left behind."""

    code: int
    summary: str
    outputs: dict[str, str]
    log: str
    folder: Path

    @property
    def downloads(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "output" / "download").glob("*.zip"))


@dataclass(frozen=True)
class Repository:
    """A repository of the city of Maru, as a runner has fetched it."""

    folder: Path

    @property
    def visits(self) -> Path:
        return self.folder / "content" / "visits"

    def git(self, *arguments: str) -> str:
        asked = ["git", "-c", "user.name=담당자", "-c", "user.email=editor@example.com", *arguments]
        done = subprocess.run(asked, cwd=self.folder, check=True, capture_output=True, text=True, env=clean())
        return done.stdout.strip()

    def save(self, message: str = "방문을 고칩니다") -> str:
        """Commit all there is; the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def run(self, event: dict[str, Any] | None = None, script: str = "pack", **environment: str) -> Run:
        """What the script makes of an event, or of an environment without one."""
        described, summary, outputs = (self.folder.parent / name for name in ("event.json", "summary.md", "outputs"))
        for path in (described, summary, outputs):
            path.unlink(missing_ok=True)
        if event is not None:
            described.write_text(json.dumps(event), encoding="utf-8")
            environment |= {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": str(described)}
            environment |= {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_OUTPUT": str(outputs)}
        done = subprocess.run(
            ["bash", str(self.folder / ".ci" / script)],
            cwd=self.folder.parent,
            env={**clean(), **self._machine(), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        if event is None:
            summary = self.folder / "output" / "download" / "요약.md"
        said = summary.read_text(encoding="utf-8") if summary.exists() else ""
        lines = outputs.read_text(encoding="utf-8").splitlines() if outputs.exists() else []
        values = dict(line.split("=", 1) for line in lines)
        return Run(done.returncode, said, values, done.stdout + done.stderr, self.folder)

    def _machine(self) -> dict[str, str]:
        return {"PATH": f"{self.folder.parent / 'bin'}:{os.environ['PATH']}"}


def clean() -> dict[str, str]:
    """The environment without what a forge, or a hook of git, has put there."""
    forges = ("GITHUB_", "GITLAB_", "CI_", "FORGEJO_", "GIT_", "PYTEST_", "COV_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(forges) and name != "VISIT"}
    return {**kept, "GIT_CONFIG_GLOBAL": os.devnull, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}


def repository(folder: Path, private: bool = True) -> Repository:
    """The city, saved once, and the scripts; with its visit where the repository is private."""
    made = Repository(folder / "저장소")
    shutil.copytree(CITIES / "maru", made.folder / "content")
    if not private:
        shutil.rmtree(made.visits)
    shutil.copytree(ROOT / ".ci", made.folder / ".ci")
    (made.folder / "build.py").write_text(BUILD.format(root=str(ROOT)), encoding="utf-8")
    (made.folder / ".gitignore").write_text("/output/\n", encoding="utf-8")
    bin_folder = folder / "bin"
    bin_folder.mkdir(exist_ok=True)
    (bin_folder / "python3").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    (bin_folder / "python3").chmod(0o755)
    made.git("init", "--quiet", "--initial-branch=main")
    made.save("처음")
    return made
