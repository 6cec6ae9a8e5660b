"""What stands around every page of the website: title, notice, menu, footer, the city's colours."""

from __future__ import annotations

from dataclasses import replace

from guidebook.model.colour import mix, ramp
from guidebook.model.page import ENGLISH
from guidebook.render.addresses import CHANGES, DATA, FEED, INDEX, address
from guidebook.render.edition import Edition
from guidebook.render.notice import licence, notice, title_suffix
from guidebook.render.page import Frame
from guidebook.render.search_knowledge import kinds_of_results
from guidebook.render.sections import english_menu, lists, menu


def english_frame(edition: Edition) -> Frame:
    """What stands around the pages in English; `edition` speaks English."""
    home, *others = english_menu(edition)
    return replace(frame(edition), home=home[0], menu=(home, *others), links=(), feed=None)


def frame(edition: Edition) -> Frame:
    """What stands around every page."""
    site, words = edition.site, edition.words
    primary = site.palette.primary
    steps = ramp(primary)
    colours = {
        "primary": primary,
        "primary-tint": mix(primary, "#ffffff", 0.95),
        "primary-line": steps[20],
        "primary-dark": steps[80],
        "primary-light": steps[30],
        "primary-pale": steps[10],
        "signal": site.palette.signal,
    }
    return Frame(
        language=edition.language,
        site_title=site.titled(edition.language),
        short_title=site.short_titled(edition.language),
        title_suffix=title_suffix(site, words),
        notice=notice(site, edition.language, words),
        menu=menu(edition),
        links=_links(edition),
        feed=FEED if site.changes else None,
        report=site.report,
        publisher=site.publisher.named(edition.language),
        footer=_footer(edition),
        licence=licence(site, words),
        operator=site.publisher.named(edition.language) if site.official else "",
        english=address("page", ENGLISH) if edition.english else "",
        home="",
        base_url=site.base_url,
        colours=":root{" + "".join(f"--city-{name}:{value};" for name, value in colours.items()) + "}",
        words={
            "skip": words.gettext("본문으로 건너뛰기"),
            "menu": words.gettext("주 메뉴"),
            "publisher": words.gettext("만든 곳"),
            "trail": words.gettext("지금 있는 곳"),
        },
        kinds=kinds_of_results(edition.catalogue.kinds, words.gettext),
    )


def _links(edition: Edition) -> tuple[tuple[str, str], ...]:
    """What helps to use the site, then what it promises, as KRDS orders them."""
    words, made = edition.words, lists(edition)
    helping = [(INDEX, words.gettext("가나다 찾아보기"))]
    helping += [(CHANGES, words.gettext("달라진 점"))] if edition.site.changes else []
    helping += [(DATA, made[DATA])] if DATA in made else []
    return (*helping, *((f"{page.id}/", page.title) for page in edition.catalogue.pages if page.footer))


def _footer(edition: Edition) -> tuple[str, ...]:
    site, words = edition.site, edition.words
    lines = [
        words.gettext("자료 기준일 {date}").format(date=edition.templates.filters["date"](site.published)),
    ]
    if site.reviewed:
        reviewed = edition.templates.filters["date"](site.reviewed)
        lines.append(words.gettext("마지막으로 살펴본 날 {date}").format(date=reviewed))
    if site.official and site.publisher.phone:
        department = " ".join(part for part in (site.publisher.department, site.publisher.duty) if part)
        lines.insert(0, f"{department} {site.publisher.phone}".strip())
    return tuple(lines)
