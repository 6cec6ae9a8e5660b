"""The pages of the website: which there are."""

from __future__ import annotations

from guidebook.render.addresses import NOT_FOUND
from guidebook.render.edition import Edition
from guidebook.render.page import SitePage
from guidebook.render.pages.body import page_from
from guidebook.render.pages.reports import figures_page, home_page, program_page, programs_page, written_page
from guidebook.render.pages.tour import visits_page
from guidebook.render.pages.towns import town_page, towns_page


def site_pages(edition: Edition) -> tuple[SitePage, ...]:
    """Every page of the site. A list or figure page with nothing to show is not made."""
    catalogue = edition.catalogue
    made = [home_page(edition), *(written_page(edition, page) for page in catalogue.pages)]
    if catalogue.programs:
        made += [programs_page(edition), *(program_page(edition, program) for program in catalogue.programs)]
    if any(program.indicators for program in catalogue.programs):
        made.append(figures_page(edition))
    if catalogue.towns:
        made += [towns_page(edition), *(town_page(edition, town) for town in catalogue.towns)]
    if catalogue.visits:
        made.append(visits_page(edition))
    return (*made, _not_found(edition))


def _not_found(edition: Edition) -> SitePage:
    words = edition.words.gettext
    title = words("찾는 쪽이 없습니다")
    return page_from(edition, "not_found", NOT_FOUND, title, title, edition.catalogue.where_site().file)
