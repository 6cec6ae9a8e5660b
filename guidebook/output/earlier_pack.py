"""Compares a visit with its last pack: a new revision must have a new moment, which the content alone cannot show.

The pack's own calendar has both, revision and moment, for the calendars that it updates.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from guidebook.check.visit.records import real_day
from guidebook.export.events import ZONE
from guidebook.model.catalogue import Catalogue
from guidebook.model.diagnostic import Diagnostic, Severity
from guidebook.model.records.visit import Status, Visit
from guidebook.model.text import text

CALENDAR = "일정.ics"
MOST = 200_000
"""Octets of a pack's calendar that are looked at."""


def revision_faults(catalogue: Catalogue, output: Path) -> tuple[Diagnostic, ...]:
    """Visits whose revision rose since the last pack below `output`, while the moment it was made stayed."""
    found = ((visit, _last(output / "print" / visit.id / CALENDAR)) for visit in catalogue.visits)
    return tuple(
        Diagnostic(
            catalogue.where(visit, "edition_at"),
            "edition-moment",
            text(
                "{edition}판인데 edition_at({moment})은 {last}판을 만든 때 그대로입니다.",
                edition=visit.revision,
                moment=visit.revision_at,
                last=last[0],
            ),
            text("edition_at에 이번 판을 만드는 날짜와 시각을 적으세요."),
            Severity.WARNING,
        )
        for visit, last in found
        if last and visit.status is Status.PLANNED and visit.revision > last[0] and _stamp(visit) == last[1]
    )


def _last(calendar: Path) -> tuple[int, str] | None:
    """Edition and moment of the last pack; None where there is none, or none that can be read."""
    try:
        if not calendar.is_file():
            return None
        with calendar.open("rb") as source:
            words = source.read(MOST).decode("utf-8", "replace")
    except OSError:
        return None
    revision, moment = re.search(r"SEQUENCE:(\d{1,6})\b", words), re.search(r"DTSTAMP:(\d{8}T\d{6}Z)", words)
    return (int(revision[1]), moment[1]) if revision and moment else None


def _stamp(visit: Visit) -> str:
    if real_day(visit.revision_at[:10]) is None:
        return ""
    made = datetime.fromisoformat(visit.revision_at).replace(tzinfo=ZONE).astimezone(UTC)
    return f"{made:%Y%m%dT%H%M%SZ}"
