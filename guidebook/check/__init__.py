"""Rules over the whole catalogue, one function each: catalogue in, diagnostics out. Listed here by hand, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from guidebook.check import (
    english,
    identity,
    official,
    personal,
    pictures,
    places,
    points,
    prose,
    redirects,
    references,
    routes,
    search_words,
    terms,
    visit_hours,
    visits,
)
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic

Rule = Callable[[Catalogue], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    identity.ids_are_unique,
    identity.pages_keep_off_the_site_s_own_folders,
    identity.marks_are_unique,
    identity.inner_ids_are_unique,
    references.towns_exist,
    references.notes_exist,
    references.highlights_exist,
    references.changed_records_exist,
    references.dates_run_forward,
    english.english_is_there,
    official.nobody_takes_a_sample_for_the_city,
    official.city_colour_can_be_read,
    prose.notes_and_links_lead_somewhere,
    prose.blocks_are_known,
    prose.headings_are_in_order,
    prose.tables_have_captions,
    prose.no_marks_to_be_read_aloud,
    prose.no_raw_html,
    prose.no_pictures_yet,
    personal.no_personal_data,
    *redirects.RULES,
    *pictures.RULES,
    *places.RULES,
    points.points_lie_in_their_towns,
    points.outlines_have_towns,
    *routes.RULES,
    *terms.RULES,
    *search_words.RULES,
    *visits.RULES,
    *visit_hours.RULES,
)


def check(catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """Everything that the rules find, in the order of files and lines; what is said of two stops alike, once."""
    found = dict.fromkeys(diagnostic for rule in RULES for diagnostic in rule(catalogue))
    return tuple(sorted(found, key=attrgetter("span")))
