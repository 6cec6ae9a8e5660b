"""What stands around every page of the website: title, notice, menu, footer, the city's colours."""

from __future__ import annotations

from dataclasses import replace

from guidebook.model.colour import mix, ramp
from guidebook.model.records.page import ENGLISH
from guidebook.model.wording.sample import notice, title_suffix
from guidebook.render.addresses import CHANGES, DATA, FEED, INDEX, address
from guidebook.render.context import RenderContext
from guidebook.render.text.licence import licence
from guidebook.render.web.page import PageShell
from guidebook.render.web.search_knowledge import kinds_of_results
from guidebook.render.web.sections import english_menu, lists, menu


def english_frame(context: RenderContext) -> PageShell:
    """What stands around the pages in English; `edition` speaks English."""
    home, *others = english_menu(context)
    return replace(frame(context), home=home[0], menu=(home, *others), links=(), feed=None)


def frame(context: RenderContext) -> PageShell:
    """What stands around every page."""
    site, words = context.site, context.words
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
    return PageShell(
        language=context.language,
        site_title=site.titled(context.language),
        short_title=site.short_titled(context.language),
        title_suffix=title_suffix(site, words),
        notice=notice(site, context.language, words),
        menu=menu(context),
        links=_links(context),
        feed=FEED if site.changes else None,
        report=site.report,
        publisher=site.publisher.named(context.language),
        footer=_footer(context),
        licence=licence(site, words),
        operator=site.publisher.named(context.language) if site.official else "",
        english=address("page", ENGLISH) if context.english else "",
        home="",
        base_url=site.base_url,
        colours=":root{" + "".join(f"--city-{name}:{value};" for name, value in colours.items()) + "}",
        words={
            "skip": words.gettext("본문으로 건너뛰기"),
            "menu": words.gettext("주 메뉴"),
            "publisher": words.gettext("만든 곳"),
            "trail": words.gettext("지금 있는 곳"),
        },
        kinds=kinds_of_results(context.catalogue.kinds, words.gettext),
    )


def _links(context: RenderContext) -> tuple[tuple[str, str], ...]:
    """What helps to use the site, then what it promises, as KRDS orders them."""
    words, made = context.words, lists(context)
    helping = [(INDEX, words.gettext("가나다 찾아보기"))]
    helping += [(CHANGES, words.gettext("달라진 점"))] if context.site.changes else []
    helping += [(DATA, made[DATA])] if DATA in made else []
    return (*helping, *((f"{page.id}/", page.title) for page in context.catalogue.pages if page.footer))


def _footer(context: RenderContext) -> tuple[str, ...]:
    site, words = context.site, context.words
    lines = [
        words.gettext("자료 기준일 {date}").format(date=context.templates.filters["date"](site.published)),
    ]
    if site.reviewed:
        reviewed = context.templates.filters["date"](site.reviewed)
        lines.append(words.gettext("마지막으로 살펴본 날 {date}").format(date=reviewed))
    if site.official and site.publisher.phone:
        department = " ".join(part for part in (site.publisher.department, site.publisher.duty) if part)
        lines.insert(0, f"{department} {site.publisher.phone}".strip())
    return tuple(lines)
