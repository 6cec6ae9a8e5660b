"""A city's own tests: those of the folder named after the city that lies in `content/`, and of no other.

Separate from all other tests, which never open `content/` (`tests/content_guard.py` sees to it): a city that takes the
place of the shipped one brings its own folder, or none.
"""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT
from tests.own_city import folder_of

HERE = Path(__file__).parent
OWN = folder_of(ROOT / "content")
collect_ignore = [path.name for path in HERE.iterdir() if (path / "__init__.py").is_file() and path.name != OWN]
