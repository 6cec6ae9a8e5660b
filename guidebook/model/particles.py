"""Korean particles follow their noun as it is read aloud: 1522-3113으로, ㉠은, A4로, PDF를, 3곳(대략)은, 10%가.

The one place that chooses them. A sentence of the catalogue names a particle like a value, in either of its forms:
`'{file}'{을} 읽을 수 없습니다.` is said by `filled` with 을 or 를, whatever `file` is. A translation leaves it out.
"""

from __future__ import annotations

import re
import unicodedata
from string import Formatter

PAIRS = (
    *(("이", "가"), ("은", "는"), ("을", "를"), ("과", "와"), ("으로", "로")),
    *(("이라", "라"), ("이나", "나"), ("이란", "란"), ("이며", "며"), ("이고", "고")),
)
"""Each particle as it stands after a consonant and after a vowel. After ㄹ, 으로 is 로 as well."""
_PAIR_OF = {form: pair for pair in PAIRS for form in pair}

_FINALS: tuple[str, ...] = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_DIGITS = dict(zip("0123456789", ("ㅇ", "ㄹ", "", "ㅁ", "", "", "ㄱ", "ㄹ", "ㄹ", ""), strict=True))
"""영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. 십, 백, 천, 만 and 억 end with a consonant as 영 does."""
_LETTERS = {"L": "ㄹ", "M": "ㅁ", "N": "ㄴ", "R": "ㄹ"}
"""엘, 엠, 엔, 알: the names of all other letters end with a vowel."""
_SIGNS = {"_": "ㄹ", "|": "ㄹ", ":": "ㅁ", ";": "ㅁ", "·": "ㅁ"}
"""밑줄, 세로줄, 쌍점, 쌍반점, 가운뎃점. All others end with a vowel: 퍼센트, 도, 붙임표, 물결표, 별표, 슬래시, 샤프."""
_NAMES_OF_CONSONANTS = dict(
    zip("ᄀᄂᄃᄅᄆᄇᄉᄋᄌᄎᄏᄐᄑᄒᄁᄄᄈᄊᄍ", "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㄱㄷㅂㅅㅈ", strict=True)
)
"""기역, 니은, 쌍디귿: every name ends with its own letter. Circled ones (㉠) are the same after normalising."""
_ROMAN = {"Ⅰ": "ㄹ", "Ⅲ": "ㅁ", "Ⅵ": "ㄱ", "Ⅶ": "ㄹ", "Ⅷ": "ㄹ", "Ⅹ": "ㅂ", "Ⅺ": "ㄹ"}
"""일, 삼, 육, 칠, 팔, 십, 십일; normalised they would be read letter by letter. All others end with a vowel."""

_UNIT = re.compile(r"\d ?(?:(?:[kcm]?m[23]?|ha|[KMGT]?B|[mk]?[lL])|(?P<nasal>[km]?g)|(?P<ton>t)|(?P<pixel>px))$")
"""미터, 세제곱미터, 헥타르, 바이트, 리터; 그램; 톤; 픽셀. Only after a number: by itself, M is 엠."""
_CUBIC = re.compile(r"\d ?[ckm]?m3$")
_ENGLISH = (
    (re.compile(r"(?:l|le)$"), "ㄹ"),
    (re.compile(r"(?:m|[aeiou]me)$"), "ㅁ"),
    (re.compile(r"(?:n|[aeiou]ne)$"), "ㄴ"),
    (re.compile(r"ng$"), "ㅇ"),
    (re.compile(r"[aeiou][pb]$"), "ㅂ"),
    (re.compile(r"[aeiou]t$"), "ㅅ"),
    (re.compile(r"(?:[aeiou]c|[aio]ck|(?<!e)ak|aek|[iou]k)$"), "ㄱ"),
)
"""How words of small letters end when read in Korean: 파일, 네임, 라인, 맵, 풋, 블록; all others with a vowel.

Ids, which are often Korean in Latin letters (`sanmaek`), mostly end by the same rules.
"""
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:([0-5]\d)$")
_DATE = re.compile(r"\d\. ?\d{1,2}\.$|(?<!\d)\d{4}-\d\d(?:-\d\d)?$")
"""Read as 월 or 일, which both end with ㄹ."""
_REMARK = re.compile(r"(?<=\S)\s*(?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])$")
_QUOTES = " ”’\"'」』》〉"
_CLOSING = ")]}>`.,…"
_LOOKED_AT = 200
"""How many characters before a particle are looked at, so that a long remark makes no work."""


def with_particle(noun: str, particle: str) -> str:
    """The noun and the form of the particle that it asks for: `다솜시가`, `1522-3113으로`, `서울로`."""
    return noun + particle_after(noun, particle)


def particle_after(words: str, particle: str) -> str:
    """The form of the particle that fits what was said before it. `particle` may be either form: 은 or 는."""
    after_consonant, after_vowel = _PAIR_OF[particle]
    final = _final(words)
    return after_vowel if not final or (final == "ㄹ" and after_consonant == "으로") else after_consonant


def filled(wording: str, /, **values: object) -> str:
    """The wording with its values filled in, and with each particle in the form that what precedes it asks for."""
    said = ""
    for literal, place, form, _ in Formatter().parse(wording):
        said += literal
        if place in _PAIR_OF:
            said += particle_after(said, place)
        elif place is not None:
            said += format(values[place], form or "")
    return said


def _final(words: str) -> str:
    """The consonant that the words, read aloud, end with; empty after a vowel. A remark in brackets is not read."""
    noun = _without_remarks(words[-_LOOKED_AT:].rstrip(_QUOTES))
    if noun[-1:] in _ROMAN:
        return _ROMAN[noun[-1]]
    noun = unicodedata.normalize("NFKC", noun).rstrip(_QUOTES)
    clock, date = _CLOCK.search(noun), _DATE.search(noun)
    if clock or date:
        return "ㄹ" if date else "ㄴ" if clock and clock[1] != "00" else ""
    noun = noun.rstrip(_QUOTES + _CLOSING) or noun.rstrip()
    last = noun[-1:]
    if _CUBIC.search(noun):
        return ""
    if "가" <= last <= "힣":
        return _FINALS[(ord(last) - ord("가")) % 28]
    if last.isascii() and last.isalpha():
        return _final_of_latin(noun)
    return {**_DIGITS, **_SIGNS, **_NAMES_OF_CONSONANTS}.get(last, "")


def _without_remarks(noun: str) -> str:
    """The noun without what brackets add to it, as often as they do: 3곳(대략)[견본]."""
    while (shorter := _REMARK.sub("", noun).rstrip(_QUOTES)) != noun:
        noun = shorter
    return noun


def _final_of_latin(noun: str) -> str:
    """Units by their name, single letters and capitals (URL, A4) letter by letter, words as English ones."""
    unit = _UNIT.search(noun)
    if unit:
        return {"nasal": "ㅁ", "ton": "ㄴ", "pixel": "ㄹ"}.get(unit.lastgroup or "", "")
    word = re.search(r"[A-Za-z]+$", noun)
    letters = word[0] if word else ""
    if len(letters) == 1 or letters[-1:].isupper():
        return _LETTERS.get(letters[-1:].upper(), "")
    return next((final for ending, final in _ENGLISH if ending.search(letters)), "")
