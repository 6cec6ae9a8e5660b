"""Korean typesetting that engines lack: words that must not break, and the order of an index."""

from __future__ import annotations

import re
import unicodedata

from guidebook.model.wording.dates import DAYS, MONTHS
from guidebook.model.wording.order import Order, natural

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
PLAIN = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
"""Doubled consonants stand with the plain ones."""

JOINER = "\u2060"
"""WORD JOINER: forbids a line break and draws nothing."""
BREAK = "\u200b"
"""ZERO WIDTH SPACE: allows a line break and draws nothing."""
OPENING, CLOSING = "([{“‘「『《〈【〔", ")]}’”」』》〉】〕.,·?!:;%℃、。…"
"""Marks that stay with what follows, and with what goes before."""

_HANGUL = "\uac00-\ud7a3\u3131-\u318e\u1100-\u11ff"
_HANJA = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_UNITS = "%℃㎡㎞㎏"
_DAY = r"\d{1,2}\. ?\d{1,2}\.(?:\([월화수목금토일]\))?"
_DATE = rf"(?:\d{{4}}\. ?(?:{_DAY}|\d{{1,2}}\.)|{_DAY})"
_DAY_SAID = r"\d{1,2}월 \d{1,2}일(?:\([월화수목금토일]\))?"
_DATE_SAID = rf"(?:\d{{4}}년 {_DAY_SAID}|{_DAY_SAID}(?:[~∼～–-]\d{{1,2}}일)?)"
"""A day; a month may stand in the line after its year, as words do."""
_HOUR_SAID = r"(?:(?:오전|오후|새벽|아침|낮|저녁|밤) \d{1,2}시(?!간)(?: \d{1,2}분)?|\d{1,2}시간? \d{1,2}분)"
_MONTH = f"(?:{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)})"
_ENGLISH = (
    rf"(?:(?:(?:{'|'.join(DAYS)}) )?\d{{1,2}}(?:–\d{{1,2}})? {_MONTH}\b(?: \d{{4}})?"
    rf"|\b{_MONTH} (?:\d{{1,2}}, )?\d{{4}}|\b{_MONTH} \d{{1,2}}\b|\d{{1,2}}(?::\d\d)? [ap]\.?m\b\.?)"
)
_TELEPHONE = r"\+\d{2}(?: \d+)+"
_TILL = r" ?[~∼～–-](?= ?\d)"
"""The sign of a period, which keeps to the date before it."""
_NUMBER = r"\d[\d,.]*(?:[십백천만억조]+)?"
_COUNTED = "원|명|곳|개|건|회|년|개월|월|일|시간|시|분|초|주|쪽|번|권|면|석|대|호|동|세|km|m|㎞|㎡|kg"
_AFTER = "은는이가을를의에로와과만씩까부중당"
"""How what may follow a unit begins: `5만 원을` has one, `5 원도심` none."""
_WITHOUT_SIGNS = (
    rf"(?<![\d.,])(?:{_DATE}(?: ?[~∼～–-] ?{_DAY}|{_TILL})?"  # 2019. 7. 23.(화), 7. 22.~7. 24.
    rf"|{_DATE_SAID}(?:{_TILL})?|{_HOUR_SAID}"  # 2024년 12월 31일(화), 7월 15일~26일, 오후 3시 30분
    rf"|{_TELEPHONE}"  # +82 43 222 0000
    rf"|{_ENGLISH}"  # 12 September 2026, 3:30 p.m.
    r"|\d{1,2}:\d\d ?[~∼～–-] ?\d{1,2}:\d\d"  # 12:00~13:00
    rf"|{_NUMBER}여? (?:{_COUNTED})(?=[^a-z가-힣]|[{_AFTER}]|$)"  # 1,000만 원씩, 3,600여 명
    r"|\d+(?:개월|년|주|일|시간|분) 간(?![가-힣]))"  # 10개월 간
)
_BEFORE_WORD = r"[①-⑳㉠-㉻] (?=\S)"
KEPT = re.compile(
    rf"{_WITHOUT_SIGNS}|(?<=\S) [①-⑳](?=[^\s①-⑳]|$)|{_BEFORE_WORD}"  # 정책포럼 ①에서, ① 첫째, ㉠ 공가보장
)
"""What stands on one line although there is a space in it: dates, hours, amounts, and signs that number a name."""
KEPT_BESIDE_ONE_SIGN = re.compile(rf"{_WITHOUT_SIGNS}|(?<=\S) [①-⑳]|{_BEFORE_WORD}")  # 정책포럼 ③ 마을계획
"""The same where a text has one sign, which is no list: it belongs to the word before it."""
_SIGN = re.compile("[①-⑳]")
_BOUND = re.compile(
    rf"(?<=[{_HANGUL}{_HANJA}])(?=[{_HANGUL}{_HANJA}])"  # inside a word
    rf"|(?<=[{_HANGUL}])(?=[A-Za-z\d(*+~])"  # 제1동, 공가(公暇)
    rf"|(?<=[A-Za-z\d)’”」』*+~])(?=[{_HANGUL}{_UNITS}])"  # 57건, MOU체결, (公暇)보장, ‘강길’을
    r"|(?<=\d\. )(?=\d)"  # 2019. 7. 23.
    r"|(?<=[^\s])(?=[·)\]’”」』》〉.,?!…])"  # 가온·나루, 23.(화): no line begins with a mark that closes
    r"|(?<=[(\[‘“「『《〈])(?=\S)"  # nor ends with one that opens
    r"|(?<=[.,])(?=[(\[](?!\d))"  # `8. 2.` and `(2주간)` may part where both are too wide for a line
    r"|(?<= )(?=[·)\]}’”」』》〉】〕.,?!:;%℃、。…](?:\s|$|[.,)]))"  # 확인 필요 · 쉬는 날: nor with one that stands free
    r"|(?<=[(\[{“「『《〈【〔] )(?=\S)"
    r"|(?<=\d)(?=[,.*]\d)|(?<=\d[,.*])(?=\d)|(?<=\*)(?=\d)"  # 2,948
)


def kept_in(words: str) -> re.Pattern[str]:
    """What is kept on one line of these words."""
    return KEPT_BESIDE_ONE_SIGN if len(_SIGN.findall(words)) == 1 else KEPT


def bind_words(words: str) -> str:
    """Put word joiners into plain text so that lines break at spaces only.

    For print alone: WeasyPrint ignores `word-break: keep-all`. On the web CSS does this.
    """
    return _BOUND.sub(JOINER, kept_in(words).sub(_joined, words))


def bind_telephones(words: str) -> str:
    """The same for nothing but telephone numbers as they are dialled from abroad."""
    return re.sub(_TELEPHONE, _joined, words)


def _joined(kept: re.Match[str]) -> str:
    """With a joiner at each place where a line could end."""
    return re.sub(r"(?<=[ ~∼～–-])(?=\S)|(?<=\S)(?=[~∼～–-])|(?<= )$", JOINER, kept[0])


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


def in_index(word: str) -> tuple[int, str, Order, str]:
    """Where a word stands in an index: Hangul in 가나다 order, then Latin, then all else; marks do not count."""
    letter = initial(word)
    return (0 if letter in INITIALS else 2 if letter == "#" else 1, letter, natural(_unmarked(word)), word)


def _unmarked(word: str) -> str:
    """The word from its first letter or digit on: `“강”` stands under ㄱ."""
    return next((word[place:] for place, letter in enumerate(word) if letter.isalnum()), "")
