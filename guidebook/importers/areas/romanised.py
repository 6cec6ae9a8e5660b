"""Korean names letter by letter in Latin ones: for ids, and as a proposal for English names that a person must confirm.

Separate and small, because the rules of sound between syllables are only followed where they are simple (한라 is Hanra
here): what is official is known by the city, and is written into its records by a person.
"""

from __future__ import annotations

import re

# fmt: off
INITIALS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi",
    "yu", "eu", "ui", "i",
)
FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l",
    "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t",
)
# fmt: on
BEFORE_A_VOWEL = dict(
    zip((1, 2, 7, 8, 17, 19, 20, 22, 23, 27), (*["g", "kk", "d", "r", "b", "s", "ss", "j", "ch"], ""), strict=True)
)
"""How a final consonant, by its number, is written where the next syllable begins with a vowel: 달맞이 is Dalmaji."""
FIRST, LAST, SILENT, TIMES = 0xAC00, 0xD7A3, 11, 28
ENDINGS = {"읍": "eup", "면": "myeon", "동": "dong", "가": "ga", "리": "ri", "시": "si", "군": "gun", "구": "gu"}
"""What stands behind a hyphen at the end of the name of an area."""


def romanised(name: str) -> str:
    """`너른읍` → `Neoreun-eup`; what is neither Korean nor a letter or digit is left out."""
    bare, ending = (name[:-1], ENDINGS[name[-1]]) if len(name) > 1 and name[-1] in ENDINGS else (name, "")
    words = ["".join(_letters(word)) for word in bare.split()]
    called = " ".join(word[:1].upper() + word[1:] for word in words if word)
    return "-".join(filter(None, (called, ending)))


def id_of(name: str) -> str:
    """The name as an id: `neoreun-eup`; empty where nothing of it can be written so."""
    return re.sub(r"[^a-z0-9]+", "-", romanised(name).lower()).strip("-")


def _letters(word: str) -> list[str]:
    letters: list[str] = []
    for place, sign in enumerate(word):
        if not FIRST <= ord(sign) <= LAST:
            letters.append(sign if sign.isascii() and sign.isalnum() else "")
            continue
        initial, rest = divmod(ord(sign) - FIRST, len(VOWELS) * TIMES)
        vowel, final = divmod(rest, TIMES)
        began = INITIALS[initial]
        if began == "r" and place and letters[-1].endswith("l"):
            began = "l"
        ended = FINALS[final]
        following = word[place + 1 : place + 2]
        if following and FIRST <= ord(following) <= LAST and _initial_of(following) == SILENT:
            ended = BEFORE_A_VOWEL.get(final, ended)
        letters.append(f"{began}{VOWELS[vowel]}{ended}")
    return letters


def _initial_of(sign: str) -> int:
    return (ord(sign) - FIRST) // (len(VOWELS) * TIMES)
