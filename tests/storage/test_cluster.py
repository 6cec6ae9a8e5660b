"""A cluster as a crew: what is lost with its workers is told, and nobody waits for those that do not come back."""

from __future__ import annotations

import threading
import time
import warnings
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from guidebook.storage.cluster import Cluster, ClusterError, Lacking
from guidebook.storage.crew import Finished


def slow(shared: bytes, task: bytes) -> bytes:
    """Tells by a file that it began, and goes on until the test is over."""
    if task == b"at once":
        return shared + task
    Path(task.decode()).touch()
    time.sleep(600)
    return b""


@pytest.fixture
def cluster() -> Iterator[Any]:
    """A scheduler with one worker on loopback."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        local_cluster: Any = import_module("distributed").LocalCluster
        with local_cluster(
            n_workers=1, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
        ) as started:
            yield started


def test_a_cluster_that_loses_all_its_workers_is_given_up(
    cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = tmp_path / "begun"
    finished: list[Finished[bytes]] = []

    def take_away() -> None:
        while not (begun.exists() and finished):
            time.sleep(0.05)
        cluster.scale(0)

    with Cluster(cluster.scheduler_address, slow, b"shared: ") as crew:
        monkeypatch.setattr("guidebook.storage.cluster.TIMEOUT", 2.0)
        monkeypatch.setattr("guidebook.storage.cluster.LOOK", 0.5)
        threading.Thread(target=take_away, daemon=True).start()
        with pytest.raises(ClusterError) as told:
            finished.extend(crew.finished({"quick": b"at once", "slow": str(begun).encode()}))
    assert told.value.lacking is Lacking.WORKERS
    assert [(one.name, one.result) for one in finished] == [("quick", b"shared: at once")]
