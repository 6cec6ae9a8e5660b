"""A cluster as a crew: what is lost with its workers is told, and nobody waits for those that do not come back."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from guidebook.storage.cluster import Cluster, ClusterError, Lacking
from guidebook.storage.crew import Finished
from tests.conftest import ROOT


def slow(shared: bytes, task: bytes) -> bytes:
    """Tells by a file that it began, and goes on until the test is over."""
    if task == b"at once":
        return shared + task
    Path(task.decode()).touch()
    time.sleep(600)
    return b""


@dataclass(frozen=True)
class OneWorker:
    """A scheduler on loopback, and the process of its only worker, which nobody starts again."""

    address: str
    process: subprocess.Popen[bytes]


@pytest.fixture
def one_worker() -> Iterator[OneWorker]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        local_cluster: Any = import_module("distributed").LocalCluster
        with local_cluster(n_workers=0, host="127.0.0.1", dashboard_address=None, silence_logs=50) as scheduler:
            address = scheduler.scheduler_address
            command = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-nanny", "--no-dashboard"]
            environment = os.environ | {"PYTHONPATH": str(ROOT)}
            both_at_once = [*command, "--nthreads", "2"]  # whichever of two tasks is given out first
            quiet = subprocess.DEVNULL
            with subprocess.Popen(both_at_once, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet) as process:
                yield OneWorker(address, process)
                process.kill()


def test_a_cluster_that_loses_all_its_workers_is_given_up(
    one_worker: OneWorker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = tmp_path / "begun"
    finished: list[Finished[bytes]] = []

    def kill() -> None:
        while not (begun.exists() and finished):
            time.sleep(0.05)
        one_worker.process.kill()

    with Cluster(one_worker.address, slow, b"shared: ") as crew:
        monkeypatch.setattr("guidebook.storage.cluster.TIMEOUT", 2.0)
        monkeypatch.setattr("guidebook.storage.cluster.LOOK", 0.5)
        threading.Thread(target=kill, daemon=True).start()
        with pytest.raises(ClusterError) as told:
            finished.extend(crew.finished({"quick": b"at once", "slow": str(begun).encode()}))
    assert told.value.lacking is Lacking.WORKERS
    assert [(one.name, one.result) for one in finished] == [("quick", b"shared: at once")]
