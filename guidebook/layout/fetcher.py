"""What WeasyPrint may read: files below folders that we name, and data in the document itself. Nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit


def allowed(url: str, folders: Sequence[Path]) -> bool:
    """Whether `url` is `data:` or a file below one of `folders`, symbolic links followed."""
    parts = urlsplit(url)
    if parts.scheme == "data":
        return True
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        return False
    path = Path(unquote(parts.path)).resolve()
    return any(path.is_relative_to(folder.resolve()) for folder in folders)


def shortened(url: str) -> str:
    """A URL fit for a message: data is cut."""
    return url if len(url) <= 80 else url[:77] + "…"
