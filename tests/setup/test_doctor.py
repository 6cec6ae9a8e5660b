"""`doctor` says what is in place and what is missing, and touches nothing."""

from __future__ import annotations

import re
import shutil

import pytest

from guidebook.setup.doctor import stale_locks
from tests.conftest import ROOT
from tests.setup.machine import Machine, listing

LOCKS = ("requirements.txt", "requirements-cluster.txt", "requirements-dev.txt")
"""Of Python packages, from the fewest to the most."""
THANKS = r' +"url": "https://(github\.com/(sponsors/\w+|\w+/[\w-]+\?sponsor=1)|opencollective\.com/\w+)"$'
"""Where makers of packages ask for money, which npm notes in its lock: no registry."""


def lines(machine: Machine, **world: object) -> tuple[int, dict[str, str]]:
    run = machine.build("doctor", **world)
    marks = dict(line.split("] ", 1)[::-1] for line in run.out.splitlines() if line.startswith("["))
    return run.code, {what.split(":")[0]: f"{mark[1:]} {what}" for what, mark in marks.items()}


def test_on_a_fresh_machine_it_names_what_is_missing(machine: Machine) -> None:
    before = listing(machine.root)
    code, found = lines(machine, no_libraries=True)
    assert code == 1
    assert found["파이썬 패키지(.venv)"].startswith("필요")
    assert found["디자인과 글꼴(node_modules)"].startswith("필요")
    assert "HarfBuzz subset" in found["PDF 라이브러리"]
    assert found["Chromium(테스트할 때만)"].startswith("참고")
    assert found["파이썬"].startswith("있음")
    assert listing(machine.root) == before
    assert not machine.calls()


def test_after_a_build_all_is_in_place(machine: Machine) -> None:
    machine.build()
    code, found = lines(machine)
    assert code == 0
    assert "krds-uiux 1.0.0" in found["디자인과 글꼴(node_modules)"]
    assert "Pango 1.2.3" in found["PDF 라이브러리"]
    assert found["테스트 도구"].startswith("참고")


def test_after_a_test_run_the_test_tools_are_too(machine: Machine) -> None:
    machine.build("test")
    _, found = lines(machine)
    assert found["테스트 도구"].startswith("있음")
    assert found["Chromium(테스트할 때만)"].startswith("있음")


def test_a_lock_that_changed_is_told_from_a_venv_that_broke(machine: Machine) -> None:
    machine.build()
    with (machine.root / "requirements.txt").open("a") as lock:
        lock.write("# one more\n")
    code, found = lines(machine)
    assert code == 1
    assert "바뀌어" in found["파이썬 패키지(.venv)"]
    shutil.rmtree(machine.venv / "lib")
    assert "손상되어" in lines(machine)[1]["파이썬 패키지(.venv)"]


def test_a_python_without_venv_is_named(machine: Machine) -> None:
    machine.remove_program("uv")
    code, found = lines(machine, no_venv=True)
    assert code == 1
    assert "python3-venv" in found["설치 도구"]


def test_dependencies_without_a_lock_are_named(machine: Machine) -> None:
    project = machine.root / "pyproject.toml"
    project.write_text(project.read_text().replace('"mkdocs==1.6.1"', '"mkdocs==1.6.0", "new-thing>=1"'))
    (machine.root / "package.json").write_text('{"dependencies": {"krds-uiux": "2.0.0"}}')
    assert stale_locks(machine.root) == ["mkdocs==1.6.0", "new-thing>=1", "krds-uiux 1.0.0", "krds-uiux 2.0.0"]


def test_our_own_locks_are_fresh_and_name_no_registry() -> None:
    assert stale_locks(ROOT) == []
    for name in (*LOCKS, "package-lock.json"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if "://" in line and not re.match(THANKS, line)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_carries_hashes(name: str) -> None:
    blocks = (ROOT / name).read_text(encoding="utf-8").split("\n# ")[0].split("\n")
    pinned = [position for position, line in enumerate(blocks) if "==" in line and not line.startswith((" ", "#"))]
    assert pinned
    assert all("--hash=sha256:" in blocks[position + 1] for position in pinned)


def test_each_lock_contains_the_one_before() -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / name).read_text(encoding="utf-8")
        return {line.split(" ")[0] for line in text.splitlines() if line[:1].isalnum()}

    first, second, third = map(pins, LOCKS)
    assert first < second < third
