"""Names of releases, and which of them are kept: arithmetic alone, without a disk.

Releases are numbered, for a build has no clock; the digest of their files tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

KEPT = 5
"""Releases that stay in the folder, the one that is shown among them."""
DIGITS = 12
"""Of the digest, in the name."""
_NAME = re.compile(r"(\d{4,9})-([0-9a-f]{12})")
_HASHED = re.compile(r"assets/[^/]+\.(?:[0-9a-f]{8}|[0-9a-f]{12})\.[a-z0-9]+")


@dataclass(frozen=True, slots=True, order=True)
class Release:
    """One release, as its name tells it."""

    number: int
    digest: str

    @property
    def name(self) -> str:
        """`0003-0a1b2c3d4e5f`."""
        return f"{self.number:04}-{self.digest[:DIGITS]}"


def release_of(name: str) -> Release | None:
    """The release with this name; None for what is no name of one."""
    found = _NAME.fullmatch(name)
    release = Release(int(found[1]), found[2]) if found else None
    return release if release and release.name == name else None


def following(releases: Iterable[Release], digest: str) -> Release:
    """The next release, with the files of this digest."""
    return Release(max((one.number for one in releases), default=0) + 1, digest[:DIGITS])


def kept(releases: Iterable[Release], *needed: Release | None, most: int = KEPT) -> frozenset[Release]:
    """The releases to keep: those that are `needed`, and the newest others while there is room."""
    there = set(releases)
    chosen = {one for one in needed if one in there}
    rest = sorted(there - chosen, reverse=True)
    return frozenset((*chosen, *rest[: max(0, most - len(chosen))]))


def meant(asked: str, releases: Collection[Release]) -> Release | None:
    """The release that somebody asks for by its name, or by its number with or without zeros."""
    if asked.isascii() and asked.isdigit() and len(asked) < DIGITS:
        return next((one for one in releases if one.number == int(asked)), None)
    return next((one for one in releases if one.name == asked), None)


def before(shown: Release, replaced: str | None, releases: Collection[Release]) -> Release | None:
    """What to go back to: what `shown` took the place of when it was published, else the next older one."""
    told = release_of(replaced) if replaced else None
    if told in releases and told != shown:
        return told
    return max((one for one in releases if one.number < shown.number), default=None)


def is_hashed(path: str) -> bool:
    """Whether a file of the site is named by its content, so that it may stay beside those of another release."""
    return _HASHED.fullmatch(path) is not None
