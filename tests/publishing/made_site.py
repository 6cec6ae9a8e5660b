"""A finished output of a few files, as a build leaves it, and `publish` run on it."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.output.manifest import write_manifest
from tests.conftest import CITIES


@dataclass(frozen=True, slots=True)
class Run:
    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class City:
    """A content folder, its output, and a folder of a web server."""

    root: Path
    capture: pytest.CaptureFixture[str]

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def www(self) -> Path:
        return self.root / "www"

    def build(self, version: str, **further: str) -> None:
        """What a build would have made: pages of this version, and a style sheet named by it."""
        shutil.rmtree(self.output / "site", ignore_errors=True)
        files = {
            "index.html": f"<h1>{version}</h1>",
            "404.html": f"<h1>{version}: 없음</h1>",
            "programs/a/index.html": version,
            hashed(version): version,
        }
        for path, words in {**files, **{path.replace("__", "/"): words for path, words in further.items()}}.items():
            place = self.output / "site" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(words, encoding="utf-8")
        write_manifest(self.output)

    def publish(self, *arguments: str, to: Path | str | None = None) -> Run:
        folders = ("--content", str(self.content), "--output", str(self.output))
        code = main(["publish", "--to", str(to or self.www), *arguments, *folders])
        said = self.capture.readouterr()
        return Run(code, said.out, said.err)

    def seen(self, path: str = "index.html") -> str:
        return (self.www / "current" / path).read_text(encoding="utf-8")

    @property
    def releases(self) -> list[str]:
        return sorted(path.name for path in (self.www / "releases").iterdir() if path.is_dir())


def hashed(version: str) -> str:
    """The style sheet of a version, under the name that a build gives it."""
    return f"assets/site.{hashlib.sha256(version.encode()).hexdigest()[:8]}.css"


def city_in(root: Path, capture: pytest.CaptureFixture[str]) -> City:
    """The tiny city with a first site."""
    city = City(root, capture)
    shutil.copytree(CITIES / "maru", city.content)
    city.output.mkdir()
    city.build("first")
    return city
