"""What a build is asked for. Separate from the build, so that asking costs no import of what builds."""

from __future__ import annotations

from dataclasses import dataclass

from guidebook.storage.paths import Paths

STAGES = 4
"""How many stages a build has, for the progress bar."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What is to be built. Without a language it is the city's own."""

    paths: Paths
    language: str | None = None
    site_only: bool = False
