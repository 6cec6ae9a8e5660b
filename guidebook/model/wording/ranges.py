"""Ranges as readers see them: `09:00~10:30`, in English `09:00–10:30`. The one place that writes them.

The sign stands in the catalogue, so that a range follows the language of the words around it.
"""

from __future__ import annotations

from collections.abc import Callable


def dash(words: Callable[[str], str] = str) -> str:
    """What stands between both ends, without spaces: a tilde in Korean, an en dash in English."""
    return words("~")


def between(first: object, last: object, words: Callable[[str], str] = str) -> str:
    """Both ends with that sign between them. An end that is not known stays open: `2019~`."""
    return f"{first}{dash(words)}{last}"
