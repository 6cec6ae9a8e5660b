"""Korean sentences and names from a seed, the same on every machine.

Made of words that official texts use; whatever they name is invented. Separate, because site, book and visits of a
benchmark speak with the same voice.
"""

from __future__ import annotations

import random

STEMS = (
    "주민",
    "마을",
    "자치",
    "총회",
    "의제",
    "예산",
    "공원",
    "도서관",
    "시장",
    "하천",
    "버스",
    "학교",
    "축제",
    "텃밭",
)
ENDINGS = ("에서", "은", "을", "과", "의", "으로", "이", "까지")
VERBS = ("모였습니다", "정했습니다", "살폈습니다", "나누었습니다", "고쳤습니다", "열었습니다", "적었습니다")
ADJECTIVES = (
    "솔바람",
    "너른들",
    "달맞이",
    "물안개",
    "돌담길",
    "감나무",
    "참나무",
    "은빛",
    "늘푸른",
    "새벽별",
    "가람",
    "다솜",
    "노을",
    "바람골",
    "샘터",
    "언덕",
    "나루",
    "들꽃",
    "햇살",
    "구름",
    "단비",
    "한울",
    "미리내",
    "아람",
    "여울",
)
NOUNS = (
    "밥상",
    "손맛",
    "부엌",
    "가마솥",
    "국수",
    "한그릇",
    "장터",
    "뚝배기",
    "화로",
    "우물",
    "마당",
    "사랑채",
    "곳간",
    "항아리",
    "맷돌",
    "두레",
    "소반",
    "아궁이",
    "텃밭",
    "고갯길",
)
SHOPS = ("식당", "집", "본가", "쉼터", "정", "터", "채", "옥")
DISHES = ("민물고기 조림", "콩국수", "산나물 비빔밥", "감자전", "수제비", "보리밥", "두부 전골", "메밀국수", "된장찌개")
TOWNS = ("가온", "나루", "바람", "별빛", "너른", "노을", "달빛", "솔빛", "단비", "여울", "한울", "들꽃")
CITIES = ("한솔", "해담", "가람", "누리", "새솔", "다온", "마루", "보람", "온새", "큰별", "푸른", "아라")


def dice(*seed: object) -> random.Random:
    """Chance that is the same for the same seed, whatever else was thrown before."""
    return random.Random("/".join(str(part) for part in seed))


def shop(number: int) -> str:
    """A name that no other number has, up to 4,000."""
    number, adjective = divmod(number, len(ADJECTIVES))
    number, noun = divmod(number, len(NOUNS))
    return f"{ADJECTIVES[adjective]} {NOUNS[noun]}{SHOPS[number % len(SHOPS)]}"


def sentence(chance: random.Random) -> str:
    """One sentence of four to nine words before its verb."""
    words = [chance.choice(STEMS) + chance.choice(ENDINGS) for _ in range(chance.randint(4, 9))]
    return f"{' '.join(words)} {chance.choice(VERBS)}."


def paragraph(chance: random.Random, octets: int) -> str:
    """Sentences until there are so many octets of UTF-8."""
    said: list[str] = []
    size = 0
    while size < octets:
        said.append(sentence(chance))
        size += len(said[-1].encode()) + 1
    return " ".join(said)
