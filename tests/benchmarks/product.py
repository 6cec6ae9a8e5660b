"""Our own program as it is run by a person: what is cold, what has not changed, and what one edit is.

Each workspace has content, output and a cache of its own. Cold is an empty cache but for the fonts, which every build
shares (`fonts`: unpacked and cut for the web once); the shipped content is also built from nothing at all.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import city
from tests.benchmarks.contest import Case, emptied
from tests.benchmarks.peers import PRODUCT, ROOT

DAY = "2026-11-28"
"""The day on which visits are planned, so that none lies in the past."""
FONTS = ("fonts", "webfonts")
"""Folders of the cache that hold nothing but fonts."""
PHONE = re.compile(r"(?m)^(\s*phone: [\d-]*-)(\d{4})$")


@dataclass(frozen=True, slots=True)
class Workspace:
    """One city with an output and a cache of its own."""

    folder: Path
    fonts: Path
    """The cache of a build that is not measured, from which fonts are taken."""

    @property
    def content(self) -> Path:
        """What is built."""
        return self.folder / "content"

    @property
    def output(self) -> Path:
        """What was built."""
        return self.folder / "output"

    @property
    def cache(self) -> Path:
        """What is kept between runs."""
        return self.folder / "cache"

    def command(self, *arguments: str) -> tuple[str, ...]:
        """What a person types."""
        places = ("--content", str(self.content), "--output", str(self.output))
        return (sys.executable, str(ROOT / "build.py"), *arguments, *places)

    def cold(self, _: int = 0) -> None:
        """As after set-up and a first build of something else."""
        self.from_nothing()
        for name in FONTS:
            if (self.fonts / name).is_dir():
                shutil.copytree(self.fonts / name, self.cache / name)

    def from_nothing(self, _: int = 0) -> None:
        """As after a fresh clone and set-up."""
        emptied(self.output, self.cache)

    def case(self, state: str, arguments: tuple[str, ...], prepare: Callable[[int], object]) -> Case:
        """One command in one state."""
        return Case(
            PRODUCT, state, self.command(*arguments), ROOT, prepare, self.made, {"JUMIN_CACHE": str(self.cache)}
        )

    def made(self) -> dict[str, int]:
        """Pages of the website, octets of the largest, pages of the guidebook."""
        sizes = [path.stat().st_size for path in (self.output / "site").rglob("*.html")]
        made = {"web pages": len(sizes), "largest page": max(sizes)} if sizes else {}
        books = sorted((self.output / "print" / "guidebook" / "screen").glob("*.pdf"))
        packs = len(list((self.output / "print").glob("visit-*/")))
        return made | ({"pages": pages_in(books[0])} if books else {}) | ({"packs": packs} if packs else {})


def nothing(_: int) -> None:
    """Before a run in which nothing is changed."""


def edited_phone(file: Path) -> Callable[[int], object]:
    """Before each run a telephone number that was never there before."""

    def edit(number: int) -> None:
        before = file.read_text(encoding="utf-8")
        after = PHONE.sub(lambda found: f"{found[1]}{(int(found[2]) + 1 + number) % 10_000:04}", before, count=1)
        assert after != before, f"{file} has no telephone number"
        file.write_text(after, encoding="utf-8")

    return edit


def edited_text(file: Path) -> Callable[[int], object]:
    """Before each run a sentence more at the end."""

    def edit(number: int) -> None:
        with file.open("a", encoding="utf-8") as page:
            page.write(f"\n마을 사람이 {number + 2}번 모였습니다.\n")

    return edit


def with_phone(content: Path) -> Path:
    """The first restaurant or place that has a telephone number."""
    for folder in ("restaurants", "sites"):
        for file in sorted((content / folder).glob("*.yml")):
            if PHONE.search(file.read_text(encoding="utf-8")):
                return file
    raise FileNotFoundError(f"no telephone number in {content}")


def fonts(folder: Path) -> Path:
    """The cache of a small build, whose fonts all workspaces share."""
    if not (folder / "cache" / "fonts").is_dir():
        emptied(folder)
        workspace = Workspace(folder, folder)
        city.with_pages(workspace.content, 30)
        run_once(workspace, "build")
    return folder / "cache"


def run_once(workspace: Workspace, *arguments: str) -> None:
    """A run that is not measured."""
    environment = {**os.environ, "JUMIN_CACHE": str(workspace.cache)}
    done = subprocess.run(workspace.command(*arguments), env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout[-2_000:] + done.stderr[-2_000:])


def knows(option: str) -> bool:
    """Whether the command `guidebook` has an option. Not asked through `build.py`, which might set itself up first."""
    asked = [sys.executable, "-m", "guidebook.cli", "guidebook", "--help"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    return option in told.stdout


def pages_in(pdf: Path) -> int:
    """How many pages a PDF has."""
    count = "import sys, pypdfium2; print(len(pypdfium2.PdfDocument(sys.argv[1])))"
    python = str(ROOT / ".venv" / "bin" / "python")
    told = subprocess.run([python, "-c", count, str(pdf)], capture_output=True, text=True, check=False)
    return int(told.stdout) if told.returncode == 0 else 0
