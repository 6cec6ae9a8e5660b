"""What stands around every page of the website: title, notice, menu, footer, the city's colours."""

from __future__ import annotations

from guidebook.model.colour import mix
from guidebook.render.addresses import DATA, INDEX
from guidebook.render.edition import Edition
from guidebook.render.notice import licence_name, notice, title_suffix
from guidebook.render.page import Frame
from guidebook.render.sections import lists, menu


def frame(edition: Edition) -> Frame:
    """What stands around every page."""
    site, words = edition.site, edition.words
    primary = site.palette.primary
    ramp = {
        "primary": primary,
        "primary-tint": mix(primary, "#ffffff", 0.95),
        "primary-line": mix(primary, "#ffffff", 0.75),
        "primary-dark": mix(primary, "#000000", 0.35),
        "primary-light": mix(primary, "#ffffff", 0.6),
        "primary-pale": mix(primary, "#ffffff", 0.82),
        "signal": site.palette.signal,
    }
    return Frame(
        language=edition.language,
        site_title=site.titled(edition.language),
        short_title=site.short_title,
        title_suffix=title_suffix(site, words),
        notice=notice(site, edition.language, words),
        menu=menu(edition),
        links=(
            (INDEX, words.gettext("가나다 찾아보기")),
            *((path, label) for path, label in lists(edition).items() if path == DATA),
            *((f"{page.id}/", page.title) for page in edition.catalogue.pages if page.footer),
        ),
        publisher=site.publisher.name,
        footer=_footer(edition),
        base_url=site.base_url,
        colours=":root{" + "".join(f"--city-{name}:{value};" for name, value in ramp.items()) + "}",
        words={
            "skip": words.gettext("본문으로 건너뛰기"),
            "menu": words.gettext("주 메뉴"),
            "publisher": words.gettext("만든 곳"),
            "trail": words.gettext("지금 있는 곳"),
        },
    )


def _footer(edition: Edition) -> tuple[str, ...]:
    site, words = edition.site, edition.words
    lines = [
        words.gettext("자료 기준일 {date}").format(date=edition.templates.filters["date"](site.published)),
        words.gettext("글 이용 조건: {licence}").format(licence=licence_name(site, words)),
    ]
    if site.official and site.publisher.phone:
        department = " ".join(part for part in (site.publisher.department, site.publisher.duty) if part)
        lines.insert(0, f"{department} {site.publisher.phone}".strip())
    return tuple(lines)
