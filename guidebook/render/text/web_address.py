"""Web addresses for readers of paper: short, and in the letters that a reader can type."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from guidebook.model.source import Source
from guidebook.render.text.korean import JOINER

LONGEST = 44
"""Letters of an address that is printed whole; of a longer one the host alone, and the link has the rest."""


def printed_address(source: Source) -> str:
    """The address of a source as a list on paper has it; empty where it has none.

    Where nothing but the address tells what a source is, it stands whole whatever its length. No line ends at one of
    its hyphens, which would seem to be the line's.
    """
    if not source.url:
        return ""
    shown = readable(source.url)
    told = shown if len(shown) <= LONGEST or not source.title else _host(source.url)
    return told.replace("-", f"-{JOINER}")


def readable(url: str) -> str:
    """An address without its scheme, and with letters in place of their percent codes."""
    try:
        said = unquote(url, errors="strict")
    except UnicodeDecodeError:  # another encoding than UTF-8: only the codes are right
        said = url
    if not said.isprintable() or " " in said:
        said = url
    return said.partition("://")[2].removesuffix("/") or said


def _host(url: str) -> str:
    return urlsplit(url).hostname or readable(url)
