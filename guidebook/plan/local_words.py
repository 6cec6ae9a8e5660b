"""What the city of a catalogue calls things: its kinds of places, and the words in which pages and papers speak of it.

Separate from the catalogue, which holds records: here settings and records come together.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from guidebook.model.catalogue import Catalogue
from guidebook.model.label import Label
from guidebook.model.records.place import Place
from guidebook.model.records.place_kinds import BUILT_IN, KindOfPlace, Role
from guidebook.model.text import Text
from guidebook.model.wording.vocabulary import DEFAULT, Vocabulary, vocabulary_of
from guidebook.words import CityWords
from guidebook.words import catalogue as words_of


def vocabulary(catalogue: Catalogue) -> Vocabulary:
    """The words of the city."""
    site = catalogue.site
    return vocabulary_of(site.city.name, catalogue.towns, site.vocabulary, site.place_kinds) if site else DEFAULT


def city_words(catalogue: Catalogue, language: str) -> gettext.NullTranslations:
    """The interface in `language` and in the words of the city: what everything made of its content is said with."""
    said, base = vocabulary(catalogue), words_of(language)
    return base if said == DEFAULT else CityWords(base, partial(_said, said, language))


def _said(vocabulary: Vocabulary, language: str, sentence: str, translated: str) -> str:
    return vocabulary.said(sentence, language, translated)


def kinds_of_places(catalogue: Catalogue) -> Mapping[str, KindOfPlace]:
    """The kinds that a place of the city may have, by id, in the order in which lists have them."""
    return catalogue.site.kinds_of_places if catalogue.site else BUILT_IN


def label_in(catalogue: Catalogue, label: Label) -> Label:
    """The label of a field with all choices that there are in the city."""
    return label_with(label, kinds_of_places(catalogue))


def label_with(label: Label, kinds: Mapping[str, KindOfPlace]) -> Label:
    """The same where the city's kinds of places are known; of other fields nothing changes."""
    return replace(label, choices={id: kind.label for id, kind in kinds.items()}) if label.open else label


def kind_of(catalogue: Catalogue, place: Place) -> KindOfPlace:
    """The kind of a place; one that nobody knows, of which `check` tells, counts as a sight."""
    return kinds_of_places(catalogue).get(place.kind) or KindOfPlace(place.kind, Text(place.kind))


def sights(catalogue: Catalogue, town: str | None = None) -> list[Place]:
    """The places in the list of sights, of one town or all."""
    return [place for place in catalogue.sites if town in (None, place.town) and kind_of(catalogue, place).is_sight]


def lettered_landmarks(catalogue: Catalogue) -> list[Place]:
    """The places of no list that maps show all the same: those whose kind has a letter."""
    kinds = ((place, kind_of(catalogue, place)) for place in catalogue.sites)
    return [place for place, kind in kinds if kind.role is Role.LANDMARK and kind.letter]


def facilities(catalogue: Catalogue, town: str | None = None) -> list[Place]:
    """The places below that list: parks, stations, car parks, of one town or all."""
    return [place for place in catalogue.sites if town in (None, place.town) and kind_of(catalogue, place).is_facility]
