"""What goes through the pipe between processes is so short that it is written whole or not at all."""

from __future__ import annotations

import pickle
import select
import tempfile
from pathlib import Path

import pytest

from guidebook.storage.results import OtherProcessError, hand_over, taken_over

LONG = 1_000_000
"""More than a pipe holds."""


def make(length: int) -> bytes:
    return b"x" * length


def refuse(length: int) -> bytes:
    raise KeyError("y" * length)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("function", [make, refuse])
@pytest.mark.parametrize("length", [0, LONG])
def test_a_pipe_takes_what_is_sent_in_one_piece(function: object, length: int) -> None:
    assert callable(function)
    assert len(pickle.dumps(hand_over(function, length))) < select.PIPE_BUF // 2


def test_a_result_is_taken_over_once_and_its_file_is_gone(folder: Path) -> None:
    assert taken_over(hand_over(make, LONG)) == make(LONG)
    assert list(folder.iterdir()) == []


def test_what_was_raised_is_raised_again_with_its_traceback() -> None:
    name = hand_over(refuse, 3)
    for _ in range(2):  # as often as it is asked for
        with pytest.raises(KeyError, match="yyy") as raised:
            taken_over(name)
        assert isinstance(raised.value.__cause__, OtherProcessError)
        assert "in refuse" in str(raised.value.__cause__)
