"""The visit context: one visit with its render context, timed stops, chosen reports and places nearby."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from guidebook.model.office import OfficeDocument
from guidebook.model.records.place import Place
from guidebook.model.records.program import Program
from guidebook.model.records.restaurant import Restaurant
from guidebook.model.records.visit import Visit
from guidebook.model.settings.showing import Grade
from guidebook.model.wording.sample import title_suffix
from guidebook.plan.coaches import Run, runs_of
from guidebook.plan.designation import graded
from guidebook.plan.itinerary import Itinerary, plan_visit, programs_of
from guidebook.plan.local_words import sights
from guidebook.plan.spot import Spot, spot_of_place
from guidebook.render.context import RenderContext
from guidebook.render.office.documents import report_document
from guidebook.render.text.coaches import boarded, coach_label, coach_name


@dataclass(frozen=True)
class VisitContext:
    """A visit with the render context of its papers."""

    context: RenderContext
    visit: Visit

    @cached_property
    def itinerary(self) -> Itinerary:
        """The schedule."""
        return plan_visit(self.visit, self.context.catalogue)

    @cached_property
    def programs(self) -> tuple[Program, ...]:
        """The reports that the booklet holds."""
        return programs_of(self.visit, self.context.catalogue)

    @property
    def file(self) -> str:
        """The visit's file, for diagnostics."""
        return self.context.catalogue.source_map(self.visit).file

    @property
    def title(self) -> str:
        """The title of every paper of the visit. A delegation whose name says that it is a sample says so once."""
        name, suffix = self.visit.delegation, title_suffix(self.context.site, self.context.words)
        return name if name.endswith(suffix) else f"{name} {suffix}"

    @property
    def book_title(self) -> str:
        """The title of the booklet: that of the guidebook, and for whom this one is."""
        return f"{self.context.site.titled(self.context.language)} · {self.title}"

    @property
    def summary(self) -> str:
        """What the booklet holds, in a sentence."""
        words = self.context.words.gettext
        if not self.programs:
            return words("{delegation}의 방문 일정과 방문지 안내를 실은 안내책자입니다.").format(delegation=self.title)
        reports = ", ".join(map(self.context.catalogue.emblazoned, self.programs))
        return words(
            "{delegation}의 방문 일정과 방문지 안내, 사례 보고 {count}건({reports})을 실은 안내책자입니다."
        ).format(delegation=self.title, count=len(self.programs), reports=reports)

    @property
    def changed_head(self) -> str:
        """What heads the list of what is different from the revision before."""
        return self.context.words.gettext("{number}판 대비 변경 사항").format(number=self.visit.revision - 1)

    @property
    def rides(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each coach that the visit names: what it is called, and who gets on where."""
        words = self.context.words
        return tuple((coach_name(run, words), boarded(run, words)) for run in self.runs)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The coaches that the visit names."""
        return runs_of(self.visit) if self.visit.coaches else ()

    @property
    def coaches(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The same for the host alone, with seats and telephone."""
        words = self.context.words
        return tuple((coach_label(run, words), boarded(run, words)) for run in self.runs)

    @cached_property
    def report(self) -> OfficeDocument:
        """The report that the delegation writes at home: the same for office and paper."""
        context = self.context
        programs = [context.catalogue.emblazoned(program) for program in self.programs]
        return report_document(self.visit, self.itinerary, programs, context.site, context.words, context.language)

    @property
    def towns(self) -> tuple[str, ...]:
        """Ids of the towns the delegation comes through, in the order of its stops."""
        return tuple(dict.fromkeys(entry.spot.town for entry in self.itinerary.entries if entry.spot.town))

    @property
    def sights(self) -> tuple[tuple[Place, Spot], ...]:
        """The sights in those towns that are not stops themselves."""
        catalogue = self.context.catalogue
        stops = {entry.spot.id for entry in self.itinerary.entries if entry.spot.kind == "site"}
        return tuple(
            (place, spot_of_place(place, catalogue))
            for place in sights(catalogue)
            if place.town in self.towns and place.id not in stops
        )

    @property
    def restaurants(self) -> tuple[tuple[Restaurant, Spot, Grade | None], ...]:
        """The restaurants in those towns, each with the grade that holds on the day of the visit."""
        stops = {entry.spot.id for entry in self.itinerary.entries if entry.spot.kind == "restaurant"}
        return tuple(
            row
            for row in graded(self.context.catalogue, self.context.site, self.visit.date)
            if row[0].town in self.towns or row[0].id in stops
        )
