"""Dates as readers see them, only as exact as they are known."""

from __future__ import annotations


def written(date: str, language: str = "ko") -> str:
    """`2019-07-23` → `2019. 7. 23.`, `2019-07` → `2019. 7.`, `2019` → `2019`; English keeps the ISO form."""
    if language != "ko" or "-" not in date:
        return date
    year, *rest = date.split("-")
    return f"{year}. " + " ".join(f"{int(part)}." for part in rest)
