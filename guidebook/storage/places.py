"""Where the program's own files lie: in the checkout, or inside the package where it is installed.

Separate from the paths of a run, because set-up asks too: it runs before anything is installed, so that only the
standard library is used here.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

CARRIED = "program"
"""The folder of the package that holds templates and lock files where it is installed (`pyproject.toml`)."""
LOCK = "package-lock.json"
PACKAGES_VARIABLE = "JUMIN_PACKAGES"
"""Environment variable that names the folder of the front-end packages for an installed program."""
FOLDER = "jumin-guidebook"
PACKAGES = "node_modules"


def program_folder() -> Path:
    """The folder with templates and lock files: the checkout, or what the installed package carries."""
    package = Path(__file__).parents[1]
    carried = package / CARRIED
    return carried if carried.is_dir() else package.parent


def is_installed() -> bool:
    """Whether the program runs from an installed package and not from a checkout."""
    return program_folder().name == CARRIED


def code_of(program: Path) -> Path:
    """The folder of the Python package, whose templates and lock files lie in `program`."""
    below = program / "guidebook"
    return below if below.is_dir() else program.parent


def front_end_folder(program: Path, environment: Mapping[str, str]) -> Path:
    """The folder that holds `node_modules`: the checkout, or one of the user's, named by what the lock file says.

    So several versions of an installed program can stand side by side.
    """
    if program.name != CARRIED:
        return program
    named = environment.get(PACKAGES_VARIABLE)
    home = environment.get("XDG_DATA_HOME") or Path(environment.get("HOME") or Path.home(), ".local", "share")
    kept = Path(named) if named else Path(home, FOLDER)
    return kept.absolute() / sha256((program / LOCK).read_bytes()).hexdigest()[:16]
