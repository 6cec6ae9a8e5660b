"""A file is whole or not there, and nothing of a failure is left behind: no draft, no new folder."""

from __future__ import annotations

import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from guidebook.storage.atomic import PRIVATE, write_atomically


@contextmanager
def disk_of(octets: int) -> Iterator[None]:
    """Let no file grow beyond so many octets: the system itself then stops a write in the middle."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (octets, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def refused_rename(monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr(Path, "replace", busy)


def test_a_file_is_put_into_new_folders_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file"
    for octets in (b"one", b"two"):
        write_atomically(path, octets)
        assert path.read_bytes() == octets
    assert [entry.name for entry in path.parent.iterdir()] == ["file"]


@pytest.mark.parametrize("draft", [None, "draft"])
def test_a_write_that_stops_in_the_middle_leaves_nothing(tmp_path: Path, draft: str | None) -> None:
    path = tmp_path / "new" / "folder" / "file"
    with disk_of(1000), pytest.raises(OSError, match="File too large"):
        write_atomically(path, b"x" * 2000, draft=path.with_name(draft) if draft else None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("refused_rename")
def test_a_refused_rename_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="busy"):
        write_atomically(tmp_path / "new" / "folder" / "file", b"one")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_survives_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"one")
    with disk_of(1000), pytest.raises(OSError, match="File too large"):
        write_atomically(path, b"x" * 2000)
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == {"file": b"one"}


def test_a_draft_of_a_killed_process_is_replaced_and_a_link_is_not_followed(tmp_path: Path) -> None:
    draft = tmp_path / "draft"
    draft.write_bytes(b"half")
    write_atomically(tmp_path / "file", b"one", draft=draft)
    (tmp_path / "elsewhere").write_bytes(b"mine")
    draft.symlink_to("elsewhere")
    write_atomically(tmp_path / "file", b"two", draft=draft)
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == {"elsewhere": b"mine", "file": b"two"}


def test_what_is_private_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    usual = os.umask(0o022)
    try:
        write_atomically(tmp_path / "public", b"")
        write_atomically(tmp_path / "private", b"", mode=PRIVATE)
    finally:
        os.umask(usual)
    modes = {entry.name: entry.stat().st_mode & 0o777 for entry in tmp_path.iterdir()}
    assert modes == {"public": 0o644, "private": 0o600}


def test_a_durable_file_is_on_the_disk_before_it_is_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def noted_sync(handle: int) -> None:
        steps.append("fsync")
        sync(handle)

    def noted_replace(path: Path, to: Path) -> Path:
        steps.append("replace")
        return replace(path, to)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    write_atomically(tmp_path / "journal", b"one", durable=True)
    write_atomically(tmp_path / "picture", b"one")
    assert steps == ["fsync", "replace", "replace"]
