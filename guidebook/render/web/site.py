"""Lists all pages of the website."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guidebook.model.records.page import Page
from guidebook.render.addresses import address
from guidebook.render.context import RenderContext
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.changes import changes_page
from guidebook.render.web.pages.files import files_page
from guidebook.render.web.pages.index import index_pages
from guidebook.render.web.pages.permanent import permanent_pages
from guidebook.render.web.pages.places import restaurant_pages, restaurants_page, site_page, sites_page
from guidebook.render.web.pages.programs import program_page, programs_page, year_pages
from guidebook.render.web.pages.records import record_pages
from guidebook.render.web.pages.reports import (
    figures_page,
    home_page,
    not_found_page,
    written_page,
)
from guidebook.render.web.pages.sections import further_pages
from guidebook.render.web.pages.tour import offline_page, route_page, routes_page, visits_page
from guidebook.render.web.pages.towns import town_page, towns_page


def site_pages(context: RenderContext) -> tuple[SitePage, ...]:
    """Every page of the site. A list or figure page with nothing to show is not made."""
    catalogue = context.catalogue
    pages = [home_page(context), *_written(context, catalogue.pages)]
    if catalogue.programs:
        pages += [programs_page(context), *(program_page(context, program) for program in catalogue.programs)]
        pages += year_pages(context)
    if any(program.indicators for program in catalogue.programs):
        pages.append(figures_page(context))
    if catalogue.routes:
        pages += [routes_page(context), *(route_page(context, route) for route in catalogue.routes)]
        pages.append(offline_page(context))
    if catalogue.sites:
        pages += [sites_page(context), *(site_page(context, place) for place in catalogue.sites)]
    if catalogue.restaurants or catalogue.lists:
        pages += [restaurants_page(context), *restaurant_pages(context)]
    if catalogue.towns:
        pages += [towns_page(context), *(town_page(context, town) for town in catalogue.towns)]
    if catalogue.visits:
        pages.append(visits_page(context))
    pages += record_pages(context)
    if context.downloads:
        pages.append(files_page(context))
    if context.site.changes:
        pages.append(changes_page(context))
    pages += index_pages(context)
    if context.english:
        pages += _written(context.english, catalogue.english)
    pages += [*permanent_pages(context), not_found_page(context)]
    return _with_twins(pages, catalogue.english, context.language)


def _written(context: RenderContext, pages: Iterable[Page]) -> Iterator[SitePage]:
    for page in pages:
        yield written_page(context, page)
        yield from further_pages(context, page)


def _with_twins(pages: Iterable[SitePage], english: Iterable[Page], language: str) -> tuple[SitePage, ...]:
    """The pages, each that is there in both languages knowing the other; none where all speak English."""
    site_pages = tuple(pages)
    if language == "en":
        return site_pages
    paths = {page.path for page in site_pages}
    pairs = {page.twin + "/" if page.twin else "": address("page", page.id) for page in english}
    twins = {
        path: ((language, own_path), ("en", english_path))
        for own_path, english_path in pairs.items()
        if own_path in paths
        for path in (own_path, english_path)
    }
    return tuple(replace(page, twins=twins.get(page.path, ())) for page in site_pages)
