"""The pages of the website: which there are, what each is called and says."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup

from guidebook.model.catalogue import Catalogue
from guidebook.model.colour import mix
from guidebook.model.page import Page
from guidebook.model.program import Indicator, Program
from guidebook.model.site import Site
from guidebook.model.town import Town
from guidebook.plan.itinerary import programs_of
from guidebook.render.bibliography import bibliography
from guidebook.render.notice import licence_name, notice, title_suffix
from guidebook.render.page import Frame, Heading, SitePage
from guidebook.render.prose import Link, Prose, prose

PROGRAMS, FIGURES, TOWNS, VISITS = "programs/", "figures/", "towns/", "visits/"
LISTS = ((2, PROGRAMS), (3, FIGURES), (4, TOWNS), (5, VISITS))
"""Where the made pages stand among the written ones, whose `order` says their place."""
NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class BookFile:
    """The finished guidebook, as links to it tell: `(PDF, 48쪽, 1.3MB)`."""

    path: str
    pages: int
    octets: int


@dataclass(frozen=True, slots=True)
class Edition:
    """One city's content in one language, and what is needed to render it."""

    catalogue: Catalogue
    site: Site
    templates: Environment
    words: gettext.NullTranslations
    language: str
    book: BookFile | None


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


def site_pages(edition: Edition) -> tuple[SitePage, ...]:
    """Every page of the site. A list or figure page with nothing to show is not made."""
    catalogue = edition.catalogue
    made = [_home(edition), *(_written(edition, page) for page in catalogue.pages)]
    if catalogue.programs:
        made += [_programs(edition), *(_program(edition, program) for program in catalogue.programs)]
    if any(program.indicators for program in catalogue.programs):
        made.append(_figures(edition))
    if catalogue.towns:
        made += [_towns(edition), *(_town(edition, town) for town in catalogue.towns)]
    if catalogue.visits:
        made.append(_visits(edition))
    return (*made, _not_found(edition))


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


def url(here: str, there: str, base_url: str | None = None) -> str:
    """The relative address of the page `there` from the page `here`.

    The page for addresses that do not exist is shown at any depth, so its links begin at the site's root.
    """
    if here == NOT_FOUND:
        return (urlsplit(base_url).path if base_url else "/") + there
    return "../" * here.count("/") + there or "./"


def links_from(here: str, base_url: str | None = None) -> Link:
    """How records are addressed from a page."""

    def link(kind: str, id: str) -> str:
        folder = {"program": PROGRAMS, "town": TOWNS, "page": ""}[kind]
        return url(here, f"{folder}{id}/", base_url)

    return link


def _page(
    edition: Edition,
    template: str,
    path: str,
    title: str,
    description: str,
    source: str,
    headings: tuple[Heading, ...] = (),
    **values: object,
) -> SitePage:
    context: Mapping[str, Any] = {
        "site": edition.site,
        "catalogue": edition.catalogue,
        "book": edition.book,
        "title": title,
        "headings": headings,
        "link": links_from(path, edition.site.base_url),
        "to": lambda there: url(path, there, edition.site.base_url),
        "bibliography": bibliography,
        **values,
    }
    body = edition.templates.get_template(f"pages/{template}.html.j2").render(context)
    section = path.split("/")[0] + "/" if path and path != NOT_FOUND else ""
    return SitePage(path, title, description, section, Markup(body), headings, source)


def _rendered(edition: Edition, record: Program | Page, path: str) -> Prose:
    return prose(record.body, record.notes, links_from(path), label=edition.words.gettext("주{number}"))


def _home(edition: Edition) -> SitePage:
    site = edition.site
    highlights = [
        (program, indicator)
        for wanted in site.highlights
        if (program := edition.catalogue.program(wanted.program))
        and (indicator := _indicator(program, wanted.indicator))
    ]
    file = edition.catalogue.where_site().file
    return _page(edition, "home", "", site.titled(edition.language), site.description, file, highlights=highlights)


