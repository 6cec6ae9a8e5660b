"""Which characters may be used in content: one rule for every text, every value and every file name.

What nobody sees is refused by name, because it parts words for search, order and links without a trace; spaces of
other kinds are read as the plain one. Separate from reading files, since escapes of YAML and references of HTML bring
in characters that the bytes of a file do not show.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from guidebook.model.text import Text, text

FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Characters with a glyph of nothing: the fillers of Hangul, the empty cell of Braille."""
SHOWN = 20
"""How many faults of one text are told."""
_KEPT = frozenset("\n\t")
_REFUSED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mc", "Me", "Mn", "Zl", "Zp"})
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SUSPECT = re.compile(
    r"[^\n\t\x20-\x7e\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027\u3001-\u3029\u3131-\u3163\u4e00-\u9fff\uac00-\ud7a3]"
)
"""Characters that have to be looked up one by one; most content has none."""

Fault = tuple[str, Text, Text]
"""Code, message and hint."""


def composed(content: str) -> str:
    """The words with Hangul and accents composed (NFC) and every kind of space as the plain one, letter for letter."""
    content = unicodedata.normalize("NFC", content)
    return _SUSPECT.sub(lambda match: " " if unicodedata.category(match[0]) == "Zs" else match[0], content)


def unsuspicious(content: str) -> bool:
    """Whether no character needs a closer look: none is refused, combining, or a space of another kind."""
    return _SUSPECT.search(content) is None


def faults_in(content: str) -> Iterator[tuple[int, Fault]]:
    """Every character that must not stand in composed words, with its place from 0."""
    for match in _SUSPECT.finditer(content):
        fault = _fault(match[0])
        if fault is not None:
            yield match.start(), fault


def first_fault(content: str) -> Fault | None:
    """The first of them."""
    return None if unsuspicious(content) else next((fault for _, fault in faults_in(content)), None)


def faults_of_references(body: str) -> Iterator[tuple[int, Fault]]:
    """The same for the characters that a body writes as references of HTML: `&#8203;`, `&shy;`."""
    for match in _REFERENCE.finditer(body):
        fault = first_fault(composed(html.unescape(match[0])))
        if fault is not None:
            yield match.start(), fault


def named(letter: str) -> str:
    """A character as a person can look it up: `ZERO WIDTH SPACE, U+200B`."""
    code = f"U+{ord(letter):04X}"
    name = unicodedata.name(letter, "")
    return f"{name}, {code}" if name else code


def half_width(content: str) -> str:
    """The words with full-width letters, digits and marks as the usual ones: `０９：３０` → `09:30`."""
    return "".join(
        chr(ord(character) - 0xFEE0) if "\uff01" <= character <= "\uff5e" else character for character in content
    )


def _fault(letter: str) -> Fault | None:
    category = unicodedata.category(letter)
    if letter in _KEPT or (category not in _REFUSED and letter not in FILLERS):
        return None
    code = f"{ord(letter):04X}"
    if category == "Cc":
        return (
            "control-character",
            text("보이지 않는 제어 문자(U+{code})가 있습니다.", code=code),
            text("이 자리의 글자를 지우고 다시 입력하세요."),
        )
    if category in ("Cn", "Co", "Cs"):
        return (
            "unknown-character",
            text("뜻이 정해지지 않은 문자(U+{code})가 있습니다.", code=code),
            text("한글(HWP) 등에서 옮겨 온 특수 문자라면 일반 글자로 바꾸세요."),
        )
    if letter not in FILLERS and category in ("Mc", "Me", "Mn") and not _is_selector(letter):
        return (
            "combining-mark",
            text("앞 글자에 덧붙는 기호가 따로 적혀 있습니다({name}).", name=named(letter)),
            text("앞 글자와 이 기호를 지우고 한 글자로 다시 입력하세요."),
        )
    return (
        "invisible-character",
        text("보이지 않는 글자({name})가 있습니다.", name=named(letter)),
        text("이 자리의 글자를 지우세요. 앞뒤의 글자까지 지우고 다시 입력하면 확실합니다."),
    )


def _is_selector(letter: str) -> bool:
    """Whether a mark only chooses between forms of a letter, or joins marks: nobody sees it."""
    return letter == "\u034f" or "VARIATION SELECTOR" in unicodedata.name(letter, "")
