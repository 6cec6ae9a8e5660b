"""A full disk is told as one, wherever it fills up, and named by the folder on it."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from guidebook.cli import main
from guidebook.cli.paths import CACHE_VARIABLE
from guidebook.load.disk_faults import disk_fault, unwritable
from guidebook.model.diagnostic import Diagnostic
from tests.conftest import CITIES
from tests.own_cache import furnished


class Usage(NamedTuple):
    """What `shutil.disk_usage` tells."""

    total: int
    used: int
    free: int


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """An output folder and a temporary folder, of which a test says how full their disks are."""
    output, temporary = tmp_path / "output", tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return output, temporary


def full(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Only on the disk of this folder is hardly any room."""
    usual = shutil.disk_usage

    def usage(path: Any) -> Usage:
        total, used, free = usual(path)  # raises for what is not there, as it does
        return Usage(total, used, 4_096 if Path(path).is_relative_to(folder) else max(free, 1 << 30))

    monkeypatch.setattr(shutil, "disk_usage", usage)


def words(fault: Diagnostic | None) -> str:
    assert fault is not None
    return f"{fault.span.file} {fault.code} {fault.message}"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_write_that_names_no_file_is_told_of_the_folder_without_room(
    number: int, places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    output, temporary = places
    error = OSError(number, os.strerror(number))
    full(monkeypatch, temporary)
    assert "temporary" in words(unwritable(output, error))
    assert "temporary" in words(disk_fault(error))
    full(monkeypatch, output.parent)
    assert "temporary" not in words(unwritable(output, error))


def test_a_file_that_is_named_is_told_whatever_room_there_is(
    places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    output, temporary = places
    full(monkeypatch, temporary)
    error = OSError(errno.ENOSPC, "", str(output / "site" / "index.html"))
    assert "index.html" in words(unwritable(output, error))
    assert "temporary" not in words(unwritable(output, error))


def test_no_room_for_fonts_is_not_a_missing_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("guidebook.books.assembly.LayoutEngine", refused)
    assert main(["--content", str(CITIES / "yeoul"), "--output", str(tmp_path / "output")]) == 1
    told = capsys.readouterr().err
    assert "error[disk-full]" in told
    assert "no-pango" not in told


def test_a_missing_library_is_told_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As cffi says it, without a number."""

    def refused(*_: object) -> None:
        message = "cannot load library 'libpango-1.0-0': cannot open shared object file"
        raise OSError(message)

    monkeypatch.setattr("guidebook.books.assembly.LayoutEngine", refused)
    assert main(["--content", str(CITIES / "yeoul"), "--output", str(tmp_path / "output")]) == 1
    assert "error[no-pango]" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["guidebook", "--edition", "office"]])
def test_no_folder_for_temporary_files_is_told_as_that(
    command: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As where the only disk is full: Python tries all that there are. What is kept would need none."""
    monkeypatch.setenv(CACHE_VARIABLE, str(furnished(tmp_path / "cache")))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(tmp_path / "not there")])
    folders = ["--content", str(CITIES / "yeoul"), "--output", str(tmp_path / "output")]
    assert main([*command, *folders]) == 1
    told = capsys.readouterr().err
    assert "error[no-temporary-folder]" in told
    assert "TMPDIR" in told
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert "output" in words(unwritable(tmp_path / "output", full)), "told all the same"