def _indicator(program: Program, id: str) -> Indicator | None:
    return next((indicator for indicator in program.indicators if indicator.id == id), None)


def _written(edition: Edition, page: Page) -> SitePage:
    path = f"{page.id}/"
    body = _rendered(edition, page, path)
    file = edition.catalogue.source_map(page).file
    return _page(edition, "page", path, page.title, page.summary, file, body.headings, page=page, prose=body.html)


def _programs(edition: Edition) -> SitePage:
    words, programs = edition.words, edition.catalogue.programs
    title = words.ngettext("사업 {count}가지", "사업 {count}가지", len(programs)).format(count=len(programs))
    description = words.gettext("{city} 주민자치 사업의 사례 보고 목록").format(city=edition.site.city.name)
    return _page(edition, "programs", PROGRAMS, title, description, edition.catalogue.where_site().file)


def _program(edition: Edition, program: Program) -> SitePage:
    path = f"{PROGRAMS}{program.id}/"
    body = _rendered(edition, program, path)
    programs = edition.catalogue.programs
    position = programs.index(program)
    words = edition.words.gettext
    around = [
        *([Heading("bodies", words("추진주체"), 2)] if program.bodies else []),
        *body.headings,
        *([Heading("figures", words("수치"), 2)] if program.indicators else []),
        *([Heading("towns", words("관련 읍면동"), 2)] if program.towns else []),
        *([Heading("notes", words("주석과 출처"), 2)] if program.notes else []),
    ]
    return _page(
        edition,
        "program",
        path,
        program.title,
        program.summary,
        edition.catalogue.source_map(program).file,
        tuple(around),
        program=program,
        prose=body.html,
        towns=[town for town in edition.catalogue.towns if town.id in program.towns],
        previous=programs[position - 1] if position else None,
        following=programs[position + 1] if position + 1 < len(programs) else None,
    )


def _figures(edition: Edition) -> SitePage:
    words = edition.words.gettext
    headings = tuple(
        Heading(program.id, program.name, 2) for program in edition.catalogue.programs if program.indicators
    )
    return _page(
        edition,
        "figures",
        FIGURES,
        words("수치로 보기"),
        words("사례 보고에 나오는 수치를 사업별로 모았습니다."),
        edition.catalogue.where_site().file,
        headings,
    )


def _towns(edition: Edition) -> SitePage:
    words, towns = edition.words, edition.catalogue.towns
    title = words.ngettext("읍면동 {count}곳", "읍면동 {count}곳", len(towns)).format(count=len(towns))
    description = words.gettext("{city} 읍면동의 주민자치 사례와 행정복지센터").format(city=edition.site.city.name)
    return _page(edition, "towns", TOWNS, title, description, edition.catalogue.where_site().file)


def _town(edition: Edition, town: Town) -> SitePage:
    words = edition.words.gettext
    return _page(
        edition,
        "town",
        f"{TOWNS}{town.id}/",
        town.name,
        words("{town}의 주민자치 사례와 행정복지센터").format(town=town.name),
        edition.catalogue.source_map(town).file,
        town=town,
        programs=[program for program in edition.catalogue.programs if town.id in program.towns],
    )


def _visits(edition: Edition) -> SitePage:
    """Visits that say `public: true`: who came, when, and for what; nothing else of their files."""
    words, catalogue = edition.words.gettext, edition.catalogue
    title, description = words("다녀간 방문단"), words("공개하기로 한 방문의 날짜와 본 사업")
    seen = [(visit, programs_of(visit, catalogue)) for visit in catalogue.visits]
    return _page(edition, "visits", VISITS, title, description, catalogue.where_site().file, visits=seen)


def _not_found(edition: Edition) -> SitePage:
    words = edition.words.gettext
    title = words("찾는 쪽이 없습니다")
    return _page(edition, "not_found", NOT_FOUND, title, title, edition.catalogue.where_site().file)
