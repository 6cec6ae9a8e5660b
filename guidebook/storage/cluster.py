"""Many tasks of one kind on other machines: a Dask cluster as a crew. What is known of Dask stands here.

Separate from the processes of this machine, because nobody without a cluster needs the library (the extra `cluster`).
Addresses, certificates and limits that are not ours are read by Dask from its own configuration files.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import suppress
from enum import Enum
from importlib import import_module
from types import TracebackType
from typing import Any, Generic, Self

from guidebook.storage.crew import Finished, Function, LostError, Result

LAST_PORT = 65535
TIMEOUT = 20.0
"""Seconds in which scheduler and first worker must answer, and a cluster that lost all workers must have another."""
LOOK = 10.0
"""Seconds between looks at whether any worker is left."""


ADDRESS = re.compile(r"(?:tcp|tls)://(?:\[[0-9A-Fa-f:.]+\]|[^/:\[\]\s]+):(?P<port>\d{1,5})")


class Lacking(Enum):
    """Why there is no cluster, or no longer."""

    ADDRESS = "address"
    CONNECTION = "connection"
    LIBRARY = "library"
    SCHEDULER = "scheduler"
    WORKERS = "workers"


class ClusterError(Exception):
    """There is no cluster that could do anything."""

    def __init__(self, lacking: Lacking) -> None:
        super().__init__(lacking.value)
        self.lacking = lacking


class Cluster(Generic[Result]):
    """The workers of a Dask scheduler as a crew; a context, after which none of our tasks is left there."""

    def __init__(self, address: str, function: Function[Result], shared: bytes) -> None:
        self._address, self._function, self._shared = address, function, shared
        self._client: Any = None

    def __enter__(self) -> Self:
        """Raises ClusterError where nobody answers."""
        address = ADDRESS.fullmatch(self._address)
        if address is None or not 0 < int(address["port"]) <= LAST_PORT:
            raise ClusterError(Lacking.ADDRESS)
        try:
            distributed: Any = import_module("distributed")
        except ImportError as error:
            raise ClusterError(Lacking.LIBRARY) from error
        try:
            with ThreadPoolExecutor(1) as own_thread:  # the caller's may run an event loop already
                own_thread.submit(lambda: asyncio.run(_answers(self._address))).result()
            self._client = distributed.Client(self._address, timeout=TIMEOUT, set_as_default=False)
        except (OSError, ValueError, RuntimeError, TypeError) as error:
            raise ClusterError(Lacking.SCHEDULER) from error
        try:
            self._client.wait_for_workers(1, timeout=TIMEOUT)
        except TimeoutError as error:
            self._client.close()
            raise ClusterError(Lacking.WORKERS) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with suppress(OSError, TimeoutError):
            self._client.close()  # lets go of all tasks, so that those not begun are dropped

    def finished(self, tasks: Mapping[str, bytes]) -> Iterator[Finished[Result]]:
        """Do each of these and give it back when it is done; a worker that is lost costs one attempt.

        Raises ClusterError where the scheduler is lost, or all workers and none comes in `TIMEOUT` seconds.

        What they share is a task of its own, so that the scheduler can have it anew when its worker is lost.
        """
        as_completed: Callable[..., Any] = import_module("distributed").as_completed
        submit: Callable[..., Any] = self._client.submit
        shared = submit(_itself, self._shared, pure=False)
        names = {
            submit(self._function, shared, task, pure=False, key=f"pack-{number}-{self._client.id}"): name
            for number, (name, task) in enumerate(tasks.items())
        }
        lonely = 0.0
        while names and lonely < TIMEOUT:
            try:
                for future in as_completed(list(names), loop=self._client.loop, timeout=LOOK):
                    yield _outcome(future, names.pop(future))
                    future.release()
            except TimeoutError:
                lonely = 0.0 if self._client.nthreads() else lonely + LOOK
        if names:
            raise ClusterError(Lacking.WORKERS)


async def _answers(address: str) -> None:
    """Raise an error where no scheduler answers: a client that could not connect would try on after its end."""
    security: Any = import_module("distributed.security").Security()
    connect: Callable[..., Any] = import_module("distributed.comm").connect
    connection = await connect(address, timeout=TIMEOUT, **security.get_connection_args("client"))
    await connection.close()


def _itself(octets: bytes) -> bytes:
    return octets


def _outcome(future: Any, name: str) -> Finished[Any]:
    killed: type[Exception] = import_module("distributed").KilledWorker
    try:
        return Finished(name, future.result())
    except CancelledError as error:  # nobody but us cancels: the scheduler is gone
        raise ClusterError(Lacking.CONNECTION) from error
    except killed:
        return Finished(name, error=LostError())
    except Exception as error:
        return Finished(name, error=error)
