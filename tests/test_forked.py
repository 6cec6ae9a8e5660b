"""A Python that is forked is a process like any other: it has what it was given, and ends by itself."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.forked import python_in

TOLD = """import json, os, sys
print(json.dumps([sys.argv, os.getcwd(), os.environ.get("WORD"), sys.stdin.read(), os.getpid(), __name__]))
sys.stderr.write("말" + str("guidebook.commands.build" in sys.modules))
sys.exit(7)
"""


@pytest.fixture
def python(tmp_path: Path) -> str:
    (tmp_path / "bin").mkdir()
    python_in(str(tmp_path / "bin"))
    return str(tmp_path / "bin" / "python3")


def test_it_has_the_arguments_the_folder_the_environment_and_the_files_of_who_asks(python: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(TOLD, encoding="utf-8")
    seen = set()
    for word in ("하나", "둘"):
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "WORD": word}
        command = [python, "../a.py", "가", "b c"]
        folder = tmp_path / "bin"
        done = subprocess.run(
            command, cwd=folder, env=environment, input="읽을 것", capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (7, "말True")
        *told, process, name = json.loads(done.stdout)
        assert told == [["../a.py", "가", "b c"], str(folder), word, "읽을 것"]
        assert name == "__main__"
        seen.add(process)
    assert len(seen | {os.getpid()}) == 3


@pytest.mark.parametrize(
    ("ends", "code"),
    [
        ("pass", 0),
        ("raise KeyError", 1),
        ("import sys; sys.exit('no')", 1),
        ("import os; os._exit(5)", 5),
        ("import os; os.kill(os.getpid(), 9)", -signal.SIGKILL),
    ],
)
def test_it_ends_as_any_python_does(python: str, tmp_path: Path, ends: str, code: int) -> None:
    (tmp_path / "a.py").write_text(ends, encoding="utf-8")
    for program in (python, sys.executable):
        done = subprocess.run([program, "a.py"], cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == code
