"""Writes a file of the content, as only imports and new records may: whole or not at all."""

from __future__ import annotations

from pathlib import Path

from guidebook.storage.atomic import write_atomically


def write_content(path: Path, text: str, line_end: str = "\n") -> None:
    """Put `text` in the place of the file, with these line ends. Raises OSError and leaves everything as it was."""
    write_atomically(path, text.replace("\n", line_end).encode(), draft=path.with_name(f".{path.name}.new"))
