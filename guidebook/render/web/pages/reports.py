"""The pages of the case reports: home, written pages, programmes, figures."""

from __future__ import annotations

import re
from dataclasses import replace

from markupsafe import Markup

from guidebook.model.records.emblem import name_among
from guidebook.model.records.graphic import SpreadGraphic
from guidebook.model.records.page import Block, Page
from guidebook.model.records.program import Program
from guidebook.plan.written_only import chapters, only_written
from guidebook.render.addresses import FIGURES, NOT_FOUND, address, links_from
from guidebook.render.context import RenderContext
from guidebook.render.map.drawing import outline_map
from guidebook.render.map.look import MapSizes, OutlineLook
from guidebook.render.text.embedded import apart_from_body, on_page
from guidebook.render.text.korean_words import marked_korean
from guidebook.render.text.prose import Heading
from guidebook.render.text.timeline import timeline
from guidebook.render.text.written import written
from guidebook.render.web.maps import city_map
from guidebook.render.web.navigation import menu, tour_front
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import PageHead, page_from
from guidebook.render.web.pages.changes import news
from guidebook.render.web.pages.programs import highlights_of, numbers_of
from guidebook.render.web.pages.sections import first_part
from guidebook.render.web.pages.tour import timed_routes
from guidebook.render.web.pages.values import (
    HomeValues,
    NotFoundValues,
    WrittenValues,
)

NEWEST = 3
"""How many changes the home page tells."""
_SENTENCE = re.compile(r"(?<=[^\d\s][.!?])\s+")
"""Where a sentence ends: not behind a figure, for dates have dots too."""


def home_page(context: RenderContext) -> SitePage:
    """The first page."""
    site, highlights = context.site, highlights_of(context)
    finding = _finding(context)
    before, after = (finding[1].before, finding[1].after) if finding else (None, None)
    opening, *rest = _SENTENCE.split(site.description, maxsplit=1)
    file = context.catalogue.where_site().file
    return page_from(
        context,
        "home",
        PageHead("", site.titled(context.language), site.description, file),
        HomeValues(
            opening=(opening, rest[0] if rest else ""),
            highlights=highlights,
            numbers=numbers_of(context, context.catalogue.programs),
            years=(),
            news=news(context)[:NEWEST],
            tour=tour_front(context.catalogue),
            chapters=chapters(context.catalogue) if only_written(context.catalogue) else (),
            timed=timed_routes(context),
            finding=finding,
            outline=city_map(context, before.towns if before and before.reported else (), after.towns if after else ()),
        ),
    )


def _finding(context: RenderContext) -> tuple[Program, SpreadGraphic] | None:
    """How a programme spread over the towns, where a report draws that: the map of the home page shows it too."""
    drawn = ((program, program.graphic.spread) for program in context.catalogue.programs if program.graphic)
    return next(((program, spread) for program, spread in drawn if spread), None)


def not_found_page(context: RenderContext) -> SitePage:
    """What a server shows for an address that does not exist."""
    title, file = context.words.gettext("페이지를 찾을 수 없습니다"), context.catalogue.where_site().file
    return page_from(
        context,
        "not_found",
        PageHead(NOT_FOUND, title, title, file),
        NotFoundValues(menu=menu(context), outline=_outline(context)),
    )


def _outline(context: RenderContext) -> str:
    """The city's outlines; empty where the content has no map."""
    boundaries, look = context.catalogue.boundaries, context.design.look(OutlineLook)
    return outline_map(boundaries, context.design.look(MapSizes).outline, look.home, look) if boundaries else ""


def written_page(context: RenderContext, page: Page) -> SitePage:
    """A page as the editor wrote it."""
    path = address("page", page.id)
    link = links_from(path, kinds=context.catalogue.kinds)
    body = written(context, page, link, on_page(context, page, path))
    file = context.catalogue.source_map(page).file
    headings = (*body.headings, *([Heading("notes", context.words.gettext("주석과 출처"), 2)] if page.notes else []))
    site_page = page_from(
        context,
        "page",
        PageHead(path, page.title, page.summary, file, headings=headings),
        WrittenValues(
            page=page,
            pieces=body.pieces,
            apart=apart_from_body(page),
            timed=timed_routes(context) if page.asks_for(Block.ROUTES) else (),
            line=timeline(context.catalogue.programs) if page.asks_for(Block.TIMELINE) else None,
            blocks="pages/block-english.html.j2" if page.english else "pages/block.html.j2",
            part=first_part(context, page),
        ),
    )
    if not page.english:
        return site_page
    return replace(site_page, language="en", body=marked_korean(Markup(site_page.body)))


def figures_page(context: RenderContext) -> SitePage:
    """All figures by programme."""
    words = context.words.gettext
    headings = tuple(
        Heading(f"program-{program.id}", name_among(program, context.catalogue.programs), 2)
        for program in context.catalogue.programs
        if program.indicators
    )
    return page_from(
        context,
        "figures",
        PageHead(
            FIGURES,
            words("주요 통계"),
            words("사례 보고의 주요 통계를 사업별로 모았습니다."),
            context.catalogue.where_site().file,
            headings=headings,
        ),
    )
