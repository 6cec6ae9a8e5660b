"""Runs it all until it is stopped: the server, the watch and the desk, in one loop."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from guidebook.serve.desk import Desk
from guidebook.serve.live import Live
from guidebook.serve.watching import changes

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
GRACE = 1
"""Seconds that answers under way have in the end."""


class _Server(uvicorn.Server):
    """Leaves signals to us: they end the watch and what is being made, too."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def run(
    app: ASGIApp,
    doors: Sequence[socket.socket],
    desk: Desk,
    live: Live,
    folders: Sequence[Path],
    ready: Callable[[], None],
) -> None:
    """Serve until somebody stops it. `folders` are watched, and those of the desk beside them."""
    asyncio.run(_run(app, doors, desk, live, folders, ready))


async def _run(
    app: ASGIApp,
    doors: Sequence[socket.socket],
    desk: Desk,
    live: Live,
    folders: Sequence[Path],
    ready: Callable[[], None],
) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in STOPPING:
        loop.add_signal_handler(one, stop.set)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=GRACE,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=list(doors)))
    watching = asyncio.create_task(_watch(desk, folders, stop))
    desk.changed()
    ready()
    try:
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait((stopped, serving, watching), return_when=asyncio.FIRST_COMPLETED)
    finally:
        stop.set()
        live.end()
        desk.end()
        server.should_exit = True
        await serving
        await watching


async def _watch(desk: Desk, folders: Sequence[Path], stop: asyncio.Event) -> None:
    async for _ in changes(lambda: (*folders, *map(Path, desk.elsewhere)), stop):
        desk.changed()
