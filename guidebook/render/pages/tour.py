"""The pages of the tour: routes with their clock times, and visits that may be told of."""

from __future__ import annotations

from guidebook.model.clock import minutes
from guidebook.model.download import DataFile
from guidebook.model.route import Route
from guidebook.plan.example_day import example_day
from guidebook.plan.itinerary import Itinerary, plan_route, programs_of
from guidebook.plan.related import programs_of_route, towns_of_route
from guidebook.render.addresses import OFFLINE, ROUTES, VISITS, links_from
from guidebook.render.edition import Edition
from guidebook.render.embedded import apart_from_body, on_page
from guidebook.render.itinerary_map import credit
from guidebook.render.linked_data import route_data
from guidebook.render.page import SitePage
from guidebook.render.pages.body import page_from
from guidebook.render.web_map import route_map
from guidebook.render.written import written


def timed_routes(edition: Edition) -> list[tuple[Route, Itinerary]]:
    """Every route with its timetable."""
    return [(route, plan_route(route, edition.catalogue)) for route in edition.catalogue.routes]


def routes_page(edition: Edition) -> SitePage:
    """The list of routes."""
    words = edition.words.gettext
    title, description = words("주민여행 코스"), words("방문단에게 제안하는 길과 걸리는 시간")
    file = edition.catalogue.where_site().file
    return page_from(edition, "routes", ROUTES, title, description, file, timed=timed_routes(edition))


def offline_page(edition: Edition) -> SitePage:
    """Where readers without a network end up, and which routes they may still have."""
    title, file = edition.words.gettext("인터넷에 이어지지 않았습니다"), edition.catalogue.where_site().file
    return page_from(edition, "offline", OFFLINE, title, title, file)


def route_page(edition: Edition, route: Route) -> SitePage:
    """A route as a timetable beside its map."""
    path, catalogue = f"{ROUTES}{route.id}/", edition.catalogue
    itinerary = plan_route(route, catalogue)
    body = written(edition, route, links_from(path, kinds=catalogue.kinds), on_page(edition, route, path))
    return page_from(
        edition,
        "route",
        path,
        route.title,
        route.summary,
        catalogue.source_map(route).file,
        data=lambda to: route_data(edition, route, itinerary, to),
        scripts=("route.js",),
        route=route,
        prose=body.html,
        apart=apart_from_body(route),
        itinerary=itinerary,
        drawing=route_map(edition, itinerary, route.title),
        credit=credit(edition),
        towns=towns_of_route(catalogue, route),
        programs=programs_of_route(catalogue, route),
        leaflet=edition.paper(route.id),
        gpx=_file(edition, route, ".gpx"),
        ics=_file(edition, route, ".ics"),
        day=example_day(itinerary, edition.site).isoformat(),
        lunch=(minutes(edition.site.lunch_from), minutes(edition.site.lunch_until)),
    )


def _file(edition: Edition, route: Route, suffix: str) -> DataFile | None:
    return next((file for file in edition.downloads if file.record == route.id and file.path.endswith(suffix)), None)


def visits_page(edition: Edition) -> SitePage:
    """Visits that say `public: true`: who came, when, and for what; nothing else of their files."""
    words, catalogue = edition.words.gettext, edition.catalogue
    title, description = words("다녀간 방문단"), words("공개하기로 한 방문의 날짜와 본 사업")
    seen = [(visit, programs_of(visit, catalogue)) for visit in catalogue.visits]
    return page_from(edition, "visits", VISITS, title, description, catalogue.where_site().file, visits=seen)
