"""What a city calls its areas and halls, and sentences that say so."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.model.particles import PAIRS, particle_after
from guidebook.model.records.place_kinds import BUILT_IN, PLACE_KINDS, Role, kinds_with
from guidebook.model.records.town import Hall, Town, TownKind
from guidebook.model.settings.vocabulary import OwnPlaceKind, OwnWords
from guidebook.model.wording.vocabulary import CITY_HALL, DEFAULT, TOWN_HALL, TOWNS, Vocabulary, vocabulary_of
from tests.extracted import sentences

KINDS = list(TownKind)
EVERY = ("읍", "면", "동", "읍면", "읍동", "면동", "읍면동")
"""Every name that comes of the kinds of towns alone."""


def town(kind: TownKind, number: int = 0) -> Town:
    hall = Hall(address="길 1", as_of="2026. 10.", sources=())
    return Town(id=f"town-{number}", name="가온", name_en="Gaon", kind=kind, order=number, hall=hall)


def words_of(city: str, *kinds: str, own: OwnWords | None = None) -> Vocabulary:
    return vocabulary_of(city, [town(TownKind(kind)) for kind in kinds], own or OwnWords(), ())


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("dong",), "동"),
        (("myeon", "myeon"), "면"),
        (("eup",), "읍"),
        (("myeon", "eup"), "읍면"),
        (("dong", "eup"), "읍동"),
        (("dong", "myeon"), "면동"),
        (("dong", "eup", "myeon"), "읍면동"),
        ((), "읍면동"),
    ],
)
def test_areas_are_called_by_the_kinds_that_there_are(kinds: tuple[str, ...], expected: str) -> None:
    assert words_of("마루군", *kinds).towns == expected


@pytest.mark.parametrize(
    ("city", "hall", "english"),
    [
        ("다솜시", "시청", "city hall"),
        ("마루군", "군청", "county office"),
        ("샛별구", "구청", "district office"),
        ("가온특별자치도", "도청", "provincial office"),
        ("가온특별자치시", "시청", "city hall"),
        ("가온", "시청", "city hall"),
    ],
)
def test_a_hall_is_called_as_the_city_s_name_ends(city: str, hall: str, english: str) -> None:
    said = words_of(city, "dong")
    assert (said.city_hall, said.city_hall_en) == (hall, english)


def test_a_city_may_say_it_otherwise() -> None:
    own = OwnWords(towns="마을", town_en="village", town_hall="주민회관", city_hall="청사", city_hall_en="office")
    said = words_of("샛별구", "dong", own=own)
    assert (said.towns, said.town_en, said.towns_en) == ("마을", "village", "villages")
    assert (said.town_hall, said.city_hall, said.city_hall_en) == ("주민회관", "청사", "office")
    sentence = "읍면동으로는 읍면동을 보고 행정복지센터는 시청과 다릅니다."
    assert said.said(sentence, "ko", sentence) == "마을로는 마을을 보고 주민회관은 청사와 다릅니다."


def test_words_that_begin_like_a_term_stay() -> None:
    assert words_of("마루군", "myeon").said("시청률과 시청", "ko", "시청률과 시청") == "시청률과 군청"


@given(st.sampled_from(EVERY), st.sampled_from([form for pair in PAIRS for form in pair]))
def test_particles_of_all_names_are_those_of_the_widest(name: str, particle: str) -> None:
    """So that no sentence in code changes but by its term."""
    assert particle_after(name, particle) == particle_after(TOWNS, particle)


@cache
def ours() -> list[str]:
    """Our sentences that name towns or halls."""
    return [said for _, _, said in sentences() if any(term in said for term in (TOWNS, TOWN_HALL, CITY_HALL))]


@given(st.sets(st.sampled_from(KINDS), min_size=1), st.sampled_from(["다솜시", "마루군", "샛별구", "가온도"]))
def test_every_sentence_of_ours_says_what_there_is_and_nothing_else_changes(kinds: set[TownKind], city: str) -> None:
    said = words_of(city, *kinds)
    for sentence in ours():
        meant = sentence.replace(TOWNS, said.towns).replace(TOWN_HALL, said.town_hall)
        meant = re.sub(f"{CITY_HALL}(?!각)", said.city_hall, meant)
        assert said.said(sentence, "ko", sentence) == meant


def test_there_are_such_sentences() -> None:
    assert len(ours()) > 50


@pytest.mark.parametrize(
    ("sentence", "english", "expected"),
    [
        ("읍면동 {count}곳", "{count} towns", "{count} neighbourhoods"),
        ("우수 읍면동", "outstanding town", "outstanding neighbourhood"),
        ("행정복지센터는 읍면동에 있습니다.", "A town hall is in a town.", "A community centre is in a neighbourhood."),
        ("행정복지센터", "Town hall", "Community centre"),
        ("행정복지센터들", "Town halls", "Community centres"),
        ("시청", "City hall", "District office"),
        ("읍면동", "In a city hall of the towns", "In a city hall of the neighbourhoods"),
        ("사업", "Programmes of towns", "Programmes of towns"),
    ],
)
def test_english_says_it_too_where_the_korean_sentence_does(sentence: str, english: str, expected: str) -> None:
    assert words_of("샛별구", "dong").said(sentence, "en", english) == expected


def test_an_article_follows_its_word() -> None:
    said = words_of("샛별구", "dong", own=OwnWords(town_en="area"))
    assert said.said("읍면동", "en", "A town is a town.") == "An area is an area."


def test_other_languages_have_their_own_words() -> None:
    assert words_of("샛별구", "dong").said("읍면동", "ja", "town") == "town"


def test_a_city_of_all_kinds_says_what_stands_in_code() -> None:
    assert words_of("다솜시", "eup", "myeon", "dong") == DEFAULT


def test_kinds_of_places_are_added_and_changed() -> None:
    kinds = kinds_with(
        [
            OwnPlaceKind(id="market", label="전통시장", label_en="Traditional market", letter="시"),
            OwnPlaceKind(id="salt-farm", label="염전", label_en="Salt farm"),
            OwnPlaceKind(id="gate", label="문", label_en="Gate", role=Role.LANDMARK),
            OwnPlaceKind(id="office", role=Role.LANDMARK, stop=True),
        ]
    )
    assert [*kinds][: len(BUILT_IN)] == [*BUILT_IN]
    assert (str(kinds["market"].label), kinds["market"].letter, kinds["market"].is_facility) == ("전통시장", "시", True)
    assert (kinds["salt-farm"].is_sight, kinds["salt-farm"].stop) == (True, True)
    assert (kinds["gate"].is_sight, kinds["gate"].is_facility, kinds["gate"].stop) == (False, False, False)
    assert (kinds["office"].is_facility, kinds["office"].stop) == (False, True)


def test_kinds_that_are_built_in_are_what_they_were() -> None:
    facilities = {id for id, kind in BUILT_IN.items() if kind.is_facility}
    assert {"port", "park", "market", "parking", "station", "library"} <= facilities
    assert not BUILT_IN["landmark"].stop
    assert BUILT_IN["city-hall"].stop
    assert not BUILT_IN["city-hall"].is_sight
    assert all(BUILT_IN[id].is_sight for id in ("museum", "beach", "viewpoint", "historic-house"))
    assert len({str(label) for label in PLACE_KINDS.values()}) == len(PLACE_KINDS)


def test_names_of_own_kinds_are_english_in_english_alone() -> None:
    kinds = [
        OwnPlaceKind(id="salt-farm", label="읍면동 염전", label_en="Salt farm of a town"),
        OwnPlaceKind(id="museum", label_en="Museum"),
    ]
    said = vocabulary_of("샛별구", [town(TownKind.DONG)], OwnWords(), kinds)
    assert said.said("읍면동 염전", "ko", "읍면동 염전") == "읍면동 염전"
    assert said.said("읍면동 염전", "en", "읍면동 염전") == "Salt farm of a town"
    assert said.said("박물관·전시관", "en", "Museums and exhibitions") == "Museum"
