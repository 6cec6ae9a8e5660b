"""What every message of a visit speaks of: who comes and when, who writes, whom to call. Separate from the messages."""

from __future__ import annotations

import gettext
from dataclasses import dataclass

from guidebook.model.particles import filled
from guidebook.model.records.visit import Visit
from guidebook.model.site import Site
from guidebook.model.wording.dates import with_weekday
from guidebook.model.wording.numbers import number
from guidebook.plan.itinerary import Day, Entry, Itinerary
from guidebook.plan.names.day_names import dates, day_head


@dataclass(frozen=True, slots=True)
class Letter:
    """What every part speaks of, and in which language."""

    visit: Visit
    site: Site
    translations: gettext.NullTranslations
    language: str
    itinerary: Itinerary

    def words(self, wording: str, **values: object) -> str:
        """A sentence in its language, with values in their places."""
        return filled(self.translations.gettext(wording), **values)

    @property
    def days(self) -> str:
        """When the delegation comes: the day, or the first and the last."""
        return dates(self.itinerary, self.translations.gettext, self.language)

    def day_of(self, entry: Entry) -> str:
        """The day of a stop."""
        return with_weekday(self.itinerary.date_of(entry), self.language, self.translations.gettext)

    def head(self, day: Day) -> str:
        """What heads the lines of one of several days; empty where there is one."""
        return day_head(day, self.translations.gettext, self.language) if self.itinerary.several else ""

    @property
    def host(self) -> str:
        """The city, the office and its duty."""
        return f"{self.site.city.named(self.language)} {self.visit.host.name}"

    @property
    def whom_to_call(self) -> str:
        """The host with its telephone number."""
        return f"{self.host} {self.visit.host.phone}"

    def closing(self) -> str:
        """Whom to call with a question."""
        return self.words("궁금한 점은 {host}{으로} 연락해 주시기 바랍니다.", host=self.whom_to_call)

    def greeting(self) -> str:
        """Who writes; from the second revision on also that something is new."""
        hello = self.words("안녕하십니까. {host}입니다.", host=self.host)
        revision = self.visit.revision
        again = self.words("내용이 바뀌어 다시 알려 드립니다({edition}판).", edition=revision) if revision > 1 else ""
        return f"{hello} {again}".rstrip()

    def who(self, entry: Entry | None = None) -> str:
        """The delegation and how many they are, or how many of them are at one place."""
        people = (entry.people if entry else None) or self.visit.people
        group = entry.stop.group if entry else None
        name = f"{self.visit.delegation} {group}" if group else self.visit.delegation
        return self.words("{delegation} {count}명", delegation=name, count=number(people))
