"""Relations between records in both directions: routes, stops, places, towns, guides, programmes."""

from __future__ import annotations

from collections.abc import Callable

from guidebook.model.catalogue import Catalogue
from guidebook.model.records.guide import Guide
from guidebook.model.records.place import Place
from guidebook.model.records.program import Program
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.route import Route, Stop
from guidebook.model.records.town import Town
from guidebook.model.wording.order import natural
from guidebook.plan.leg import distance
from guidebook.plan.local_words import sights
from guidebook.plan.spot import Precision, Spot, spot_of, spot_of_place


def routes_with(catalogue: Catalogue, matches: Callable[[Stop], bool]) -> tuple[Route, ...]:
    """The routes of which any stop is wanted, in their order."""
    return tuple(route for route in catalogue.routes if any(matches(stop) for stop in route.stops))


def routes_of_program(catalogue: Catalogue, program: Program) -> tuple[Route, ...]:
    """The routes on which a programme is told of."""
    with_stop = routes_with(catalogue, lambda stop: stop.program == program.id)
    return tuple(route for route in catalogue.routes if program.id in route.programs or route in with_stop)


def routes_of_town(catalogue: Catalogue, town: Town) -> tuple[Route, ...]:
    """The routes that stop in a town."""
    return routes_with(catalogue, lambda stop: spot_of(stop, catalogue).town == town.id)


def routes_of_place(catalogue: Catalogue, place: Place | Restaurant) -> tuple[Route, ...]:
    """The routes that stop at a place or restaurant."""
    return routes_with(catalogue, lambda stop: place.id in (stop.site, stop.restaurant))


def programs_of_town(catalogue: Catalogue, town: Town) -> tuple[Program, ...]:
    """The programmes in which a town took part."""
    return tuple(program for program in catalogue.programs if town.id in program.towns)


def years_of_program(catalogue: Catalogue, program: Program) -> tuple[Program, ...]:
    """The reports of one programme over the years, the earliest first; itself alone where no other is tied to it."""
    after = {one.follows: one for one in catalogue.programs if one.follows}
    earlier, later = [program], [program]
    while (before := catalogue.program(earlier[-1].follows or "")) and before not in earlier:
        earlier.append(before)
    while (next_year := after.get(later[-1].id)) and next_year not in later:
        later.append(next_year)
    return (*reversed(earlier), *later[1:])


def programs_of_route(catalogue: Catalogue, route: Route) -> tuple[Program, ...]:
    """The programmes told of on a route, in the order of their marks."""
    return tuple(program for program in catalogue.programs if route in routes_of_program(catalogue, program))


def towns_of_route(catalogue: Catalogue, route: Route) -> tuple[Town, ...]:
    """The towns in which a route stops, in the order of its stops."""
    ids = dict.fromkeys(spot_of(stop, catalogue).town for stop in route.stops)
    return tuple(town for id in ids if id and (town := catalogue.town(id)))


def guides_of_place(catalogue: Catalogue, place: Place) -> tuple[Guide, ...]:
    """Who guides at a place."""
    return tuple(guide for guide in catalogue.guides if guide.site == place.id)


def guides_of_town(catalogue: Catalogue, town: Town) -> tuple[Guide, ...]:
    """Who guides in a town: its own, and those of its places."""
    places = {place.id for place in catalogue.sites if place.town == town.id}
    return tuple(guide for guide in catalogue.guides if guide.town == town.id or guide.site in places)


def apart(spot: Spot, other: Spot) -> float | None:
    """Kilometres in a straight line; None where either point is only rough."""
    reliable = (Precision.EXACT, Precision.DOUBTFUL)
    if spot.point is None or other.point is None or not {spot.precision, other.precision} <= {*reliable}:
        return None
    return distance(spot.point, other.point)


def near(catalogue: Catalogue, spot: Spot, most: int = 4, within: float = 5.0) -> tuple[tuple[float, Place], ...]:
    """The sights closest to a spot as (kilometres in a straight line, place); none where a point is only rough."""
    others = (place for place in sights(catalogue) if place.id != spot.id)
    distances = ((apart(spot, spot_of_place(place, catalogue)), place) for place in others)
    close = ((km, place) for km, place in distances if km is not None and km <= within)
    return tuple(sorted(close, key=lambda pair: (pair[0], natural(pair[1].name), pair[1].id))[:most])
