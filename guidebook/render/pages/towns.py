"""The pages of the towns."""

from __future__ import annotations

from guidebook.model.town import Town
from guidebook.render.addresses import TOWNS
from guidebook.render.edition import Edition
from guidebook.render.page import SitePage
from guidebook.render.pages.body import page_from


def towns_page(edition: Edition) -> SitePage:
    """The list of towns."""
    words, towns = edition.words, edition.catalogue.towns
    title = words.ngettext("읍면동 {count}곳", "읍면동 {count}곳", len(towns)).format(count=len(towns))
    description = words.gettext("{city} 읍면동의 주민자치 사례와 행정복지센터").format(city=edition.site.city.name)
    return page_from(edition, "towns", TOWNS, title, description, edition.catalogue.where_site().file)


def town_page(edition: Edition, town: Town) -> SitePage:
    """A town."""
    words = edition.words.gettext
    return page_from(
        edition,
        "town",
        f"{TOWNS}{town.id}/",
        town.name,
        words("{town}의 주민자치 사례와 행정복지센터").format(town=town.name),
        edition.catalogue.source_map(town).file,
        town=town,
        programs=[program for program in edition.catalogue.programs if town.id in program.towns],
    )
