"""One visit with everything its papers need: the edition, the timed stops, the chosen reports, what lies near."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from guidebook.model.place import Place
from guidebook.model.program import Program
from guidebook.model.restaurant import Restaurant
from guidebook.model.site import Grade
from guidebook.model.visit import Visit
from guidebook.plan.itinerary import Itinerary, plan_visit, programs_of
from guidebook.plan.spot import Spot, spot_of_place
from guidebook.render.edition import Edition
from guidebook.render.notice import title_suffix
from guidebook.render.tour import graded


@dataclass(frozen=True)
class Occasion:
    """A visit of an edition."""

    edition: Edition
    visit: Visit

    @cached_property
    def itinerary(self) -> Itinerary:
        """The schedule."""
        return plan_visit(self.visit, self.edition.catalogue)

    @cached_property
    def programs(self) -> tuple[Program, ...]:
        """The reports that the booklet holds."""
        return programs_of(self.visit, self.edition.catalogue)

    @property
    def file(self) -> str:
        """The visit's file, for diagnostics."""
        return self.edition.catalogue.source_map(self.visit).file

    @property
    def title(self) -> str:
        """The title of every paper of the visit."""
        return f"{self.visit.delegation} {title_suffix(self.edition.site, self.edition.words)}".strip()

    @property
    def towns(self) -> tuple[str, ...]:
        """Ids of the towns the delegation comes through, in the order of its stops."""
        return tuple(dict.fromkeys(entry.spot.town for entry in self.itinerary.entries if entry.spot.town))

    @property
    def sights(self) -> tuple[tuple[Place, Spot], ...]:
        """The sights in those towns that are not stops themselves."""
        catalogue = self.edition.catalogue
        stops = {entry.spot.id for entry in self.itinerary.entries if entry.spot.kind == "site"}
        return tuple(
            (place, spot_of_place(place, catalogue))
            for place in catalogue.sites
            if place.is_sight and place.town in self.towns and place.id not in stops
        )

    @property
    def restaurants(self) -> tuple[tuple[Restaurant, Spot, Grade | None], ...]:
        """The restaurants in those towns, each with the grade that holds on the day of the visit."""
        stops = {entry.spot.id for entry in self.itinerary.entries if entry.spot.kind == "restaurant"}
        return tuple(
            one
            for one in graded(self.edition.catalogue, self.edition.site, self.visit.date)
            if one[0].town in self.towns or one[0].id in stops
        )
