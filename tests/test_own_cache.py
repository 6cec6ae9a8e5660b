"""Tests are kept out of the checkout's cache, and out of nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.own_cache import GUARDED, ROOT


@pytest.mark.parametrize(
    "write",
    [
        lambda: (GUARDED / "own-cache-test").mkdir(),
        lambda: Path(".cache/own-cache-test").mkdir(),
        lambda: (GUARDED / "own-cache-test").write_text(""),
    ],
)
def test_who_writes_into_the_checkout_s_cache_fails(
    write: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    with pytest.raises(AssertionError, match="a test writes into the cache of the checkout"):
        write()


def test_what_has_that_name_elsewhere_may_be_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The interpreter names what lies in an open folder by its bare name."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / ".cache").touch()
    monkeypatch.chdir(ROOT)
    shutil.rmtree(tmp_path / "old")
    assert list(tmp_path.iterdir()) == []
