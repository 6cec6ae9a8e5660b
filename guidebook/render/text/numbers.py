"""Numbers and file sizes as readers see them. Apart from the template filters, because bodies show sizes too."""

from __future__ import annotations

from decimal import Decimal


def number(value: Decimal | int) -> str:
    """`2948` → `2,948`."""
    return f"{value:,}"


def size(octets: int) -> str:
    """A file's size in words: `1.3MB`, `640kB`."""
    return f"{octets / 1_000_000:.1f}MB" if octets >= 1_000_000 else f"{max(1, round(octets / 1000))}kB"
