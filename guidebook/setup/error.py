"""The failure of set-up as a value: why it cannot go on, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from guidebook.model.text import Text


class SetupError(Exception):
    """Set-up cannot go on: why, what to do about it, and the last words of the program that failed."""

    def __init__(self, reason: Text, remedy: Text, last_words: Sequence[str] = ()) -> None:
        super().__init__(reason.wording)
        self.reason = reason
        self.remedy = remedy
        self.last_words = tuple(last_words)
