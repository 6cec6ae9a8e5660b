"""The words that keep a sample from being taken for the city's own: notice, suffix of titles, publisher line."""

from __future__ import annotations

import gettext

from guidebook.model.site import Site
from guidebook.render.korean import subject


def notice(site: Site, language: str, words: gettext.NullTranslations) -> str:
    """The sample notice of every page, cover and colophon; empty where the city itself publishes."""
    if site.official:
        return ""
    city = subject(site.city.name) if language == "ko" else site.city.name_en
    return words.gettext("공개 자료로 만든 견본입니다. {city} 운영하거나 발행하지 않습니다.").format(city=city)


def title_suffix(site: Site, words: gettext.NullTranslations) -> str:
    """What ends every title and share card of a sample."""
    return "" if site.official else words.gettext("(견본)")


def licence_name(site: Site, words: gettext.NullTranslations) -> str:
    """The licence of our own sentences in words: `CC BY 4.0`, `공공누리 제1유형`."""
    if site.licence.startswith("kogl-"):
        return words.gettext("공공누리 제{number}유형").format(number=site.licence.removeprefix("kogl-"))
    return site.licence.upper().replace("-", " ")
