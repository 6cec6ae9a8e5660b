"""The imprint of data files: publisher, date and licence, because a file travels without its page."""

from __future__ import annotations

import gettext

from guidebook.model.site import Site
from guidebook.model.wording.sample import file_notice, titled


def licence(site: Site) -> str:
    """The licence of our own sentences as machines know it (SPDX where there is one): `CC-BY-4.0`."""
    return site.licence.upper()


def terms(site: Site, translations: gettext.NullTranslations) -> str:
    """The licence in a sentence, and that it is not the licence of what others wrote."""
    return translations.gettext(
        "자체 작성한 글(요약, 주석, 안내)에는 {licence} 조건을, 그 밖의 자료에는 각 출처의 조건을 적용합니다."
    ).format(licence=licence(site))


def imprint(title: str, site: Site, translations: gettext.NullTranslations) -> dict[str, str]:
    """The head of a JSON file, by key; what there is nothing to say of is left out."""
    lines = {
        "title": titled(title, site, translations),
        "site": site.title,
        "url": site.base_url or "",
        "publisher": site.publisher.name,
        "as_of": site.published,
        "licence": licence(site),
        "terms": terms(site, translations),
        "notice": file_notice(site, translations),
    }
    return {key: words for key, words in lines.items() if words}
