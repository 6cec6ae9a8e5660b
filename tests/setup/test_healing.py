"""Whatever happened to `.venv` or `node_modules`, the next run makes it right."""

from __future__ import annotations

import json
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.setup.machine import RAN, Machine, finish


def lose_the_stamp(machine: Machine) -> None:
    (machine.venv / "guidebook-setup.json").unlink()


def spoil_the_stamp(machine: Machine) -> None:
    (machine.venv / "guidebook-setup.json").write_text('{"half')


def lose_the_interpreter(machine: Machine) -> None:
    (machine.venv / "bin" / "python").unlink()
    (machine.venv / "bin" / "python").symlink_to("/gone/python3")


def break_the_interpreter(machine: Machine) -> None:
    (machine.venv / "bin" / "python").unlink()
    (machine.venv / "bin" / "python").write_text("not a program")


def get_another_python(machine: Machine) -> None:
    stamp = machine.venv / "guidebook-setup.json"
    stamp.write_text(json.dumps({**json.loads(stamp.read_text()), "python": "3.9"}))


def lose_a_package(machine: Machine) -> None:
    shutil.rmtree(next(machine.venv.glob("lib/*/site-packages")) / "mkdocs")


def lose_the_library(machine: Machine) -> None:
    shutil.rmtree(machine.venv / "lib")


def put_a_file_in_its_place(machine: Machine) -> None:
    shutil.rmtree(machine.venv)
    machine.venv.write_text("")


@pytest.mark.parametrize(
    "harm",
    [
        lose_the_stamp, spoil_the_stamp, lose_the_interpreter, break_the_interpreter, get_another_python,
        lose_a_package, lose_the_library, put_a_file_in_its_place,
    ],
)  # fmt: skip
def test_a_broken_venv_is_made_anew(machine: Machine, harm: Callable[[Machine], None]) -> None:
    machine.build()
    harm(machine)
    assert machine.build().code == RAN
    assert len(machine.calls("uv venv")) == 2
    assert machine.build().err == ""


def test_a_checkout_that_moved_is_made_anew(machine: Machine) -> None:
    machine.build()
    machine.root = machine.root.rename(machine.root.parent / "다른 곳")
    run = machine.build()
    assert run.code == RAN
    assert "손상되어 새로 만듭니다" in run.err
    assert machine.calls("uv venv")[-1].endswith("다른 곳/.venv")


def test_a_venv_of_somebody_else_behind_a_link_is_left_alone(machine: Machine, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "precious").touch()
    machine.venv.symlink_to(theirs)
    assert machine.build().code == RAN
    assert (theirs / "precious").exists()
    assert not machine.venv.is_symlink()


def test_an_installation_that_failed_is_begun_again(machine: Machine) -> None:
    machine.answer("uv pip sync", "error: something broke", times=1)
    assert machine.build().code == 1
    assert machine.build().code == RAN


def test_an_update_that_failed_is_not_taken_for_done(machine: Machine) -> None:
    machine.build()
    with (machine.root / "requirements.txt").open("a") as lock:
        lock.write("# one more\n")
    machine.answer("uv pip sync", "error: something broke", times=1)
    assert machine.build().code == 1
    assert machine.build().code == RAN
    assert len(machine.calls("uv pip sync")) == 3


def test_an_update_that_failed_and_was_taken_back_is_not_trusted(machine: Machine) -> None:
    machine.build()
    lock = machine.root / "requirements.txt"
    before = lock.read_bytes()
    lock.write_bytes(before + b"# one more\n")
    machine.answer("uv pip sync", "error: half of it is there", times=1)
    machine.build()
    lock.write_bytes(before)
    assert machine.build().code == RAN
    assert len(machine.calls("uv pip sync")) == 3


def test_front_end_packages_that_vanished_come_back(machine: Machine) -> None:
    machine.build()
    shutil.rmtree(machine.root / "node_modules" / "krds-uiux")
    assert machine.build().code == RAN
    assert len(machine.calls("npm ci")) == 2
    assert machine.build().err == ""


def test_ctrl_c_is_a_sentence_and_the_next_run_goes_on(machine: Machine) -> None:
    machine.answer("uv pip sync", seconds=30, times=1)
    running = machine.start("check")
    assert running.stderr is not None
    for line in running.stderr:
        if "파이썬 패키지 설치 중".encode() in line:
            break
    running.send_signal(signal.SIGINT)
    run = finish(running)
    assert run.code == 130
    assert "중단했습니다" in run.err
    machine.recover()
    assert machine.build("check").code == RAN


def test_of_two_first_runs_the_second_waits_and_says_so(machine: Machine) -> None:
    machine.answer("uv pip sync", seconds=1, times=1)
    first = machine.start("check")
    assert first.stderr is not None
    first.stderr.readline()  # it has the lock once it speaks
    second = machine.build("check")
    assert second.code == RAN
    assert "기다립니다" in second.err
    assert finish(first).code == RAN
    assert len(machine.calls("uv pip sync")) == 1
