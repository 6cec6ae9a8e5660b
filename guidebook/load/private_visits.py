"""Warns of private visits that no ignore rule keeps out of a repository.

The rules are read here and by a library. git itself is never asked, because it obeys settings of the folder it is asked
about, and content may come from anyone (`docs/decisions/0017-git-is-never-started.md`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from pathspec import GitIgnoreSpec
from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

from guidebook.load.folders import shown
from guidebook.load.regular_files import Nature, entries, inside, nature, read_octets, real
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity, Span
from guidebook.model.record import SLUG
from guidebook.model.text import text

SAMPLE = "sample"
RULES, EXCLUDED = ".gitignore", ".git/info/exclude"
"""Where a repository keeps its rules: beside the files, and for one copy of it alone."""
MOST_OCTETS, MOST_RULES, LONGEST_RULE = 100_000, 2_000, 300
MOST_STARS = 3
"""In one part of a rule. Matching goes by powers of their number, and no office needs more."""
LONGEST_NAME = 60
"""As long as ids may be; longer names have a fault of their own."""


def exposed_visits(content: Path, catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """A warning for every visit that is neither the sample nor public and that a repository would take in.

    None where `site.yml` says that only the office can read the repository: then visits belong there.
    """
    if catalogue.site and catalogue.site.cms and catalogue.site.cms.private:
        return ()
    public = {visit.id for visit in catalogue.visits if visit.public}
    rules = _IgnoreRules()
    faults: list[Diagnostic] = []
    for folder in _folders(content, catalogue):
        roots = _repositories(folder)
        for path in entries(folder, shown(folder))[0] if roots else ():
            if path.suffix != catalogue.kinds["visit"].suffix or path.stem in (SAMPLE, *public):
                continue
            if len(path.stem) > LONGEST_NAME or not re.match(SLUG, path.stem):
                continue
            root = next((root for root in roots if not rules.keep_out(path, root)), None)
            if root is not None:
                faults.append(_exposed(path, root))
    return tuple(faults)


def _folders(content: Path, catalogue: Catalogue) -> Iterator[Path]:
    """The folders of visits, by their real places: a link to them says nothing of the repository they lie in."""
    elsewhere = catalogue.site.visits_dir if catalogue.site else None
    for folder in (content / catalogue.kinds["visit"].folder, *([content / elsewhere] if elsewhere else [])):
        place = real(folder)
        if nature(place) is Nature.FOLDER:
            yield place


def _repositories(folder: Path) -> tuple[Path, ...]:
    """Every folder around that has a `.git`: each of these repositories would take the file in."""
    return tuple(place for place in (folder, *folder.parents) if nature(place / ".git") is not Nature.MISSING)


class _IgnoreRules:
    """The rules of repositories, each file of them read once."""

    def __init__(self) -> None:
        self._specs: dict[tuple[Path, str], GitIgnoreSpec] = {}

    def keep_out(self, path: Path, root: Path) -> bool:
        """Whether they keep a file out of the repository at `root`: itself, or a folder around it."""
        parts = path.relative_to(root).parts
        places = (root.joinpath(*parts[:count]) for count in range(1, len(parts) + 1))
        return any(self._ignored(place, place != path, root) for place in places)

    def _ignored(self, place: Path, is_folder: bool, root: Path) -> bool:
        """What the nearest rule says that speaks of `place`."""
        between = [folder for folder in place.parents if folder.is_relative_to(root)]
        for folder, file in (*((folder, RULES) for folder in between), (root, EXCLUDED)):
            name = place.relative_to(folder).as_posix() + ("/" if is_folder else "")
            included = self._spec(folder, file).check_file(name).include
            if included is not None:
                return included
        return False

    def _spec(self, folder: Path, file: str) -> GitIgnoreSpec:
        if (folder, file) not in self._specs:
            self._specs[folder, file] = _parsed(_lines(folder, file))
        return self._specs[folder, file]


def _lines(folder: Path, file: str) -> Sequence[str]:
    """The lines of one file of rules; none where there is no regular file, or one too large for it."""
    path = inside(folder, file)
    try:
        return read_octets(path, MOST_OCTETS).decode("utf-8", "replace").splitlines()[:MOST_RULES] if path else ()
    except OSError:
        return ()


def _parsed(lines: Sequence[str]) -> GitIgnoreSpec:
    """The rules that can be matched in little time; what cannot keeps nothing out."""
    patterns: list[GitIgnoreSpecPattern] = []
    for line in lines:
        with suppress(ValueError, re.error):  # no rule of git's either
            if len(line) <= LONGEST_RULE and not _slow(line):
                patterns += GitIgnoreSpec.from_lines([line]).patterns
    return GitIgnoreSpec(patterns)


def _slow(rule: str) -> bool:
    parts = rule.split("/")
    return parts.count("**") > MOST_STARS or any(len(re.findall(r"\*+", part)) > MOST_STARS for part in parts)


def _exposed(path: Path, root: Path) -> Diagnostic:
    rule = f"/{path.parent.relative_to(root).as_posix()}/*"
    return Diagnostic(
        Span(shown(path)),
        "visit-exposed",
        text("비공개 방문 파일이 저장소에 함께 올라갈 수 있습니다. 저장소가 공개라면 누구나 볼 수 있습니다."),
        text(
            "'{file}' 파일에 ‘{rule}’ 줄을 더하거나, site.yml의 visits_dir에 저장소 밖의 폴더를 적으세요. "
            "이미 올린 파일이면 저장소에서도 지우세요.",
            file=shown(root / RULES),
            rule=rule,
        ),
        Severity.WARNING,
    )
