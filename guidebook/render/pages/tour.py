"""The pages of the tour: visits that may be told of."""

from __future__ import annotations

from guidebook.plan.itinerary import programs_of
from guidebook.render.addresses import VISITS
from guidebook.render.edition import Edition
from guidebook.render.page import SitePage
from guidebook.render.pages.body import page_from


def visits_page(edition: Edition) -> SitePage:
    """Visits that say `public: true`: who came, when, and for what; nothing else of their files."""
    words, catalogue = edition.words.gettext, edition.catalogue
    title, description = words("다녀간 방문단"), words("공개하기로 한 방문의 날짜와 본 사업")
    seen = [(visit, programs_of(visit, catalogue)) for visit in catalogue.visits]
    return page_from(edition, "visits", VISITS, title, description, catalogue.where_site().file, visits=seen)
