"""What `mkdocs build` and `mkdocs serve` load: hands them the same pages that build.py publishes.

A file of its own because MkDocs imports hooks by path, outside the package.
"""

from __future__ import annotations

import os
from typing import Any

_serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Note whether pages are only looked at: `mkdocs serve` puts an inline script into each, to load it anew."""
    global _serving
    _serving = command == "serve"


def on_config(config: Any) -> Any:
    """Load and render the content anew for every build, also while serving. JUMIN_LANG stands for `--lang`."""
    # Imported late: while MkDocs loads this file, its folder comes first on the path of imports, and
    # test.py would pass for the standard library's module of that name.
    from guidebook.cli.paths import paths_of_mkdocs
    from guidebook.commands.preview import preview
    from guidebook.render.web.policy import POLICY
    from guidebook.web.mkdocs_site import attach
    from guidebook.words import language_of

    language = language_of((), os.environ)
    asked = language if "JUMIN_LANG" in os.environ else None
    return attach(config, preview(paths_of_mkdocs(config), asked), language, "" if _serving else POLICY)
