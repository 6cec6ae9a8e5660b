"""What one city calls its areas and halls, and how sentences of the interface say so.

The one place that decides it. Sentences stand in code and catalogue with the widest words (읍면동, 행정복지센터, 시청);
`Vocabulary.said` puts the city's in before any value is filled in, so that nothing that the city wrote is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guidebook.model.particles import PAIRS, particle_after
from guidebook.model.records.place_kinds import PLACE_KINDS
from guidebook.model.records.town import Town
from guidebook.model.settings.vocabulary import OwnPlaceKind, OwnWords

TOWNS, TOWN_HALL, CITY_HALL = "읍면동", "행정복지센터", "시청"
"""What the sentences of the interface say."""
_SUFFIXES: Mapping[str, str] = {"eup": "읍", "myeon": "면", "dong": "동"}
_CITY_HALLS: Mapping[str, tuple[str, str]] = {
    "시": ("시청", "city hall"),
    "군": ("군청", "county office"),
    "구": ("구청", "district office"),
    "도": ("도청", "provincial office"),
}
"""Last syllable of the city's name → its hall."""
_PARTICLES = "|".join(sorted((form for pair in PAIRS for form in pair), key=len, reverse=True))
_KOREAN = re.compile(rf"({TOWNS}|{TOWN_HALL}|{CITY_HALL}(?![각률자하]))(?:({_PARTICLES})(?=[는도만]|[^가-힣]|$))?")
"""A term, but no word that only begins like one (시청자), and the particle behind it, which may change with it."""
_ENGLISH = re.compile(r"(?:\b(an?) )?\b(town hall|city hall|town)(s?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one city."""

    towns: str = TOWNS
    town_en: str = "town"
    towns_en: str = "towns"
    town_hall: str = TOWN_HALL
    town_hall_en: str = "town hall"
    city_hall: str = CITY_HALL
    city_hall_en: str = "city hall"
    kinds_en: Mapping[str, str] = field(default_factory=dict)
    """Names of kinds of places in which the city has a word → in English; empty where it gives none."""

    def said(self, sentence: str, language: str, translated: str) -> str:
        """A sentence of the interface in the words of the city. `sentence` is the Korean one, as it stands in code."""
        if sentence in self.kinds_en:
            return (self.kinds_en[sentence] or translated) if language == "en" else sentence
        if not _KOREAN.search(sentence):
            return translated
        if language == "ko":
            return _KOREAN.sub(self._korean, translated)
        if language == "en":
            return _ENGLISH.sub(lambda found: self._english(found, sentence), translated)
        return translated

    def _korean(self, found: re.Match[str]) -> str:
        word = {TOWNS: self.towns, TOWN_HALL: self.town_hall, CITY_HALL: self.city_hall}[found[1]]
        return word + (particle_after(word, found[2]) if found[2] else "")

    def _english(self, found: re.Match[str], sentence: str) -> str:
        article, term, plural = found.groups()
        korean, one, many = {
            "town": (TOWNS, self.town_en, self.towns_en),
            "town hall": (TOWN_HALL, self.town_hall_en, _plural(self.town_hall_en)),
            "city hall": (CITY_HALL, self.city_hall_en, _plural(self.city_hall_en)),
        }[term.lower()]
        if korean not in sentence:
            return found[0]
        word = many if plural else one
        word = word[0].upper() + word[1:] if term[0].isupper() else word
        if not article:
            return word
        return f"{article[0]}{'n' if word[0].lower() in 'aeiou' else ''} {word}"


DEFAULT = Vocabulary()
"""The words as they stand in code."""


def vocabulary_of(city: str, towns: Iterable[Town], own: OwnWords, kinds: Iterable[OwnPlaceKind]) -> Vocabulary:
    """The words of a city of that name with those towns, where it does not say otherwise itself."""
    there = {town.kind for town in towns}
    called = "".join(word for kind, word in _SUFFIXES.items() if kind in there) or TOWNS
    urban = there == {"dong"}
    hall, hall_en = _CITY_HALLS.get(city.strip()[-1:], _CITY_HALLS["시"])
    one = own.town_en or ("neighbourhood" if urban else "town")
    renamed = own.town_hall is not None and own.town_hall != TOWN_HALL
    return Vocabulary(
        own.towns or called,
        one,
        own.towns_en or _plural(one),
        own.town_hall or TOWN_HALL,
        own.town_hall_en or ("community centre" if urban or renamed else "town hall"),
        own.city_hall or hall,
        own.city_hall_en or hall_en,
        {label: kind.label_en or "" for kind in kinds if (label := kind.label or _built_in(kind))},
    )


def _built_in(kind: OwnPlaceKind) -> str:
    """The name of a kind of which only the English one is changed."""
    return str(PLACE_KINDS.get(kind.id, "")) if kind.label_en else ""


def _plural(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(s|x|ch|sh)$", word) else f"{word}s"
