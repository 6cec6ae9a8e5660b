"""Folders of an owner that was killed are deleted by whoever needs one next, and those of others are not."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from guidebook.storage.temporary import PREFIX, own_folder, temporary_folder
from tests.paths import ROOT

KILLED = """import os, signal
from guidebook.storage.temporary import own_folder
(own_folder().path / "visit.pdf").write_text("private")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_what_a_killed_process_left_goes_with_the_next_one(folder: Path) -> None:
    environment = {**os.environ, "TMPDIR": str(folder)}
    subprocess.run([sys.executable, "-c", KILLED], cwd=ROOT, env=environment, check=False)
    (left,) = folder.iterdir()
    assert (left / "visit.pdf").exists()
    with temporary_folder() as own:
        assert list(folder.iterdir()) == [own.parent]
        assert list(own.iterdir()) == []
    assert list(folder.iterdir()) == []


def test_folders_of_the_living_and_of_others_stay(folder: Path) -> None:
    first, other = own_folder(), folder / f"{PREFIX}of-something-else"
    other.mkdir()
    (folder / f"{PREFIX}link").symlink_to(first.path)
    second = own_folder()
    assert first.path.is_dir()
    assert other.is_dir()
    assert first.path != second.path
    first.delete()
    second.delete()
    assert other.is_dir()
