"""A city's own tests: those of the folder named after the city that lies in `content/`, and of no other.

Separate from all other tests, which never open `content/` (`tests/content_guard.py` sees to it): a city that takes the
place of the shipped one brings its own folder, or none.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.conftest import ROOT

HERE = Path(__file__).parent


def folder_of(content: Path) -> str | None:
    """The folder with the tests of the city in `content`: `Dangjin-si` has those of `dangjin_si`."""
    try:
        site = yaml.safe_load((content / "site.yml").read_text(encoding="utf-8"))
        name = site["city"]["name_en"]
    except (OSError, UnicodeError, yaml.YAMLError, KeyError, TypeError):
        return None
    return name.lower().replace("-", "_").replace(" ", "_") if isinstance(name, str) else None


OWN = folder_of(ROOT / "content")
collect_ignore = [path.name for path in HERE.iterdir() if (path / "__init__.py").is_file() and path.name != OWN]
