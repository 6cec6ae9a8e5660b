"""The stream by which git takes a whole tree as one commit, without a work tree, an index or a filter.

Pure: `git_branch` hands it to `git fast-import`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

FILE = "100644"


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry of the last tree that stays: its mode, the id of its object, its name."""

    mode: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit without its files."""

    ref: str
    who: str
    """`이름 <주소>`."""
    when: str
    """Seconds since 1970 and the zone: `1796000000 +0900`."""
    message: str
    parent: str | None = None
    kept: Sequence[Kept] = ()


def stream(commit: Commit, files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The commands of one commit whose tree is exactly `files` and what is kept."""
    yield b"feature done\n"
    yield f"commit {commit.ref}\n".encode()
    yield f"author {commit.who} {commit.when}\ncommitter {commit.who} {commit.when}\n".encode()
    yield _data(commit.message.encode())
    if commit.parent:
        yield f"from {commit.parent}\n".encode()
    yield b"deleteall\n"
    for one in commit.kept:
        yield f"M {one.mode} {one.id} {quoted(one.name)}\n".encode()
    for path, octets in files:
        yield f"M {FILE} inline {quoted(path)}\n".encode()
        yield _data(octets)
    yield b"done\n"


def quoted(path: str) -> str:
    """A path as git reads it, whatever stands in it."""
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _data(octets: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(octets), octets)
