"""The folder that a web server shows: numbered releases, and the link `current` that says which of them is seen.

A release is made beside the others and gets its name when it is whole; then the link is replaced in one step. So a
visitor sees one release or the other, and what a killed run left is known by its name and swept by the next one.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guidebook.load.regular_files import Nature, nature, read_octets
from guidebook.output.locked import LOCK, locked
from guidebook.output.manifest import GENERATOR, MOST_OCTETS
from guidebook.output.release_names import Release, before, following, is_hashed, kept, release_of
from guidebook.storage.atomic import write_atomically

RELEASES, CURRENT = "releases", "current"
DRAFT, GONE = ".new-", ".old-"
"""Before the name of a release that is not whole yet, or that is being deleted."""
PIECE, LARGEST = 1 << 20, 1 << 31
"""Octets that are copied at once, and that a single file may have to be read as a whole."""
Files = Mapping[str, tuple[int, str]]
"""Path below the site → size and SHA-256."""


class ChangedError(Exception):
    """A file is not what the manifest says: somebody writes while it is copied, or a disk is damaged."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def listed_octets(site: Path, path: str, digest: str) -> bytes:
    """A file of the site, which is what the manifest says. Raises OSError and ChangedError."""
    try:
        octets = read_octets(site / path, LARGEST)
    except FileNotFoundError:
        raise ChangedError(path) from None
    if hashlib.sha256(octets).hexdigest() != digest:
        raise ChangedError(path)
    return octets


@dataclass(frozen=True, slots=True)
class Record:
    """What is written down of a release, beside it and out of the visitors' reach."""

    files: Files
    replaced: str | None
    """The release that was shown before it."""


@contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Whether nobody else publishes into `folder`; what a killed run left is swept."""
    for place in (folder, folder / RELEASES):
        if not place.is_dir():
            place.mkdir(parents=True)
            place.chmod(0o755)
    with locked(folder / LOCK) as ours:
        if ours:
            _sweep(folder)
        yield ours


def releases(folder: Path) -> tuple[Release, ...]:
    """All whole releases in `folder`, the oldest first."""
    place = folder / RELEASES
    names = [path.name for path in place.iterdir()] if nature(place) is Nature.FOLDER else []
    found = (release_of(name) for name in names if nature(place / name) is Nature.FOLDER)
    return tuple(sorted(one for one in found if one and nature(_record_of(folder, one)) is Nature.FILE))


def shown_release(folder: Path) -> Release | None:
    """The release that visitors see; None where there is none."""
    try:
        target = (folder / CURRENT).readlink()
    except OSError:
        return None
    return release_of(target.name) if target.parent == Path(RELEASES) else None


def is_foreign(folder: Path) -> bool:
    """Whether `current` is there and is no link of ours."""
    return os.path.lexists(folder / CURRENT) and shown_release(folder) is None


def record(folder: Path, release: Release) -> Record | None:
    """What was written down of a release; None where that cannot be read."""
    try:
        written: Any = json.loads(read_octets(_record_of(folder, release), MOST_OCTETS))
        files = {str(path): (int(size), str(digest)) for path, (size, digest) in written["files"].items()}
        replaced = written["replaced"]
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return Record(files, replaced if isinstance(replaced, str) else None)


def add_release(folder: Path, site: Path, files: Files, digest: str) -> Release:
    """Copy the files of the manifest out of `site`; show what was made of them. Raises OSError and ChangedError."""
    shown = shown_release(folder)
    release = following(releases(folder), digest)
    draft = folder / RELEASES / f"{DRAFT}{release.name}"
    try:
        _copy(site, files, draft)
        described = {"generator": GENERATOR, "replaced": shown.name if shown else None, "files": files}
        octets = json.dumps(described, ensure_ascii=False, separators=(",", ":")).encode()
        note = _record_of(folder, release)
        write_atomically(note, octets, draft=note.with_name(DRAFT + note.name), durable=True)
        draft.rename(folder / RELEASES / release.name)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        with suppress(OSError):
            _record_of(folder, release).unlink(missing_ok=True)
        raise
    os.sync()  # the link may not be on the disk before the files are
    show(folder, release)
    return release


def show(folder: Path, release: Release) -> None:
    """Let visitors see a release from now on.

    They may still have a page of the one before, whose files by hash are lent to this one.
    """
    shown = shown_release(folder)
    if shown and shown != release:
        _lend(folder, shown, release)
    draft = folder / f"{DRAFT}{CURRENT}"
    draft.unlink(missing_ok=True)
    draft.symlink_to(Path(RELEASES) / release.name, target_is_directory=True)
    draft.replace(folder / CURRENT)


def prune(folder: Path) -> None:
    """Delete the oldest releases, but never what is shown or what is gone back to first."""
    there, shown = releases(folder), shown_release(folder)
    told = record(folder, shown) if shown else None
    back = before(shown, told.replaced if told else None, there) if shown else None
    for release in set(there) - kept(there, shown, back):
        gone = folder / RELEASES / f"{GONE}{release.name}"
        (folder / RELEASES / release.name).rename(gone)
        _record_of(folder, release).unlink()
        shutil.rmtree(gone)


def damaged(folder: Path, release: Release) -> str | None:
    """The first file of a release that is not what was published; None where all are whole."""
    told = record(folder, release)
    if told is None:
        return f"{release.name}.json"
    place = folder / RELEASES / release.name
    for path, (size, digest) in told.files.items():
        try:
            with (place / path).open("rb") as opened:
                whole = hashlib.file_digest(opened, "sha256").hexdigest() == digest and opened.tell() == size
        except OSError:
            whole = False
        if not whole:
            return path
    return None


def _copy(site: Path, files: Files, draft: Path) -> None:
    made: set[Path] = set()
    _make_folder(draft, made)
    for path, (_, digest) in files.items():
        place = draft / path
        _make_folder(place.parent, made)
        try:
            handle = os.open(site / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        except FileNotFoundError:
            raise ChangedError(path) from None
        read = hashlib.sha256()
        with os.fdopen(handle, "rb") as source, place.open("xb") as target:
            while piece := source.read(PIECE):
                read.update(piece)
                target.write(piece)
        place.chmod(0o644)  # the web server is somebody else
        if read.hexdigest() != digest:
            raise ChangedError(path)


def _make_folder(folder: Path, made: set[Path]) -> None:
    """The folder, with those around it in the release, for all to read, whatever this person's usual mask is."""
    if folder in made:
        return
    if not folder.name.startswith(DRAFT):
        _make_folder(folder.parent, made)
    folder.mkdir()
    folder.chmod(0o755)
    made.add(folder)


def _lend(folder: Path, lender: Release, borrower: Release) -> None:
    told = record(folder, lender)
    for path in told.files if told else ():
        source, place = (folder / RELEASES / one.name / path for one in (lender, borrower))
        if not is_hashed(path) or os.path.lexists(place) or nature(source) is not Nature.FILE:
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            place.hardlink_to(source)
        except OSError:  # a file system without them
            write_atomically(place, source.read_bytes())


def _sweep(folder: Path) -> None:
    """Delete what a run left that was killed: drafts, halves, and records without a release."""
    (folder / f"{DRAFT}{CURRENT}").unlink(missing_ok=True)
    for path in sorted((folder / RELEASES).iterdir()):
        release = release_of(path.name.removeprefix(DRAFT).removeprefix(GONE).removesuffix(".json"))
        if release is None:
            continue
        if path.name.startswith((DRAFT, GONE)) and nature(path) is Nature.FOLDER:
            shutil.rmtree(path)
        elif path.name.endswith(".json") and nature(folder / RELEASES / release.name) is not Nature.FOLDER:
            path.unlink()


def _record_of(folder: Path, release: Release) -> Path:
    return folder / RELEASES / f"{release.name}.json"
