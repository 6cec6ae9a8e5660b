"""A finished site as one commit on a branch of the repository that holds the content.

The work tree is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guidebook.load.regular_files import Nature, nature, real
from guidebook.output.fast_import import Commit, Kept, stream
from guidebook.output.git_process import ask, send, setting, take_in
from guidebook.output.releases import Files, listed_octets

SITE = "Guidebook-Site"
"""The line of a commit's message that says which files it holds."""
NOT_JEKYLL = ".nojekyll"
"""An empty file by which GitHub Pages shows the files as they are."""
OTHERS = ("CNAME",)
"""Files at the top that a host keeps on the branch; whatever begins with a point stays too."""
AUTHOR = re.compile(r"[^<>\n\0]+ <[^<>\s\0]+>")
_COMMITTED = re.compile(r"^committer .*> (\d+ [+-]\d{4})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of a repository, as it is before a site is put there."""

    repository: Path
    name: str
    tip: str | None
    digest: str | None
    """That of the site at its tip."""
    ours: bool
    """Whether a site was put there before, or nothing is there."""

    @property
    def ref(self) -> str:
        """Its full name."""
        return f"refs/heads/{self.name}"


def repository_of(content: Path) -> Path | None:
    """The `.git` of the nearest folder around that has one. git's own search is not asked: it takes more than that."""
    place = real(content)
    return next((one / ".git" for one in (place, *place.parents) if nature(one / ".git") is not Nature.MISSING), None)


def is_name(repository: Path, name: str) -> bool:
    """Whether a branch may be called so."""
    return not name.startswith("-") and ask(repository, "check-ref-format", f"refs/heads/{name}") is not None


def is_open(repository: Path, name: str) -> bool:
    """Whether people work on this branch right now."""
    return (ask(repository, "symbolic-ref", "--quiet", "HEAD") or "").strip() == f"refs/heads/{name}"


def branch(repository: Path, name: str) -> Branch:
    """What is on the branch."""
    ref = f"refs/heads/{name}"
    tip = (ask(repository, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}") or "").strip() or None
    if tip is None:
        return Branch(repository, name, None, None, ours=True)
    found = re.search(rf"^{SITE}: ([0-9a-f]{{64}})$", ask(repository, "cat-file", "commit", tip) or "", re.MULTILINE)
    told = ask(repository, "rev-list", "--first-parent", "--max-count=1", f"--grep=^{SITE}: ", tip)
    return Branch(repository, name, tip, found[1] if found else None, ours=bool(told and told.strip()))


def person(repository: Path) -> str | None:
    """Who commits, by git's own settings."""
    name, mail = setting(repository, "user.name"), setting(repository, "user.email")
    who = f"{name} <{mail}>" if name and mail else ""
    return who if AUTHOR.fullmatch(who) else None


def content_moment(repository: Path) -> str | None:
    """When the content was last committed: the same content gives the same commit, and no clock is read."""
    found = _COMMITTED.search(ask(repository, "cat-file", "commit", "HEAD") or "")
    return found[1] if found else None


def commit_site(at: Branch, site: Path, files: Files, digest: str, who: str, when: str, title: str) -> str:
    """Put the site on the branch; the id of the commit. Raises OSError, ChangedError and GitError."""
    kept = tuple(_kept(at))
    commit = Commit(at.ref, who, when, f"{title}\n\n{SITE}: {digest}\n", at.tip, kept)
    take_in(at.repository, stream(commit, _contents(site, files)))
    return (ask(at.repository, "rev-parse", "--verify", "--quiet", at.ref) or "").strip()


def address_of(repository: Path, remote: str) -> str | None:
    """Where a remote of this name lies; a path is one from the folder of the repository."""
    if not re.fullmatch(r"[\w.-]+", remote) or remote.startswith("-"):
        return None
    address = setting(repository, f"remote.{remote}.url")
    if address is None or address.startswith("-"):
        return None
    is_path = ":" not in address.split("/")[0]
    return str(repository.parent / address) if is_path else address


def push(at: Branch, place: Path, address: str, commit: str) -> None:
    """Send the commit. Raises GitError."""
    send(at.repository, place, address, commit, at.ref)


def _contents(site: Path, files: Files) -> Iterator[tuple[str, bytes]]:
    yield NOT_JEKYLL, b""
    for path, (_, digest) in files.items():
        yield path, listed_octets(site, path, digest)


def _kept(at: Branch) -> Iterator[Kept]:
    listed = ask(at.repository, "ls-tree", "-z", at.tip) if at.tip else None
    for line in (listed or "").split("\0"):
        facts, _, name = line.partition("\t")
        if name != NOT_JEKYLL and (name in OTHERS or name.startswith(".")):
            mode, _, id = facts.split()
            yield Kept(mode, id, name)
