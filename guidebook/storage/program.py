"""The digest of the program itself, which steps take as an input where any change of code may change their result.

Separate from the rooms that have such steps, which need not know each other.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from guidebook.storage.digests import Digests
from guidebook.storage.steps import digest_of


@lru_cache(maxsize=4)
def program_of(checkout: Path, cache: Path) -> str:
    """One digest of the program's code and of the lock file of its libraries."""
    digests = Digests(cache / "digests")
    code = digests.of_tree(checkout / "guidebook") | {"": digests.of_file(checkout / "requirements.txt")}
    return digest_of(*(part for pair in sorted(code.items()) for part in pair))
