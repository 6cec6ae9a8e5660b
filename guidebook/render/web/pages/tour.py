"""The pages of the tour: routes with their timetables, and visits that may be published."""

from __future__ import annotations

from guidebook.model.clock import minutes
from guidebook.model.download import DataFile
from guidebook.model.records.route import Route
from guidebook.plan.example_day import example_day
from guidebook.plan.itinerary import Itinerary, plan_route
from guidebook.plan.related import programs_of_route, towns_of_route
from guidebook.plan.visiting import programs_of
from guidebook.render.addresses import OFFLINE, ROUTES, VISITS, links_from
from guidebook.render.context import RenderContext
from guidebook.render.map.itinerary import credit
from guidebook.render.text.embedded import apart_from_body, on_page
from guidebook.render.text.written import written
from guidebook.render.web.linked_data import route_data
from guidebook.render.web.maps import route_maps
from guidebook.render.web.page import SitePage
from guidebook.render.web.pages.body import PageHead, page_from
from guidebook.render.web.pages.values import RoutesValues, RouteValues, VisitsValues


def timed_routes(context: RenderContext) -> list[tuple[Route, Itinerary]]:
    """Every route with its timetable."""
    return [(route, plan_route(route, context.catalogue)) for route in context.catalogue.routes]


def routes_page(context: RenderContext) -> SitePage:
    """The list of routes."""
    words = context.words.gettext
    title, description = words("주민여행 코스"), words("방문단을 위한 추천 코스와 소요 시간")
    file = context.catalogue.where_site().file
    return page_from(
        context, "routes", PageHead(ROUTES, title, description, file), RoutesValues(timed=timed_routes(context))
    )


def offline_page(context: RenderContext) -> SitePage:
    """Where readers without a network end up, and which routes they may still have."""
    title, file = context.words.gettext("인터넷에 연결되어 있지 않습니다"), context.catalogue.where_site().file
    return page_from(context, "offline", PageHead(OFFLINE, title, title, file))


def route_page(context: RenderContext, route: Route) -> SitePage:
    """A route as a timetable beside its map."""
    path, catalogue = f"{ROUTES}{route.id}/", context.catalogue
    itinerary = plan_route(route, catalogue)
    body = written(context, route, links_from(path, kinds=catalogue.kinds), on_page(context, route, path))
    return page_from(
        context,
        "route",
        PageHead(
            path,
            route.title,
            route.summary,
            catalogue.source_map(route).file,
            data=lambda to: route_data(route, itinerary, to),
        ),
        RouteValues(
            route=route,
            prose=body.html,
            apart=apart_from_body(route),
            itinerary=itinerary,
            drawings=route_maps(context, itinerary, route.title),
            credit=credit(context),
            towns=towns_of_route(catalogue, route),
            programs=programs_of_route(catalogue, route),
            leaflet=context.paper(route.id),
            gpx=_file(context, route, ".gpx"),
            ics=_file(context, route, ".ics"),
            day=example_day(itinerary, context.site).isoformat(),
            lunch=(minutes(context.site.lunch_from), minutes(context.site.lunch_until)),
        ),
    )


def _file(context: RenderContext, route: Route, suffix: str) -> DataFile | None:
    return next((file for file in context.downloads if file.record == route.id and file.path.endswith(suffix)), None)


def visits_page(context: RenderContext) -> SitePage:
    """Visits that say `public: true`: who came, when, and for what; nothing else of their files."""
    words, catalogue = context.words.gettext, context.catalogue
    title, description = words("다녀간 방문단"), words("공개하기로 한 방문의 날짜와 관련 사업")
    visits = [(visit, programs_of(visit, catalogue)) for visit in catalogue.visits]
    return page_from(
        context,
        "visits",
        PageHead(VISITS, title, description, catalogue.where_site().file),
        VisitsValues(visits=visits),
    )
