"""What a site that the city does not operate says of itself: the sample notice and the ending of titles.

The one source for pages, books, papers and data files, so that nobody takes a sample for the city's own work.
"""

from __future__ import annotations

import gettext

from guidebook.model.particles import filled
from guidebook.model.site import Site


def is_sample(site: Site) -> bool:
    """Whether it could be taken for the work of a city that does not publish it."""
    return bool(site.city.name) and not site.official


def notice(site: Site, language: str, words: gettext.NullTranslations) -> str:
    """The sample notice of every page, cover and colophon; empty where the city itself publishes."""
    if not is_sample(site):
        return ""
    city = site.city.named(language)
    return filled(words.gettext("공개 자료로 만든 견본입니다. {city}{가} 운영하거나 발행하지 않습니다."), city=city)


def file_notice(site: Site, words: gettext.NullTranslations) -> str:
    """The notice of a data file, which travels without its page; empty where the city itself publishes."""
    if not is_sample(site):
        return ""
    city = site.city.named(words.info().get("language", "ko"))
    return words.gettext("공개 자료로 만든 견본입니다. {city}의 공식 자료가 아닙니다.").format(city=city)


def title_suffix(site: Site, words: gettext.NullTranslations) -> str:
    """What ends every title and share card of a sample; empty where the city itself publishes."""
    return words.gettext("(견본)") if is_sample(site) else ""


def titled(title: str, site: Site, words: gettext.NullTranslations) -> str:
    """The title with that ending."""
    return f"{title} {title_suffix(site, words)}" if is_sample(site) else title
