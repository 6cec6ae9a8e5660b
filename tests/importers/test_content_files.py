"""What an import writes is whole or not there, and nothing of a failure is left behind."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from guidebook.importers.content_files import write_content


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    write_content(tmp_path / "new" / "a.yml", "가\n", "\r\n")
    assert (tmp_path / "new" / "a.yml").read_bytes() == "가\r\n".encode()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.yml"]


def test_a_failure_leaves_the_file_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_content(tmp_path / "a.yml", "one")
    with pytest.raises(UnicodeEncodeError):
        write_content(tmp_path / "a.yml", "two \udcff")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_content(tmp_path / "a.yml", "two")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.yml": "one"}


def test_a_link_in_the_place_of_the_draft_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("mine", encoding="utf-8")
    (tmp_path / ".a.yml.new").symlink_to("elsewhere")
    write_content(tmp_path / "a.yml", "one")
    assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "a.yml").read_text(encoding="utf-8") == "one"


def test_a_file_that_is_there_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "r-1.yml"
    file.write_text("name: 강가식당\n", encoding="utf-8")

    def busy(*_: object) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr(Path, "replace", busy)
    with pytest.raises(OSError, match="busy"):
        write_content(file, "name: 다른 식당\n")
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [
        ("r-1.yml", "name: 강가식당\n")
    ]
