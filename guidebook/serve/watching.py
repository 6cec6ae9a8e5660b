"""Hears of changes in the folders that an editor works in, whatever happens to them, and tells each burst once."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from pathlib import Path

from watchfiles import DefaultFilter, awatch

STEP, BURST = 60, 400
"""Milliseconds of quiet that end a burst of changes, and after which a burst that goes on is told all the same."""
AGAIN = 0.5
"""Seconds after which it is looked again for a folder that is gone."""


async def changes(folders: Callable[[], Sequence[Path]], stop: asyncio.Event) -> AsyncIterator[None]:
    """Comes once for each burst of changes. `folders` is asked again after each: they may be others then.

    A folder that is gone or was replaced is a change, too, and is watched again when it is there.
    """
    polling = False
    while not stop.is_set():
        named = tuple(folders())
        held = list(filter(None, map(_held, named)))
        watched = _states(named)
        there = [folder for folder, state in watched.items() if state]
        anew = asyncio.Event()
        looking = asyncio.create_task(_look(folders, watched, anew, stop))
        try:
            if not there:
                await _either(anew, stop)
            else:
                async for _ in awatch(
                    *there,
                    watch_filter=DefaultFilter(),
                    step=STEP,
                    debounce=BURST,
                    stop_event=anew,
                    force_polling=polling or None,
                ):
                    yield
        except FileNotFoundError:  # gone between two looks
            pass
        except OSError:  # the system watches no more folders: then we look ourselves
            if polling:
                raise
            polling = True
        finally:
            looking.cancel()
            for handle in held:
                os.close(handle)
        if not stop.is_set():
            yield


async def _look(
    folders: Callable[[], Sequence[Path]], watched: dict[Path, object], anew: asyncio.Event, stop: asyncio.Event
) -> None:
    """Set `anew` as soon as the folders are not the ones that are watched, or at the end."""
    while not stop.is_set() and _states(folders()) == watched:
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), AGAIN)
    anew.set()


async def _either(*events: asyncio.Event) -> None:
    waiting = [asyncio.create_task(event.wait()) for event in events]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in waiting:
            one.cancel()


def _held(folder: Path) -> int | None:
    """The folder opened: as long as it is, the system gives its number to no other one in its place."""
    with suppress(OSError):
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    return None


def _states(folders: Sequence[Path]) -> dict[Path, object]:
    """Each folder and what tells it from another one in its place; None where there is none."""
    return {folder: _state(folder) for folder in folders}


def _state(folder: Path) -> object:
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if folder.is_dir() else None
