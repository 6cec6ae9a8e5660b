"""Korean particles that follow their noun as it is read aloud: 이 or 가, 으로 or 로."""

from __future__ import annotations

import re

_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_READ = {"0": "ㅇ", "1": "ㄹ", "3": "ㅁ", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ", "l": "ㄹ", "m": "ㅁ", "n": "ㄴ", "r": "ㄹ"}
"""The final consonants of digits and Latin letters as they are read: 영, 일, 삼, 육, 칠, 팔, 엘, 엠, 엔, 알."""
_REMARK = re.compile(r"\s*\([^()]*\)$")


def subject(noun: str) -> str:
    """The noun with 이 or 가, by its last syllable: `당진시가`, `태안군이`."""
    return noun + ("이" if _final(noun) else "가")


def toward(noun: str) -> str:
    """The noun with 으로 or 로, as it is read aloud: `당진시로`, `1522-3113으로`, `서울로`."""
    return noun + ("로" if _final(noun) in ("", "ㄹ") else "으로")


def _final(noun: str) -> str:
    """The consonant that a noun, read aloud, ends with; empty after a vowel. A remark in brackets is not read."""
    last = (_REMARK.sub("", noun.strip()) or noun).rstrip(" ”’\"'」』)]")[-1:].lower()
    return _FINALS[(ord(last) - ord("가")) % 28] if "가" <= last <= "힣" else _READ.get(last, "")
