"""A sentence for the reader that is not yet in any language, and the failure made of two of them.

The same idea as `model.text`, kept apart because set-up runs before any library is there and knows nothing of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Sentence(NamedTuple):
    """One translatable sentence. `values` fill the `{name}` places of `wording`."""

    wording: str
    values: tuple[tuple[str, str], ...] = ()

    def into(self, translate: Callable[[str], str]) -> str:
        """Translate the wording, then fill in the values."""
        return translate(self.wording).format(**dict(self.values))


def text(wording: str, **values: object) -> Sentence:
    """Mark `wording` for the catalogue (Babel extracts calls of this name) and keep its values."""
    return Sentence(wording, tuple((name, str(value)) for name, value in values.items()))


class SetupError(Exception):
    """Set-up cannot go on: why, what to do about it, and the last words of the program that failed."""

    def __init__(self, reason: Sentence, remedy: Sentence, last_words: Sequence[str] = ()) -> None:
        super().__init__(reason.wording)
        self.reason = reason
        self.remedy = remedy
        self.last_words = tuple(last_words)
