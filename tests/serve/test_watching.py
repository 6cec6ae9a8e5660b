"""Changes are heard whatever happens to the folders, and where the system cannot tell of them."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from guidebook.serve import watching
from guidebook.serve.watching import changes

pytestmark = pytest.mark.usefixtures("no_waiting")


def heard(folder: Path, *edits: Callable[[], object]) -> None:
    """Each edit is heard before the next one is made."""

    async def hear() -> None:
        stop = asyncio.Event()
        bursts = changes(lambda: (folder,), stop)
        waiting = asyncio.ensure_future(anext(bursts))
        await asyncio.sleep(0)  # the watch begins with the first step
        for edit in edits:
            edit()
            await waiting
            waiting = asyncio.ensure_future(anext(bursts))
            await asyncio.sleep(0)
        stop.set()
        with suppress(StopAsyncIteration):
            await waiting
        async for _ in bursts:  # it ends
            pass

    with ThreadPoolExecutor(1) as thread:  # Chromium of other tests has a loop in this one
        thread.submit(lambda: asyncio.run(hear())).result()


def test_a_folder_that_goes_and_comes_is_heard(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    (folder / "sites").mkdir(parents=True)
    heard(
        folder,
        lambda: (folder / "sites" / "a.yml").write_text("", encoding="utf-8"),
        lambda: (folder / "sites" / "a.yml").rename(folder / "sites" / "b.yml"),
        lambda: shutil.rmtree(folder),
        folder.mkdir,
        lambda: (folder / "c.yml").write_text("", encoding="utf-8"),
    )


def test_one_that_is_not_there_yet_is_heard(tmp_path: Path) -> None:
    heard(tmp_path / "later", (tmp_path / "later").mkdir)


def test_where_the_system_watches_no_more_we_look_ourselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    async def limited(*folders: Path, force_polling: bool | None = None, **options: Any) -> AsyncIterator[object]:
        asked.append(force_polling)
        if not force_polling:
            raise OSError("OS file watch limit reached")
        async for found in watchfiles.awatch(*folders, force_polling=True, poll_delay_ms=20, **options):
            yield found

    monkeypatch.setattr(watching, "awatch", limited)
    heard(tmp_path, lambda: None, lambda: (tmp_path / "a.yml").write_text("", encoding="utf-8"))
    assert asked[:2] == [None, True]
