"""What stands around every page of the website: title, notice, menu, footer, the city's colours."""

from __future__ import annotations

from guidebook.model.colour import mix
from guidebook.render.addresses import FIGURES, PROGRAMS, TOWNS, VISITS
from guidebook.render.edition import Edition
from guidebook.render.notice import licence_name, notice, title_suffix
from guidebook.render.page import Frame

LISTS = ((2, PROGRAMS), (3, FIGURES), (4, TOWNS), (5, VISITS))
"""Where the made pages stand among the written ones, whose `order` says their place."""


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
        "signal": site.palette.signal,
    }
    return Frame(
        language=edition.language,
        site_title=site.titled(edition.language),
        short_title=site.short_title,
        title_suffix=title_suffix(site, words),
        notice=notice(site, edition.language, words),
        menu=_menu(edition),
        publisher=site.publisher.name,
        footer=_footer(edition),
        base_url=site.base_url,
        colours=":root{" + "".join(f"--city-{name}:{value};" for name, value in ramp.items()) + "}",
        words={
            "skip": words.gettext("본문으로 건너뛰기"),
            "menu": words.gettext("주 메뉴"),
            "publisher": words.gettext("만든 곳"),
        },
    )


def _menu(edition: Edition) -> tuple[tuple[str, str], ...]:
    catalogue, words = edition.catalogue, edition.words
    labels = {
        PROGRAMS: words.gettext("사업") if catalogue.programs else "",
        FIGURES: words.gettext("수치") if any(program.indicators for program in catalogue.programs) else "",
        TOWNS: words.gettext("읍면동") if catalogue.towns else "",
        VISITS: words.gettext("방문") if catalogue.visits else "",
    }
    entries = [(order, path, labels[path]) for order, path in LISTS if labels[path]]
    entries += [(page.order, f"{page.id}/", page.title) for page in catalogue.pages]
    return tuple((path, label) for _, path, label in sorted(entries))


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
