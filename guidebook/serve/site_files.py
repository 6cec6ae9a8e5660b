"""Finds the file of an address in a folder, and puts our script into pages as they go out: never into a file."""

from __future__ import annotations

import mimetypes
from html import escape
from pathlib import Path
from urllib.parse import unquote

TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".pdf": "application/pdf",
    ".geojson": "application/geo+json",
    ".gpx": "application/gpx+xml",
    ".ics": "text/calendar",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".yml": "text/yaml",
}
"""What systems do not agree on, or do not know."""
HEAD_ENDS = b"</head>"


def file_in(folder: Path, address: str) -> Path | None:
    """The file that a path names, that of a folder being its index; None where there is none inside `folder`.

    A path is that of a request, still quoted; links lead nowhere.
    """
    path = unquote(address).lstrip("/")
    parts = path.split("/")
    if any(part in (".", "..") or "\0" in part or "\\" in part for part in parts):
        return None
    place = folder.joinpath(*parts) if path else folder
    try:
        if path == "" or path.endswith("/"):
            place = place / "index.html"
        if place.is_file() and place.resolve().is_relative_to(folder.resolve()):
            return place
    except (OSError, ValueError):
        return None
    return None


def folder_in(folder: Path, address: str) -> bool:
    """Whether a path without its slash at the end names a folder with an index."""
    return bool(address) and not address.endswith("/") and file_in(folder, f"{address}/") is not None


def media_type(path: Path) -> str:
    """What kind of file it is, by its name."""
    return TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def with_script(page: bytes, script: str, version: str) -> bytes:
    """The page with our script, which is told as what it was served."""
    tag = f'<script src="{escape(script)}" data-version="{escape(version)}" defer></script>\n'.encode()
    head, ends, rest = page.partition(HEAD_ENDS)
    return head + tag + ends + rest if ends else page + tag
