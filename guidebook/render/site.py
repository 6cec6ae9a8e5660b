"""The pages of the website: which there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from guidebook.model.page import Page
from guidebook.render.addresses import address
from guidebook.render.edition import Edition
from guidebook.render.page import SitePage
from guidebook.render.pages.changes import changes_page
from guidebook.render.pages.files import files_page
from guidebook.render.pages.index import index_page
from guidebook.render.pages.permanent import permanent_pages
from guidebook.render.pages.places import restaurant_pages, restaurants_page, site_page, sites_page
from guidebook.render.pages.records import record_pages
from guidebook.render.pages.reports import (
    figures_page,
    home_page,
    not_found_page,
    program_page,
    programs_page,
    written_page,
)
from guidebook.render.pages.tour import offline_page, route_page, routes_page, visits_page
from guidebook.render.pages.towns import town_page, towns_page


def site_pages(edition: Edition) -> tuple[SitePage, ...]:
    """Every page of the site. A list or figure page with nothing to show is not made."""
    catalogue = edition.catalogue
    made = [home_page(edition), *(written_page(edition, page) for page in catalogue.pages)]
    if catalogue.programs:
        made += [programs_page(edition), *(program_page(edition, program) for program in catalogue.programs)]
    if any(program.indicators for program in catalogue.programs):
        made.append(figures_page(edition))
    if catalogue.routes:
        made += [routes_page(edition), *(route_page(edition, route) for route in catalogue.routes)]
        made.append(offline_page(edition))
    if catalogue.sites:
        made += [sites_page(edition), *(site_page(edition, place) for place in catalogue.sites)]
    if catalogue.restaurants or catalogue.lists:
        made += [restaurants_page(edition), *restaurant_pages(edition)]
    if catalogue.towns:
        made += [towns_page(edition), *(town_page(edition, town) for town in catalogue.towns)]
    if catalogue.visits:
        made.append(visits_page(edition))
    made += record_pages(edition)
    if edition.downloads:
        made.append(files_page(edition))
    if edition.site.changes:
        made.append(changes_page(edition))
    made.append(index_page(edition))
    if edition.english:
        made += [written_page(edition.english, page) for page in catalogue.english]
    made += [*permanent_pages(edition), not_found_page(edition)]
    return _with_twins(made, catalogue.english, edition.language)


def _with_twins(pages: Iterable[SitePage], english: Iterable[Page], language: str) -> tuple[SitePage, ...]:
    """The pages, each that is there in both languages knowing the other; none where all speak English."""
    made = tuple(pages)
    if language == "en":
        return made
    there = {page.path for page in made}
    pairs = {page.twin + "/" if page.twin else "": address("page", page.id) for page in english}
    known = {
        path: ((language, own), ("en", foreign))
        for own, foreign in pairs.items()
        if own in there
        for path in (own, foreign)
    }
    return tuple(replace(page, twins=known.get(page.path, ())) for page in made)
