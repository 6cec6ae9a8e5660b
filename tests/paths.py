"""The paths that tests use: the checkout's own templates and packages, and a cache that is theirs alone."""

from __future__ import annotations

from pathlib import Path

from guidebook.cli.paths import cache_folder
from guidebook.storage.paths import Paths

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"
PACKAGES = ROOT / "node_modules"


def paths(content: Path, output: Path | None = None) -> Paths:
    """What a command gets, with the cache of this run of tests."""
    return Paths.within(ROOT, content, output or content.parent / "output", cache_folder())
