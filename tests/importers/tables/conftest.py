"""A small city of its own, and `import table` run on it by the front door."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from guidebook.cli import main
from tests.conftest import CITIES

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def maru(tmp_path: Path) -> Path:
    shutil.copytree(CITIES / "maru", tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture
def run(maru: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(
        octets: bytes | Sequence[str], *options: str, kind: str = "site", name: str = "표.csv"
    ) -> tuple[int, str, str]:
        file = tmp_path / name
        file.write_bytes(octets if isinstance(octets, bytes) else "\n".join(octets).encode("utf-8-sig"))
        os.utime(file, (1_795_000_000, 1_795_000_000))
        capsys.readouterr()
        code = main(["import", "table", str(file), "--as", kind, "--content", str(maru), *options])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run
