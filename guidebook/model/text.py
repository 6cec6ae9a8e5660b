"""A translatable sentence: the Korean wording as key, and the values to fill in.

Separate, because rules and loaders must say what is wrong without knowing who reads it; `report` and
`render` turn it into Korean or English through the gettext catalogue.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guidebook.model.particles import filled


@dataclass(frozen=True, slots=True)
class Text:
    """One translatable sentence. `values` fill the `{name}` places of `wording`; `{을}` becomes 을 or 를.

    A value may be a sentence itself, which is translated with the whole.
    """

    wording: str
    values: tuple[tuple[str, str | Text], ...] = ()

    def into(self, translate: Callable[[str], str]) -> str:
        """Translate the wording, then fill in the values."""
        values = {name: one.into(translate) if isinstance(one, Text) else one for name, one in self.values}
        return filled(translate(self.wording), **values)

    def __str__(self) -> str:
        return self.into(str)


def text(wording: str, **values: object) -> Text:
    """Mark `wording` for the catalogue (Babel extracts calls of this name) and keep its values."""
    kept = ((name, value if isinstance(value, Text) else str(value)) for name, value in values.items())
    return Text(wording, tuple(kept))


def printable(name: str) -> str:
    """A name as it can be shown in one line: what is no letter of Unicode, and controls, by their codes."""
    if name.isprintable():
        return name
    readable = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in readable)
