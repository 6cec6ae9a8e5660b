"""The cache of steps: results of pure functions, kept between runs under a digest of their declared inputs.

A step has a name and a subject (`join`, `site/guidebook/guidebook.pdf`); its inputs are named, so that `--explain` can
say which of them changed. A file that is damaged, or was kept under another key, counts as missing, and without a
writable folder a run is only slower.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from guidebook.storage.atomic import PRIVATE, write_atomically

Inputs = Mapping[str, str]
"""Name of an input → its digest."""
LIMIT = 600_000_000
"""Octets that results may take; those unused for longest are deleted first."""
LAST = "last"
"""The folder of the inputs that each step had when it was last done, for `--explain`."""


@dataclass(frozen=True, slots=True)
class Redone:
    """A step that was done again, with the names of its inputs that changed; `first` where it was never done."""

    step: str
    subject: str
    changed: tuple[str, ...]
    first: bool


@dataclass(frozen=True, slots=True)
class StepCache:
    """The cache in its folder, and what was done again in this run."""

    folder: Path
    redone: list[Redone] = field(default_factory=list, compare=False)

    def find(self, step: str, inputs: Inputs) -> bytes | None:
        """The result of a step with these inputs, if it is kept and undamaged."""
        key = key_of(inputs)
        path = self.folder / step / key
        try:
            digest, _, result = path.read_bytes().partition(b"\n")
            if digest != _digest(step, key, result):
                return None
            os.utime(path)
        except OSError:
            return None
        return result

    def keep(self, step: str, subject: str, inputs: Inputs, result: bytes) -> None:
        """Keep a result, whole or not at all, and note why its step was done."""
        self.note(step, subject, inputs)
        self.keep_unnoted(step, inputs, result)

    def keep_unnoted(self, step: str, inputs: Inputs, result: bytes) -> None:
        """Keep what helps another step, whole or not at all, as it is now: nobody asks why it was done again."""
        key = key_of(inputs)
        with suppress(OSError):
            write_atomically(self.folder / step / key, _digest(step, key, result) + b"\n" + result, mode=PRIVATE)

    def note(self, step: str, subject: str, inputs: Inputs) -> None:
        """Note that a step was done, and which of its inputs changed since the last time."""
        path = self.folder / LAST / f"{step}-{hashlib.sha256(subject.encode()).hexdigest()[:24]}"
        before: dict[str, str] | None = None
        with suppress(OSError, msgspec.DecodeError):
            before = msgspec.msgpack.decode(path.read_bytes(), type=dict[str, str])
        self.redone.append(Redone(step, subject, changed(before or {}, inputs), before is None))
        with suppress(OSError):
            write_atomically(path, msgspec.msgpack.encode(dict(inputs)), mode=PRIVATE)

    def trim(self, limit: int = LIMIT) -> None:
        """Delete the results unused for longest, until no more than `limit` octets are kept."""
        kept: list[tuple[float, int, str]] = []
        with suppress(OSError):
            for folder in [entry for entry in os.scandir(self.folder) if entry.is_dir() and entry.name != LAST]:
                for entry in os.scandir(folder.path):
                    with suppress(OSError):  # another run deletes, too
                        found = entry.stat(follow_symlinks=False)
                        kept.append((found.st_mtime, found.st_size, entry.path))
        total = sum(size for _, size, _ in kept)
        for _, size, path in sorted(kept):
            if total <= limit:
                return
            with suppress(OSError):
                Path(path).unlink()
            total -= size


def key_of(inputs: Inputs) -> str:
    """One digest of all inputs."""
    return hashlib.sha256(msgspec.json.encode(dict(inputs), order="sorted")).hexdigest()


def digest_of(*parts: bytes | str) -> str:
    """The digest of values, each delimited by its length."""
    digest = hashlib.sha256()
    for part in parts:
        octets = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(octets).to_bytes(8, "big") + octets)
    return digest.hexdigest()


def changed(before: Inputs, now: Inputs) -> tuple[str, ...]:
    """The names of inputs that are new, gone or other than before."""
    return tuple(sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name)))


def _digest(step: str, key: str, result: bytes) -> bytes:
    """What proves a result whole, and in its own place."""
    digest = hashlib.sha256(f"{step}/{key}\n".encode())
    digest.update(result)
    return digest.hexdigest().encode("ascii")
