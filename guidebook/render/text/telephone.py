"""Writes Korean telephone numbers as people dial them from other countries."""

from __future__ import annotations

COUNTRY = "+82"


def from_abroad(phone: str) -> str:
    """`041-350-3114` → `+82 41 350 3114`, `1522-3113` → `+82 1522 3113`."""
    return " ".join((COUNTRY, *phone.removeprefix("0").split("-")))
