"""Particles follow how a name, a number, a letter or a unit is read aloud; no sentence has one that is fixed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.particles import PAIRS, filled, particle_after, with_particle
from guidebook.model.text import text
from tests.conftest import ROOT

_FORMS = "|".join(sorted((form for pair in PAIRS for form in pair), key=len, reverse=True))
FIXED = re.compile(rf"(?:(?<!{{)\{{\w+\}}|%\(\w+\)s| \}}\}})[’”'\"」\]]*(?:{_FORMS})(?![가-힣])")
"""A particle in one form after a value; after a remark in brackets it follows the word before them."""
BOTH = re.compile(r"은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)|과\(와\)|와\(과\)|\(으\)로|\(이\)[라나며란]")


@pytest.mark.parametrize(
    "said",
    [
        # numbers, digit by digit and as amounts
        *("1522-3113으로", "043-222-0101로", "041-350-3112로", "041-350-3110으로", "041-350-3116으로"),
        *("0이", "1은", "2는", "3을", "4를", "5와", "6과", "7이", "8이", "9가", "10이", "300은", "2,036을", "1.5가"),
        # Latin letters and words
        *("A4로", "B5는", "PDF를", "URL을", "URL로", "HTML로", "CSV는", "HWPX로", "YAML을", "A는", "M은", "N이", "R이"),
        *("'title'을", "file로", "name은", "line으로", "map을", "block을", "check는", "start를", "visit.yml로"),
        *("sanmaek을", "ganmok을", "break를"),
        # letters that mark something
        *("㉠은", "㉡으로", "㉣로", "㉤이", "㉮는", "①은", "②는", "⑴은", "ⓐ는", "ㄱ은", "ㄹ로", "ㅏ를", "(가)를"),
        *("ㄲ은", "ㅆ을", "Ⅰ은", "Ⅰ로", "Ⅱ는", "Ⅲ을", "제Ⅵ과", "Ⅶ로", "Ⅸ는", "Ⅹ으로", "‘Ⅲ’(셋)이"),
        # units and signs
        *("10%가", "10％를", "3㎞를", "3km로", "5m는", "5㎡와", "300㎡가", "12.5㎢를",),
        *("5㎥를", "20 m3로", "30㎝는", "5㎎을", "2kg이", "3t을", "4px로"),
        *("21℃가", "1.3MB를", "640KB로", "2GB는", "2ha와", "‘#’는", "‘-’로", "‘:’을", "‘_’로", "‘/’가", "‘%’는"),
        # brackets: a remark is not read
        *("3곳(대략)은", "다솜시청(달빛동)으로", "‘다솜시청(달빛동)’으로", "공가(公暇)를", "'maru'(마루 이야기)를"),
        *("[[routes]]를", "(PDF)를", "나루㈜와", "20명(어린이 3명)이"),
        *("나루면(강길 7(2층))은", "가온읍(견본)(대략)은", "‘나루’(가)(각)는", "나루[대략]는", "가온읍 [1]은", "[1]은"),
        # times and dates
        *("13:00를", "13:30을", "2023. 5. 1.을", "2023. 5. 1.로", "2019. 12.로", "2026. 12. 3.(목)은", "2026-12-02로"),
        # names
        *("다솜시가", "태안군이", "서울로", "서울과", "다솜시로", "태안군으로", "‘마을’로", "마을이라", "바다라"),
    ],
)  # fmt: skip
def test_a_particle_follows_how_what_precedes_it_is_read(said: str) -> None:
    found = re.search(rf"(?:{_FORMS})$", said)
    assert found
    for pair in PAIRS:
        if found[0] in pair:
            noun = said.removesuffix(found[0])
            assert [with_particle(noun, form) for form in pair] == [said, said]


@given(st.text(max_size=30), st.sampled_from([form for pair in PAIRS for form in pair]))
def test_whatever_precedes_it_a_particle_has_one_of_its_two_forms(noun: str, particle: str) -> None:
    pair = next(pair for pair in PAIRS if particle in pair)
    assert {particle_after(noun, form) for form in pair} <= set(pair)
    assert len({particle_after(noun, form) for form in pair}) == 1, "either name of it asks for the same"


DIGITS = dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True))
PLACES = ((10**12, "조"), (10**8, "억"), (10**4, "만"), (1000, "천"), (100, "백"), (10, "십"))


def aloud(number: int) -> str:
    """A number as it is read: 이천삼십육."""
    for size, name in PLACES:
        if number >= size:
            more = number % size
            return (aloud(number // size) if number // size > 1 else "") + name + (aloud(more) if more else "")
    return DIGITS[str(number)]


@given(st.integers(0, 10**12 - 1), st.sampled_from([pair[0] for pair in PAIRS]), st.sampled_from(["", "'", "’", ")"]))
def test_a_number_takes_the_particle_of_its_words(number: int, particle: str, closing: str) -> None:
    expected = particle_after(aloud(number), particle)
    assert particle_after(f"{number}{closing}", particle) == expected
    assert particle_after(f"{number:,}", particle) == expected  # thousands set apart are read the same


@given(st.text("가각갈강나낙날0123456789ABLMNR%㉠㉣", min_size=1, max_size=8), st.sampled_from([p[0] for p in PAIRS]))
def test_quotes_and_remarks_change_nothing(noun: str, particle: str) -> None:
    expected = particle_after(noun, particle)
    shown_as = [f"‘{noun}’", f'"{noun}"', f"「{noun}」", f"{noun}(대략)", f"{noun} (3곳)", f"‘{noun}’(견본)"]
    for shown in (*shown_as, f"{noun}(견본)[1] (대략)"):
        assert particle_after(shown, particle) == expected, shown


def test_a_sentence_chooses_by_what_was_filled_in() -> None:
    said = text("'{file}'{을} {copies}부{로} 적었습니다: {{그대로}}", file="길.md", copies=3)
    assert str(said) == "'길.md'를 3부로 적었습니다: {그대로}"
    assert said.into(lambda _: "{file} is written") == "길.md is written", "a translation leaves particles out"
    assert filled("{who}{이} {name:>4}", who="위원 20명", name="ab") == "위원 20명이   ab"


def sentences() -> list[tuple[Path, str]]:
    """Every line of code and templates."""
    files = [
        *(ROOT / "guidebook").rglob("*.py"),
        *(ROOT / "templates").rglob("*.j2"),
        *(ROOT / "templates").rglob("*.js"),
    ]
    return [(file, line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def test_no_particle_is_fixed_after_a_value_nor_written_both_ways() -> None:
    slips = [f"{file}: {line.strip()}" for file, line in sentences() if FIXED.search(line) or BOTH.search(line)]
    assert not slips, "write {을} or, in a template, the filter `particle`:\n" + "\n".join(slips)
