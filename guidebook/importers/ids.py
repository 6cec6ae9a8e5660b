"""Ids of records that other data has no id for: by its own number, or by a digest of what it is called."""

from __future__ import annotations

import hashlib
import re


def imported_id(prefix: str, key: str) -> str:
    """`r-20120107590`: by the number, or by a digest of the words where there is none."""
    bare = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")
    if not key.isascii() or not bare or len(bare) > 40:
        bare = hashlib.sha256(key.encode()).hexdigest()[:10]
    return f"{prefix}-{bare}"
