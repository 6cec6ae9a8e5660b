"""Commands with other processes: one that is lost or ended leaves the output as it was and nothing behind."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from guidebook.cli import main
from guidebook.cli.paths import CACHE_VARIABLE
from tests.conftest import CITIES
from tests.own_cache import furnished
from tests.paths import ROOT
from tests.short_report import shorten
from tests.storage.test_workers import is_alive

pytestmark = pytest.mark.usefixtures("no_waiting")
LOST = "error[worker-lost]"


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Commands take two processes, with nothing kept; the folder where they put what they need for a while."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("guidebook.storage.workers.cores", lambda: 2)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv(CACHE_VARIABLE, str(furnished(tmp_path / "cache")))
    return folder


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def kill_one() -> None:
    """Kill the first process that is started."""
    while not (children := multiprocessing.active_children()):
        time.sleep(0.01)
    children[0].kill()


COMMANDS = {
    "build": [],
    "guidebook": ["guidebook", "--edition", "office"],
    "pack": ["guidebook", "--visit", "hansol"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_killed_process_is_told_and_the_output_stays(
    command: str, two_cores: Path, built_yeoul: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "output"
    shutil.copytree(built_yeoul, output)
    before = files_in(output)
    killer = threading.Thread(target=kill_one)
    killer.start()
    assert main([*COMMANDS[command], "--content", str(CITIES / "maru"), "--output", str(output)]) == 1
    killer.join()
    told = capsys.readouterr().err
    assert LOST in told
    assert "다른 프로그램을 닫고" in told
    assert files_in(output) == before
    assert [path.name for path in two_cores.iterdir() if path.name.startswith("jumin")] == []


PROGRAM = """
import multiprocessing, sys, threading, time
import guidebook.storage.workers
guidebook.storage.workers.cores = lambda: 2
from guidebook.cli import main

def tell():
    while len(children := multiprocessing.active_children()) < 2:
        time.sleep(0.01)
    print(*(child.pid for child in children), flush=True)

threading.Thread(target=tell, daemon=True).start()
sys.exit(main(["build", *sys.argv[1:]]))
"""


@pytest.mark.parametrize(("sent", "to_all"), [(signal.SIGTERM, False), (signal.SIGINT, True)])
def test_an_ended_build_leaves_neither_processes_nor_files(
    sent: signal.Signals, to_all: bool, built_yeoul: Path, tmp_path: Path
) -> None:
    """Ctrl-C in a terminal reaches all processes of a command, SIGTERM the one that it is sent to."""
    output, temporary = tmp_path / "output", tmp_path / "temporary"
    shutil.copytree(built_yeoul, output)
    temporary.mkdir()
    before = files_in(output)
    main = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "--content", str(CITIES / "maru"), "--output", str(output)],
        cwd=ROOT,
        env={**os.environ, CACHE_VARIABLE: str(furnished(tmp_path / "cache")), "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert main.stdout is not None
    processes = [int(word) for word in main.stdout.readline().split()]
    assert len(processes) == 2
    (os.killpg if to_all else os.kill)(main.pid, sent)
    _, told = main.communicate()
    assert main.returncode == 130
    assert "중단했습니다" in told
    assert "Traceback" not in told
    assert files_in(output) == before
    assert list(temporary.iterdir()) == []
    while any(map(is_alive, processes)):
        time.sleep(0.05)


def test_what_is_nearly_done_starts_no_process(maru: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of what the first build has to lay out, another test may have kept some; of the second nobody has."""

    def refused(*_: object, **__: object) -> None:
        pytest.fail("a process was started")

    options = ["--content", str(maru), "--output", str(tmp_path / "output")]
    report = shorten(maru)
    assert main(options) == 0
    monkeypatch.setattr("guidebook.storage.workers.cores", lambda: 2)
    monkeypatch.setattr("guidebook.storage.one_process.ProcessPoolExecutor", refused)
    report.write_text(report.read_text(encoding="utf-8") + "\n한 문단을 더했습니다.\n", encoding="utf-8")
    assert main(options) == 0
