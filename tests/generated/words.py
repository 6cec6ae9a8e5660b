"""Words that people write and machines stumble over: quotation marks, marks of other languages, what never breaks.

Separate, because fields and bodies are both filled from here.
"""

from __future__ import annotations

import random
import unicodedata
from functools import cache

from fontTools.ttLib import TTFont

from guidebook.cli.paths import cache_folder
from guidebook.layout.typefaces import install
from tests.paths import PACKAGES

SENTENCES = (
    "주민이 모여 길을 냈습니다.",
    "“주민세”를 마을 사업에 쓰는 방법을 배웁니다.",
    "2026. 3. 1. 마을회관을 열었습니다.",
    "전화 043-222-1000, 1,111명이 10백만원으로 (4km) 했습니다.",
    "‘마을’·「자치」·『연감』·《길》 — 그리고 … 끝",
    "漢字와 한글을 함께 씁니다(自治).",
    "Community hall (2F), 9 a.m. ~ 6 p.m.",
    "50% & 100%, 3 < 5 > 2, a_b_c, 2*3*4, C#, #1, x^2, ~물결~",
    "{중괄호} {{두 번}} %s %(name)s \\n 역슬래시 \\",
    "①②③ ㉠㉡㉢ ○○면 3·1절 ½ ㎡ ℃ → ← ★ ☎",
    "제1조(목적) 제2항 가. 나. 다.",
    "그래요! 정말? …네; 그러면: 끝/시작",
)
UNBROKEN = (
    "가" * 70,
    "A" * 130,
    "1234567890" * 12,
    "https://www.example.go.kr/portal/board/view.do?menuNo=200123&boardSeq=" + "98765432109876543210" * 4,
    "…" * 60,
    "(" * 40,
    "가나다라마바사," * 12,
    "-" * 90,
)
SHORT = (
    "”",
    "‘",
    "·",
    "…",
    ".",
    "1",
    "2024",
    "null",
    "~",
    "yes",
    "-",
    "?",
    "ㄱ",
    "ㅏ",
    "ÅÄ",
    "Ωμέγα",
    "Привет",
    "あ",
    "각",
    "々",
)


@cache
def glyphs() -> tuple[str, ...]:
    """Every character that some face of the books can draw and that is no invisible one."""
    faces, _ = install(cache_folder(), PACKAGES)
    assert faces is not None, "the tests' set-up puts the fonts in place"
    points: set[int] = set()
    for _, _, path in faces.files:
        with TTFont(path, lazy=True) as font:
            points |= set(font.getBestCmap())
    return tuple(chr(point) for point in sorted(points) if unicodedata.category(chr(point))[0] not in "CZ")


def odd_words(dice: random.Random) -> str:
    """Something to stand in a field or a sentence."""
    kind = dice.randrange(5)
    if kind == 0:
        return dice.choice(SENTENCES)
    if kind == 1:
        return dice.choice(SHORT)
    if kind == 2:
        return "".join(dice.choices(glyphs(), k=dice.randint(1, 24)))
    if kind == 3:
        return dice.choice(UNBROKEN)
    return " ".join(dice.choices(SENTENCES, k=dice.randint(2, 12)))
