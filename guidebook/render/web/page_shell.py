"""The page shell: title, notice, menu, footer and colours around every page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from guidebook.model.records.page import ENGLISH
from guidebook.model.wording.sample import notice, title_suffix
from guidebook.render.addresses import CHANGES, DATA, FEED, INDEX, address
from guidebook.render.context import RenderContext
from guidebook.render.design.values import Colour, Pixels
from guidebook.render.text.licence import licence
from guidebook.render.web.navigation import alone, english_menu, lists, menu
from guidebook.render.web.page import PageShell
from guidebook.render.web.search_knowledge import kinds_of_results
from guidebook.words import DEFAULT_LANGUAGE, traits


@dataclass(frozen=True, slots=True)
class BrowserLook:
    """The colours that browsers draw around a page, in either mode."""

    PREFIX: ClassVar[str] = "browser"

    light: Colour
    dark: Colour


@dataclass(frozen=True, slots=True)
class CardSize:
    """Of the pictures for sharing."""

    PREFIX: ClassVar[str] = "card"

    width: Pixels
    height: Pixels


def english_page_shell(context: RenderContext, own: str = DEFAULT_LANGUAGE) -> PageShell:
    """The shell of the pages in English; `context` is the English one, `own` the language of all other pages."""
    home, *further = english_menu(context)
    return replace(
        page_shell(context), home=home[0], menu=(home, *further), links=(), feed=None, own=(own, traits(own).name)
    )


def page_shell(context: RenderContext) -> PageShell:
    """The shell of the pages in the language of `context`."""
    site, words = context.site, context.words
    around, card = context.design.look(BrowserLook), context.design.look(CardSize)
    return PageShell(
        language=context.language,
        own=(context.language, traits(context.language).name),
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
        browser=(around.light, around.dark),
        card=(card.width, card.height),
        colours=":root{" + "".join(f"{name}:{value};" for name, value in context.design.city().items()) + "}",
        labels={
            "skip": words.gettext("본문으로 건너뛰기"),
            "menu": words.gettext("주 메뉴"),
            "publisher": words.gettext("발행처"),
            "trail": words.gettext("현재 경로"),
        },
        kinds=kinds_of_results(context.catalogue.kinds, words.gettext),
    )


def _links(context: RenderContext) -> tuple[tuple[str, str], ...]:
    """What helps to use the site, then what it promises, as KRDS orders them."""
    words, list_pages = context.words, lists(context)
    helping = [(INDEX, words.gettext("가나다 찾아보기"))]
    helping += [(CHANGES, words.gettext("업데이트 내역"))] if context.site.changes else []
    helping += [(DATA, list_pages[DATA])] if DATA in list_pages else []
    return (*helping, *((f"{page.id}/", page.title) for page in alone(context.catalogue) if page.footer))


def _footer(context: RenderContext) -> tuple[str, ...]:
    site, words = context.site, context.words
    lines = [
        words.gettext("발행일 {date}").format(date=context.templates.filters["date"](site.published)),
    ]
    if site.reviewed:
        reviewed = context.templates.filters["date"](site.reviewed)
        lines.append(words.gettext("최종 검토일 {date}").format(date=reviewed))
    if site.official and site.publisher.phone:
        department = " ".join(part for part in (site.publisher.department, site.publisher.duty) if part)
        lines.insert(0, f"{department} {site.publisher.phone}".strip())
    return tuple(lines)
