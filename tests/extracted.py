"""The sentences that stand in code and templates now: what `pybabel extract` of CONTRIBUTING.md finds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

from tests.conftest import ROOT

KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "gettext": None,
    "ngettext": (1, 2),
    "_": None,
    "text": None,
    "words": None,
    "marked": None,
}


@cache
def sentences() -> tuple[tuple[str, int, str], ...]:
    """File, line and sentence; of a plural its singular. Read once in a process, for that takes two seconds."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    written_here = {"guidebook", "templates"}

    def is_ours(folder: str) -> bool:
        return bool(written_here & set(Path(folder).relative_to(ROOT).parts[:1]))

    found = extract_from_dir(str(ROOT), methods, options, keywords=KEYWORDS, directory_filter=is_ours)
    return tuple((file, line, singular(message)) for file, line, message, _, _ in found)


def singular(id: object) -> str:
    return str(id[0]) if isinstance(id, tuple | list) else str(id)
