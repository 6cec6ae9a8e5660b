"""A fresh machine for each test: a checkout without git, and a PATH with nothing but fake programs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

HERE = Path(__file__).parent
# The Python outside of our own .venv, as a newcomer has it.
PYTHON = str(Path(str(getattr(sys, "_base_executable", sys.executable))).resolve())
STUB = "import json, os, sys\nprint('RAN', json.dumps(sys.argv[1:]), os.getcwd(), sys.flags.utf8_mode)\nsys.exit(7)\n"
RAN = 7  # the exit code of the stub, so that a test sees that its command was reached
FILES = (
    "build.py",
    "pyproject.toml",
    "guidebook/__init__.py",
    "guidebook/words.py",
    "guidebook/storage/__init__.py",
    "guidebook/storage/places.py",
    "guidebook/model/__init__.py",
    "guidebook/model/text.py",
    "guidebook/model/particles.py",
    "guidebook/model/wording/__init__.py",
    "guidebook/model/wording/file_sizes.py",
    "guidebook/model/wording/numbers.py",
)
LOCK = {
    "packages": {
        "": {"dependencies": {"krds-uiux": "1.0.0"}},
        "node_modules/krds-uiux": {"version": "1.0.0"},
        "node_modules/only-tests": {"version": "1.0.0", "dev": True},
    }
}


class Run:
    """What a run of build.py printed, and how it ended."""

    def __init__(self, code: int, out: bytes, err: bytes) -> None:
        self.code = code
        self.out = out.decode()
        self.err = err.decode()
        assert "Traceback" not in self.out + self.err, self.err


class Machine:
    """The checkout, the programs, and what became of them."""

    def __init__(self, folder: Path) -> None:
        self.fakes = folder / "fakes"
        self.root = folder / "내 저장소"
        (self.fakes / "bin").mkdir(parents=True)
        (self.fakes / "installed").mkdir()
        for name in ("uv", "npm", "apt-get", "sudo", "python3"):
            self.add_program(name)
        (self.fakes / "bin" / "env").symlink_to(shutil.which("env") or "/usr/bin/env")
        self._check_out()

    def _check_out(self) -> None:
        package = self.root / "guidebook"
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "guidebook" / "setup", package / "setup", ignore=ignored)
        (package / "model").mkdir()
        for name in FILES:
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.root / name)
        (package / "cli").mkdir()
        (package / "cli" / "__init__.py").touch()
        (package / "cli" / "__main__.py").write_text(STUB)
        shutil.copy(ROOT / "requirements.txt", self.root)
        shutil.copy(ROOT / "requirements-dev.txt", self.root)
        (self.root / "package.json").write_text('{"dependencies": {"krds-uiux": "1.0.0"}}')
        (self.root / "package-lock.json").write_text(json.dumps(LOCK))

    def add_program(self, name: str) -> None:
        """Put a fake program on PATH."""
        place = self.fakes / "bin" / name
        place.write_text(f"#!{PYTHON} -IS\n" + (HERE / "fake_programs.py").read_text())
        place.chmod(0o755)

    def remove_program(self, name: str) -> None:
        """Take a program off PATH."""
        (self.fakes / "bin" / name).unlink()

    def answer(self, call: str, says: str = "", *, times: int = 99, seconds: float = 0) -> None:
        """Let calls that contain `call` fail with these words, or only take their time when there are none."""
        file = self.fakes / "answers.json"
        answers = json.loads(file.read_text()) if file.exists() else []
        answers.append({"call": call, "says": says, "times": times, "seconds": seconds})
        file.write_text(json.dumps(answers))

    def recover(self) -> None:
        """The cable is plugged in again."""
        (self.fakes / "answers.json").unlink()

    def calls(self, *words: str) -> list[str]:
        """The calls so far that contain all these words, without looks at versions."""
        notes = self.fakes / "calls"
        lines = notes.read_text().splitlines() if notes.exists() else []
        return [line for line in lines if "--version" not in line and all(word in line for word in words)]

    def environment(self, **settings: str) -> dict[str, str]:
        """PATH with the fakes and nothing else; no locale to speak of."""
        home = str(self.fakes)
        return {"PATH": str(self.fakes / "bin"), "FAKES": str(self.fakes), "HOME": home, "LANG": "C", **settings}

    def command(self, *arguments: str, **world: Any) -> list[str]:
        """The command line that starts build.py in this world."""
        return [PYTHON, str(HERE / "pretend.py"), json.dumps(world), str(self.root / "build.py"), *arguments]

    def start(self, *arguments: str, **world: Any) -> subprocess.Popen[bytes]:
        """Start build.py and do not wait for it."""
        pipe = subprocess.PIPE
        return subprocess.Popen(
            self.command(*arguments, **world),
            env=self.environment(),
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
        )

    def build(self, *arguments: str, **world: Any) -> Run:
        """Run build.py to its end."""
        return finish(self.start(*arguments, **world))

    def plain(self, *arguments: str, cwd: Path | None = None, **settings: str) -> Run:
        """Run build.py as it is, nothing pretended but PATH."""
        command = [PYTHON, str(self.root / "build.py"), *arguments]
        done = subprocess.run(command, env=self.environment(**settings), cwd=cwd, capture_output=True, check=False)
        return Run(done.returncode, done.stdout, done.stderr)

    @property
    def venv(self) -> Path:
        """Where the packages are."""
        return self.root / ".venv"


def finish(program: subprocess.Popen[bytes]) -> Run:
    """Wait for a run that was started."""
    out, err = program.communicate(timeout=60)
    return Run(program.returncode, out, err)


def listing(folder: Path) -> set[str]:
    """All that is in a folder, but for what Python compiles by itself."""
    found = (path.relative_to(folder) for path in folder.rglob("*"))
    return {str(path) for path in found if "__pycache__" not in path.parts}
