"""A `serve` of its own in another process, and what its pages are told, waited for without a clock."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.paths import ROOT

TODAY = "2026-11-28"
PATIENCE = 200
"""Seconds without a word after which a test fails: a busy machine takes long."""
State = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: str


@dataclass(frozen=True, slots=True)
class Serving:
    """A preview that runs."""

    process: subprocess.Popen[str]
    address: str
    content: Path
    output: Path

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=named)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    def states(self) -> Iterator[State]:
        """What an open page is told, from now on."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", "/_editor/events")
            answer = connection.getresponse()
            while line := answer.readline():
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))
        finally:
            connection.close()

    def until(self, right: Callable[[State], bool]) -> State:
        """The first state that is as it should be."""
        for state in self.states():
            if right(state):
                return state
        raise AssertionError("the preview ended")

    def after(self, edit: Callable[[], object], right: Callable[[State], bool]) -> State:
        """The first state after an edit was noticed that is as it should be."""
        states = self.states()
        before = next(state for state in states if not state["busy"])["tries"]
        edit()
        for state in states:
            if state["tries"] > before and right(state):
                return state
        raise AssertionError("the preview ended")

    def page(self, path: str = "/") -> str:
        return self.ask(path).body


def whole(state: State) -> bool:
    """Pages are those of the newest state."""
    return bool(state["pages"]) and not state["busy"] and not state["errors"]


def broken(state: State) -> bool:
    return not state["busy"] and bool(state["errors"])


def command(content: Path, output: Path, *options: str) -> list[str]:
    folders = ("--content", str(content), "--output", str(output))
    return [sys.executable, "-P", "-m", "guidebook.cli", "serve", "--port", "0", "--date", TODAY, *folders, *options]


@contextmanager
def serving(content: Path, output: Path, *options: str, **environment: str) -> Iterator[Serving]:
    """A preview on a free port, which is ended in the end."""
    process = subprocess.Popen(
        command(content, output, *options),
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        first = process.stdout.readline()
        assert "http://127.0.0.1:" in first, first + (process.stderr.read() if process.stderr else "")
        yield Serving(process, first.split(": ", 1)[1].strip(), content, output)
    finally:
        process.terminate()
        process.communicate()


def below(process: int) -> set[int]:
    """All processes that it started, and those that they did."""
    found: set[int] = set()
    for listed in Path("/proc").glob(f"{process}/task/*/children"):
        for child in map(int, listed.read_text(encoding="ascii").split()):
            found |= {child, *below(child)}
    return found
