"""The list of case reports, and each of them.

Separate from the other written pages: a report gathers its figures, graphics, maps and what belongs to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from guidebook.model.picture import Picture
from guidebook.model.records.figures import Indicator
from guidebook.model.records.program import Program
from guidebook.model.records.route import Route
from guidebook.model.records.town import Town
from guidebook.plan.related import routes_of_program, years_of_program
from guidebook.render.addresses import PROGRAMS, links_from
from guidebook.render.context import BookFile, RenderContext
from guidebook.render.graphic.figure import GraphicFigure, web_figure, web_series
from guidebook.render.map.itinerary import credit
from guidebook.render.text.embedded import apart_from_body, on_page
from guidebook.render.text.labels import title_of
from guidebook.render.text.prose import Heading
from guidebook.render.text.written import written
from guidebook.render.web.linked_data import program_data
from guidebook.render.web.maps import partnerships_map
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import PageHead, page_from
from guidebook.render.web.pages.values import PageValues, ProgramsValues


class ProgramValues(PageValues):
    """A case report."""

    program: Program
    figure: GraphicFigure | None
    series: Sequence[GraphicFigure]
    years: Sequence[Program]
    """The reports of the same programme over the years, this one among them; empty where there is no other."""
    prose: Markup
    apart: Sequence[Picture]
    routes: Sequence[Route]
    towns: Sequence[Town]
    partnerships: str
    """The map of partnerships as SVG; empty without any."""
    credit: str
    paper: BookFile | None
    previous: Program | None
    following: Program | None


def programs_page(context: RenderContext) -> SitePage:
    """The list of reports."""
    return _list(context, PROGRAMS, context.catalogue.programs)


def year_pages(context: RenderContext) -> Iterator[SitePage]:
    """A list for each year of which there are reports; none where all are of one year."""
    for year, _, path in _years(context):
        yield _list(context, path, [one for one in context.catalogue.programs if one.as_of == year], year)


def _list(context: RenderContext, path: str, programs: Sequence[Program], year: int | None = None) -> SitePage:
    words = context.words
    title = words.ngettext("사업 {count}건", "사업 {count}건", len(programs)).format(count=len(programs))
    description = words.gettext("{city} 주민자치 사업의 사례 보고 목록").format(city=context.site.city.name)
    if year is not None:
        title = words.gettext("{year}년 {title}").format(year=year, title=title)
        description = words.gettext("{year}년 자료: {title}").format(year=year, title=description)
    head = PageHead(path, title, description, context.catalogue.where_site().file)
    values = ProgramsValues(numbers=numbers_of(context, programs), years=_years(context))
    return page_from(context, "programs", head, values)


def _years(context: RenderContext) -> tuple[tuple[int, int, str], ...]:
    counted = Counter(program.as_of for program in context.catalogue.programs)
    if len(counted) < 2:
        return ()
    return tuple((year, counted[year], f"{PROGRAMS}years/{year}/") for year in sorted(counted, reverse=True))


def program_page(context: RenderContext, program: Program) -> SitePage:
    """A case report."""
    path = f"{PROGRAMS}{program.id}/"
    body = written(context, program, links_from(path, kinds=context.catalogue.kinds), on_page(context, program, path))
    programs = context.catalogue.programs
    position = programs.index(program)
    routes = routes_of_program(context.catalogue, program)
    figure, years = web_figure(context, program), years_of_program(context.catalogue, program)
    tied = program.partnerships and not (figure and figure.partnerships)
    headings = _headings(context, program, body.headings, figure, tied=bool(tied))
    return page_from(
        context,
        "program",
        PageHead(
            path,
            program.title,
            program.summary,
            context.catalogue.source_map(program).file,
            headings=headings,
            data=lambda to: program_data(context, program, to),
        ),
        ProgramValues(
            program=program,
            figure=figure,
            series=web_series(context, program),
            years=years if len(years) > 1 else (),
            routes=routes,
            partnerships=partnerships_map(context, program) if tied else "",
            credit=credit(context),
            prose=body.html,
            apart=apart_from_body(program),
            towns=[town for town in context.catalogue.towns if town.id in program.towns],
            previous=programs[position - 1] if position else None,
            paper=context.paper(program.id),
            following=programs[position + 1] if position + 1 < len(programs) else None,
        ),
    )


def _headings(
    context: RenderContext, program: Program, body: Sequence[Heading], figure: GraphicFigure | None, *, tied: bool
) -> tuple[Heading, ...]:
    """What stands in the list of contents beside a report: its sections that have something to say."""
    words = context.words.gettext
    before = (("bodies", words("추진주체"), program.bodies and not (figure and figure.bodies)),)
    after = (
        ("figures", words("주요 통계"), _counted(program, figure)),
        ("years", words("해마다 달라진 점"), len(years_of_program(context.catalogue, program)) > 1),
        ("partnerships", words("협력 읍면동 지도"), tied),
        ("lessons", title_of(program, "lessons", words), program.lessons),
        ("questions", words("질의 사항"), program.questions),
        ("towns", words("관련 읍면동"), program.towns),
        ("routes", words("관련 코스"), routes_of_program(context.catalogue, program)),
        ("contact", title_of(program, "contact", words), program.contact),
        ("notes", words("주석과 출처"), program.notes),
    )
    first, last = (tuple(Heading(id, title, 2) for id, title, there in part if there) for part in (before, after))
    return (*first, *body, *last)


def _counted(program: Program, figure: GraphicFigure | None) -> bool:
    """Whether there are figures, or a timetable, that the graphic does not show already."""
    drawn = figure.comparisons - figure.beyond if figure else frozenset[str]()
    hours = program.timetable and not (figure and figure.timetable)
    return bool(
        program.indicators or hours or program.series or any(one.id not in drawn for one in program.comparisons)
    )


def highlights_of(context: RenderContext) -> list[tuple[Program, Indicator]]:
    """The indicators that the home page shows large, with their programmes."""
    return [
        (program, indicator)
        for highlight in context.site.highlights
        if (program := context.catalogue.program(highlight.program))
        and (indicator := _indicator(program, highlight.indicator))
    ]


def numbers_of(context: RenderContext, programs: Sequence[Program]) -> list[tuple[Program, Indicator | None]]:
    """Each programme with its number of the home page, else its first, of the source document where there is one."""
    shown = {program.id: indicator for program, indicator in highlights_of(context)}
    own = {
        program.id: next((one for one in program.indicators if not (one.sources and context.site.document)), None)
        for program in programs
    }
    return [(program, shown.get(program.id, own[program.id])) for program in programs]


def _indicator(program: Program, id: str) -> Indicator | None:
    return next((indicator for indicator in program.indicators if indicator.id == id), None)
