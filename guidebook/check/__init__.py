"""Rules over the whole catalogue, one function each: catalogue in, diagnostics out. Listed here by hand, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from guidebook.check import (
    arrangement,
    assets,
    days,
    english,
    glyphs,
    identity,
    merging,
    official,
    personal,
    pictures,
    places,
    points,
    redirects,
    references,
    routes,
    search_words,
    sections,
    sources,
    terms,
)
from guidebook.check.drawn import graphics, series
from guidebook.check.markdown import blocks, headings, line_breaks, links, lists, lost, marks, prose, tables
from guidebook.check.visit import fees, fields, groups, hours, lunch, meals, nights, records, times, ways
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity

Rule = Callable[[Catalogue], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    identity.ids_are_unique,
    identity.names_stand_on_one_line,
    identity.pages_keep_off_the_site_s_own_folders,
    identity.papers_have_names_of_their_own,
    identity.titles_tell_pages_apart,
    identity.marks_are_unique,
    identity.inner_ids_are_unique,
    *references.RULES,
    *graphics.RULES,
    *series.RULES,
    *sections.RULES,
    *arrangement.RULES,
    english.korean_on_english_pages,
    official.nobody_takes_a_sample_for_the_city,
    official.who_tells_of_a_city_names_it,
    official.city_colour_can_be_read,
    official.forms_know_their_repository,
    official.languages_have_words,
    *links.RULES,
    *blocks.RULES,
    *prose.RULES,
    *headings.RULES,
    *tables.RULES,
    *lists.RULES,
    *line_breaks.RULES,
    *marks.RULES,
    *lost.RULES,
    personal.no_personal_data,
    personal.no_numbers_of_people_in_visits,
    glyphs.every_character_has_a_glyph,
    *redirects.RULES,
    *pictures.RULES,
    *assets.RULES,
    *places.RULES,
    points.points_lie_in_their_towns,
    points.outlines_have_towns,
    *merging.RULES,
    *routes.RULES,
    *terms.RULES,
    *sources.RULES,
    *search_words.RULES,
    *days.RULES,
    *nights.RULES,
    *ways.RULES,
    *groups.RULES,
    *fees.RULES,
    *records.RULES,
    *hours.RULES,
    *lunch.RULES,
    *meals.RULES,
    *times.RULES,
    *fields.RULES,
)


def check(catalogue: Catalogue, today: str | None = None) -> tuple[Diagnostic, ...]:
    """Everything that the rules find, in the order of files and lines; what is said of two stops alike, once.

    Where `today` (`2026-11-28`) is known, planned visits are held against it. That words are lost is told only where
    no error names the reason; a warning in the same file does not hide it.
    """
    diagnostics = dict.fromkeys(diagnostic for rule in RULES for diagnostic in rule(catalogue))
    if today is not None:
        diagnostics |= dict.fromkeys(times.visits_lie_ahead(catalogue, today))
    errors = (diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR)
    files_with_errors = {diagnostic.span.file for diagnostic in errors if diagnostic.code != lost.CODE}
    reported = (
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.code != lost.CODE or diagnostic.span.file not in files_with_errors
    )
    return tuple(sorted(reported, key=attrgetter("span")))
