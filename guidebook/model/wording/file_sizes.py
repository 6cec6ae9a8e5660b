"""Sizes of files as readers see them: `640KB`, `1.3MB`. The one place that writes them.

Counted by thousands, as file managers and mail programs of today count.
"""

from __future__ import annotations

from guidebook.model.wording.numbers import number

KILOBYTE = 1_000
MEGABYTE = 1_000_000
GIGABYTE = 1_000_000_000


def size(octets: float, decimals: int = 1) -> str:
    """A file's size in words; whole megabytes without decimals: `1.3MB`, `5MB`, `640KB`; never less than `1KB`."""
    if round(octets / KILOBYTE) < 1000:
        return f"{max(1, round(octets / KILOBYTE))}KB"
    unit, name = (MEGABYTE, "MB") if round(octets / MEGABYTE, decimals) < 1000 else (GIGABYTE, "GB")
    return f"{number(octets / unit, decimals).rstrip('0').rstrip('.')}{name}"
