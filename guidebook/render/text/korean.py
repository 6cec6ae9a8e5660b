"""Korean typesetting that engines lack: words that must not break, and the order of an index."""

from __future__ import annotations

import re
import unicodedata

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
PLAIN = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
"""Doubled consonants stand with the plain ones."""

JOINER = "\u2060"
"""WORD JOINER: forbids a line break and draws nothing."""
BREAK = "\u200b"
"""ZERO WIDTH SPACE: allows a line break and draws nothing."""
LONG = 24
"""Letters, of which one of Hangul counts for two: a run without a space that may be wider than its line."""

_HANGUL = "\uac00-\ud7a3\u3131-\u318e\u1100-\u11ff"
_HANJA = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_UNITS = "%℃㎡㎞㎏"
_BOUND = re.compile(
    rf"(?<=[{_HANGUL}{_HANJA}])(?=[{_HANGUL}{_HANJA}])"  # inside a word
    rf"|(?<=[{_HANGUL}])(?=[A-Za-z\d(*+~])"  # 제1동, 공가(公暇)
    rf"|(?<=[A-Za-z\d)’”」』*+~])(?=[{_HANGUL}{_UNITS}])"  # 57건, MOU체결, (公暇)보장, ‘우리동넷’을
    r"|(?<=\d\. )(?=\d)"  # 2019. 7. 23.
    r"|(?<=[^\s])(?=[·)\]’”」』》〉.,?!…])"  # 송악·신평, 23.(화): no line begins with a mark that closes
    r"|(?<=[(\[‘“「『《〈])(?=\S)"  # nor ends with one that opens
    r"|(?<=[.,])(?=[(\[])"
    r"|(?<= )(?=[·)\]}’”」』》〉】〕.,?!:;%℃、。…](?:\s|$|[.,)]))"  # 확인 필요 · 쉬는 날: nor with one that stands free
    r"|(?<=[(\[{“「『《〈【〔] )(?=\S)"
    r"|(?<=\d)(?=[,.*]\d)|(?<=\d[,.*])(?=\d)|(?<=\*)(?=\d)"  # 2,948
)
_NOTED = re.compile(r"(?<=[^\s>])(?=<sup class=\"note-ref\">)")
"""Where the mark of a note follows its word: it must not begin the next line."""
_BEFORE_INLINE = re.compile(
    r'(?<=[^\s>]) (<(?:a|strong|em|code)\b(?![^>]*"page-ref")[^>]*>|<span class="(?:quiet|note-source)">)'
)
"""The space before an inline element that has no frame of its own."""
_TOKEN = re.compile(r"(<!--.*?-->|<(?:title|style|script)\b.*?</(?:title|style|script)>|<[^>]*>|&#?\w+;)", re.DOTALL)
_INLINE = r"</?(?:strong|em|code|del|b|i|a)\b(?![^>]*\"page-ref\")[^>]*>"
_RUN = re.compile(rf"<(title|style|script|svg)\b.*?</\1>|<!--.*?-->|(?:{_INLINE}|&#?\w+;|[^\s<&])+", re.DOTALL)
_JOINT = re.compile(rf"([^\s<>;])((?:{_INLINE})+)(?=([^\s<]))")
"""Where an inline element begins or ends inside a word: the letter before, the tags, and the letter after."""
_CLOSES, _OPENS = ")]}’”」』》〉】〕.,·?!:;%℃、。…", "([{“‘「『《〈【〔"
_OPENED = re.compile(rf"([{re.escape(_OPENS)}](?:{_INLINE})+[^\s<&{BREAK}])(?=[^\s<{re.escape(_CLOSES)}])")
"""A mark that opens, and the first letter of the element after it."""


def bind_words(html: str) -> str:
    """Put word joiners into the text of `html` so that lines break at spaces only; tags and titles stay as they are.

    For print alone: WeasyPrint ignores `word-break: keep-all`. On the web CSS does this.
    """
    parts = _TOKEN.split(_NOTED.sub(JOINER, html))
    return "".join(part if index % 2 else _BOUND.sub(JOINER, part) for index, part in enumerate(parts))


def inner_spaces(html: str) -> str:
    """Put the space before a link or a quiet remark inside of it.

    For print alone: outside of it, WeasyPrint forgets that a line may end there and breaks the text before it early.
    """
    return _BEFORE_INLINE.sub(r"\1 ", html)


def part_runs(html: str) -> str:
    """Let lines end where bold words, links or code begin or end inside a long run of letters without a space.

    For print alone: WeasyPrint breaks a run that is wider than its line anywhere, but not one of several elements.
    """
    return _RUN.sub(lambda run: run[0] if run[0][0] == "<" and run[1] else _parted(run[0]), html)


def _parted(run: str) -> str:
    letters = unbind(_TOKEN.sub("", run))
    if len(letters) + sum(letter >= "\u1100" for letter in letters) < LONG:
        return run

    def joint(found: re.Match[str]) -> str:
        before, tags, after = found.groups()
        bound = after in _CLOSES or before in _OPENS
        return f"{BREAK}{before}{tags}" if bound else f"{before}{BREAK}{tags}"

    return _OPENED.sub(rf"\1{BREAK}", _JOINT.sub(joint, run))


def unbind(words: str) -> str:
    """The words without joiners and places to break."""
    return words.replace(JOINER, "").replace(BREAK, "")


def initial(word: str) -> str:
    """The consonant under which a word stands by its first letter or digit; Latin letters as they are, all else `#`."""
    first = _unmarked(word)[:1].upper()
    if "가" <= first <= "힣":
        first = INITIALS[(ord(first) - ord("가")) // 588]
    if first and first in INITIALS:
        return PLAIN.get(first, first)
    latin = unicodedata.normalize("NFD", first)[:1]
    return latin if "A" <= latin <= "Z" else "#"


def in_index(word: str) -> tuple[int, str, str, str]:
    """Where a word stands in an index: Hangul in 가나다 order, then Latin, then all else; marks do not count."""
    letter = initial(word)
    return (0 if letter in INITIALS else 2 if letter == "#" else 1, letter, _unmarked(word), word)


def _unmarked(word: str) -> str:
    """The word from its first letter or digit on: `“강”` stands under ㄱ."""
    return next((word[place:] for place, letter in enumerate(word) if letter.isalnum()), "")
