"""The pages of the case reports: home, written pages, programmes, figures."""

from __future__ import annotations

from dataclasses import replace

from guidebook.model.page import Page
from guidebook.model.program import Indicator, Program
from guidebook.plan.related import routes_of_program
from guidebook.render.addresses import FIGURES, NOT_FOUND, PROGRAMS, address, links_from
from guidebook.render.edition import Edition
from guidebook.render.embedded import apart_from_body, on_page
from guidebook.render.itinerary_map import credit
from guidebook.render.linked_data import program_data
from guidebook.render.map.drawing import Size, outline_map
from guidebook.render.page import Heading, SitePage
from guidebook.render.pages.body import page_from
from guidebook.render.pages.changes import news
from guidebook.render.pages.tour import timed_routes
from guidebook.render.sections import menu, tour_front
from guidebook.render.timeline import timeline
from guidebook.render.web_map import partnerships_map
from guidebook.render.written import written

NEWEST = 3
"""How many changes the home page tells."""
OUTLINE = Size(300, 270)
"""The map of the home page, in points; the page enlarges it."""


def home_page(edition: Edition) -> SitePage:
    """The first page."""
    site = edition.site
    highlights = [
        (program, indicator)
        for wanted in site.highlights
        if (program := edition.catalogue.program(wanted.program))
        and (indicator := _indicator(program, wanted.indicator))
    ]
    file = edition.catalogue.where_site().file
    return page_from(
        edition,
        "home",
        "",
        site.titled(edition.language),
        site.description,
        file,
        highlights=highlights,
        news=news(edition)[:NEWEST],
        tour=tour_front(edition.catalogue),
        timed=timed_routes(edition),
        outline=_outline(edition),
    )


def not_found_page(edition: Edition) -> SitePage:
    """What a server shows for an address that does not exist."""
    title, file = edition.words.gettext("찾는 쪽이 없습니다"), edition.catalogue.where_site().file
    return page_from(edition, "not_found", NOT_FOUND, title, title, file, menu=menu(edition), outline=_outline(edition))


def _outline(edition: Edition) -> str:
    """The city's outlines; empty where the content has no map."""
    boundaries = edition.catalogue.boundaries
    return outline_map(boundaries, OUTLINE, edition.site.palette.primary, None) if boundaries else ""


def _indicator(program: Program, id: str) -> Indicator | None:
    return next((indicator for indicator in program.indicators if indicator.id == id), None)


def written_page(edition: Edition, page: Page) -> SitePage:
    """A page as the editor wrote it."""
    path = address("page", page.id)
    link = links_from(path, kinds=edition.catalogue.kinds)
    body = written(edition, page, link, on_page(edition, page, path))
    file = edition.catalogue.source_map(page).file
    headings = (*body.headings, *([Heading("notes", edition.words.gettext("주석과 출처"), 2)] if page.notes else []))
    made = page_from(
        edition,
        "page",
        path,
        page.title,
        page.summary,
        file,
        headings,
        page=page,
        pieces=body.pieces,
        apart=apart_from_body(page),
        timed=timed_routes(edition),
        line=timeline(edition.catalogue.programs),
        blocks="pages/block-english.html.j2" if page.english else "pages/block.html.j2",
    )
    return replace(made, language="en") if page.english else made


def programs_page(edition: Edition) -> SitePage:
    """The list of reports."""
    words, programs = edition.words, edition.catalogue.programs
    title = words.ngettext("사업 {count}가지", "사업 {count}가지", len(programs)).format(count=len(programs))
    description = words.gettext("{city} 주민자치 사업의 사례 보고 목록").format(city=edition.site.city.name)
    return page_from(edition, "programs", PROGRAMS, title, description, edition.catalogue.where_site().file)


def program_page(edition: Edition, program: Program) -> SitePage:
    """A case report."""
    path = f"{PROGRAMS}{program.id}/"
    link = links_from(path, kinds=edition.catalogue.kinds)
    body = written(edition, program, link, on_page(edition, program, path))
    programs = edition.catalogue.programs
    position = programs.index(program)
    words, routes = edition.words.gettext, routes_of_program(edition.catalogue, program)
    around = [
        *([Heading("bodies", words("추진주체"), 2)] if program.bodies else []),
        *body.headings,
        *([Heading("figures", words("수치"), 2)] if program.indicators or program.timetable else []),
        *([Heading("partnerships", words("함께한 읍면동의 지도"), 2)] if program.partnerships else []),
        *([Heading("towns", words("관련 읍면동"), 2)] if program.towns else []),
        *([Heading("routes", words("이야기를 들을 수 있는 코스"), 2)] if routes else []),
        *([Heading("notes", words("주석과 출처"), 2)] if program.notes else []),
    ]
    return page_from(
        edition,
        "program",
        path,
        program.title,
        program.summary,
        edition.catalogue.source_map(program).file,
        tuple(around),
        data=lambda to: program_data(edition, program, to),
        program=program,
        routes=routes,
        partnerships=partnerships_map(edition, program) if program.partnerships else "",
        credit=credit(edition),
        prose=body.html,
        apart=apart_from_body(program),
        towns=[town for town in edition.catalogue.towns if town.id in program.towns],
        previous=programs[position - 1] if position else None,
        paper=edition.paper(program.id),
        following=programs[position + 1] if position + 1 < len(programs) else None,
    )


def figures_page(edition: Edition) -> SitePage:
    """All figures by programme."""
    words = edition.words.gettext
    headings = tuple(
        Heading(f"program-{program.id}", program.name, 2)
        for program in edition.catalogue.programs
        if program.indicators
    )
    return page_from(
        edition,
        "figures",
        FIGURES,
        words("수치로 보기"),
        words("사례 보고에 나오는 수치를 사업별로 모았습니다."),
        edition.catalogue.where_site().file,
        headings,
    )
