"""The words of the interface: opens the gettext catalogue and picks the language.

Korean is the source language: a sentence stands in the code as people read it and is its own key, so that Korean
needs no catalogue at all. Only the standard library is used, because set-up speaks before anything is installed.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

DOMAIN = "guidebook"
LOCALES = Path(__file__).parent / "locale"
LANGUAGES = ("ko", "en")
DEFAULT_LANGUAGE = "ko"
COMMAND_OF_CHECKOUT = "python3 build.py"
"""How the program is started in its checkout. Sentences say it so, and are told otherwise where it is installed."""
COMMAND_VARIABLE = "JUMIN_COMMAND"
"""The variable by which an installed program says what it is called: it is set by `guidebook/setup/installed.py`."""
AFTER_A_CONSONANT = {"로": "으로", "를": "을"}
"""`build.py` ends with a vowel as people read it, and `guidebook` does not."""
_NAMED = re.compile(re.escape(COMMAND_OF_CHECKOUT) + "(['’]?)(로|를|)")


def command() -> str:
    """What people type to start the program: in the checkout, or where it is installed."""
    return os.environ.get(COMMAND_VARIABLE, COMMAND_OF_CHECKOUT)


def renamed(sentence: str, name: str) -> str:
    """The sentence with another name for the command, and the particle that follows this one."""
    return _NAMED.sub(lambda said: f"{name}{said[1]}{AFTER_A_CONSONANT.get(said[2], '')}", sentence)


class _Renamed(gettext.NullTranslations):
    """Another catalogue, whose sentences name the command as it was started."""

    def __init__(self, behind: gettext.NullTranslations, name: str) -> None:
        super().__init__()
        self._behind, self._name = behind, name

    def gettext(self, message: str) -> str:
        return renamed(self._behind.gettext(message), self._name)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return renamed(self._behind.ngettext(msgid1, msgid2, n), self._name)


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The translations into `language`; an unknown language reads as Korean. Asked for with every word of a page."""
    found = gettext.translation(DOMAIN, LOCALES, languages=[language], fallback=True)
    return found if command() == COMMAND_OF_CHECKOUT else _Renamed(found, command())


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
