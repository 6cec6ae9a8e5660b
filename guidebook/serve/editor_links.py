"""Links that open a line of a file in the text editor that somebody uses."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from guidebook.model.diagnostic import Span

EDITORS = {
    "vscode": "vscode://file{file}:{line}:{column}",
    "vscodium": "vscodium://file{file}:{line}:{column}",
    "zed": "zed://file{file}:{line}:{column}",
    "idea": "idea://open?file={file}&line={line}&column={column}",
    "none": "",
}
"""Name → the address that it opens, with the places of path, line and column."""
USUAL = "vscode"
ADDRESS = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*)://[^\s\"'<>]*\{file\}[^\s\"'<>]*")
NOT_EDITORS = frozenset({"http", "https", "file", "javascript", "data", "blob", "about", "view-source"})
"""Schemes that a browser opens by itself."""
PLACE = re.compile(r"\{(\w*)\}")
PLACES = frozenset({"file", "line", "column"})


def address_for(asked: str) -> str | None:
    """The address of an editor that is named, or written out with `{file}` and `{line}`; None for what is neither."""
    if asked in EDITORS:
        return EDITORS[asked]
    found = ADDRESS.fullmatch(asked)
    if found is None or found["scheme"] in NOT_EDITORS or not PLACES.issuperset(PLACE.findall(asked)):
        return None
    return asked


def link(address: str, span: Span, folder: Path) -> str:
    """Where a place opens, whose file lies below `folder`; empty without an editor, or where there is no such file."""
    path = folder / span.file
    if not address or not path.exists():
        return ""
    values = {"file": quote(path.absolute().as_posix()), "line": str(span.line), "column": str(span.column)}
    return PLACE.sub(lambda place: values[place[1]], address)
