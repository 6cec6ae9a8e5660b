"""The last run of a command with the same options: its result, where nothing that it depends on changed since.

Separate from the commands themselves and light, because a run that has nothing to do must not wait for the libraries of
one that has.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from guidebook.storage.digests import OTHER, Digests, file_at, files_below
from guidebook.storage.paths import Paths
from guidebook.storage.places import code_of
from guidebook.storage.steps import Inputs, StepCache, changed, digest_of

STEP = "run"
"""The name of the step that a whole run is."""
PROGRAM = "guidebook"
"""What the folder of the program's code and words is called among inputs."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What a run depends on, beside its options: trees and single files by the names that inputs have."""

    trees: Mapping[str, str]
    files: Mapping[str, str]

    def inputs(self, digests: Digests) -> dict[str, str]:
        """Name of each file → digest; the files of a tree are named below it."""
        found = {name: digests.of_file(path) for name, path in self.files.items()}
        for name, folder in self.trees.items():
            found |= {f"{name}/{path}": digest for path, digest in digests.of_tree(Path(folder)).items()}
        return found

    def newest(self) -> int:
        """When the last of these files was written, in nanoseconds; 0 where there are none."""
        below = (files_below(Path(folder)) for folder in self.trees.values())
        alone = map(file_at, self.files.values())
        return max((found.st_mtime_ns for files in (*below, *alone) for _, found in files), default=0)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a run: on what it depended, and what came of it."""

    further: Watched
    inputs: dict[str, str]
    state: str
    result: bytes


class LastRun:
    """A command with its options, before it runs: whether it has to, and what is kept of it for the next time."""

    def __init__(self, paths: Paths, command: str, options: Mapping[str, str]) -> None:
        self._digests = Digests(paths.cache / "digests")
        self._steps = StepCache(paths.steps)
        self._name = f"{command} {paths.content.absolute()} {paths.output.absolute()}"
        values = {**options, "folder": str(Path.cwd()), "python": sys.version}
        self._options = {"options": digest_of(*(part for pair in sorted(values.items()) for part in pair))}
        self._known = Watched(
            {"content": str(paths.content), "templates": str(paths.templates), PROGRAM: str(code_of(paths.checkout))},
            {name: str(paths.checkout / name) for name in ("requirements.txt", "package-lock.json")},
        )
        self._began = time.time_ns()
        self._before = self._known.inputs(self._digests)
        self._digests.save()
        self.changed: tuple[str, ...] | None = None
        """The inputs that changed since the last time; None where there was none."""

    def result(self, state: str = "") -> bytes | None:
        """What the last run gave, if nothing changed since and what it made has the same `state`."""
        kept = self._kept()
        if kept is None:
            return None
        now = self._before | kept.further.inputs(self._digests)
        self.changed = changed(kept.inputs, now)
        if self.changed or OTHER in now.values() or kept.state != state:
            return None
        return kept.result

    def keep(self, result: bytes, further: Watched, state: str = "") -> None:
        """Keep what a run gave, which depended on `further` files beside those that every run depends on.

        Nothing is kept where something changed while the command ran.
        """
        if self._known.inputs(self._digests) != self._before or further.newest() >= self._began:
            return
        inputs = self._before | further.inputs(self._digests)
        self._digests.save()
        if OTHER not in inputs.values():
            kept = msgspec.msgpack.encode(_Kept(further, inputs, state, result))
            self._steps.keep(STEP, self._name, self._place, kept)

    @property
    def _place(self) -> Inputs:
        """A run is kept under its name and options; its inputs stand in what is kept, for their names are not known."""
        return {"name": digest_of(self._name), **self._options}

    def _kept(self) -> _Kept | None:
        octets = self._steps.find(STEP, self._place)
        try:
            return msgspec.msgpack.decode(octets, type=_Kept) if octets is not None else None
        except msgspec.DecodeError:
            return None
