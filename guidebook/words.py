"""The words of the interface: opens the gettext catalogue and picks the language.

Korean is the source language: a sentence stands in the code as people read it and is its own key, so that Korean
needs no catalogue at all. Only the standard library is used, because set-up speaks before anything is installed.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

DOMAIN = "guidebook"
LOCALES = Path(__file__).parent / "locale"
LANGUAGES = ("ko", "en")
DEFAULT_LANGUAGE = "ko"


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The translations into `language`; an unknown language reads as Korean. Asked for with every word of a page."""
    return gettext.translation(DOMAIN, LOCALES, languages=[language], fallback=True)


class CityWords(gettext.NullTranslations):
    """A catalogue that says what one city calls things. `said` turns a sentence and its translation into the city's."""

    def __init__(self, base: gettext.NullTranslations, said: Callable[[str, str], str]) -> None:
        super().__init__()
        self._base = base
        self._say = said
        self._said: dict[str, str] = {}

    def gettext(self, message: str) -> str:
        """The sentence in the language of the catalogue and the words of the city."""
        known = self._said.get(message)
        if known is None:
            known = self._said[message] = self._say(message, self._base.gettext(message))
        return known

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The same for one or many."""
        return self._say(msgid1, self._base.ngettext(msgid1, msgid2, n))

    def info(self) -> dict[str, str]:
        """What the catalogue says of itself: its language."""
        return self._base.info()


def marked(wording: str) -> str:
    """The wording itself: only marks it for the catalogue, where it is translated later than it is written."""
    return wording


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language asked for by `--lang X`, `--lang=X` or the variable JUMIN_LANG; Korean otherwise.

    Looked up before the command line is parsed, because its help and its errors must already speak that language.
    """
    language = environment.get("JUMIN_LANG", DEFAULT_LANGUAGE)
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            language = arguments[position + 1]
        elif argument.startswith("--lang="):
            language = argument.removeprefix("--lang=")
    return language if language in LANGUAGES else DEFAULT_LANGUAGE
