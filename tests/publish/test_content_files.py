"""A file of the content is written whole, or nothing of it is left behind."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from guidebook.publish.content_files import write_content


@pytest.mark.parametrize("step", ["write_text", "replace"])
def test_a_refused_file_leaves_no_draft_and_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    written = Path.write_text

    def full(path: Path, *given: object, **named: object) -> int:
        written(path, "half", encoding="utf-8")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, step, full)
    with pytest.raises(OSError, match="No space"):
        write_content(tmp_path / "restaurants" / "new" / "r-1.yml", "name: 강가식당\n")
    assert list(tmp_path.iterdir()) == []


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
