"""Digests tell files apart by content, and are computed anew wherever a file may have changed."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.storage.digests import FOLDER, OTHER, Digests, state_of


def test_a_digest_is_that_of_the_content(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("가".encode())
    assert Digests(tmp_path / "index").of_file(file) == hashlib.sha256("가".encode()).hexdigest()


def test_what_is_no_file_has_a_digest_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    os.mkfifo(tmp_path / "pipe")
    digests = Digests(tmp_path / "index")
    assert digests.of_file(tmp_path / "none") == ""
    assert digests.of_file(tmp_path / "folder") == FOLDER
    assert digests.of_file(tmp_path / "link") == digests.of_file(tmp_path / "pipe") == OTHER
    assert digests.of_file(tmp_path / "pipe" / "below") == ""


@given(st.binary(max_size=20), st.binary(max_size=20))
def test_a_file_rewritten_within_the_same_moment_is_read_again(old: bytes, new: bytes) -> None:
    with TemporaryDirectory() as folder:
        file, index = Path(folder) / "a", Path(folder) / "index"
        file.write_bytes(old)
        times = file.stat().st_atime_ns, file.stat().st_mtime_ns
        first = Digests(index)
        first.of_file(file)
        first.save()
        file.write_bytes(new)
        os.utime(file, ns=times)
        assert Digests(index).of_file(file) == hashlib.sha256(new).hexdigest()


def test_an_unchanged_file_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, index = tmp_path / "a", tmp_path / "index"
    file.write_bytes(b"a")
    first = Digests(index)
    known = first.of_file(file)
    first.save()
    later = file.stat().st_ctime_ns + 10**9
    os.utime(index, ns=(later, later))
    monkeypatch.setattr(hashlib, "file_digest", lambda *_: pytest.fail("it is known"))
    assert Digests(index).of_file(file) == known


def test_entries_of_files_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    index = tmp_path / "index"
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"")
        digests = Digests(index)
        digests.of_file(tmp_path / name)
        digests.save()
        later = (tmp_path / name).stat().st_ctime_ns + 10**9
        os.utime(index, ns=(later, later))
        (tmp_path / "a").unlink(missing_ok=True)
    assert str(tmp_path / "a").encode() not in index.read_bytes()


def test_a_damaged_index_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "index").write_bytes(b"\xc1 no msgpack")
    assert Digests(tmp_path / "index").of_tree(tmp_path)["a"] == hashlib.sha256(b"a").hexdigest()


def test_where_no_index_can_be_written_digests_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    digests = Digests(tmp_path / "file" / "index")
    assert digests.of_tree(tmp_path) == {"file": hashlib.sha256(b"").hexdigest()}
    digests.save()


def test_the_state_changes_with_every_touch(tmp_path: Path) -> None:
    tree = tmp_path / "site"
    tree.mkdir()
    (tree / "a").write_bytes(b"a")
    before = state_of({"site": tree, "manifest": tmp_path / "none"})
    assert state_of({"site": tree, "manifest": tmp_path / "none"}) == before
    os.utime(tree / "a", ns=(1, 1))
    touched = state_of({"site": tree, "manifest": tmp_path / "none"})
    (tree / "b").write_bytes(b"")
    assert len({before, touched, state_of({"site": tree, "manifest": tmp_path / "none"})}) == 3
