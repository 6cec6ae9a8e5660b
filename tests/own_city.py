"""Which city lies in a content folder, and so which folder of `tests/shipped/` has the tests of its own."""

from __future__ import annotations

from pathlib import Path

import yaml


def folder_of(content: Path) -> str | None:
    """The name of the folder with the tests of the city in `content`: `Yeoul-gun` has those of `yeoul_gun`."""
    try:
        site = yaml.safe_load((content / "site.yml").read_text(encoding="utf-8"))
        name = site["city"]["name_en"]
    except (OSError, UnicodeError, yaml.YAMLError, KeyError, TypeError):
        return None
    return name.lower().replace("-", "_").replace(" ", "_") if isinstance(name, str) else None
