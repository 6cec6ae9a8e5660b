"""Writes Korean telephone numbers as people dial them from other countries."""

from __future__ import annotations

import re

COUNTRY = "+82"
_DIALLED = re.compile(r"0(?!80-)(\d{1,2})-(\d{3,4})-(\d{4})")
"""A number with its area. Those for the whole country (1588-0000), free ones (080), short ones ring in Korea alone."""


def from_abroad(phone: str) -> str:
    """`041-350-3114` → `+82 41 350 3114`; what cannot be dialled from abroad stays as it is."""
    found = _DIALLED.fullmatch(phone)
    return " ".join((COUNTRY, *found.groups())) if found else phone
